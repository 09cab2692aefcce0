#include "held_claim.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "../metrics/stated_items.hpp"
#include "../metrics/targets.hpp"

namespace nagarezu::review {

namespace {

using graph::Reach;
using metrics::Measured;

std::vector<HolderIndex> each_once(const std::vector<HolderIndex>& holders) {
    const std::set<HolderIndex> once(holders.begin(), holders.end());
    return {once.begin(), once.end()};
}

/// A pair at a holder, in the order in which witnesses are preferred: near, then in the order of the case.
struct Arrival {
    std::size_t depth{};
    HolderIndex holder;
    ItemIndex item;  // one past the items for something unlisted
    SubjectIndex group;
    friend auto operator<=>(const Arrival&, const Arrival&) = default;
};

/// Every forbidden pair that reaches the holders, in that bound; the unlisted remainder in the upper one.
std::vector<Arrival> arrivals(const Measured& measured, const HeldClaim& claim, Reach reach) {
    const auto& graph = measured.holdings.graph();
    std::vector<Arrival> found;
    for (std::size_t g = 0; g < graph.groups(); ++g)
        for (std::size_t i = 0; i < graph.stride(); ++i) {
            if (i < graph.items() && !claim.forbidden[i]) continue;
            std::vector<std::optional<std::size_t>> depths;
            for (HolderIndex holder : claim.holders) {
                if (!graph::test(measured.holdings.at(holder, reach), graph.bit(g, i))) continue;
                if (depths.empty()) depths = measured.holdings.depths(SubjectIndex{g}, ItemIndex{i}, reach);
                found.push_back({*depths[holder.get()], holder, ItemIndex{i}, SubjectIndex{g}});
            }
        }
    return found;
}

bool about_somebody(const Measured& measured, const Flow& flow) {
    if (!flow.subjects.empty()) return true;
    return flow.open_subjects && flow.from.valid() && !measured.holdings.groups(flow.from, Reach::lower).empty();
}

/// Forbidden items that some of the holders must have, because a flow names them together and nobody else.
std::set<ItemIndex> joint_items(const Measured& measured, const HeldClaim& claim) {
    std::set<ItemIndex> items;
    for (const Flow& flow : measured.source.flows) {
        const auto targets = metrics::targets_of(flow);
        if (targets.size() < 2 || !std::ranges::includes(claim.holders, targets)) continue;
        if (!about_somebody(measured, flow)) continue;
        for (ItemIndex item : metrics::stated_items(measured.source, flow).certain)
            if (claim.forbidden[item.get()]) items.insert(item);
    }
    return items;
}

/// The flow from the persons by which the pair of a witness begins; nothing if its first holder creates it.
FlowIndex collecting(const Measured& measured, HolderIndex holder, std::size_t pair) {
    FlowIndex first;
    for (const graph::Arc& arc : measured.holdings.graph().created()) {
        if (arc.to != holder.get() || !graph::test(measured.holdings.graph().mask(arc.add), pair)) continue;
        if (arc.flow == FlowIndex::nothing) return {};
        first = std::min(first, FlowIndex{arc.flow});
    }
    return first;
}

void show_way(const Measured& measured, const Arrival& nearest, Reach reach, Judgement& into) {
    into.witness = measured.holdings.witness(nearest.holder, nearest.group, nearest.item, reach);
    const auto& graph = measured.holdings.graph();
    into.collected_by =
        collecting(measured, into.witness->holders.front(), graph.bit(nearest.group.get(), nearest.item.get()));
}

}  // namespace

HeldClaim HeldClaim::only(const Case& source, const Claim& claim) {
    HeldClaim held{each_once(claim.holders), std::vector<bool>(source.items.size(), true)};
    for (ItemIndex item : claim.items) held.forbidden[item.get()] = false;
    return held;
}

HeldClaim HeldClaim::never(const Case& source, const Claim& claim) {
    std::vector<HolderIndex> holders = claim.holders;
    for (std::size_t h = 0; h < source.holders.size(); ++h)
        if (!claim.zone.empty() && source.holders[h].zone == claim.zone) holders.emplace_back(h);
    HeldClaim held{each_once(holders), std::vector<bool>(source.items.size(), false)};
    for (ItemIndex item : claim.items) held.forbidden[item.get()] = true;
    for (std::size_t i = 0; i < source.items.size(); ++i)
        if (!(source.items[i].classes & claim.classes).empty()) held.forbidden[i] = true;
    return held;
}

bool holds(const Measured& measured, const HeldClaim& claim) {
    const auto& graph = measured.holdings.graph();
    for (HolderIndex holder : claim.holders) {
        const auto held = measured.holdings.at(holder, Reach::upper);
        for (std::size_t g = 0; g < graph.groups(); ++g)
            for (std::size_t i = 0; i < graph.stride(); ++i)
                if ((i == graph.items() || claim.forbidden[i]) && graph::test(held, graph.bit(g, i))) return false;
    }
    return true;
}

Judgement judge_held(const Measured& measured, const HeldClaim& claim) {
    Judgement judged;
    auto against = arrivals(measured, claim, Reach::lower);
    std::set<ItemIndex> items = joint_items(measured, claim);
    judged.holds = against.empty() && items.empty() ? Verdict::unknown : Verdict::no;
    const bool joint_only = against.empty() && !items.empty();
    const Reach reach = against.empty() ? Reach::upper : Reach::lower;
    if (against.empty()) against = arrivals(measured, claim, Reach::upper);
    if (against.empty()) {
        judged.holds = Verdict::yes;
        return judged;
    }
    if (joint_only) std::erase_if(against, [&](const Arrival& arrival) { return !items.contains(arrival.item); });
    const Arrival nearest = *std::ranges::min_element(against);
    show_way(measured, nearest, reach, judged);
    const ItemIndex unlisted{measured.source.items.size()};
    for (const Arrival& arrival : against)
        if (arrival.item != unlisted) items.insert(arrival.item);
    for (ItemIndex item : items) judged.contradictions.push_back("item:" + measured.source.items[item.get()].id);
    if (judged.holds == Verdict::unknown) judged.settling = settling_facts(measured, claim);
    return judged;
}

}  // namespace nagarezu::review
