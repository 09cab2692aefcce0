// M20: how long the periods of a matter last, and how work, contract and operation overlap.
//
//   days = end − start + 1, both days included
//
// A month or a fiscal year stands for any of its days: the longest reading runs from its first to its
// last day, the shortest takes the latest start and the earliest end (at least one day).
#pragma once

#include <cstddef>
#include <vector>

#include "nagarezu/base/bounds.hpp"
#include "nagarezu/base/frame.hpp"
#include "nagarezu/metrics/measured.hpp"

namespace nagarezu::metrics {

/// Days of a period. Unknown if an end is, or if it ends before it starts in every reading.
Bounds period_days(const Period& period);

/// Days that two periods share, 0 if none. An unknown end may lie anywhere: the upper bound is null
/// where nothing else limits it. A period that ends before it starts shares no day.
Bounds overlap_days(const Period& a, const Period& b);

/// Two periods of one matter, by their positions in it.
struct Overlap {
    MatterIndex matter;
    std::size_t first{};
    std::size_t second{};
    Measure days;
};

/// Each pair of periods of different kinds among work, contract and operation, within each matter.
/// `missing` names unknown ends: `start:<matter>:<position>`, `end:<matter>:<position>`.
std::vector<Overlap> overlaps(const Case& source);

/// Table `periods`. `precision` is the coarser of both ends; `days` is null unless both are days. A
/// period that ends before it starts has no days, and a note `reversed_period`.
Frame periods(const Measured& measured);

}  // namespace nagarezu::metrics
