#include <gtest/gtest.h>

#include <set>
#include <unordered_set>

#include "nagarezu/base/index.hpp"

namespace nagarezu {
namespace {

TEST(Index, DefaultPointsAtNothing) {
    EXPECT_FALSE(ItemIndex{}.valid());
    EXPECT_EQ(ItemIndex{}.get(), ItemIndex::nothing);
}

TEST(Index, PositionZeroIsAPosition) {
    EXPECT_TRUE(ItemIndex{0}.valid());
    EXPECT_EQ(ItemIndex{0}.get(), 0U);
    EXPECT_NE(ItemIndex{0}, ItemIndex{});
}

TEST(Index, KeepsThePositionItWasGiven) {
    for (const std::size_t position : {std::size_t{0}, std::size_t{1}, std::size_t{999'999}, std::size_t{4294967294}})
        EXPECT_EQ(FlowIndex{position}.get(), position);
}

TEST(Index, OrdersByPositionWithNothingLast) {
    EXPECT_LT(HolderIndex{1}, HolderIndex{2});
    EXPECT_LT(HolderIndex{2}, HolderIndex{});
    const std::set<HolderIndex> sorted{HolderIndex{}, HolderIndex{7}, HolderIndex{3}};
    EXPECT_EQ(sorted.begin()->get(), 3U);
}

TEST(Index, IsAKeyOfHashedContainers) {
    std::unordered_set<SubjectIndex> seen{SubjectIndex{4}, SubjectIndex{4}, SubjectIndex{5}};
    EXPECT_EQ(seen.size(), 2U);
    EXPECT_TRUE(seen.contains(SubjectIndex{5}));
    EXPECT_FALSE(seen.contains(SubjectIndex{6}));
}

static_assert(sizeof(ItemIndex) == 4, "a case holds millions of them");
static_assert(!std::is_convertible_v<ItemIndex, HolderIndex>);
static_assert(!std::is_constructible_v<HolderIndex, ItemIndex>);
static_assert(!std::is_convertible_v<std::size_t, ItemIndex>);

}  // namespace
}  // namespace nagarezu
