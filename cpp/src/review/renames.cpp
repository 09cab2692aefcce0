#include "renames.hpp"

namespace nagarezu::review {

Neighbourhood::Neighbourhood(const Case& source) {
    constexpr auto holder = Fields<Holder>::kind;
    constexpr auto item = Fields<Item>::kind;
    for (const Flow& flow : source.flows) {
        if (flow.from.valid()) note(holder, flow.from.get(), flow.id + ">");
        for (const HolderIndex to : flow.to) note(holder, to.get(), ">" + flow.id);
        for (const SubjectIndex group : flow.subjects) note(Fields<Subject>::kind, group.get(), flow.id);
        for (const ItemIndex named : flow.items) note(item, named.get(), flow.id);
    }
    for (const ItemList& list : source.lists)
        for (const ListEntry& entry : list.entries)
            if (entry.leaf()) note(item, entry.item.get(), list.id + "@" + entry.position);
}

std::string Neighbourhood::of(std::string_view kind, std::size_t position) const {
    const auto found = places_.find({kind, position});
    return found == places_.end() ? std::string{} : found->second;
}

void Neighbourhood::note(std::string_view kind, std::size_t position, const std::string& place) {
    append(places_[{kind, position}], place, " ");
}

}  // namespace nagarezu::review
