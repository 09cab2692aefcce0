#include "nagarezu/review/claims.hpp"

#include <array>

#include "../metrics/cells.hpp"
#include "../metrics/row.hpp"
#include "claim_kinds.hpp"

namespace nagarezu::review {

namespace {

using metrics::Measured;

/// Ids of holders and flows in turn.
std::optional<std::string> way_text(const Case& source, const std::optional<graph::Witness>& way) {
    if (!way) return std::nullopt;
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < way->holders.size() || i < way->flows.size(); ++i) {
        if (i < way->holders.size()) ids.push_back(source.holders[way->holders[i].get()].id);
        if (i < way->flows.size()) ids.push_back(source.flows[way->flows[i].get()].id);
    }
    return joined(ids);
}

/// Codes such as `flow:f1`; nothing to remove for a claim that holds, null where no set is known.
std::optional<std::string> repair_text(const Case& source, const Judgement& judged) {
    if (judged.holds == Verdict::yes) return std::string{};
    if (!judged.repair) return std::nullopt;
    std::vector<std::string> codes;
    for (FlowIndex flow : judged.repair->flows) codes.push_back("flow:" + source.flows[flow.get()].id);
    for (ItemIndex item : judged.repair->items) codes.push_back("item:" + source.items[item.get()].id);
    return joined(codes);
}

std::optional<double> value_of(const std::optional<metrics::Fraction>& share) {
    return share ? share->value() : std::nullopt;
}

void add_row(Frame& frame, const Measured& measured, const Claim& claim) {
    const Case& source = measured.source;
    const Judgement judged = judge(measured, claim);
    const auto& repair = judged.repair;
    const std::optional<bool> exact = repair ? std::optional{repair->exact()} : std::nullopt;
    const auto count = [](std::size_t size) { return std::optional{static_cast<Count>(size)}; };
    metrics::Row row{frame};
    row.text(claim.id).text(name_of(claim.kind)).text(name_of(judged.holds));
    row.real(value_of(judged.precision)).real(value_of(judged.recall)).text(way_text(source, judged.witness));
    row.text(metrics::stated(claim.label)).text(metrics::id_of(source.matters, claim.matter));
    row.text(joined(judged.contradictions)).text(joined(judged.settling)).text(joined(judged.caveats));
    row.text(repair_text(source, judged)).truth(exact);
    row.whole(repair ? count(repair->lower) : std::nullopt).whole(repair ? count(repair->size()) : std::nullopt);
    row.text(metrics::id_of(source.flows, judged.collected_by)).text(metrics::stated(claim.source));
}

}  // namespace

std::string_view name_of(Verdict verdict) {
    static constexpr std::array<std::string_view, 3> names{"no", "unknown", "yes"};
    return names[static_cast<std::size_t>(verdict)];
}

Judgement incomplete(const Claim& claim) {
    Judgement judged;
    judged.settling = {"claim:" + claim.id};
    return judged;
}

Judgement judge(const Measured& measured, const Claim& claim) {
    switch (claim.kind) {
        case ClaimKind::only:
            return judge_only(measured, claim);
        case ClaimKind::never:
            return judge_never(measured, claim);
        case ClaimKind::includes:
            return judge_includes(measured, claim);
        case ClaimKind::requires_:
            return judge_requires(measured, claim);
        case ClaimKind::depth_at_most:
            return judge_depth(measured, claim);
        case ClaimKind::count:
            break;
    }
    return judge_count(measured, claim);
}

Frame claims(const Measured& measured) {
    using enum metrics::Cells;
    Frame frame = metrics::frame_of({{"claim", text},
                                     {"kind", text},
                                     {"holds", text},
                                     {"precision", real},
                                     {"recall", real},
                                     {"witness", text},
                                     {"label", text},
                                     {"matter", text},
                                     {"contradictions", text},
                                     {"settling", text},
                                     {"caveats", text},
                                     {"repair", text},
                                     {"repair_exact", truth},
                                     {"repair_size_lower", whole},
                                     {"repair_size_upper", whole},
                                     {"collected_by", text},
                                     {"source", text}});
    for (const Claim& claim : measured.source.claims) add_row(frame, measured, claim);
    return frame;
}

}  // namespace nagarezu::review
