// What the lists of a case name: item counts at four levels (M02), the basic four (M03), the classes of
// the taxonomy (M04) and identifiers by which records can be linked (M05).
//
// A removed entry is printed (item_lists shows it) and counts nowhere, as in the holdings.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "nagarezu/base/frame.hpp"
#include "nagarezu/metrics/measured.hpp"

namespace nagarezu::metrics {

/// M02. Labels: printed entries, group labels included. Leaves: entries that are items; the lower end
/// leaves optional ones out, the upper end is unknown if a list is open. Distinct labels: printed labels
/// of leaves, compared as they are. Distinct concepts: concepts of leaves (the item's label where none is
/// assigned) by role, so that 氏名 of two people are two.
struct ItemCounts {
    Count labels{};
    Bounds leaves;
    Count distinct_labels{};
    Count distinct_concepts{};
    friend bool operator==(const ItemCounts&, const ItemCounts&) = default;
};
ItemCounts count_items(const Case& source, std::span<const ListIndex> lists);

/// M04: for each class of the taxonomy, in its order, the leaves of that class and the distinct items
/// among them. An item of several classes counts in each.
struct ClassVector {
    std::array<Count, item_class_count> leaves{};
    std::array<Count, item_class_count> distinct{};
    friend bool operator==(const ClassVector&, const ClassVector&) = default;
};
ClassVector count_classes(const Case& source, std::span<const ListIndex> lists);

/// The lists that stand for a holder, alone or with others.
std::vector<ListIndex> lists_of(const Case& source, HolderIndex holder);

/// M03: how many of the data subject's own name, address, birth date and sex reach the holder, 0 to 4.
/// The upper end also counts items of class F4 that no concept tells apart, and is 4 where something
/// unlisted may arrive.
Bounds basic_four(const Measured& measured, HolderIndex holder);

/// M05: distinct items of class NB, JC, SY or OI at a holder, and listed on a flow.
Bounds linkage_identifiers(const Measured& measured, HolderIndex holder);
Bounds linkage_identifiers(const Measured& measured, FlowIndex flow);

/// A row for each printed entry.
Frame item_lists(const Measured& measured);
/// A row for each holder with lists, and `*` for all lists of the case.
Frame item_counts(const Measured& measured);
/// A row for each holder with lists and each class among its leaves.
Frame item_classes(const Measured& measured);

}  // namespace nagarezu::metrics
