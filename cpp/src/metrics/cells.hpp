// What stands in one cell: ids, words and labels, alone or several separated by a space.
//
// A text that the document does not state is null; a set that is known to be empty is an empty text.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "nagarezu/base/date.hpp"
#include "nagarezu/base/frame.hpp"
#include "nagarezu/base/index.hpp"
#include "nagarezu/model/words.hpp"

namespace nagarezu::metrics {

/// The text, or null if it is empty, that is: not stated.
inline std::optional<std::string> stated(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional{text};
}

/// The date in its own precision, or null.
inline std::optional<std::string> date_of(const std::optional<Date>& date) {
    return date ? std::optional{date->text()} : std::nullopt;
}

/// A label that is to stand beside others in one cell: each blank becomes `_`, the ideographic
/// and the no-break space included, so that splitting at blanks gives the labels back.
std::string single_word(std::string_view label);

/// Labels as one cell. A single one is printed as it is; null if there is none.
std::optional<std::string> labels_of(const std::vector<std::string>& labels);

/// The id that an index points at; null if it points at nothing.
template <class Entity, class Tag>
std::optional<std::string> id_of(const std::vector<Entity>& entities, Index<Tag> index) {
    return index.valid() ? std::optional{entities[index.get()].id} : std::nullopt;
}

template <class Entity, class Tag>
std::string ids_of(const std::vector<Entity>& entities, const std::vector<Index<Tag>>& indices) {
    std::vector<std::string> ids;
    ids.reserve(indices.size());
    for (const auto index : indices) ids.push_back(entities[index.get()].id);
    return joined(ids);
}

template <class Enum>
std::string words_of(const std::vector<Enum>& values) {
    std::vector<std::string> list;
    list.reserve(values.size());
    for (const Enum value : values) list.emplace_back(name_of(value));
    return joined(list);
}

}  // namespace nagarezu::metrics
