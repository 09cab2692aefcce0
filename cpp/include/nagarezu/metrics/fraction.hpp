// A share as two whole numbers, so that 2/3 stays 2/3 until somebody prints it.
#pragma once

#include <optional>

#include "nagarezu/base/bounds.hpp"

namespace nagarezu::metrics {

/// `part` of `whole`, neither negative nor reduced. The share of nothing is unknown, not 0.
struct Fraction {
    Count part{};
    Count whole{};

    [[nodiscard]] constexpr std::optional<double> value() const {
        if (whole == 0) return std::nullopt;
        return static_cast<double>(part) / static_cast<double>(whole);
    }
    friend constexpr bool operator==(const Fraction&, const Fraction&) = default;
};

}  // namespace nagarezu::metrics
