// Which facts leave a holder's items unlisted: a walk against the flows, as far as something unlisted came.
#include <set>

#include "codes.hpp"
#include "nagarezu/metrics/recipients.hpp"

namespace nagarezu::metrics {

namespace {

using graph::Arc;
using graph::Reach;

/// Whether the arc adds something unlisted of some group, or lets it through from its source.
bool brings_unlisted(const Measured& measured, const Arc& arc) {
    const auto& flows = measured.holdings.graph();
    const auto held = measured.holdings.at(HolderIndex{arc.from}, Reach::upper);
    for (std::size_t g = 0; g < flows.groups(); ++g) {
        const std::size_t bit = flows.unlisted(g);
        if (graph::test(flows.mask(arc.add), bit) || (graph::test(flows.mask(arc.pass), bit) && graph::test(held, bit)))
            return true;
    }
    return false;
}

/// The open lists of a flow or creation, and its own code if it says itself that it is open.
template <class Statement>
std::vector<std::string> openings_of(const Case& source, const Statement& by, const std::string& own) {
    std::vector<std::string> codes;
    for (ListIndex list : by.lists)
        if (source.lists[list.get()].open) codes.push_back("list:" + source.lists[list.get()].id);
    if (by.open) codes.push_back(own);
    return codes;
}

}  // namespace

std::vector<std::string> openings(const Measured& measured, HolderIndex holder) {
    std::vector<std::string> codes;
    const Case& source = measured.source;
    std::set<HolderIndex> seen{holder};
    for (std::vector<HolderIndex> level{holder}; !level.empty();) {
        std::set<FlowIndex> flows;  // into this level, in the order of the case
        std::vector<HolderIndex> next;
        for (const Arc& arc : measured.holdings.graph().arcs()) {
            const bool arrives = std::ranges::find(level, HolderIndex{arc.to}) != level.end();
            if (!arrives || !brings_unlisted(measured, arc)) continue;
            if (arc.flow != FlowIndex::nothing) flows.insert(FlowIndex{arc.flow});
            if (seen.insert(HolderIndex{arc.from}).second) next.emplace_back(arc.from);
        }
        for (FlowIndex index : flows) {
            const Flow& flow = source.flows[index.get()];
            merge_codes(codes, openings_of(source, flow, "flow:" + flow.id));
        }
        for (HolderIndex at : level) {
            const Holder& here = source.holders[at.get()];
            for (const Creation& by : here.creates) merge_codes(codes, openings_of(source, by, "holder:" + here.id));
        }
        level = std::move(next);
    }
    return codes;
}

}  // namespace nagarezu::metrics
