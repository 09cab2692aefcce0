// Claims `depth_at_most`: how often work is passed on.
#include "chains.hpp"
#include "claim_kinds.hpp"
#include "repair.hpp"

namespace nagarezu::review {

Judgement judge_depth(const metrics::Measured& measured, const Claim& claim) {
    if (!claim.limit) return incomplete(claim);
    const Chains chains{measured.source};
    Judgement judged;
    const auto longer = chains.longer_than(*claim.limit, claim.holders);
    if (!longer.searched) {
        judged.settling = {"too_many_chains"};
        return judged;
    }
    judged.holds = longer.chain ? Verdict::no : Verdict::yes;
    if (!longer.chain) return judged;
    judged.witness = longer.chain;
    for (FlowIndex flow : longer.chain->flows)
        judged.contradictions.push_back("flow:" + measured.source.flows[flow.get()].id);

    const auto found = smallest_removal([&](const Elements& removed) -> Progress {
        const auto left = chains.longer_than(*claim.limit, claim.holders, removed);
        if (!left.chain) return {left.searched, {}};
        Elements next;
        for (FlowIndex flow : left.chain->flows) next.push_back(flow.get());
        return {false, std::move(next)};
    });
    if (!found) return judged;
    judged.repair.emplace();
    for (std::size_t flow : found->chosen) judged.repair->flows.emplace_back(flow);
    judged.repair->lower = found->lower;
    return judged;
}

}  // namespace nagarezu::review
