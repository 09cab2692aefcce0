// M17 claim consistency: how a set of items that a text claims agrees with the set that it lists.
//
//   precision = |claimed ∩ listed| / |claimed|        recall = |claimed ∩ listed| / |listed|
//
// Exact fractions between 0 and 1, unknown over an empty set.
#pragma once

#include <span>
#include <vector>

#include "nagarezu/base/index.hpp"
#include "nagarezu/metrics/fraction.hpp"

namespace nagarezu::metrics {

struct Consistency {
    Fraction precision;
    Fraction recall;
    std::vector<ItemIndex> unlisted;   // claimed and not listed
    std::vector<ItemIndex> unclaimed;  // listed and not claimed
};

/// Takes sets in any order; an item given twice counts once. Both differences come out ascending.
Consistency consistency(std::span<const ItemIndex> claimed, std::span<const ItemIndex> listed);

}  // namespace nagarezu::metrics
