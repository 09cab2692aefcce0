#include "nagarezu/graph/order.hpp"

#include <algorithm>
#include <limits>

namespace nagarezu::graph {
namespace {

constexpr std::uint32_t unseen = std::numeric_limits<std::uint32_t>::max();

// Tarjan's search with its call stack kept by hand. Components come out in reverse topological order.
class ComponentSearch {
public:
    explicit ComponentSearch(const Successors& graph)
        : graph_{graph},
          low_(graph.nodes(), unseen),
          component_(graph.nodes(), unseen),
          next_{graph.start.begin(), graph.start.end() - 1} {
        finished_.reserve(graph.nodes());
        for (Node root = 0; root < graph.nodes(); ++root)
            if (low_[root] == unseen) search(root);
    }

    Order order() && {
        for (auto& component : component_) component = components_ - 1 - component;
        Order order;
        std::vector<std::size_t> place(std::size_t{components_} + 1, 0);
        for (auto component : component_) ++place[component + 1];
        for (std::size_t c = 0; c < components_; ++c) place[c + 1] += place[c];
        order.nodes.resize(finished_.size());
        for (auto node = finished_.rbegin(); node != finished_.rend(); ++node)
            order.nodes[place[component_[*node]]++] = *node;
        order.rank.resize(order.nodes.size());
        for (std::size_t r = 0; r < order.nodes.size(); ++r) order.rank[order.nodes[r]] = static_cast<std::uint32_t>(r);
        order.component = std::move(component_);
        return order;
    }

private:
    struct Visit {
        Node node;
        std::uint32_t number;  // in order of discovery; low_ falls below it if an earlier node is reachable
    };

    void search(Node root) {
        enter(root);
        while (!path_.empty()) {
            const Visit visit = path_.back();
            if (next_[visit.node] < graph_.start[visit.node + 1]) {
                const Node target = graph_.targets[next_[visit.node]++];
                if (low_[target] == unseen)
                    enter(target);
                else if (component_[target] == unseen)
                    low_[visit.node] = std::min(low_[visit.node], low_[target]);
            } else {
                leave(visit);
            }
        }
    }

    void enter(Node node) {
        low_[node] = discovered_;
        path_.push_back({node, discovered_++});
        open_.push_back(node);
    }

    void leave(Visit visit) {
        path_.pop_back();
        finished_.push_back(visit.node);
        if (!path_.empty()) low_[path_.back().node] = std::min(low_[path_.back().node], low_[visit.node]);
        if (low_[visit.node] != visit.number) return;
        for (Node member = unseen; member != visit.node;) {
            member = open_.back();
            open_.pop_back();
            component_[member] = components_;
        }
        ++components_;
    }

    const Successors& graph_;
    std::vector<std::uint32_t> low_;
    std::vector<std::uint32_t> component_;
    std::vector<std::size_t> next_;
    std::vector<Visit> path_;
    std::vector<Node> open_;
    std::vector<Node> finished_;
    std::uint32_t discovered_{0};
    std::uint32_t components_{0};
};

}  // namespace

Order order_of(const Successors& graph) {
    return ComponentSearch{graph}.order();
}

}  // namespace nagarezu::graph
