#include "nagarezu/metrics/items.hpp"

#include <Eigen/Core>
#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "stated_items.hpp"

namespace nagarezu::metrics {

namespace {

using graph::Reach;

bool counts(const ListEntry& entry) {
    return entry.change != Change::removed;
}

constexpr ItemClasses linkage_classes{ItemClass::NB, ItemClass::JC, ItemClass::SY, ItemClass::OI};

bool links(const Item& item) {
    return !(item.classes & linkage_classes).empty();
}

/// Which of the basic four a concept of the vocabulary is.
std::optional<std::size_t> basic_of(std::string_view concept_id) {
    static constexpr std::array<std::pair<std::string_view, std::size_t>, 7> kinds{{{"name", 0},
                                                                                    {"name_kanji", 0},
                                                                                    {"name_kana", 0},
                                                                                    {"address", 1},
                                                                                    {"new_address", 1},
                                                                                    {"birth_date", 2},
                                                                                    {"sex", 3}}};
    for (const auto& [id, kind] : kinds)
        if (id == concept_id) return kind;
    return std::nullopt;
}

constexpr Count basic_count = 4;

}  // namespace

ItemCounts count_items(const Case& source, std::span<const ListIndex> lists) {
    ItemCounts result;
    Count certain = 0;
    Count leaves = 0;
    bool open = false;
    std::set<std::string_view> labels;
    std::set<std::pair<std::string_view, std::string_view>> concepts;
    for (ListIndex index : lists) {
        const ItemList& list = source.lists[index.get()];
        open = open || list.open;
        for (const ListEntry& entry : list.entries) {
            if (!counts(entry)) continue;
            ++result.labels;
            if (!entry.leaf()) continue;
            ++leaves;
            if (!entry.optional) ++certain;
            const Item& item = source.items[entry.item.get()];
            labels.insert(entry.label);
            concepts.emplace(item.concept_id.empty() ? item.label : item.concept_id, item.role);
        }
    }
    result.leaves = {certain, open ? std::nullopt : std::optional{leaves}};
    result.distinct_labels = static_cast<Count>(labels.size());
    result.distinct_concepts = static_cast<Count>(concepts.size());
    return result;
}

ClassVector count_classes(const Case& source, std::span<const ListIndex> lists) {
    using Counts = Eigen::Map<Eigen::Array<Count, static_cast<int>(item_class_count), 1>>;
    const auto classes_of = [&](ItemIndex item) {
        Eigen::Array<Count, static_cast<int>(item_class_count), 1> row;
        for (std::size_t i = 0; i < item_class_count; ++i)
            row[static_cast<Eigen::Index>(i)] = source.items[item.get()].classes.contains(static_cast<ItemClass>(i));
        return row;
    };
    ClassVector result;
    Counts leaves{result.leaves.data()};
    Counts distinct{result.distinct.data()};
    std::set<ItemIndex> seen;
    for (ListIndex index : lists)
        for (const ListEntry& entry : source.lists[index.get()].entries) {
            if (!counts(entry) || !entry.leaf()) continue;
            leaves += classes_of(entry.item);
            if (seen.insert(entry.item).second) distinct += classes_of(entry.item);
        }
    return result;
}

std::vector<ListIndex> lists_of(const Case& source, HolderIndex holder) {
    std::vector<ListIndex> found;
    for (std::size_t i = 0; i < source.lists.size(); ++i) {
        const auto& holders = source.lists[i].holders;
        if (std::ranges::find(holders, holder) != holders.end()) found.emplace_back(i);
    }
    return found;
}

Bounds basic_four(const Measured& measured, HolderIndex holder) {
    std::set<std::size_t> certain;
    std::set<std::size_t> possible;
    Count unnamed = 0;
    for (std::size_t i = 0; i < measured.source.items.size(); ++i) {
        const Item& item = measured.source.items[i];
        const ItemIndex index{i};
        // Another person's name, such as the householder's, is none of the data subject's four.
        if (!item.role.empty() || !measured.holdings.has_item(holder, index, Reach::upper)) continue;
        const auto kind = basic_of(item.concept_id);
        if (kind) {
            possible.insert(*kind);
            if (measured.holdings.has_item(holder, index, Reach::lower)) certain.insert(*kind);
        } else if (item.classes.contains(ItemClass::F4)) {
            ++unnamed;
        }
    }
    const Count upper = std::min(basic_count, static_cast<Count>(possible.size()) + unnamed);
    return {static_cast<Count>(certain.size()), measured.holdings.unlisted(holder) ? basic_count : upper};
}

Bounds linkage_identifiers(const Measured& measured, HolderIndex holder) {
    Count lower = 0;
    Count upper = 0;
    for (std::size_t i = 0; i < measured.source.items.size(); ++i) {
        if (!links(measured.source.items[i])) continue;
        if (measured.holdings.has_item(holder, ItemIndex{i}, Reach::lower)) ++lower;
        if (measured.holdings.has_item(holder, ItemIndex{i}, Reach::upper)) ++upper;
    }
    return {lower, measured.holdings.unlisted(holder) ? std::nullopt : std::optional{upper}};
}

Bounds linkage_identifiers(const Measured& measured, FlowIndex flow) {
    const Flow& stated = measured.source.flows[flow.get()];
    const StatedItems items = stated_items(measured.source, stated);
    const auto linking = [&](const std::vector<ItemIndex>& list) {
        const auto is_linking = [&](ItemIndex item) { return links(measured.source.items[item.get()]); };
        return static_cast<Count>(std::ranges::count_if(list, is_linking));
    };
    const Count lower = linking(items.certain);
    if (items.open) return Bounds::at_least(lower);
    return {lower, lower + linking(items.optional)};
}

}  // namespace nagarezu::metrics
