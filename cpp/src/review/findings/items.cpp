// Items that tell more than they should, and items that come from nowhere.
#include <algorithm>

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

/// Whether a group is one of those that a matter deals with: on a flow, or on a record list, of that matter.
bool deals_with(const Case& source, MatterIndex matter, SubjectIndex group) {
    const auto names = [group](const auto& statement) {
        return std::ranges::find(statement.subjects, group) != statement.subjects.end();
    };
    const auto of_matter = [&](ListIndex list) { return source.lists[list.get()].matter == matter; };
    return std::ranges::any_of(source.flows,
                               [&](const Flow& flow) { return concerns(flow.matter, matter) && names(flow); }) ||
           std::ranges::any_of(source.holders, [&](const Holder& holder) {
               return std::ranges::any_of(holder.creates, [&](const Creation& creation) {
                   return names(creation) && std::ranges::any_of(creation.lists, of_matter);
               });
           });
}

/// Held for another group of the matter: one list for several groups does not say whose each item is.
bool held_beside(const Raised& raised, const Flow& flow, ItemIndex item) {
    const Case& source = raised.source();
    for (std::size_t g = 0; g < source.subjects.size(); ++g)
        if (raised.holdings().holds(flow.from, SubjectIndex{g}, item, graph::Reach::upper) &&
            (!flow.matter.valid() || flow.open_subjects || deals_with(source, flow.matter, SubjectIndex{g})))
            return true;
    return false;
}

/// What a flow states and its source does not hold, although something is known of what it holds.
void unsourced(Raised& raised) {
    const Case& source = raised.source();
    const auto all = raised.holdings().unsourced();  // by flow
    auto pair = all.begin();
    for (std::size_t f = 0; f < source.flows.size(); ++f) {
        const Flow& flow = source.flows[f];
        PlaceList places;
        LabelList labels;
        for (; pair != all.end() && pair->flow == FlowIndex{f}; ++pair) {
            if (held_beside(raised, flow, pair->item)) continue;
            places.add(place_of_item(source, flow, pair->item));
            labels.add(source.items[pair->item.get()].label);
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
