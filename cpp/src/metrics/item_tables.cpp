// The tables of items.hpp.
#include <string>

#include "cells.hpp"
#include "nagarezu/metrics/items.hpp"
#include "row.hpp"

namespace nagarezu::metrics {

namespace {

std::vector<HolderIndex> holders_with_lists(const Case& source) {
    std::vector<HolderIndex> found;
    for (std::size_t i = 0; i < source.holders.size(); ++i)
        if (!lists_of(source, HolderIndex{i}).empty()) found.emplace_back(i);
    return found;
}

std::vector<ListIndex> all_lists(const Case& source) {
    std::vector<ListIndex> all;
    for (std::size_t i = 0; i < source.lists.size(); ++i) all.emplace_back(i);
    return all;
}

void add_counts(Frame& frame, const std::string& holder, const ItemCounts& counts) {
    Row{frame}
        .text(holder)
        .whole(counts.labels)
        .bounds(counts.leaves)
        .whole(counts.distinct_labels)
        .whole(counts.distinct_concepts);
}

}  // namespace

Frame item_lists(const Measured& measured) {
    using enum Cells;
    Frame frame = frame_of({{"matter", text},
                            {"list", text},
                            {"holder", text},
                            {"position", text},
                            {"label", text},
                            {"leaf", truth},
                            {"optional", truth},
                            {"role", text},
                            {"concept", text},
                            {"classes", text},
                            {"change", text},
                            {"item", text}});
    const Case& source = measured.source;
    for (const ItemList& list : source.lists)
        for (const ListEntry& entry : list.entries) {
            Row row{frame};
            row.text(id_of(source.matters, list.matter))
                .text(list.id)
                .text(stated(ids_of(source.holders, list.holders)));
            row.text(entry.position).text(entry.label).truth(entry.leaf()).truth(entry.optional);
            // Of a group label, nobody says whose it is or what it means.
            const Item* item = entry.leaf() ? &source.items[entry.item.get()] : nullptr;
            const std::optional<std::string> none;
            row.text(item ? std::optional{item->role} : none).text(item ? stated(item->concept_id) : none);
            row.text(item ? std::optional{cell_of(item->classes)} : none).text(name_of(entry.change));
            row.text(id_of(source.items, entry.item));
        }
    return frame;
}

Frame item_counts(const Measured& measured) {
    using enum Cells;
    Frame frame = frame_of({{"holder", text},
                            {"labels", whole},
                            {"leaves_lower", whole},
                            {"leaves_upper", whole},
                            {"distinct_labels", whole},
                            {"distinct_concepts", whole}});
    const Case& source = measured.source;
    for (HolderIndex holder : holders_with_lists(source))
        add_counts(frame, source.holders[holder.get()].id, count_items(source, lists_of(source, holder)));
    add_counts(frame, "*", count_items(source, all_lists(source)));
    return frame;
}

Frame item_classes(const Measured& measured) {
    using enum Cells;
    Frame frame = frame_of({{"holder", text}, {"class", text}, {"leaves", whole}, {"distinct", whole}});
    const Case& source = measured.source;
    for (HolderIndex holder : holders_with_lists(source)) {
        const ClassVector counts = count_classes(source, lists_of(source, holder));
        for (std::size_t i = 0; i < item_class_count; ++i) {
            if (counts.leaves[i] == 0) continue;
            Row row{frame};
            row.text(source.holders[holder.get()].id).text(name_of(static_cast<ItemClass>(i)));
            row.whole(counts.leaves[i]).whole(counts.distinct[i]);
        }
    }
    return frame;
}

}  // namespace nagarezu::metrics
