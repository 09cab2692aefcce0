#include "raised.hpp"

#include <algorithm>
#include <sstream>
#include <utility>

namespace nagarezu::review::rules {

namespace {

std::vector<std::string> tokens(std::string_view places) {
    std::istringstream stream{std::string{places}};
    std::vector<std::string> found;
    for (std::string token; stream >> token;) found.push_back(std::move(token));
    return found;
}

template <class T>
bool has(const std::vector<T>& values, const T& wanted) {
    return std::ranges::find(values, wanted) != values.end();
}

void append_entries(const ItemList& list, std::vector<StatedItem>& items) {
    for (const ListEntry& entry : list.entries)
        if (entry.leaf() && entry.change != Change::removed)
            items.push_back({entry.item, either(entry.source, list.source), entry.optional});
}

void append_items(const Flow& flow, std::vector<StatedItem>& items) {
    for (const ItemIndex item : flow.items) items.push_back({item, flow.source, false});
}

void append_stated(const Case& source, const Flow& flow, std::vector<StatedItem>& items) {
    for (const ListIndex list : flow.lists) append_entries(source.lists[list.get()], items);
    append_items(flow, items);
}

std::vector<StatedItem> each_once(std::vector<StatedItem> items) {
    std::vector<StatedItem> once;
    for (StatedItem& item : items)
        if (std::ranges::find(once, item.item, &StatedItem::item) == once.end()) once.push_back(std::move(item));
    return once;
}

bool reaches_alone(const Flow& flow, HolderIndex holder, MatterIndex matter) {
    return active(flow) && flow.to.size() == 1 && flow.to.front() == holder && concerns(matter, flow.matter);
}

}  // namespace

void Raised::add(FindingCode code, Severity severity, Places place_a, Places place_b, std::string about,
                 std::string says_a, std::string says_b) {
    std::optional<Places> second;
    if (!place_b.empty() && place_b != place_a) second = std::move(place_b);
    all.push_back({code, severity, std::move(place_a), std::move(second), std::move(about), std::move(says_a),
                   std::move(says_b)});
}

PlaceList& PlaceList::add(std::string_view places) {
    for (std::string& token : tokens(places))
        if (!has(tokens_, token)) tokens_.push_back(std::move(token));
    return *this;
}

LabelList& LabelList::add(std::string_view label) {
    if (!label.empty() && !has(labels_, std::string{label})) labels_.emplace_back(label);
    return *this;
}

std::string LabelList::text() const {
    std::string text;
    for (const std::string& label : labels_) text.append(text.empty() ? "" : "、").append(label);
    return text;
}

Places place_of(const Sourced& entity, std::string_view field) {
    PlaceList places;
    for (const Provenance& entry : entity.provenance)
        if (entry.field == field) places.add(entry.source);
    const Places found = places.text();
    return either(found, entity.source);
}

Places apart(const Places& places, const Places& others) {
    const auto away = tokens(others);
    PlaceList left;
    for (const std::string& token : tokens(places))
        if (!has(away, token)) left.add(token);
    const Places found = left.text();
    return either(found, places);
}

std::vector<const ItemList*> own_lists(const Case& source, HolderIndex holder, MatterIndex matter) {
    std::vector<const ItemList*> lists;
    for (const ItemList& list : source.lists)
        if (list.holders.size() == 1 && list.holders.front() == holder && concerns(matter, list.matter))
            lists.push_back(&list);
    return lists;
}

std::vector<StatedItem> listed_items(const Case& source, HolderIndex holder, MatterIndex matter) {
    std::vector<StatedItem> items;
    for (const ItemList* list : own_lists(source, holder, matter)) append_entries(*list, items);
    for (const Flow& flow : source.flows)
        if (reaches_alone(flow, holder, matter) && !flow.lists.empty()) append_items(flow, items);
    return items;
}

std::vector<StatedItem> stated_items(const Case& source, HolderIndex holder, MatterIndex matter) {
    std::vector<StatedItem> items = listed_items(source, holder, matter);
    for (const Flow& flow : source.flows)
        if (reaches_alone(flow, holder, matter)) append_stated(source, flow, items);
    return each_once(std::move(items));
}

std::vector<StatedItem> stated_together(const Case& source, const std::vector<HolderIndex>& holders,
                                        MatterIndex matter) {
    const auto among = [&](const std::vector<HolderIndex>& some) {
        return some.size() > 1 && std::ranges::all_of(some, [&](HolderIndex one) {
                   return std::ranges::find(holders, one) != holders.end();
               });
    };
    std::vector<StatedItem> items;
    for (const ItemList& list : source.lists)
        if (among(list.holders) && concerns(matter, list.matter)) append_entries(list, items);
    for (const Flow& flow : source.flows)
        if (active(flow) && among(flow.to) && concerns(matter, flow.matter)) append_stated(source, flow, items);
    return each_once(std::move(items));
}

}  // namespace nagarezu::review::rules
