// The flows of a case: what each may carry, and which of seven protections are stated for it.
#pragma once

#include <vector>

#include "nagarezu/base/bounds.hpp"
#include "nagarezu/base/frame.hpp"
#include "nagarezu/metrics/measured.hpp"

namespace nagarezu::metrics {

/// Distinct items of each flow, in the order of the case. Lower: listed and not optional. Upper: listed
/// at all and, where the flow or one of its lists is open, what its source may hold of the flow's
/// groups; null if something unlisted may travel, that is also if the source is not said to hold
/// anything of one of the groups, or if the flow names no groups.
///
/// Removed entries do not count, and a removed flow carries nothing. Several targets make no
/// difference: the flow's own list counts, once.
std::vector<Bounds> flow_items(const Measured& measured);

/// Table `flows`. NET … TRN are true if the category is stated for the flow, and false means not
/// stated, never "not done". The printed labels of several media stand in one cell, their blanks as `_`.
Frame flows(const Measured& measured);

}  // namespace nagarezu::metrics
