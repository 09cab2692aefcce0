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
#include "nagarezu/model/case.hpp"

namespace nagarezu::graph {

using MaskId = std::uint32_t;

/// One arc. `add` is what the flow states (optional items included), `certain` the part that is neither
/// optional nor joint, `pass` what it lets through of its source's holdings besides (an open list).
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
    /// Compiles a valid case. Subjects that a flow leaves open are those that its source may hold.
    explicit FlowGraph(const Case& source);

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
    [[nodiscard]] ConstBits mask(MaskId id) const {
        return ConstBits{masks_}.subspan(std::size_t{id} * words(), words());
    }
    /// Holders in topological order of their strongly connected components, reverse post-order within.
    [[nodiscard]] std::span<const std::uint32_t> order() const { return order_; }
    /// The component of each holder; components are numbered in topological order.
    [[nodiscard]] std::span<const std::uint32_t> component() const { return component_; }

private:
    std::size_t groups_{};
    std::size_t items_{};
    std::size_t holders_{};
    std::vector<Arc> arcs_;
    std::vector<Word> masks_;
    std::vector<std::uint32_t> order_;
    std::vector<std::uint32_t> component_;
};

}  // namespace nagarezu::graph
