#include <gtest/gtest.h>

#include <limits>

#include "nagarezu/base/bounds.hpp"

namespace nagarezu {
namespace {

constexpr Count largest = std::numeric_limits<Count>::max();
constexpr Count smallest = std::numeric_limits<Count>::min();

TEST(Bounds, FactoriesSayWhichEndIsKnown) {
    EXPECT_EQ(Bounds::exact(5), (Bounds{5, 5}));
    EXPECT_EQ(Bounds::at_least(5), (Bounds{5, std::nullopt}));
    EXPECT_EQ(Bounds::at_most(5), (Bounds{0, 5}));
    EXPECT_EQ(Bounds::unknown(), (Bounds{std::nullopt, std::nullopt}));
}

TEST(Bounds, OnlyEqualKnownEndsAreExact) {
    EXPECT_TRUE(Bounds::exact(0).is_exact());
    EXPECT_FALSE((Bounds{4, 5}.is_exact()));
    EXPECT_FALSE(Bounds::at_least(5).is_exact());
    EXPECT_FALSE(Bounds::unknown().is_exact());
}

TEST(Bounds, UnknownIsNotZero) {
    EXPECT_NE(Bounds::unknown(), Bounds::exact(0));
    EXPECT_NE(Bounds::at_least(0), Bounds::exact(0));
}

// The two resident groups of case 004 as one sum: the upper end of 383,395 – 689,022.
TEST(Bounds, SumAddsEachEnd) {
    EXPECT_EQ(Bounds::exact(383'395) + Bounds::exact(305'627), Bounds::exact(689'022));
    EXPECT_EQ((Bounds{1, 2} + Bounds{10, 20}), (Bounds{11, 22}));
}

TEST(Bounds, AnUnknownEndMakesThatEndOfTheSumUnknown) {
    EXPECT_EQ(Bounds::exact(3) + Bounds::at_least(4), Bounds::at_least(7));
    EXPECT_EQ(Bounds::exact(3) + Bounds::unknown(), Bounds::unknown());
    EXPECT_EQ((Bounds{std::nullopt, 2} + Bounds::exact(1)), (Bounds{std::nullopt, 3}));
}

// Case 000: an item that reaches two holders at least, for 348,587 persons at least.
TEST(Bounds, FactorMultipliesEachEnd) {
    EXPECT_EQ(Bounds::at_least(348'587) * 2, Bounds::at_least(697'174));
    EXPECT_EQ((Bounds{2, 3} * 4), (Bounds{8, 12}));
}

TEST(Bounds, ZeroTimesUnknownIsZero) {
    EXPECT_EQ(Bounds::unknown() * 0, Bounds::exact(0));
    EXPECT_EQ(Bounds::at_least(9) * 0, Bounds::exact(0));
    EXPECT_EQ(Bounds::unknown() * 1, Bounds::unknown());
}

TEST(Bounds, SumsSaturateInsteadOfWrapping) {
    EXPECT_EQ(Bounds::exact(largest) + Bounds::exact(1), Bounds::exact(largest));
    EXPECT_EQ(Bounds::exact(largest) * 2, Bounds::exact(largest));
}

TEST(Saturating, AddStopsAtBothEnds) {
    EXPECT_EQ(saturating_add(largest - 1, 1), largest);
    EXPECT_EQ(saturating_add(largest, 1), largest);
    EXPECT_EQ(saturating_add(smallest, -1), smallest);
    EXPECT_EQ(saturating_add(largest, smallest), -1);
}

TEST(Saturating, MultiplyStopsAtTheEndOfItsSign) {
    EXPECT_EQ(saturating_multiply(largest / 2, 2), largest - 1);
    EXPECT_EQ(saturating_multiply(largest / 2 + 1, 2), largest);
    EXPECT_EQ(saturating_multiply(-largest, 2), smallest);
    EXPECT_EQ(saturating_multiply(2, -largest), smallest);
    EXPECT_EQ(saturating_multiply(smallest, -1), largest);
    EXPECT_EQ(saturating_multiply(largest, 0), 0);
}

}  // namespace
}  // namespace nagarezu
