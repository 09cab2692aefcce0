// The order in which a graph is solved: strongly connected components in topological order, reverse
// post-order within. Along it every arc leads forward, except within a component.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace nagarezu::graph {

using Node = std::uint32_t;

/// The targets of each node, in the order of the arcs given: targets of n are at [start[n], start[n + 1]).
struct Successors {
    std::vector<std::size_t> start;  // one more than nodes
    std::vector<Node> targets;

    [[nodiscard]] std::size_t nodes() const { return start.size() - 1; }
    [[nodiscard]] std::span<const Node> of(Node node) const {
        return std::span{targets}.subspan(start[node], start[node + 1] - start[node]);
    }
};

/// Sorts arcs by source. An arc is anything with `from` and `to` below `nodes`.
template <class Arcs>
Successors successors_of(std::size_t nodes, const Arcs& arcs) {
    Successors out;
    out.start.assign(nodes + 1, 0);
    for (const auto& arc : arcs) ++out.start[arc.from + 1];
    for (std::size_t n = 0; n < nodes; ++n) out.start[n + 1] += out.start[n];
    out.targets.resize(out.start[nodes]);
    std::vector<std::size_t> next{out.start.begin(), out.start.end() - 1};
    for (const auto& arc : arcs) out.targets[next[arc.from]++] = arc.to;
    return out;
}

struct Order {
    std::vector<Node> nodes;               // first to last
    std::vector<std::uint32_t> rank;       // position of each node in `nodes`
    std::vector<std::uint32_t> component;  // of each node, numbered in topological order

    [[nodiscard]] std::size_t size() const { return nodes.size(); }
};

/// Time and memory in proportion to nodes and arcs; no recursion, so a chain of any length is safe.
Order order_of(const Successors& graph);

}  // namespace nagarezu::graph
