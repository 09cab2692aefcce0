// Two small searches behind the bounds: the heaviest clique and the cheapest cover.
//
// Both split into independent parts. A part of up to `exact_limit` nodes is solved exactly; a larger one
// by a deterministic heuristic whose result is still a bound on the right side, and `exact` says so.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "nagarezu/base/bounds.hpp"

namespace nagarezu::metrics {

inline constexpr std::size_t exact_limit = 20;

struct Clique {
    Count weight{};                   // never more than the heaviest
    std::vector<std::size_t> chosen;  // ascending
    bool exact{true};
};

/// The heaviest set of nodes of which each two are neighbours. Weights are not negative, neighbours are
/// symmetric; a node alone is a clique. No nodes: weight 0.
Clique heaviest_clique(std::span<const Count> weights, std::span<const std::vector<std::size_t>> neighbours);

/// Something that can be bought, and the elements that it covers.
struct Offer {
    Count cost{};
    std::vector<std::size_t> covers;
};

/// What every cover costs at least (`lower`), and what the cover `chosen` costs (`upper`); equal if exact.
struct Cover {
    Count lower{};
    Count upper{};
    std::vector<std::size_t> chosen;  // ascending
    bool exact{true};
};

/// The cheapest set of offers that covers the elements 0 … elements-1. Costs are not negative and every
/// element has an offer; an offer may cover no element, and is then never chosen.
Cover cheapest_cover(std::size_t elements, std::span<const Offer> offers);

}  // namespace nagarezu::metrics
