// What a flow or a creation states by itself: the items of its lists and those named one by one.
#pragma once

#include <set>
#include <vector>

#include "nagarezu/model/case.hpp"

namespace nagarezu::metrics {

/// Distinct items in the order of the case. `optional` holds those that are stated as optional only.
struct StatedItems {
    std::vector<ItemIndex> certain;
    std::vector<ItemIndex> optional;
    bool open{false};  // the statement, or one of its lists, says that there is more
};

template <class Statement>
StatedItems stated_items(const Case& source, const Statement& by) {
    std::set<ItemIndex> certain(by.items.begin(), by.items.end());
    std::set<ItemIndex> optional;
    bool open = by.open;
    for (ListIndex index : by.lists) {
        const ItemList& list = source.lists[index.get()];
        open = open || list.open;
        for (const ListEntry& entry : list.entries)
            if (entry.leaf() && entry.change != Change::removed)
                (entry.optional ? optional : certain).insert(entry.item);
    }
    for (ItemIndex item : certain) optional.erase(item);
    return {{certain.begin(), certain.end()}, {optional.begin(), optional.end()}, open};
}

}  // namespace nagarezu::metrics
