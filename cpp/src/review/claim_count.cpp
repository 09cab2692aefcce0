// Claims `count`: a number that the case repeats, against what it counts.
#include <algorithm>

#include "../metrics/codes.hpp"
#include "claim_kinds.hpp"
#include "nagarezu/metrics/group_union.hpp"
#include "nagarezu/metrics/persons.hpp"

namespace nagarezu::review {

namespace {

using metrics::merge_codes;

/// Numbers of the case that the claim may mean: a group's, or that of several groups together.
struct Candidate {
    std::vector<SubjectIndex> groups;
    Measure measure;
    bool printed{false};  // some exact count is the claimed number itself, if only at one date
};

std::vector<Candidate> candidates(const Case& source, const Claim& claim, Unit unit) {
    std::vector<SubjectIndex> groups;
    for (std::size_t s = 0; s < source.subjects.size(); ++s)
        if (!claim.label.empty() && source.subjects[s].label == claim.label) groups.emplace_back(s);
    const bool named = !groups.empty();
    if (!named) groups = metrics::counted_in(source, unit);

    const metrics::GroupUnion together{source.subjects, unit};
    std::vector<Candidate> found;
    for (SubjectIndex group : groups) {
        const auto is_claimed = [&](const SubjectCount& count) {
            return count.unit == unit && count.bound == Bound::exact && count.value == claim.value;
        };
        const std::vector<SubjectIndex> alone{group};
        const auto& counts = source.subjects[group.get()].counts;
        found.push_back({alone, together.of(alone), std::ranges::any_of(counts, is_claimed)});
    }
    if (!named && groups.size() > 1) found.push_back({groups, together.of(groups)});
    return found;
}

bool may_be(const Bounds& bounds, Count value) {
    return bounds.lower.value_or(value) <= value && value <= bounds.upper.value_or(value);
}

}  // namespace

Judgement judge_count(const metrics::Measured& measured, const Claim& claim) {
    const auto unit = parse<Unit>(claim.unit);
    if (!claim.value || !unit) return incomplete(claim);
    const Case& source = measured.source;
    const auto found = candidates(source, claim, *unit);
    Judgement judged;
    if (found.empty()) {
        judged.settling = {"unit:" + claim.unit};
        return judged;
    }
    const auto agrees = [&](const Candidate& candidate) {
        return candidate.printed || candidate.measure.bounds == Bounds::exact(*claim.value);
    };
    if (std::ranges::any_of(found, agrees)) {
        judged.holds = Verdict::yes;
        return judged;
    }
    bool possible = false;
    for (const Candidate& candidate : found) {
        std::vector<std::string> counts;
        for (SubjectIndex group : candidate.groups) counts.push_back("count:" + source.subjects[group.get()].id);
        merge_codes(judged.contradictions, counts);
        if (!may_be(candidate.measure.bounds, *claim.value)) continue;
        possible = true;
        if (candidate.groups.size() > 1 && candidate.measure.missing.empty()) counts = {"overlap:" + claim.unit};
        merge_codes(judged.settling, counts);
    }
    judged.holds = possible ? Verdict::unknown : Verdict::no;
    return judged;
}

}  // namespace nagarezu::review
