// M16 references resolved, M18 crosswalk coverage, and the clauses as stated.
//
//   M16 = distinct labels that resolve / distinct labels        M18 = measures cited / measures
//
// Range 0 to 1; unknown if there is no reference, or no measure.
#pragma once

#include "nagarezu/base/bounds.hpp"
#include "nagarezu/base/frame.hpp"
#include "nagarezu/metrics/fraction.hpp"
#include "nagarezu/metrics/measured.hpp"

namespace nagarezu::metrics {

/// M16. A label that is printed several times counts once, and resolves if any of its places does.
Fraction references_resolved(const Case& source);

/// M18: distinct safeguards that the criteria cite, of all safeguards of the case. The lower bound
/// counts resolved references; an unresolved one may still cite one of its candidates that nothing
/// else cites (any measure, if it has no candidate), which the upper bound allows. `missing` names the
/// unresolved references.
struct CrosswalkCoverage {
    Measure cited;
    Count measures{};
};
CrosswalkCoverage crosswalk_coverage(const Case& source);

/// Table `references`: as cited, in the order of the case.
Frame references(const Measured& measured);

/// Table `crosswalk`: each criterion with its references; `unresolved_labels` and their `candidates`
/// (safeguard ids in their ranking, each once) are empty where all references resolve.
Frame crosswalk(const Measured& measured);

/// Table `clauses`: as stated, in the order of the case.
Frame clauses(const Measured& measured);

}  // namespace nagarezu::metrics
