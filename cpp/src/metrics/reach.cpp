#include "nagarezu/metrics/reach.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "codes.hpp"
#include "nagarezu/metrics/exposure.hpp"
#include "nagarezu/metrics/recipients.hpp"
#include "stated_items.hpp"
#include "targets.hpp"

namespace nagarezu::metrics {

namespace {

using graph::Reach;

/// The external recipients of one item: those that certainly have it, those that may, and the joint
/// flows that state it for others.
struct Arrivals {
    std::set<HolderIndex> certain;
    std::vector<HolderIndex> possible;
    std::vector<FlowIndex> joint;
    std::vector<Targets> joint_targets;
};

bool states(const StatedItems& stated, ItemIndex item) {
    return std::ranges::binary_search(stated.certain, item);
}

Arrivals arrivals_of(const Measured& measured, ItemIndex item) {
    const Case& source = measured.source;
    Arrivals found;
    for (HolderIndex holder : external_recipients_of(source)) {
        if (measured.holdings.has_item(holder, item, Reach::lower)) found.certain.insert(holder);
        if (measured.holdings.has_item(holder, item, Reach::upper)) found.possible.push_back(holder);
    }
    // A joint flow counts only if each of its targets is external, may have the item, and none surely has.
    const auto open = [&](HolderIndex holder) {
        return std::ranges::binary_search(found.possible, holder) && !found.certain.contains(holder);
    };
    for (std::size_t f = 0; f < source.flows.size(); ++f) {
        const auto targets = targets_of(source.flows[f]);
        if (targets.size() < 2 || !std::ranges::all_of(targets, open)) continue;
        if (!states(stated_items(source, source.flows[f]), item)) continue;
        found.joint.emplace_back(f);
        found.joint_targets.push_back(targets);
    }
    return found;
}

/// The groups that a joint flow certainly brings an item of.
std::vector<SubjectIndex> certain_groups(const Measured& measured, const Flow& flow) {
    std::set<SubjectIndex> groups(flow.subjects.begin(), flow.subjects.end());
    if (flow.open_subjects && flow.from.valid())
        for (SubjectIndex group : measured.holdings.groups(flow.from, Reach::lower)) groups.insert(group);
    return {groups.begin(), groups.end()};
}

/// The least person-items that joint flows bring, each with so many persons. By layers: holders must
/// explain all flows that bring at least so many persons, and each of them has as many.
Count least_brought(const std::vector<Targets>& targets, const std::vector<Count>& persons) {
    Count sum = 0;
    Count below = 0;
    for (Count layer : std::set<Count>(persons.begin(), persons.end())) {
        std::vector<Targets> large;
        for (std::size_t i = 0; i < targets.size(); ++i)
            if (persons[i] >= layer) large.push_back(targets[i]);
        sum = saturating_add(sum, saturating_multiply(layer - below, fewest_targets(large)));
        below = layer;
    }
    return sum;
}

}  // namespace

Bounds item_reach_of(const Measured& measured, ItemIndex item) {
    const Arrivals found = arrivals_of(measured, item);
    return {static_cast<Count>(found.certain.size()) + fewest_targets(found.joint_targets),
            static_cast<Count>(found.possible.size())};
}

Measure item_exposure(const Measured& measured, ItemIndex item, Reading reading) {
    const Arrivals found = arrivals_of(measured, item);
    Exposure exposure{measured, reading};
    Measure sum{Bounds::exact(0), "person_item", {}, {}};
    bool known = found.certain.empty() && found.joint.empty();
    Count lower = 0;
    for (HolderIndex holder : found.possible) {
        const Measure here = exposure.persons(holder, item);
        if (found.certain.contains(holder)) known = known || here.bounds.lower.has_value();
        lower = saturating_add(lower, here.bounds.lower.value_or(0));
        sum.bounds = sum.bounds + Bounds{0, here.bounds.upper};
        merge_codes(sum.assumptions, here.assumptions);
        merge_codes(sum.missing, here.missing);
        const Holder& named = measured.source.holders[holder.get()];
        if (named.open_class) merge_codes(sum.assumptions, {"open_class:" + named.id});
    }
    std::vector<Count> persons;
    for (FlowIndex flow : found.joint) {
        const auto groups = certain_groups(measured, measured.source.flows[flow.get()]);
        const auto& least = exposure.persons(groups).bounds.lower;
        known = known || least.has_value();
        persons.push_back(least.value_or(0));
    }
    lower = saturating_add(lower, least_brought(found.joint_targets, persons));
    sum.bounds.lower = known ? std::optional{lower} : std::nullopt;
    return sum;
}

}  // namespace nagarezu::metrics
