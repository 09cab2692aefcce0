// The least fixpoint of `held(v) |= held(u) & mask` on one graph of any size.
//
// Pairs start where a seed puts them and go along carries as far as the masks let them. The solution is
// unique, so it does not depend on the order of work or on the number of threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "nagarezu/graph/block.hpp"
#include "nagarezu/graph/masks.hpp"
#include "nagarezu/graph/order.hpp"

namespace nagarezu::graph {

/// Where bits start: `node` holds the mask whatever anyone else holds.
struct Seed {
    Node node{};
    MaskId mask{};
};

/// Lets the bits of the mask go on from one node to the next.
struct Carry {
    Node from{};
    Node to{};
    MaskId mask{};
};

/// What each node holds.
class Solution {
public:
    /// The words of one node, `words` of them.
    [[nodiscard]] std::vector<Word> row(Node node) const;
    /// The same rows one after another, in the order of node numbers.
    [[nodiscard]] std::vector<Word> rows() const;
    [[nodiscard]] std::size_t count(Node node) const;
    [[nodiscard]] std::size_t nodes() const { return rank_.size(); }

private:
    friend class Network;
    std::size_t words_{0};
    std::vector<std::uint32_t> rank_;
    std::vector<std::vector<Block>> planes_;  // one for every 256 bits, each with a block for every rank
};

class Network {
public:
    /// `order` is that of the carries (or of any graph that has them all); nodes and masks must exist.
    Network(Order order, std::span<const Seed> seeds, std::span<const Carry> carries, const MaskTable& masks);

    /// Planes of 256 bits are shared out over the threads; 0 counts as 1.
    [[nodiscard]] Solution solve(std::size_t threads = 1, Kernel kernel = Kernel::automatic) const;

    [[nodiscard]] std::size_t nodes() const { return order_.size(); }

private:
    struct Target {  // of a carry
        std::uint32_t rank;
        MaskId mask;
    };
    struct Start {
        std::uint32_t rank;
        MaskId mask;
    };
    struct Plane;
    struct Kernels;

    Order order_;
    std::size_t words_;
    std::vector<std::uint32_t> component_end_;  // rank behind the last node of each component
    std::vector<Start> starts_;                 // sorted by rank
    std::vector<std::size_t> target_start_;     // by rank of the source, one more than nodes
    std::vector<Target> targets_;
    std::vector<std::vector<Block>> masks_;  // one for every 256 bits
};

}  // namespace nagarezu::graph
