// Claims `requires`: for each flow, each category is stated.
#include <algorithm>
#include <set>

#include "../metrics/codes.hpp"
#include "claim_kinds.hpp"
#include "nagarezu/metrics/coverage.hpp"

namespace nagarezu::review {

namespace {

/// Categories that a safeguard may state for the flow, for all that is known of its status.
Categories open_for(const Case& source, FlowIndex flow) {
    Categories open;
    for (const Safeguard& safeguard : source.safeguards) {
        if (safeguard.status != Status::unknown && safeguard.status != Status::blank) continue;
        if (safeguard.matter.valid() && safeguard.matter != source.flows[flow.get()].matter) continue;
        const auto& flows = safeguard.applies_to;
        if (flows.empty() || std::ranges::find(flows, flow) != flows.end()) open |= safeguard.categories;
    }
    return open;
}

std::vector<std::string> codes_of(const Flow& flow, Categories categories) {
    std::vector<std::string> codes;
    for (std::size_t c = 0; c < category_count; ++c) {
        const auto category = static_cast<Category>(c);
        if (!categories.contains(category)) continue;
        std::string code = "safeguard:" + flow.id;
        code += ':';
        code += name_of(category);
        codes.push_back(std::move(code));
    }
    return codes;
}

/// The flow as a way, or what there is of it: the persons are no holder.
void show(const Case& source, FlowIndex index, Judgement& into) {
    const Flow& flow = source.flows[index.get()];
    graph::Witness way;
    if (flow.from.valid()) {
        way.holders.push_back(flow.from);
        way.flows.push_back(index);
    } else {
        into.collected_by = index;
    }
    if (!flow.to.empty()) way.holders.push_back(flow.to.front());
    into.witness = std::move(way);
}

}  // namespace

Judgement judge_requires(const metrics::Measured& measured, const Claim& claim) {
    if (claim.flows.empty() || claim.categories.empty()) return incomplete(claim);
    const Case& source = measured.source;
    const auto stated = metrics::stated_by_flow(source);
    Judgement judged;
    judged.holds = Verdict::yes;
    Repair repair;
    for (FlowIndex index : std::set<FlowIndex>(claim.flows.begin(), claim.flows.end())) {
        const Flow& flow = source.flows[index.get()];
        if (flow.change == Change::removed) continue;
        const Categories missing = claim.categories - stated[index.get()];
        if (missing.empty()) continue;
        const Categories never = missing - open_for(source, index);
        const Verdict verdict = never.empty() ? Verdict::unknown : Verdict::no;
        if (verdict < judged.holds) show(source, index, judged);
        judged.holds = std::min(judged.holds, verdict);
        metrics::merge_codes(judged.contradictions, codes_of(flow, missing));
        repair.flows.push_back(index);
    }
    if (judged.holds == Verdict::unknown) judged.settling = judged.contradictions;
    repair.lower = repair.flows.size();  // every one of them must go
    if (judged.holds != Verdict::yes) judged.repair = std::move(repair);
    return judged;
}

}  // namespace nagarezu::review
