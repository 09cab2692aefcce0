// The JSON form of items and of the printed lists in which they stand.
#pragma once

#include "nagarezu/model/case.hpp"
#include "sourced_shape.hpp"

namespace nagarezu::io {

template <>
inline constexpr Kind kind_of<Item> = Kind::item;
template <>
inline constexpr Kind kind_of<ItemList> = Kind::list;

template <>
struct Shape<Item> {
    static constexpr std::string_view name = "item";
    static constexpr std::string_view meaning = "One information item, however often it is printed.";
    static constexpr auto members =
        sourced(Member{"id", &Item::id, "Stable id.", Need::required, Rule::own_id},
                Member{"label", &Item::label, "The item as printed.", Need::required},
                Member{"concept", &Item::concept_id, "Entry of the vocabulary."},
                Member{"role", &Item::role, "Whose, if not the data subject's own."},
                Member{"classes", &Item::classes, "Item classes of the taxonomy."},
                Member{"derived_from", &Item::derived_from, "The item from which it is made."},
                Member{"sensitivity", &Item::sensitivity, "Why it needs special care."});
};

template <>
struct Shape<ListEntry> {
    static constexpr std::string_view name = "entry";
    static constexpr std::string_view meaning =
        "One printed line of an item list; without an item it is a group label.";
    static constexpr auto members =
        sourced(Member{"position", &ListEntry::position, "Path of numbers.", Need::required, Rule::path},
                Member{"label", &ListEntry::label, "The line as printed.", Need::required},
                Member{"item", &ListEntry::item, "The item that it names."},
                Member{"optional", &ListEntry::optional, "Held for some of the subjects only."},
                Member{"change", &ListEntry::change, "What the case does to it."});
};

template <>
struct Shape<ItemList> {
    static constexpr std::string_view name = "list";
    static constexpr std::string_view meaning = "An item list as a matter prints it.";
    static constexpr auto members = sourced(
        Member{"id", &ItemList::id, "Stable id.", Need::required, Rule::own_id},
        Member{"matter", &ItemList::matter, "The matter that prints it.", Need::required},
        Member{"holders", &ItemList::holders, "The holders to whom it belongs together."},
        Member{"label", &ItemList::label, "Its heading."}, Member{"entries", &ItemList::entries, "Its lines in order."},
        Member{"open", &ItemList::open, "There may be more than is listed."},
        Member{"missing_reference", &ItemList::missing_reference,
               "The attachment that is not there; the list is open."});
};

}  // namespace nagarezu::io
