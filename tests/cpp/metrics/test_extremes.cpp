#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <random>

#include "nagarezu/metrics/extremes.hpp"

namespace nagarezu::metrics {
namespace {

using Nodes = std::vector<std::size_t>;

TEST(Clique, OfNothingWeighsNothing) {
    const Clique clique = heaviest_clique({}, {});
    EXPECT_EQ(clique.weight, 0);
    EXPECT_TRUE(clique.chosen.empty());
}

TEST(Clique, PrefersTwoLightNeighboursToOneHeavyNode) {
    // 0 – 1 – 2 in a row: 3 + 4 = 7 beats 6 alone and 4 + 2.
    const std::vector<Count> weights{3, 4, 2, 6};
    const std::vector<Nodes> neighbours{{1}, {0, 2}, {1}, {}};
    const Clique clique = heaviest_clique(weights, neighbours);
    EXPECT_EQ(clique.weight, 7);
    EXPECT_EQ(clique.chosen, (Nodes{0, 1}));
    EXPECT_TRUE(clique.exact);
}

TEST(Clique, BeyondTheLimitIsACliqueAndSaysThatItMayNotBeTheHeaviest) {
    // 25 nodes in a ring: no clique has more than two neighbours.
    const std::size_t n = 25;
    std::vector<Count> weights(n, 1);
    weights[7] = 5;
    std::vector<Nodes> neighbours(n);
    for (std::size_t i = 0; i < n; ++i) neighbours[i] = {(i + n - 1) % n, (i + 1) % n};
    const Clique clique = heaviest_clique(weights, neighbours);
    EXPECT_FALSE(clique.exact);
    EXPECT_EQ(clique.weight, 6);
    ASSERT_EQ(clique.chosen.size(), 2U);
    EXPECT_EQ(clique.chosen[0], 6U);
}

TEST(Cover, TakesTheCheaperOfOneWholeAndItsParts) {
    const std::vector<Offer> whole_dear{{3, {0}}, {4, {1}}, {8, {0, 1}}};
    const std::vector<Offer> whole_cheap{{3, {0}}, {4, {1}}, {6, {0, 1}}};
    EXPECT_EQ(cheapest_cover(2, whole_dear).upper, 7);
    EXPECT_EQ(cheapest_cover(2, whole_dear).chosen, (Nodes{0, 1}));
    EXPECT_EQ(cheapest_cover(2, whole_cheap).upper, 6);
    EXPECT_EQ(cheapest_cover(2, whole_cheap).chosen, (Nodes{2}));
}

TEST(Cover, OfNothingCostsNothing) {
    const Cover cover = cheapest_cover(0, {});
    EXPECT_EQ(cover.lower, 0);
    EXPECT_EQ(cover.upper, 0);
}

TEST(Cover, BeyondTheLimitGivesBothSides) {
    // 24 elements in a row; each offer covers two neighbours, so twelve are needed.
    std::vector<Offer> offers;
    for (std::size_t i = 0; i + 1 < 24; ++i) offers.push_back({1, {i, i + 1}});
    const Cover cover = cheapest_cover(24, offers);
    EXPECT_FALSE(cover.exact);
    EXPECT_LE(cover.lower, 12);
    EXPECT_GE(cover.upper, 12);
    EXPECT_GT(cover.lower, 0);
    EXPECT_EQ(cover.upper, static_cast<Count>(cover.chosen.size()));
}

TEST(Cover, PartsAreCountedTogether) {
    const std::vector<Offer> offers{{1, {0, 1}}, {1, {2}}, {1, {3, 4}}, {1, {4}}};
    const Cover cover = cheapest_cover(5, offers);
    EXPECT_EQ(cover.upper, 3);
    EXPECT_TRUE(cover.exact);
}

// The slow and obvious answers, over all subsets.
Count clique_by_hand(const std::vector<Count>& weights, const std::vector<Nodes>& neighbours) {
    Count best = 0;
    for (std::uint32_t mask = 0; mask < (1U << weights.size()); ++mask) {
        Count weight = 0;
        bool clique = true;
        for (std::size_t i = 0; i < weights.size(); ++i) {
            if (!(mask >> i & 1U)) continue;
            weight += weights[i];
            for (std::size_t j = 0; j < i; ++j)
                if (mask >> j & 1U) clique = clique && std::ranges::find(neighbours[i], j) != neighbours[i].end();
        }
        if (clique && weight > best) best = weight;
    }
    return best;
}

Count cover_by_hand(std::size_t elements, const std::vector<Offer>& offers) {
    std::optional<Count> best;
    for (std::uint32_t mask = 0; mask < (1U << offers.size()); ++mask) {
        std::uint32_t covered = 0;
        Count cost = 0;
        for (std::size_t i = 0; i < offers.size(); ++i) {
            if (!(mask >> i & 1U)) continue;
            cost += offers[i].cost;
            for (std::size_t element : offers[i].covers) covered |= 1U << element;
        }
        if (covered == (1U << elements) - 1 && (!best || cost < *best)) best = cost;
    }
    return *best;
}

TEST(Extremes, AgreeWithAllSubsetsOfRandomSmallInputs) {
    std::mt19937 random{7};
    const auto draw = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
    for (int round = 0; round < 300; ++round) {
        const std::size_t n = 1 + draw(7);
        std::vector<Count> weights;
        std::vector<Nodes> neighbours(n);
        for (std::size_t i = 0; i < n; ++i) weights.push_back(static_cast<Count>(draw(9)));
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = 0; j < i; ++j)
                if (draw(2) == 0) {
                    neighbours[i].push_back(j);
                    neighbours[j].push_back(i);
                }
        EXPECT_EQ(heaviest_clique(weights, neighbours).weight, clique_by_hand(weights, neighbours));

        std::vector<Offer> offers;
        for (std::size_t i = 0; i < n; ++i) offers.push_back({static_cast<Count>(draw(9)), {i}});
        for (std::size_t extra = 0; extra < 4; ++extra) {
            Offer offer{static_cast<Count>(draw(12)), {}};
            for (std::size_t i = 0; i < n; ++i)
                if (draw(2) == 0) offer.covers.push_back(i);
            offers.push_back(offer);
        }
        const Cover cover = cheapest_cover(n, offers);
        EXPECT_EQ(cover.upper, cover_by_hand(n, offers));
        EXPECT_EQ(cover.lower, cover.upper);
    }
}

}  // namespace
}  // namespace nagarezu::metrics
