#include "nagarezu/metrics/references.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "cells.hpp"
#include "first_seen.hpp"
#include "row.hpp"

namespace nagarezu::metrics {

namespace {

std::string numbers_of(const std::vector<int>& numbers) {
    std::vector<std::string> texts;
    texts.reserve(numbers.size());
    for (const int number : numbers) texts.push_back(std::to_string(number));
    return joined(texts);
}

std::set<SafeguardIndex> cited_measures(const Case& source) {
    std::set<SafeguardIndex> cited;
    for (const Criterion& criterion : source.criteria)
        for (const CriterionReference& reference : criterion.references)
            if (reference.measure.valid()) cited.insert(reference.measure);
    return cited;
}

}  // namespace

Fraction references_resolved(const Case& source) {
    std::map<std::string_view, bool> resolved;
    for (const Reference& reference : source.references) {
        bool& any = resolved[reference.label];
        any = any || reference.resolved;
    }
    const auto found = std::ranges::count(resolved, true, [](const auto& entry) { return entry.second; });
    return {static_cast<Count>(found), static_cast<Count>(resolved.size())};
}

CrosswalkCoverage crosswalk_coverage(const Case& source) {
    const auto cited = cited_measures(source);
    Count anywhere = 0;  // unresolved references without candidates
    Count among = 0;     // unresolved references with a candidate that is not cited yet
    std::set<SafeguardIndex> candidates;
    FirstSeen<std::string> missing;
    for (const Criterion& criterion : source.criteria)
        for (const CriterionReference& reference : criterion.references) {
            if (reference.measure.valid()) continue;
            missing("reference:" + single_word(reference.label));
            anywhere += reference.candidates.empty();
            bool fresh = false;
            for (const SafeguardIndex candidate : reference.candidates)
                if (!cited.contains(candidate)) {
                    candidates.insert(candidate);
                    fresh = true;
                }
            among += fresh;
        }

    CrosswalkCoverage result;
    result.measures = static_cast<Count>(source.safeguards.size());
    const auto lower = static_cast<Count>(cited.size());
    const Count more = std::min(among, static_cast<Count>(candidates.size())) + anywhere;
    result.cited.bounds = {lower, std::min(lower + more, result.measures)};
    result.cited.unit = "measure";
    result.cited.missing = missing.keys();
    return result;
}

Frame references(const Measured& measured) {
    using enum Cells;
    Frame frame = frame_of({{"label", text}, {"resolved", truth}, {"source", text}});
    for (const Reference& reference : measured.source.references)
        Row{frame}.text(reference.label).truth(reference.resolved).text(stated(reference.source));
    return frame;
}

Frame crosswalk(const Measured& measured) {
    using enum Cells;
    const Case& source = measured.source;
    Frame frame = frame_of({{"criterion", text},
                            {"references", whole},
                            {"resolved", whole},
                            {"unresolved", whole},
                            {"unresolved_labels", text},
                            {"candidates", text}});
    for (const Criterion& criterion : source.criteria) {
        std::vector<std::string> unresolved;
        FirstSeen<SafeguardIndex> candidates;
        for (const CriterionReference& reference : criterion.references) {
            if (reference.measure.valid()) continue;
            unresolved.push_back(single_word(reference.label));
            for (const SafeguardIndex candidate : reference.candidates) candidates(candidate);
        }
        const std::size_t all = criterion.references.size();
        Row{frame}
            .text(criterion.label)
            .whole(all)
            .whole(all - unresolved.size())
            .whole(unresolved.size())
            .text(joined(unresolved))
            .text(ids_of(source.safeguards, candidates.keys()));
    }
    return frame;
}

Frame clauses(const Measured& measured) {
    using enum Cells;
    const Case& source = measured.source;
    Frame frame = frame_of({{"number", whole},
                            {"heading", text},
                            {"obligor", text},
                            {"modality", text},
                            {"categories", text},
                            {"label", text},
                            {"matter", text},
                            {"refers_to", text},
                            {"source", text}});
    for (const Clause& clause : source.clauses)
        Row{frame}
            .whole(clause.number)
            .text(stated(clause.heading))
            .text(name_of(clause.obligor))
            .text(name_of(clause.modality))
            .text(cell_of(clause.categories))
            .text(stated(clause.label))
            .text(id_of(source.matters, clause.matter))
            .text(numbers_of(clause.refers_to))
            .text(stated(clause.source));
    return frame;
}

}  // namespace nagarezu::metrics
