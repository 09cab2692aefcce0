// Dominators by the iteration of Cooper, Harvey and Kennedy ("A Simple, Fast Dominance Algorithm", 2001)
// over the arcs of the flow graph, with one root before all origins.
#include <algorithm>
#include <cstdint>

#include "nagarezu/metrics/concentration.hpp"

namespace nagarezu::metrics {

namespace {

using Node = std::uint32_t;

class DominatorTree {
public:
    explicit DominatorTree(const Measured& measured)
        : root_{static_cast<Node>(measured.source.holders.size())},
          before_(root_ + std::size_t{1}),
          after_(root_ + std::size_t{1}),
          nearest_(root_ + std::size_t{1}, nobody),
          rank_(root_ + std::size_t{1}, nobody) {
        connect(measured);
        number();
        iterate();
    }

    [[nodiscard]] std::vector<HolderIndex> above(Node node) const {
        std::vector<HolderIndex> path;
        if (nearest_[node] == nobody) return path;
        for (Node at = nearest_[node]; at != root_; at = nearest_[at]) path.emplace_back(at);
        std::ranges::reverse(path);
        return path;
    }

private:
    static constexpr Node nobody = UINT32_MAX;

    void link(Node from, Node to) {
        after_[from].push_back(to);
        before_[to].push_back(from);
    }

    void connect(const Measured& measured) {
        std::vector<bool> origin(root_, true);
        for (const graph::Arc& arc : measured.holdings.graph().arcs()) {
            if (arc.created || arc.from == arc.to) continue;
            origin[arc.to] = false;
            link(arc.from, arc.to);
        }
        for (const graph::Arc& arc : measured.holdings.graph().arcs())
            if (arc.created) origin[arc.to] = true;
        for (const auto& pair : measured.holdings.unsourced())
            origin[measured.source.flows[pair.flow.get()].from.get()] = true;
        for (Node node = 0; node < root_; ++node)
            if (origin[node]) link(root_, node);
    }

    /// Reverse post-order from the root.
    void number() {
        std::vector<bool> seen(after_.size());
        std::vector<std::pair<Node, std::size_t>> stack{{root_, 0}};
        seen[root_] = true;
        while (!stack.empty()) {
            auto& [node, next] = stack.back();
            if (next < after_[node].size()) {
                const Node to = after_[node][next++];
                if (!seen[to]) {
                    seen[to] = true;
                    stack.emplace_back(to, 0);
                }
            } else {
                order_.push_back(node);
                stack.pop_back();
            }
        }
        std::ranges::reverse(order_);
        for (std::size_t i = 0; i < order_.size(); ++i) rank_[order_[i]] = static_cast<Node>(i);
    }

    Node common(Node a, Node b) const {
        while (a != b) {
            while (rank_[a] > rank_[b]) a = nearest_[a];
            while (rank_[b] > rank_[a]) b = nearest_[b];
        }
        return a;
    }

    void iterate() {
        nearest_[root_] = root_;
        for (bool changed = true; changed;) {
            changed = false;
            for (Node node : order_) {
                if (node == root_) continue;
                Node found = nobody;
                for (Node from : before_[node])
                    if (nearest_[from] != nobody) found = found == nobody ? from : common(found, from);
                changed = changed || found != nearest_[node];
                nearest_[node] = found;
            }
        }
    }

    Node root_;
    std::vector<std::vector<Node>> before_, after_;
    std::vector<Node> nearest_, rank_, order_;
};

}  // namespace

std::vector<std::vector<HolderIndex>> dominators(const Measured& measured) {
    const DominatorTree tree{measured};
    std::vector<std::vector<HolderIndex>> all;
    for (std::size_t holder = 0; holder < measured.source.holders.size(); ++holder)
        all.push_back(tree.above(static_cast<Node>(holder)));
    return all;
}

}  // namespace nagarezu::metrics
