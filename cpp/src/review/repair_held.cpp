// Repairs of claims about holdings. A set counts only if the claim holds in the case that is left without it,
// judged anew: cutting a flow may also leave another one, which is open, without a known source.
//
// What must be hit is read off the plain part of the graph: flows about groups that they name. There, what one
// flow carries never depends on another one, so each plain way of a forbidden pair must lose a flow.
#include <algorithm>
#include <deque>
#include <set>

#include "../metrics/targets.hpp"
#include "held_claim.hpp"
#include "repair.hpp"

namespace nagarezu::review {

namespace {

using graph::Arc;
using metrics::Measured;

Case without_flows(Case source, const Elements& flows) {
    for (std::size_t flow : flows) source.flows[flow].change = Change::removed;
    return source;
}

Case without_items(Case source, const Elements& items) {
    const auto drop = [&](std::vector<ItemIndex>& from) {
        std::erase_if(from, [&](ItemIndex item) { return std::ranges::binary_search(items, item.get()); });
    };
    for (Flow& flow : source.flows) drop(flow.items);
    for (Holder& holder : source.holders)
        for (Creation& creation : holder.creates) drop(creation.items);
    for (ItemList& list : source.lists)
        for (ListEntry& entry : list.entries)
            if (entry.leaf() && std::ranges::binary_search(items, entry.item.get())) entry.change = Change::removed;
    return source;
}

/// Flows whose groups depend on what their source holds keep only the groups that they name.
Case plain_part(Case source) {
    for (Flow& flow : source.flows)
        if (flow.from.valid()) flow.open_subjects = false;
    return source;
}

Elements all_but(std::size_t size, const Elements& removed) {
    Elements rest;
    for (std::size_t e = 0; e < size; ++e)
        if (!std::ranges::binary_search(removed, e)) rest.push_back(e);
    return rest;
}

/// Flows that reach some holder and are not removed.
Elements flows_left(const Case& source, const Elements& removed) {
    Elements rest = all_but(source.flows.size(), removed);
    std::erase_if(rest, [&](std::size_t flow) { return metrics::targets_of(source.flows[flow]).empty(); });
    return rest;
}

/// Plain ways by which forbidden pairs reach the holders.
class PlainWays {
public:
    PlainWays(const Case& source, const HeldClaim& claim) : graph_{plain_part(source)}, into_(graph_.holders()) {
        for (const Arc& arc : graph_.arcs()) into_[arc.to].push_back(&arc);
        for (HolderIndex holder : claim.holders)
            for (std::size_t g = 0; g < graph_.groups(); ++g)
                for (std::size_t i = 0; i < graph_.stride(); ++i) {
                    if (i < graph_.items() && !claim.forbidden[i]) continue;
                    const Pair pair{holder, graph_.bit(g, i), i == graph_.items()};
                    if (!find(pair, {})) continue;
                    pairs_.push_back(pair);
                    items_.insert(i);
                }
    }

    /// The fewest flows of a plain way that is left; nothing if none is.
    [[nodiscard]] std::optional<Elements> shortest_left(const Elements& removed) const {
        std::optional<Elements> shortest;
        for (const Pair& pair : pairs_) {
            auto way = find(pair, removed);
            if (way && (!shortest || way->size() < shortest->size())) shortest = std::move(way);
            if (shortest && shortest->size() <= 1) break;
        }
        return shortest;
    }

    /// The forbidden items that reach the holders on plain ways, one past the items for something unlisted.
    [[nodiscard]] const std::set<std::size_t>& items() const { return items_; }

private:
    struct Pair {  // a forbidden one, at a holder of the claim
        HolderIndex holder;
        std::size_t bit;
        bool unlisted;
    };
    struct Step {
        std::uint32_t holder;
        Elements flows;  // from here to the holder of the claim
    };

    [[nodiscard]] bool has(graph::MaskId mask, std::size_t pair) const { return graph::test(graph_.mask(mask), pair); }

    // Backwards from the holder to where the pair is stated, the nearest first.
    [[nodiscard]] std::optional<Elements> find(const Pair& pair, const Elements& removed) const {
        std::vector<bool> seen(graph_.holders(), false);
        seen[pair.holder.get()] = true;
        std::deque<Step> open{{static_cast<std::uint32_t>(pair.holder.get()), {}}};
        for (; !open.empty(); open.pop_front()) {
            const Step at = open.front();
            for (const Arc* arc : into_[at.holder]) {
                Elements flows = at.flows;
                if (arc->flow != FlowIndex::nothing) {
                    if (std::ranges::binary_search(removed, arc->flow)) continue;
                    flows.insert(std::ranges::lower_bound(flows, arc->flow), arc->flow);
                }
                // The unlisted bit of a flow may stand only for a source that holds nothing else.
                if (has(arc->add, pair.bit) && (arc->created || !pair.unlisted)) return flows;
                if (arc->created || seen[arc->from] || !has(arc->pass, pair.bit)) continue;
                seen[arc->from] = true;
                open.push_back({arc->from, std::move(flows)});
            }
        }
        return std::nullopt;
    }

    graph::FlowGraph graph_;
    std::vector<std::vector<const Arc*>> into_;
    std::vector<Pair> pairs_;  // those that arrive on a plain way
    std::set<std::size_t> items_;
};

std::optional<Smallest> smallest_flows(const Measured& measured, const HeldClaim& claim, const PlainWays& plain) {
    const Case& source = measured.source;
    return smallest_removal([&](const Elements& removed) -> Progress {
        if (auto way = plain.shortest_left(removed)) return {false, *std::move(way)};
        if (holds(Measured{without_flows(source, removed)}, claim)) return {true, {}};
        return {false, flows_left(source, removed)};
    });
}

std::optional<Smallest> smallest_items(const Measured& measured, const HeldClaim& claim, const PlainWays& plain) {
    const Case& source = measured.source;
    const std::set<std::size_t>& stated = plain.items();
    return smallest_removal([&](const Elements& removed) -> Progress {
        if (stated.contains(source.items.size())) return {};  // something unlisted is no item to remove
        for (std::size_t item : stated)
            if (!std::ranges::binary_search(removed, item)) return {false, {item}};
        if (holds(Measured{without_items(source, removed)}, claim)) return {true, {}};
        return {false, all_but(source.items.size(), removed)};
    });
}

}  // namespace

std::optional<Repair> repair_held(const Measured& measured, const HeldClaim& claim) {
    const PlainWays plain{measured.source, claim};
    const auto flows = smallest_flows(measured, claim, plain);
    const auto items = smallest_items(measured, claim, plain);
    if (!flows && !items) return std::nullopt;
    Repair repair;
    if (flows && (!items || flows->chosen.size() <= items->chosen.size())) {
        for (std::size_t flow : flows->chosen) repair.flows.emplace_back(flow);
        repair.lower = flows->lower;
    } else {
        for (std::size_t item : items->chosen) repair.items.emplace_back(item);
        repair.lower = items->lower;
    }
    return repair;
}

}  // namespace nagarezu::review
