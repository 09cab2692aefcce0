// Finding what an edit names, and refusing what it cannot mean.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "nagarezu/base/error.hpp"
#include "nagarezu/base/wording.hpp"
#include "nagarezu/model/references.hpp"

namespace nagarezu::review {

[[noreturn]] void refuse(ErrorCode code, std::string_view subject, std::string hint = {});

/// The nearest of the known names; if none is near, the first few of them.
std::string nearest_known(std::string_view wanted, const std::vector<std::string_view>& known);

/// Throws unless the text may be the id of a new entity.
void require_id(const std::string& id);

template <class T>
std::vector<std::string_view> ids_of(const std::vector<T>& entities) {
    std::vector<std::string_view> ids;
    for (const T& entity : entities) ids.push_back(entity.id);
    return ids;
}

template <class Tag>
Index<Tag> find(const Case& source, const std::string& id) {
    const auto& list = source.*Table<Tag>::at;
    const auto found = std::ranges::find_if(list, [&](const auto& entity) { return entity.id == id; });
    return found == list.end() ? Index<Tag>{} : Index<Tag>{static_cast<std::size_t>(found - list.begin())};
}

template <class Tag>
Index<Tag> require(const Case& source, const std::string& id) {
    const Index<Tag> found = find<Tag>(source, id);
    if (!found.valid()) refuse(ErrorCode::dangling_id, id, nearest_known(id, ids_of(source.*Table<Tag>::at)));
    return found;
}

template <class Tag>
std::vector<Index<Tag>> require(const Case& source, const std::vector<std::string>& ids) {
    std::vector<Index<Tag>> found;
    for (const std::string& id : ids) found.push_back(require<Tag>(source, id));
    return found;
}

/// Throws unless the id is free for a new entity of this kind.
template <class Tag>
void require_new(const Case& source, const std::string& id) {
    require_id(id);
    if (find<Tag>(source, id).valid()) refuse(ErrorCode::duplicate_id, id);
}

template <class Enum>
Enum require_word(const std::string& word) {
    const auto known = parse<Enum>(word);
    if (!known)
        refuse(ErrorCode::unknown_value, word, nearest_known(word, {words<Enum>().begin(), words<Enum>().end()}));
    return *known;
}

/// `<start>-1`, `<start>-2` …, the first that no entity of this kind has.
template <class Tag>
std::string free_id(const Case& source, const std::string& start) {
    for (std::size_t number = 1;; ++number) {
        std::string id = start + "-" + std::to_string(number);
        if (!find<Tag>(source, id).valid()) return id;
    }
}

}  // namespace nagarezu::review
