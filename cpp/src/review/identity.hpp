// What tells the entities of one list apart, across two cases.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "values.hpp"

namespace nagarezu::review {

/// The key by which an entity is known again; and, for those without an id, a weaker one for what is then
/// left over, empty if there is none.
struct Identity {
    std::string key;
    std::string weak;
};

inline std::string path(std::initializer_list<std::string> parts) {
    std::string text;
    for (const std::string& part : parts) append(text, part, "/");
    return text;
}

template <class T>
concept Named = requires(const T& value) {
    value.id;
};
template <class T>
concept Labelled = requires(const T& value) {
    value.label;
};

template <class T>
std::string label_of(const T& value) {
    if constexpr (std::is_same_v<T, Matter> || std::is_same_v<T, Source>)
        return value.title;
    else if constexpr (std::is_same_v<T, Clause>)
        return value.heading.empty() ? value.label : value.heading;
    else if constexpr (std::is_same_v<T, ChangeRow>)
        return value.place;
    else if constexpr (std::is_same_v<T, Transfer>)
        return path({value.basis, value.law_item, value.section});
    else if constexpr (Labelled<T>)
        return value.label;
    else
        return {};
}

template <class T>
Identity identity_of(const Case& source, const T& value) {
    const auto text = [&](const auto& field) { return shown(source, field); };
    if constexpr (Named<T>)
        return {value.id, {}};
    else if constexpr (std::is_same_v<T, Clause>)
        return {path({text(value.matter), text(value.number)}), {}};
    else if constexpr (std::is_same_v<T, ChecklistRow>)
        return {path({value.block, value.party, text(value.layer), text(value.measures)}),
                path({value.block, value.party, text(value.layer)})};
    else if constexpr (std::is_same_v<T, Transfer>)
        return {label_of(value), path({value.basis, value.law_item})};
    else if constexpr (std::is_same_v<T, Period>)
        return {path({text(value.kind), value.label, value.part}), text(value.kind)};
    else if constexpr (std::is_same_v<T, SubjectCount>)
        return {path({text(value.unit), text(value.as_of)}), text(value.unit)};
    else if constexpr (std::is_same_v<T, ListEntry>)
        return {value.leaf() ? text(value.item) : value.label, value.position};
    else if constexpr (std::is_same_v<T, PartnerRow>)
        return {path({text(value.holders), text(value.systems)}), "partners"};
    else if constexpr (std::is_same_v<T, MediumRow>)
        return {path({text(value.kind), value.label}), text(value.kind)};
    else if constexpr (std::is_same_v<T, Mention>)
        return {path({text(value.matter), text(value.sheet)}), {}};
    else if constexpr (std::is_same_v<T, Creation>)
        return {text(value.subjects), "creation"};
    else
        return {label_of(value), {}};
}

/// Which element of a list of a each element of a list of b continues, and the id of each to show.
struct Pairing {
    std::vector<std::optional<std::size_t>> before;  // of each element of b
    std::vector<bool> continued;                     // of each element of a
};

/// Ids to show for a list: keys, the second and later of one key with `#2`, `#3`, …
template <class T>
std::vector<std::string> ids_to_show(const Case& source, const std::vector<T>& values, const std::string& owner) {
    std::unordered_map<std::string, std::size_t> seen;
    std::vector<std::string> ids;
    for (const T& value : values) {
        std::string key = identity_of(source, value).key;
        const std::size_t number = ++seen[key];
        if (number > 1) key += "#" + std::to_string(number);
        ids.push_back(path({owner, key}));
    }
    return ids;
}

/// One pass: the n-th of a key in b continues the n-th of it in a that is still free.
template <class T, class Key>
void pair_by(const std::vector<T>& a, const std::vector<T>& b, Pairing& pairing, Key key) {
    std::unordered_map<std::string, std::vector<std::size_t>> free;  // the last is the next to take
    for (std::size_t i = a.size(); i-- > 0;)
        if (!pairing.continued[i]) free[key(true, a[i])].push_back(i);
    for (std::size_t i = 0; i < b.size(); ++i) {
        if (pairing.before[i]) continue;
        const std::string wanted = key(false, b[i]);
        const auto found = free.find(wanted);
        if (wanted.empty() || found == free.end() || found->second.empty()) continue;
        pairing.before[i] = found->second.back();
        pairing.continued[found->second.back()] = true;
        found->second.pop_back();
    }
}

template <class T>
Pairing pair_up(const Case& a, const std::vector<T>& x, const Case& b, const std::vector<T>& y) {
    Pairing pairing{std::vector<std::optional<std::size_t>>(y.size()), std::vector<bool>(x.size())};
    const auto source = [&](bool first) -> const Case& { return first ? a : b; };
    // A key may be empty (a label that is not stated); its mark keeps it apart from no key at all.
    pair_by(x, y, pairing, [&](bool first, const T& value) { return "=" + identity_of(source(first), value).key; });
    if constexpr (!Named<T>)
        pair_by(x, y, pairing, [&](bool first, const T& value) { return identity_of(source(first), value).weak; });
    return pairing;
}

}  // namespace nagarezu::review
