// Whether what a matter, or a case, is about holds individual numbers.
#pragma once

#include <string>
#include <vector>

#include "nagarezu/metrics/assessment.hpp"

namespace nagarezu::metrics {

/// `missing` names what leaves it open, if anything does: `item:<id>`, `list:<id>`, `flow:<id>`, `holder:<id>`.
struct IndividualNumber {
    Applies applies{Applies::no_item};
    std::vector<std::string> missing;
    friend bool operator==(const IndividualNumber&, const IndividualNumber&) = default;
};

/// Of a matter's lists and flows, or of the whole case with what its holders create if `matter` is nothing.
/// Removed entries and flows do not count.
IndividualNumber individual_number(const Case& source, MatterIndex matter);

}  // namespace nagarezu::metrics
