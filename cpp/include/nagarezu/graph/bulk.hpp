// Many small graphs solved at once: the fixpoint of network.hpp for up to 256 nodes and 256 bits a graph.
//
// All graphs lie in one flat arena: nodes are single bytes, masks are stored once a graph, carries stand in
// reverse post-order. A graph is solved by branch-free sweeps along its carries. Only those within a strongly
// connected component, its loop, are swept again, as long as those of them that lead back change anything.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "nagarezu/graph/block.hpp"
#include "nagarezu/graph/network.hpp"

namespace nagarezu::graph {

class Bulk {
public:
    static constexpr std::size_t node_limit = 256;
    static constexpr std::size_t mask_limit = 65'536;  // distinct masks a graph

    /// Appends a graph. Masks are numbered by their position in `masks`; equal ones are stored once.
    /// Throws std::length_error beyond a limit; the arena is then as before.
    void append(std::size_t nodes, std::span<const Seed> seeds, std::span<const Carry> carries,
                std::span<const Block> masks);

    [[nodiscard]] std::size_t graphs() const { return starts_.size() - 1; }
    /// The nodes of all graphs, and the position of the first node of one of them among these.
    [[nodiscard]] std::size_t nodes() const { return starts_.back().node; }
    [[nodiscard]] std::size_t first_node(std::size_t graph) const { return starts_[graph].node; }
    [[nodiscard]] std::size_t carries() const { return carries_.size(); }
    [[nodiscard]] std::size_t masks() const { return masks_.size(); }

    struct Run {
        std::size_t threads{1};  // 0 counts as 1
        Kernel kernel{Kernel::automatic};
        std::size_t first{0};  // graphs [first, last)
        std::size_t last{std::numeric_limits<std::size_t>::max()};
    };

    /// What every node of these graphs holds, to the block of its position. `held` has nodes() blocks.
    void solve(std::span<Block> held, const Run& run) const;
    void solve(std::span<Block> held) const { solve(held, Run{}); }

    /// How many bits every node of these graphs holds, without keeping which. `counts` has nodes() numbers.
    void count(std::span<std::uint16_t> counts, const Run& run) const;
    void count(std::span<std::uint16_t> counts) const { count(counts, Run{}); }

private:
    struct LocalSeed {
        std::uint16_t mask;
        std::uint8_t node;
    };
    struct LocalCarry {
        std::uint16_t mask;
        std::uint8_t from;
        std::uint8_t to;
    };
    struct Loop {  // the carries within one component, counted from the first carry of the graph
        std::uint32_t begin;
        std::uint32_t back;  // from here on they lead back
        std::uint32_t end;
    };
    struct Start {  // where the parts of a graph begin in the arena
        std::size_t node{0};
        std::size_t seed{0};
        std::size_t carry{0};
        std::size_t loop{0};
        std::size_t mask{0};
    };
    struct Interned;
    struct Layout;
    struct Kernels;

    std::vector<Start> starts_{Start{}};  // one more than graphs
    std::vector<LocalSeed> seeds_;
    std::vector<LocalCarry> carries_;
    std::vector<Loop> loops_;
    std::vector<Block> masks_;
};

}  // namespace nagarezu::graph
