// Which facts decide a claim about holdings: those that leave open what the last flows into a holder bring.
#include <set>

#include "../metrics/codes.hpp"
#include "../metrics/stated_items.hpp"
#include "held_claim.hpp"

namespace nagarezu::review {

namespace {

using graph::Arc;
using graph::Reach;
using metrics::Measured;

/// The reasons why one statement may bring a forbidden pair to its target without being certain to.
class Reasons {
public:
    Reasons(const Measured& measured, const HeldClaim& claim) : measured_{measured}, claim_{claim} {}

    void add(const Arc& arc) {
        const auto& graph = measured_.holdings.graph();
        const auto held = measured_.holdings.at(HolderIndex{arc.from}, Reach::upper);
        bool lets_through = false;
        for (std::size_t g = 0; g < graph.groups(); ++g)
            for (std::size_t i = 0; i < graph.stride(); ++i) {
                if (i < graph.items() && !claim_.forbidden[i]) continue;
                const std::size_t pair = graph.bit(g, i);
                const bool adds = graph::test(graph.mask(arc.add), pair);
                const bool passes = !arc.created && graph::test(graph.mask(arc.pass), pair) && graph::test(held, pair);
                if (adds && i < graph.items())
                    stated_.insert(ItemIndex{i});
                else if (adds || passes)
                    lets_through = true;
            }
        explain(arc, lets_through);
        stated_.clear();
    }

    std::vector<std::string> codes;

private:
    void explain(const Arc& arc, bool lets_through) {
        const Case& source = measured_.source;
        if (arc.flow == FlowIndex::nothing) {
            const Holder& holder = source.holders[arc.to];
            for (const Creation& creation : holder.creates)
                explain_items(creation, "holder:" + holder.id, lets_through);
            return;
        }
        const Flow& flow = source.flows[arc.flow];
        if (!stated_.empty() && arc.joint) metrics::merge_codes(codes, {"joint:" + flow.id});
        if (!stated_.empty() && flow.open_subjects) metrics::merge_codes(codes, {"subjects:" + flow.id});
        explain_items(flow, "flow:" + flow.id, lets_through);
    }

    template <class Statement>
    void explain_items(const Statement& by, const std::string& own, bool lets_through) {
        for (ItemIndex item : metrics::stated_items(measured_.source, by).optional)
            if (stated_.contains(item)) metrics::merge_codes(codes, {"item:" + measured_.source.items[item.get()].id});
        if (!lets_through) return;
        for (ListIndex list : by.lists)
            if (measured_.source.lists[list.get()].open)
                metrics::merge_codes(codes, {"list:" + measured_.source.lists[list.get()].id});
        if (by.open) metrics::merge_codes(codes, {own});
    }

    const Measured& measured_;
    const HeldClaim& claim_;
    std::set<ItemIndex> stated_;  // forbidden items that the arc at hand states
};

}  // namespace

std::vector<std::string> settling_facts(const Measured& measured, const HeldClaim& claim) {
    Reasons reasons{measured, claim};
    for (HolderIndex holder : claim.holders)
        for (const Arc& arc : measured.holdings.graph().arcs())
            if (arc.to == holder.get()) reasons.add(arc);
    return reasons.codes;
}

}  // namespace nagarezu::review
