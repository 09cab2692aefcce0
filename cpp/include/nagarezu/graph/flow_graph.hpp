// A case compiled for reachability: interned masks over (subject group, item) in one flat arena.
//
// A pair (g, i) is bit g * stride() + i. Behind the items of each group stands one more bit, `unlisted`:
// "something that no list names". It travels like an item, and where it arrives an upper bound is open.
// Edges are single (from, to) arcs: a joint flow gives one per target, marked `joint`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "nagarezu/graph/bits.hpp"
#include "nagarezu/graph/masks.hpp"
#include "nagarezu/graph/network.hpp"
#include "nagarezu/graph/order.hpp"
#include "nagarezu/model/case.hpp"

namespace nagarezu::graph {

/// One arc. `add` is what the flow states (optional items included), `certain` the part that is neither
/// optional nor joint, `pass` what it lets through of its source's holdings besides (an open list).
/// Where nothing limits an open arc, `add` includes the unlisted bit: for every group if it is created, else
/// for the groups of which its source holds nothing even in its upper bound.
struct Arc {
    std::uint32_t from{};  // == to for what a holder creates
    std::uint32_t to{};
    std::uint32_t flow{};  // position in the case; FlowIndex::nothing for a creation
    MaskId certain{};
    MaskId add{};
    MaskId pass{};
    MaskId potential{};  // all items of the flow's groups: what `pass` would be without any item list
    bool joint{false};
    bool created{false};  // originates at `to`: a creation, or a collection from the persons
};

class FlowGraph {
public:
    /// The most words in all masks of a case, and in the holdings of one bound.
    static constexpr std::size_t default_word_limit = std::size_t{1} << 28U;

    /// Compiles a valid case. Removed flows and removed list entries carry nothing, and a flow without
    /// `to` gives no arc. Subjects that a flow leaves open are those that its source may hold (for
    /// `certain`: those that it certainly holds), or any of the case if the source holds nothing at all.
    /// Throws InvalidInput (too_many) where the masks would need more than `word_limit` words.
    explicit FlowGraph(const Case& source, std::size_t word_limit = default_word_limit);

    [[nodiscard]] std::size_t groups() const { return groups_; }
    [[nodiscard]] std::size_t items() const { return items_; }
    [[nodiscard]] std::size_t holders() const { return holders_; }
    [[nodiscard]] std::size_t stride() const { return items_ + 1; }
    [[nodiscard]] std::size_t bits() const { return groups_ * stride(); }
    [[nodiscard]] std::size_t words() const { return words_for(bits()); }
    [[nodiscard]] std::size_t bit(std::size_t group, std::size_t item) const { return group * stride() + item; }
    [[nodiscard]] std::size_t unlisted(std::size_t group) const { return bit(group, items_); }

    /// Arcs sorted by the order of their source (component, then reverse post-order), created ones first.
    [[nodiscard]] std::span<const Arc> arcs() const { return arcs_; }
    /// Those created, and those from one holder (its creations left out).
    [[nodiscard]] std::span<const Arc> created() const;
    [[nodiscard]] std::span<const Arc> arcs_from(std::size_t holder) const;
    [[nodiscard]] ConstBits mask(MaskId id) const { return masks_[id]; }
    /// Holders in topological order of their strongly connected components, reverse post-order within.
    [[nodiscard]] std::span<const std::uint32_t> order() const { return order_.nodes; }
    /// The component of each holder; components are numbered in topological order.
    [[nodiscard]] std::span<const std::uint32_t> component() const { return order_.component; }

    /// What each holder holds if every arc states `stated` and lets `passed` of its source's holdings
    /// through; nothing is let through if `passed` is null.
    [[nodiscard]] Solution solve(MaskId Arc::*stated, MaskId Arc::*passed) const;

private:
    std::size_t groups_{};
    std::size_t items_{};
    std::size_t holders_{};
    std::vector<Arc> arcs_;
    std::size_t created_{};
    std::vector<std::size_t> start_;  // of the arcs from each holder, by rank, behind the created ones
    MaskTable masks_;
    Order order_;
};

}  // namespace nagarezu::graph
