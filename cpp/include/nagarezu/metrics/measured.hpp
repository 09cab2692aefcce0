// A case with its holdings: what every metric reads. Metrics never read text.
#pragma once

#include "nagarezu/graph/holdings.hpp"
#include "nagarezu/model/case.hpp"

namespace nagarezu::metrics {

/// Keeps the case alive as long as what was computed from it.
struct Measured {
    explicit Measured(Case value) : source{std::move(value)}, holdings{source} {}

    Case source;
    graph::Holdings holdings;
};

}  // namespace nagarezu::metrics
