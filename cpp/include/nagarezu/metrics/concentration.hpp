// M10: how much of what leaves the municipality each external recipient holds, and who stands on every
// way to a holder.
#pragma once

#include <optional>
#include <vector>

#include "nagarezu/base/frame.hpp"
#include "nagarezu/metrics/fraction.hpp"
#include "nagarezu/metrics/measured.hpp"

namespace nagarezu::metrics {

/// Σ nᵢ² / (Σ nᵢ)² over the items nᵢ of each recipient, not reduced: 1 if one has all, 1/k if k have
/// equally many. Nothing if there are no pairs, or too many for whole numbers of 64 bits.
std::optional<Fraction> herfindahl(const std::vector<Count>& items);

/// The external recipients with their distinct items, and what share each has of all `distinct` items
/// that reach any of them. Items are those that certainly reach it; the upper ends those that may.
struct Concentration {
    std::vector<HolderIndex> holders;
    std::vector<Bounds> items;
    Count distinct{};

    /// Unknown if nothing certainly reaches an external recipient.
    [[nodiscard]] std::vector<std::optional<double>> shares() const;
    [[nodiscard]] std::optional<Fraction> index() const;
};
Concentration concentration_of(const Measured& measured);

/// For each holder, the others through whom every way to it passes, those nearest to the origin first.
/// A way begins at a holder that creates something, collects from the persons, has no flow into it, or
/// states what it does not hold. Nobody for a holder that no way reaches.
std::vector<std::vector<HolderIndex>> dominators(const Measured& measured);

/// A row for each external recipient. Notes: `herfindahl` (numerator, denominator, decimal, value),
/// `certain_only` where holders may have more than the items counted, `open_class`. Behind the contract's
/// columns stand the upper end of the items and the dominators.
Frame concentration(const Measured& measured);

}  // namespace nagarezu::metrics
