// The overview of a case: one row a matter.
#pragma once

#include "nagarezu/base/frame.hpp"
#include "nagarezu/metrics/measured.hpp"

namespace nagarezu::metrics {

/// Table `cases`. `start` and `end` are the earliest start and the latest end that any period of the
/// matter states, as printed dates of their own precision; null if none states one. A period that
/// starts and has no stated end is named in a note `open_period`, for the matter may outlast `end`.
/// A case without matters gives no row.
Frame cases(const Measured& measured);

}  // namespace nagarezu::metrics
