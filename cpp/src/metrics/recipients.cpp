#include "nagarezu/metrics/recipients.hpp"

#include <algorithm>
#include <set>

#include "codes.hpp"
#include "nagarezu/metrics/exposure.hpp"
#include "nagarezu/metrics/extremes.hpp"
#include "nagarezu/metrics/items.hpp"
#include "row.hpp"
#include "targets.hpp"

namespace nagarezu::metrics {

using graph::Reach;

std::vector<HolderIndex> recipients_of(const Case& source) {
    std::set<HolderIndex> found;
    for (const Flow& flow : source.flows)
        if (flow.change != Change::removed) found.insert(flow.to.begin(), flow.to.end());
    return {found.begin(), found.end()};
}

std::vector<HolderIndex> external_recipients_of(const Case& source) {
    auto found = recipients_of(source);
    std::erase_if(found, [&](HolderIndex holder) { return !source.holders[holder.get()].external; });
    return found;
}

Count fewest_targets(const std::vector<std::vector<HolderIndex>>& flows) {
    std::map<HolderIndex, Offer> offers;
    for (std::size_t flow = 0; flow < flows.size(); ++flow)
        for (HolderIndex target : flows[flow])
            offers.try_emplace(target, Offer{1, {}}).first->second.covers.push_back(flow);
    std::vector<Offer> list;
    list.reserve(offers.size());
    for (auto& [holder, offer] : offers) list.push_back(std::move(offer));
    return cheapest_cover(flows.size(), list).lower;
}

std::map<int, Bounds> recipients_by_tier(const Case& source) {
    std::map<int, Bounds> tiers;
    for (HolderIndex holder : recipients_of(source)) {
        const Holder& named = source.holders[holder.get()];
        auto& bounds = tiers.try_emplace(named.tier, Bounds::exact(0)).first->second;
        bounds = bounds + (named.open_class ? Bounds::at_least(0) : Bounds::at_most(1));
    }
    for (auto& [tier, bounds] : tiers) {
        std::set<HolderIndex> certain;
        std::vector<std::vector<HolderIndex>> joint;
        const auto elsewhere = [&source, here = tier](HolderIndex holder) {
            return source.holders[holder.get()].tier != here;
        };
        for (const Flow& flow : source.flows) {
            const auto targets = targets_of(flow);
            if (targets.empty() || std::ranges::any_of(targets, elsewhere)) continue;
            if (targets.size() == 1)
                certain.insert(targets.front());
            else
                joint.push_back(targets);
        }
        drop_satisfied(joint, certain);
        bounds.lower = static_cast<Count>(certain.size()) + fewest_targets(joint);
    }
    return tiers;
}

std::vector<Bounds> depths(const Measured& measured) {
    const auto& graph = measured.holdings.graph();
    std::vector<Bounds> all(graph.holders());
    for (std::size_t g = 0; g < graph.groups(); ++g)
        // The bit behind the items is the unlisted remainder.
        for (std::size_t i = 0; i < graph.stride(); ++i) {
            const auto found = measured.holdings.depths(SubjectIndex{g}, ItemIndex{i}, Reach::upper);
            for (std::size_t h = 0; h < all.size(); ++h) {
                if (!found[h]) continue;
                const auto depth = static_cast<Count>(*found[h]);
                all[h].lower = std::min(all[h].lower.value_or(depth), depth);
                all[h].upper = std::max(all[h].upper.value_or(depth), depth);
            }
        }
    return all;
}

Bounds depth_of(const Measured& measured, HolderIndex holder) {
    return depths(measured)[holder.get()];
}

std::vector<Note> open_classes(const Case& source, const std::vector<HolderIndex>& holders) {
    std::vector<Note> notes;
    for (HolderIndex index : holders) {
        const Holder& holder = source.holders[index.get()];
        if (holder.open_class) notes.push_back({"open_class", {{"holder", holder.id}, {"label", holder.label}}});
    }
    return notes;
}

Frame recipients(const Measured& measured) {
    using enum Cells;
    Frame frame = frame_of({{"holder", text},
                            {"label", text},
                            {"kind", text},
                            {"tier", whole},
                            {"external", truth},
                            {"certifications", text},
                            {"items_lower", whole},
                            {"items_upper", whole},
                            {"persons_lower", whole},
                            {"persons_upper", whole},
                            {"person_items_lower", whole},
                            {"person_items_upper", whole},
                            {"depth_min", whole},
                            {"depth_max", whole},
                            {"missing", text},
                            {"basic_four_lower", whole},
                            {"basic_four_upper", whole},
                            {"linkage_lower", whole},
                            {"linkage_upper", whole},
                            {"assumptions", text}});
    const auto found = recipients_of(measured.source);
    const auto depth = depths(measured);
    Exposure exposure{measured};
    for (HolderIndex index : found) {
        const Holder& holder = measured.source.holders[index.get()];
        const Measure persons = exposure.persons(index);
        const Measure person_items = exposure.person_items(index);
        auto missing = openings(measured, index);
        merge_codes(missing, persons.missing);
        merge_codes(missing, person_items.missing);
        auto assumptions = persons.assumptions;
        merge_codes(assumptions, person_items.assumptions);
        Row row{frame};
        row.text(holder.id).text(holder.label).text(name_of(holder.kind)).whole(holder.tier).truth(holder.external);
        row.text(joined(holder.certifications)).bounds(item_bounds(measured, index));
        row.bounds(persons.bounds).bounds(person_items.bounds).bounds(depth[index.get()]).text(joined(missing));
        row.bounds(basic_four(measured, index)).bounds(linkage_identifiers(measured, index)).text(joined(assumptions));
    }
    frame.notes = open_classes(measured.source, found);
    return frame;
}

}  // namespace nagarezu::metrics
