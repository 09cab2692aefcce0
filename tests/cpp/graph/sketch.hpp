// Small cases in a few words: entities are their positions, group 0 unless said otherwise.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <vector>

#include "nagarezu/model/case.hpp"

namespace nagarezu::graph {

using Positions = std::vector<std::size_t>;

template <class Indices>
Indices indices(const Positions& positions) {
    Indices out;
    for (std::size_t position : positions) out.emplace_back(position);
    return out;
}

/// How a flow or creation names what it carries.
struct Named {
    Positions items{};
    Positions optional{};  // through a list; plain items that stand beside them go through the same list
    bool open{false};
    Positions subjects{0};
    bool open_subjects{false};
    bool open_list{false};
    Change change{Change::existing};
};

class Sketch {
public:
    Sketch(std::size_t holders, std::size_t items, std::size_t subjects = 1) {
        value_.matters.resize(1);
        value_.holders.resize(holders);
        value_.items.resize(items);
        value_.subjects.resize(subjects);
    }

    Sketch& creates(std::size_t holder, const Named& named) {
        Creation creation;
        name(creation, named);
        value_.holders[holder].creates.push_back(creation);
        return *this;
    }

    Sketch& flow(std::size_t from, const Positions& to, const Named& named) {
        Flow flow;
        flow.from = HolderIndex{from};
        return add(flow, to, named);
    }

    /// Collected from the persons: no holder sends it.
    Sketch& collects(const Positions& to, const Named& named) {
        Flow flow;
        flow.relation = Relation::collect;
        return add(flow, to, named);
    }

    /// Puts one more list on the last flow.
    Sketch& with_list(const Positions& items, const Positions& optional, Change change = Change::existing) {
        value_.flows.back().lists.push_back(list(items, optional, change));
        return *this;
    }

    [[nodiscard]] const Case& value() const { return value_; }

private:
    Sketch& add(Flow& flow, const Positions& to, const Named& named) {
        flow.matter = MatterIndex{0};
        flow.to = indices<std::vector<HolderIndex>>(to);
        name(flow, named);
        flow.open_subjects = named.open_subjects;
        flow.change = named.change;
        value_.flows.push_back(flow);
        return *this;
    }

    template <class By>
    void name(By& by, const Named& named) {
        if (named.optional.empty() && !named.open_list) {
            by.items = indices<std::vector<ItemIndex>>(named.items);
        } else {
            by.lists.push_back(list(named.items, named.optional, Change::existing));
            value_.lists.back().open = named.open_list;
        }
        by.open = named.open;
        by.subjects = indices<std::vector<SubjectIndex>>(named.subjects);
    }

    ListIndex list(const Positions& items, const Positions& optional, Change change) {
        ItemList list;
        list.matter = MatterIndex{0};
        list.entries.emplace_back();  // a group label, which names no item
        for (bool is_optional : {false, true})
            for (std::size_t item : is_optional ? optional : items) {
                ListEntry entry;
                entry.item = ItemIndex{item};
                entry.optional = is_optional;
                entry.change = change;
                list.entries.push_back(entry);
            }
        value_.lists.push_back(list);
        return ListIndex{value_.lists.size() - 1};
    }

    Case value_;
};

}  // namespace nagarezu::graph
