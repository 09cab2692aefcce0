// Random pairs of cases: applying a difference gives back the second, the way back swaps added and removed.
#include <gtest/gtest.h>

#include <algorithm>
#include <tuple>

#include "nagarezu/review/difference.hpp"
#include "varied.hpp"

namespace nagarezu::review {
namespace {

using testing::touched;
using testing::varied_case;

TEST(RandomDifference, AppliedToTheFirstGivesTheSecond) {
    for (std::uint64_t seed = 0; seed < 150; ++seed) {
        const Case a = varied_case(seed);
        const Case b = varied_case(seed + 1000);
        const Difference found = difference(a, b);
        ASSERT_FALSE(found.empty()) << seed;
        ASSERT_EQ(apply(found, a), b) << seed;
    }
}

TEST(RandomDifference, OfNearCasesIsApplicableAndCarriesNoMoreThanItMust) {
    for (std::uint64_t seed = 0; seed < 150; ++seed) {
        const Case a = varied_case(seed);
        const Case b = touched(a, seed);
        const Difference found = difference(a, b);
        ASSERT_EQ(apply(found, a), b) << seed;
        ASSERT_TRUE(found.changes_meaning()) << seed;
        EXPECT_EQ(found.rewriting.values.items.size(), 1U) << seed;
        EXPECT_TRUE(found.rewriting.values.subjects.empty()) << seed;
        EXPECT_TRUE(found.rewriting.values.matters.empty()) << seed;
    }
}

TEST(RandomDifference, IsEmptyIfAndOnlyIfNothingDiffers) {
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        const Case a = varied_case(seed);
        const Difference none = difference(a, a);
        EXPECT_TRUE(none.empty() && none.renames.empty()) << seed;
        EXPECT_EQ(apply(none, a), a) << seed;
    }
}

/// A row as one comparable value, seen from the other side if asked for.
auto value_of(const DifferenceRow& row, bool reversed) {
    Turn turn = row.turn;
    if (reversed && turn != Turn::changed) turn = turn == Turn::added ? Turn::removed : Turn::added;
    return std::tuple{row.kind,
                      turn,
                      row.field,
                      reversed ? row.after : row.before,
                      reversed ? row.before : row.after,
                      reversed ? row.place_after : row.place_before,
                      reversed ? row.place_before : row.place_after,
                      row.meaning};
}

auto values_of(const Difference& found, bool reversed) {
    std::vector<decltype(value_of({}, false))> values;
    for (const DifferenceRow& row : found.rows) values.push_back(value_of(row, reversed));
    std::ranges::sort(values);
    return values;
}

TEST(RandomDifference, TheWayBackSwapsAddedAndRemoved) {
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        const Case a = varied_case(seed);
        const Case b = seed % 2 == 0 ? touched(a, seed) : varied_case(seed + 1000);
        const auto there = difference(a, b);
        const auto back = difference(b, a);
        EXPECT_TRUE(values_of(there, false) == values_of(back, true)) << seed;  // too long to print
        EXPECT_EQ(apply(back, b), a) << seed;
    }
}

TEST(RandomDifference, NoFieldIsUnknownToIt) {
    for (std::uint64_t seed = 0; seed < 100; ++seed)
        for (const DifferenceRow& row : difference(varied_case(seed), varied_case(seed + 1000)).rows)
            EXPECT_NE(row.field, "other") << row.kind;
}

TEST(RandomDifference, ProposesEachNameOnceAndOnlyForWhatIsGoneAndNew) {
    std::size_t proposals = 0;
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        const Case a = varied_case(seed);
        Case b = a;
        for (Item& item : b.items) item.id += "-renamed";
        const auto found = difference(a, b);
        EXPECT_LE(found.renames.size(), a.items.size());
        for (const Rename& rename : found.renames) {
            EXPECT_EQ(rename.kind, "item");
            EXPECT_TRUE(std::ranges::any_of(a.items, [&](const Item& item) { return item.id == rename.before; }));
            EXPECT_TRUE(std::ranges::any_of(b.items, [&](const Item& item) { return item.id == rename.after; }));
            ++proposals;
        }
    }
    EXPECT_GT(proposals, 300U);
}

}  // namespace
}  // namespace nagarezu::review
