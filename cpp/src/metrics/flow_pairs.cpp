#include "flow_pairs.hpp"

#include <algorithm>

namespace nagarezu::metrics {

namespace {

/// Flows to the persons themselves reach no holder, so the graph has no arc for them. With a holder that
/// stands for the persons they have one, and nothing goes on from there, so all else stays as it is.
Case with_persons(Case source) {
    const HolderIndex persons{source.holders.size()};
    source.holders.emplace_back();
    for (Flow& flow : source.flows)
        if (flow.to.empty()) flow.to = {persons};
    return source;
}

}  // namespace

FlowPairs::FlowPairs(const Measured& measured)
    : holdings_{measured.holdings}, arc_of_(measured.source.flows.size(), nullptr) {
    if (std::ranges::any_of(measured.source.flows, &std::vector<HolderIndex>::empty, &Flow::to))
        issuing_.emplace(with_persons(measured.source));
    for (const graph::Arc& arc : graph().arcs())
        if (arc.flow != FlowIndex::nothing) arc_of_[arc.flow] = &arc;
}

}  // namespace nagarezu::metrics
