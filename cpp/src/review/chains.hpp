// Chains of entrustment: who passes work on to whom, from the municipality outwards.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "nagarezu/graph/holdings.hpp"
#include "nagarezu/model/case.hpp"

namespace nagarezu::review {

/// The flows of relation delegate, entrust or reentrust, each to every holder that it names.
///
/// A chain visits no holder twice. It begins on the own side (tier 0) or, where no chain from there leads, at
/// any holder, whose tier then counts as flows that are not shown.
class Chains {
public:
    explicit Chains(const Case& source);

    struct Longer {
        std::optional<graph::Witness> chain;
        bool searched{true};  // false: given up after `step_limit` steps, there may be one
    };
    static constexpr std::size_t step_limit = 1'000'000;

    /// A chain of more flows than the limit that goes through one of the holders (through any, if none are
    /// named), without the flows removed: one of the fewest flows, and of those the first in the order of the case.
    [[nodiscard]] Longer longer_than(Count limit, std::span<const HolderIndex> through,
                                     std::span<const std::size_t> removed = {}) const;

private:
    struct Arc {
        std::uint32_t from;
        std::uint32_t to;
        std::size_t flow;
    };
    class Search;

    std::size_t holders_;
    std::vector<Count> tiers_;
    std::vector<Arc> arcs_;
};

}  // namespace nagarezu::review
