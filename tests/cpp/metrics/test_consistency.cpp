#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "nagarezu/metrics/consistency.hpp"

namespace nagarezu::metrics {
namespace {

using Items = std::vector<ItemIndex>;

Items items(std::initializer_list<std::size_t> positions) {
    return {positions.begin(), positions.end()};
}

// The reservation system of case 002: 予約用ID (0), パスワード (1) and 発送番号 (8) are claimed, a list of
// eight (0 to 7) has the first two.
TEST(Consistency, WorkedReservation) {
    const auto result = consistency(items({0, 1, 8}), items({0, 1, 2, 3, 4, 5, 6, 7}));
    EXPECT_EQ(result.precision, (Fraction{2, 3}));
    EXPECT_EQ(result.recall, (Fraction{2, 8}));
    EXPECT_DOUBLE_EQ(*result.precision.value(), 2.0 / 3.0);
    EXPECT_EQ(result.unlisted, items({8}));
    EXPECT_EQ(result.unclaimed, items({2, 3, 4, 5, 6, 7}));
}

TEST(Consistency, EmptySetsAreUnknownNotZero) {
    const auto none = consistency({}, items({1}));
    EXPECT_EQ(none.precision, (Fraction{0, 0}));
    EXPECT_EQ(none.precision.value(), std::nullopt);
    EXPECT_EQ(none.recall.value(), 0.0);
    EXPECT_EQ(consistency(items({1}), {}).recall.value(), std::nullopt);
}

TEST(Consistency, CountsAnItemOnce) {
    EXPECT_EQ(consistency(items({1, 1, 2}), items({2, 2})).precision, (Fraction{1, 2}));
}

// Precision one way is recall the other way, and order does not matter.
TEST(Consistency, IsSymmetricAndIgnoresOrder) {
    std::mt19937 random{7};
    for (int round = 0; round < 200; ++round) {
        Items a;
        Items b;
        for (std::size_t i = 0; i < 12; ++i) {
            if (random() % 2 == 0) a.emplace_back(i);
            if (random() % 2 == 0) b.emplace_back(i);
        }
        const auto there = consistency(a, b);
        std::shuffle(a.begin(), a.end(), random);
        const auto back = consistency(b, a);
        EXPECT_EQ(there.precision, back.recall);
        EXPECT_EQ(there.recall, back.precision);
        EXPECT_EQ(there.unlisted, back.unclaimed);
        EXPECT_LE(there.precision.part, there.precision.whole);
    }
}

}  // namespace
}  // namespace nagarezu::metrics
