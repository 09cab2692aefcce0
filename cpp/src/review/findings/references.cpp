// Attachments that are not at hand, and references that name no measure.
#include <algorithm>
#include <sstream>

#include "raised.hpp"

namespace nagarezu::review::rules {

namespace {

/// Whether something is listed only in that attachment. Several labels stand side by side in one member.
bool named_in(const std::string& missing, const std::string& label) {
    if (missing == label) return true;
    std::istringstream words{missing};
    for (std::string word; words >> word;)
        if (word == label) return true;
    return false;
}

void attachments(Raised& raised) {
    const Case& source = raised.source();
    std::vector<const std::string*> known;
    for (const Reference& reference : source.references) {
        known.push_back(&reference.label);
        if (reference.resolved) continue;
        LabelList instead;
        for (const ItemList& list : source.lists)
            if (named_in(list.missing_reference, reference.label)) instead.add(list.label);
        for (const Flow& flow : source.flows)
            if (active(flow) && named_in(flow.missing_reference, reference.label)) instead.add(flow.purpose);
        raised.add(FindingCode::reference_missing, instead.empty() ? Severity::info : Severity::question,
                   reference.source, {}, reference.label, instead.text());
    }
    const auto unknown = [&](const std::string& missing) {
        return !missing.empty() &&
               std::ranges::none_of(known, [&](const std::string* label) { return named_in(missing, *label); });
    };
    for (const ItemList& list : source.lists)
        if (unknown(list.missing_reference))
            raised.add(FindingCode::reference_missing, Severity::question, place_of(list, "missing_reference"), {},
                       list.missing_reference, list.label);
    for (const Flow& flow : source.flows)
        if (active(flow) && unknown(flow.missing_reference))
            raised.add(FindingCode::reference_missing, Severity::question, place_of(flow, "missing_reference"), {},
                       flow.missing_reference, flow.purpose);
}

void crosswalk(Raised& raised) {
    const Case& source = raised.source();
    for (const Criterion& criterion : source.criteria) {
        for (const CriterionReference& reference : criterion.references) {
            if (reference.measure.valid()) continue;
            LabelList candidates;
            for (const SafeguardIndex candidate : reference.candidates)
                candidates.add(source.safeguards[candidate.get()].label);
            raised.add(FindingCode::crosswalk_unresolved, Severity::warning, either(reference.source, criterion.source),
                       {}, reference.label, criterion.label, candidates.text());
        }
    }
}

}  // namespace

void references(Raised& raised) {
    attachments(raised);
    crosswalk(raised);
}

}  // namespace nagarezu::review::rules
