// Items that tell more than they should, and items that come from nowhere.
#include <algorithm>

#include "../../metrics/stated_items.hpp"
#include "raised.hpp"

namespace nagarezu::review::rules {

namespace {

/// A password that follows from what others know of the person.
void credentials(Raised& raised) {
    const Case& source = raised.source();
    for (const Item& item : source.items) {
        if (!item.classes.contains(ItemClass::CR) || !item.derived_from.valid()) continue;
        const Item& base = source.items[item.derived_from.get()];
        raised.add(FindingCode::credential_from_attribute, Severity::question, item.source, base.source, item.label,
                   item.label, base.label);
    }
}

/// Where the lists of a holder stand, or else the holder.
Places lists_of(const Case& source, HolderIndex holder) {
    PlaceList places;
    for (const ItemList* list : own_lists(source, holder)) places.add(list->source);
    const Places found = places.text();
    return either(found, source.holders[holder.get()].source);
}

/// The place of the flow closest to an item: the entry that lists it, else the flow.
Places place_of_item(const Case& source, const Flow& flow, ItemIndex item) {
    for (const ListIndex list : flow.lists)
        for (const ListEntry& entry : source.lists[list.get()].entries)
            if (entry.item == item && !entry.source.empty()) return entry.source;
    const Places& own = source.items[item.get()].source;
    return either(own, flow.source);
}

/// The groups that each matter deals with: on a flow, or on a record list, of that matter.
class GroupsOfMatters {
public:
    explicit GroupsOfMatters(const Case& source) : groups_(source.matters.size()) {
        for (const Flow& flow : source.flows) add(flow.matter, flow.subjects);
        for (const Holder& holder : source.holders)
            for (const Creation& creation : holder.creates)
                for (const ListIndex list : creation.lists) add(source.lists[list.get()].matter, creation.subjects);
    }
    [[nodiscard]] const std::vector<SubjectIndex>& of(MatterIndex matter) const { return groups_[matter.get()]; }

private:
    void add(MatterIndex matter, const std::vector<SubjectIndex>& subjects) {
        if (!matter.valid()) return;
        for (const SubjectIndex subject : subjects)
            if (std::ranges::find(groups_[matter.get()], subject) == groups_[matter.get()].end())
                groups_[matter.get()].push_back(subject);
    }

    std::vector<std::vector<SubjectIndex>> groups_;
};

/// Held for another group of the matter: one list for several groups does not say whose each item is.
bool held_beside(const Raised& raised, const GroupsOfMatters& groups, const Flow& flow, ItemIndex item) {
    const auto& holdings = raised.holdings();
    if (!flow.matter.valid() || flow.open_subjects) return holdings.has_item(flow.from, item, graph::Reach::upper);
    return std::ranges::any_of(groups.of(flow.matter), [&](SubjectIndex group) {
        return holdings.holds(flow.from, group, item, graph::Reach::upper);
    });
}

/// Of a flow that says of nobody whose its items are: those that its source does not hold of anybody.
std::vector<ItemIndex> held_of_nobody(const Raised& raised, const Flow& flow) {
    std::vector<ItemIndex> missing;
    const auto& holdings = raised.holdings();
    if (!flow.open_subjects || !flow.subjects.empty() || !flow.from.valid() || holdings.unlisted(flow.from))
        return missing;
    for (const ItemIndex item : metrics::stated_items(raised.source(), flow).certain)
        if (!holdings.has_item(flow.from, item, graph::Reach::upper)) missing.push_back(item);
    return missing;
}

/// What a flow states and its source does not hold, although something is known of what it holds.
void unsourced(Raised& raised) {
    const Case& source = raised.source();
    const auto all = raised.holdings().unsourced();  // by flow
    const GroupsOfMatters groups{source};
    auto pair = all.begin();
    for (std::size_t f = 0; f < source.flows.size(); ++f) {
        const Flow& flow = source.flows[f];
        PlaceList places;
        LabelList labels;
        for (; pair != all.end() && pair->flow == FlowIndex{f}; ++pair) {
            if (held_beside(raised, groups, flow, pair->item)) continue;
            places.add(place_of_item(source, flow, pair->item));
            labels.add(source.items[pair->item.get()].label);
        }
        for (const ItemIndex item : held_of_nobody(raised, flow)) {
            places.add(place_of_item(source, flow, item));
            labels.add(source.items[item.get()].label);
        }
        if (!labels.empty() && raised.holdings().item_count(flow.from, graph::Reach::lower) != 0)
            raised.add(FindingCode::unsourced_item, Severity::question, places.text(), lists_of(source, flow.from),
                       source.holders[flow.from.get()].label, labels.text());
    }
}

}  // namespace

void items(Raised& raised) {
    credentials(raised);
    unsourced(raised);
}

}  // namespace nagarezu::review::rules
