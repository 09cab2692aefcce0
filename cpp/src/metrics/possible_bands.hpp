// The parts of bounds that rows of a table of bands hold of.
#pragma once

#include <optional>

#include "nagarezu/metrics/assessment.hpp"

namespace nagarezu::metrics {

/// The numbers of the bounds from `from` to below `below` (nothing: without end); nothing if there are
/// none. An unknown lower end is 0.
std::optional<Bounds> overlap(const Bounds& bounds, Count from, const std::optional<Count>& below);

/// Whether the handling may be escalated, or may not be.
bool may_be(const Handling& handling, const BandTable& table, bool escalated);

}  // namespace nagarezu::metrics
