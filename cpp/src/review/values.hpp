// Values of fields across two cases: whether they say the same, and how one cell shows them.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "nagarezu/model/references.hpp"

namespace nagarezu::review {

template <class T>
struct is_index : std::false_type {};
template <class Tag>
struct is_index<Index<Tag>> : std::true_type {};

template <class T>
struct is_optional : std::false_type {};
template <class T>
struct is_optional<std::optional<T>> : std::true_type {};

template <class T>
inline constexpr bool listed = is_list<T>::value;

/// Lists of entities are compared element by element, with rows of their own.
template <class T>
struct lists_entities : std::false_type {};
template <class T>
struct lists_entities<std::vector<T>> : std::bool_constant<Entity<T>> {};

template <class Tag>
std::string id_at(const Case& source, Index<Tag> index) {
    return index.valid() ? entity(source, index).id : std::string{};
}

/// A difference of values that no described field explains: y differs from x even with all its fields.
template <class T>
bool differs_beyond_fields(T x, const T& y) {
    for_each_field<T>([&](const auto& field) { x.*field.at = y.*field.at; });
    return !(x == y);
}

/// Two values of two cases are the same if they are equal with each reference read as an id.
template <class T>
bool same(const Case& a, const T& x, const Case& b, const T& y) {
    if constexpr (is_index<T>::value) {
        return id_at(a, x) == id_at(b, y);
    } else if constexpr (Described<T>) {
        bool equal = true;
        for_each_field<T>([&](const auto& field) { equal = equal && same(a, x.*field.at, b, y.*field.at); });
        return equal && !differs_beyond_fields(x, y);
    } else if constexpr (listed<T>) {
        return std::ranges::equal(x, y, [&](const auto& one, const auto& other) { return same(a, one, b, other); });
    } else {
        return x == y;
    }
}

inline void append(std::string& text, const std::string& part, const char* between) {
    if (part.empty()) return;
    if (!text.empty()) text += between;
    text += part;
}

/// A value as one cell shows it: ids for references, words for enums, several separated by a space, or by
/// `; ` where they are texts of their own. Empty if nothing is stated.
template <class T>
std::string shown(const Case& source, const T& value);

template <class Enum>
std::string shown_words(WordSet<Enum> set) {
    std::string text;
    for (std::size_t i = 0; i < words<Enum>().size(); ++i)
        if (set.contains(static_cast<Enum>(i))) append(text, std::string{words<Enum>()[i]}, " ");
    return text;
}

template <class T>
std::string shown_list(const Case& source, const std::vector<T>& values) {
    constexpr bool codes = is_index<T>::value || std::is_enum_v<T> || std::is_arithmetic_v<T>;
    std::string text;
    for (const T& value : values) append(text, shown(source, value), codes ? " " : "; ");
    return text;
}

template <class T>
std::string shown(const Case& source, const T& value) {
    if constexpr (std::is_same_v<T, std::string>) {
        return value;
    } else if constexpr (std::is_same_v<T, bool>) {
        return value ? "true" : "false";
    } else if constexpr (std::is_enum_v<T>) {
        return std::string{name_of(value)};
    } else if constexpr (std::is_arithmetic_v<T>) {
        return std::to_string(value);
    } else if constexpr (std::is_same_v<T, Date>) {
        return value.text();
    } else if constexpr (std::is_same_v<T, Provenance>) {
        return value.field + (value.rule.empty() ? "" : " (" + value.rule + ")");
    } else if constexpr (is_index<T>::value) {
        return id_at(source, value);
    } else if constexpr (is_optional<T>::value) {
        return value ? shown(source, *value) : std::string{};
    } else if constexpr (listed<T>) {
        return shown_list(source, value);
    } else if constexpr (Described<T>) {
        std::string text;
        for_each_field<T>([&](const auto& field) {
            if (field.sense == Sense::meaning && !(value.*field.at == T{}.*field.at))
                append(text, shown(source, value.*field.at), " ");
        });
        return text;
    } else {
        return shown_words(value);
    }
}

}  // namespace nagarezu::review
