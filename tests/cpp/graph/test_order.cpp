#include <gtest/gtest.h>

#include <random>

#include "nagarezu/graph/order.hpp"

namespace nagarezu::graph {
namespace {

struct Link {
    Node from;
    Node to;
};
using Links = std::vector<Link>;

Order order_of(std::size_t nodes, const Links& links) {
    return order_of(successors_of(nodes, links));
}

TEST(Order, OfNothingIsEmpty) {
    const Order order = order_of(0, {});
    EXPECT_EQ(order.size(), 0U);
    EXPECT_TRUE(order.component.empty());
}

TEST(Order, FollowsArcsWhereThereIsNoCycle) {
    const Order order = order_of(4, {{3, 1}, {1, 0}, {0, 2}});
    EXPECT_EQ(order.nodes, (std::vector<Node>{3, 1, 0, 2}));
    EXPECT_EQ(order.rank, (std::vector<std::uint32_t>{2, 1, 3, 0}));
    EXPECT_EQ(order.component, order.rank);
}

TEST(Order, KeepsTheNodesOfACycleTogether) {
    // 0 -> 1 -> 2 -> 1, 2 -> 3, 0 -> 4
    const Order order = order_of(5, {{0, 1}, {1, 2}, {2, 1}, {2, 3}, {0, 4}});
    EXPECT_EQ(order.component[1], order.component[2]);
    EXPECT_EQ(order.rank[2], order.rank[1] + 1);
    EXPECT_LT(order.component[0], order.component[1]);
    EXPECT_LT(order.component[2], order.component[3]);
    EXPECT_LT(order.component[0], order.component[4]);
}

TEST(Order, SuccessorsKeepTheOrderOfArcs) {
    const Successors out = successors_of(3, Links{{2, 1}, {0, 2}, {0, 1}, {2, 2}});
    EXPECT_EQ(out.nodes(), 3U);
    EXPECT_EQ(std::vector<Node>(out.of(0).begin(), out.of(0).end()), (std::vector<Node>{2, 1}));
    EXPECT_TRUE(out.of(1).empty());
    EXPECT_EQ(std::vector<Node>(out.of(2).begin(), out.of(2).end()), (std::vector<Node>{1, 2}));
}

TEST(Order, ChainOfAMillionNeedsNoStack) {
    const std::size_t nodes = 1'000'000;
    Links links;
    for (std::size_t n = 0; n + 1 < nodes; ++n) links.push_back({static_cast<Node>(n + 1), static_cast<Node>(n)});
    const Order order = order_of(nodes, links);
    EXPECT_EQ(order.nodes.front(), nodes - 1);
    EXPECT_EQ(order.nodes.back(), 0U);
    EXPECT_EQ(order.component[0], nodes - 1);
}

// Two nodes share a component if and only if each reaches the other; all other arcs lead forward.
TEST(Order, AgreesWithTransitiveClosure) {
    std::mt19937 random{1};
    for (int round = 0; round < 500; ++round) {
        const std::size_t nodes = 1 + random() % 9;
        Links links;
        for (std::size_t k = random() % (2 * nodes); k > 0; --k)
            links.push_back({static_cast<Node>(random() % nodes), static_cast<Node>(random() % nodes)});
        std::vector<std::vector<bool>> reaches(nodes, std::vector<bool>(nodes, false));
        for (std::size_t n = 0; n < nodes; ++n) reaches[n][n] = true;
        for (std::size_t k = 0; k < nodes; ++k)
            for (const Link& link : links)
                for (std::size_t n = 0; n < nodes; ++n)
                    if (reaches[n][link.from]) reaches[n][link.to] = true;

        const Order order = order_of(nodes, links);
        for (std::size_t a = 0; a < nodes; ++a) {
            EXPECT_EQ(order.nodes[order.rank[a]], a);
            for (std::size_t b = 0; b < nodes; ++b)
                EXPECT_EQ(order.component[a] == order.component[b], reaches[a][b] && reaches[b][a]);
        }
        for (const Link& link : links) EXPECT_LE(order.component[link.from], order.component[link.to]);
        for (std::size_t r = 0; r + 1 < nodes; ++r)
            EXPECT_LE(order.component[order.nodes[r]], order.component[order.nodes[r + 1]]);
    }
}

}  // namespace
}  // namespace nagarezu::graph
