// Small cases, written as one would tell them: who is there, what they hold, what flows where.
//
// Ids are the names given; every call returns the position, so tests never look anything up.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "nagarezu/metrics/measured.hpp"
#include "nagarezu/model/case.hpp"

namespace nagarezu::built {

/// Such as `i3`. Appended, because gcc 12 warns of `"i" + std::to_string(3)` without cause (GCC 105651).
inline std::string numbered(std::string name, std::size_t number) {
    name += std::to_string(number);
    return name;
}

class Builder {
public:
    Case made;

    Builder() {
        made.id = "test";
        made.title = "test";
        matter("m1");
    }

    MatterIndex matter(std::string id) {
        Matter entity;
        entity.id = id;
        entity.title = std::move(id);
        return append<MatterIndex>(made.matters, std::move(entity));
    }

    SubjectIndex subject(std::string id) {
        Subject entity;
        entity.id = id;
        entity.label = std::move(id);
        return append<SubjectIndex>(made.subjects, std::move(entity));
    }
    SubjectIndex subject(std::string id, Count value, Unit unit = Unit::person, Bound bound = Bound::exact) {
        const auto index = subject(std::move(id));
        count(index, value, unit, bound);
        return index;
    }
    SubjectCount& count(SubjectIndex group, Count value, Unit unit = Unit::person, Bound bound = Bound::exact,
                        const std::string& as_of = {}) {
        SubjectCount entity;
        entity.value = value;
        entity.unit = unit;
        entity.bound = bound;
        entity.as_of = parse_date(as_of);
        auto& counts = made.subjects[group.get()].counts;
        counts.push_back(std::move(entity));
        return counts.back();
    }
    void within(SubjectIndex inner, SubjectIndex outer) { made.subjects[inner.get()].within.push_back(outer); }
    void same(SubjectIndex a, SubjectIndex b) { made.subjects[a.get()].same_as.push_back(b); }
    void disjoint(SubjectIndex a, SubjectIndex b) { made.subjects[a.get()].disjoint_with.push_back(b); }

    ItemIndex item(std::string id, ItemClasses classes = {}, std::string concept_id = {}, std::string role = {}) {
        Item entity;
        entity.id = id;
        entity.label = std::move(id);
        entity.classes = classes;
        entity.concept_id = std::move(concept_id);
        entity.role = std::move(role);
        return append<ItemIndex>(made.items, std::move(entity));
    }
    /// As many items as asked for, with ids such as `i3`, counting on from those that are there.
    std::vector<ItemIndex> items(std::size_t number) {
        std::vector<ItemIndex> indices;
        for (std::size_t i = 0; i < number; ++i) indices.push_back(item(numbered("i", made.items.size() + 1)));
        return indices;
    }

    HolderIndex holder(std::string id, bool external = false, int tier = 0) {
        Holder entity;
        entity.id = id;
        entity.label = std::move(id);
        entity.external = external;
        entity.tier = tier;
        return append<HolderIndex>(made.holders, std::move(entity));
    }
    HolderIndex outsider(std::string id) { return holder(std::move(id), true, 1); }
    /// The holder originates these items of these groups.
    Creation& creates(HolderIndex holder_, std::vector<SubjectIndex> groups, std::vector<ItemIndex> items_) {
        Creation entity;
        entity.subjects = std::move(groups);
        entity.items = std::move(items_);
        auto& creations = made.holders[holder_.get()].creates;
        creations.push_back(std::move(entity));
        return creations.back();
    }

    /// A list of leaves at positions 1, 2, …; further entries by `entry`.
    ListIndex list(std::string id, std::vector<HolderIndex> holders, const std::vector<ItemIndex>& leaves = {}) {
        ItemList entity;
        entity.id = id;
        entity.label = std::move(id);
        entity.matter = MatterIndex{0};
        entity.holders = std::move(holders);
        const auto index = append<ListIndex>(made.lists, std::move(entity));
        for (ItemIndex leaf : leaves) entry(index, leaf);
        return index;
    }
    ListEntry& entry(ListIndex list_, ItemIndex item_, bool optional = false) {
        ListEntry entity;
        entity.item = item_;
        entity.optional = optional;
        entity.label = item_.valid() ? made.items[item_.get()].label : "group";
        auto& entries = made.lists[list_.get()].entries;
        entity.position = std::to_string(entries.size() + 1);
        entries.push_back(std::move(entity));
        return entries.back();
    }

    /// A flow of listed items. The reference is good until the next flow.
    Flow& flow(std::string id, HolderIndex from, std::vector<HolderIndex> to, std::vector<SubjectIndex> groups,
               std::vector<ItemIndex> items_ = {}) {
        Flow entity;
        entity.id = std::move(id);
        entity.matter = MatterIndex{0};
        entity.from = from;
        entity.to = std::move(to);
        entity.subjects = std::move(groups);
        entity.items = std::move(items_);
        made.flows.push_back(std::move(entity));
        return made.flows.back();
    }

    [[nodiscard]] metrics::Measured measured() const { return metrics::Measured{made}; }

private:
    template <class Position, class Entity>
    static Position append(std::vector<Entity>& entities, Entity entity) {
        entities.push_back(std::move(entity));
        return Position{entities.size() - 1};
    }
};

/// A part of a vector, as document lists share items.
inline std::vector<ItemIndex> part(const std::vector<ItemIndex>& items, std::size_t first, std::size_t last) {
    return {items.begin() + static_cast<std::ptrdiff_t>(first), items.begin() + static_cast<std::ptrdiff_t>(last)};
}

}  // namespace nagarezu::built
