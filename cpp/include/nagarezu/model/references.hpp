// The references of a case, whatever field they stand in: what each points at, and a visit to all of them.
#pragma once

#include <vector>

#include "nagarezu/model/fields.hpp"

namespace nagarezu {

/// The list of the case into which an index points.
template <class Tag>
struct Table;
template <>
struct Table<MatterTag> {
    static constexpr auto at = &Case::matters;
};
template <>
struct Table<SubjectTag> {
    static constexpr auto at = &Case::subjects;
};
template <>
struct Table<ItemTag> {
    static constexpr auto at = &Case::items;
};
template <>
struct Table<HolderTag> {
    static constexpr auto at = &Case::holders;
};
template <>
struct Table<ListTag> {
    static constexpr auto at = &Case::lists;
};
template <>
struct Table<FlowTag> {
    static constexpr auto at = &Case::flows;
};
template <>
struct Table<SafeguardTag> {
    static constexpr auto at = &Case::safeguards;
};

/// The entity that a valid index points at.
template <class Tag>
const auto& entity(const Case& source, Index<Tag> index) {
    return (source.*Table<Tag>::at)[index.get()];
}

template <class T>
struct is_list : std::false_type {};
template <class T>
struct is_list<std::vector<T>> : std::true_type {};

/// Calls `visit(index)` for every single reference of an entity or value, and `visit(indices)` for every
/// list of references, however deep they stand in it.
template <class T, class Visit>
void for_each_reference(T& value, Visit&& visit) {
    if constexpr (requires { visit(value); }) {
        visit(value);
    } else if constexpr (Described<T>) {
        for_each_field<T>([&](const auto& field) { for_each_reference(value.*field.at, visit); });
    } else if constexpr (is_list<T>::value) {
        if constexpr (Described<typename T::value_type>)
            for (auto& element : value) for_each_reference(element, visit);
    }
}

}  // namespace nagarezu
