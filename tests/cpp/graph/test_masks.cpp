#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "nagarezu/graph/masks.hpp"

namespace nagarezu::graph {
namespace {

TEST(Masks, TheEmptySetIsNumberZero) {
    MaskTable table{2};
    EXPECT_EQ(table.size(), 1U);
    EXPECT_EQ(table.intern(std::vector<Word>{0, 0}), MaskTable::empty);
    EXPECT_EQ(count(table[MaskTable::empty]), 0U);
}

TEST(Masks, WithoutWordsThereIsOnlyTheEmptySet) {
    MaskTable table{0};
    EXPECT_EQ(table.intern({}), MaskTable::empty);
    EXPECT_EQ(table.size(), 1U);
}

TEST(Masks, AnotherLengthIsRefused) {
    MaskTable table{2};
    EXPECT_THROW(table.intern(std::vector<Word>{1}), std::invalid_argument);
}

TEST(Masks, EqualSetsShareANumberHoweverManyThereAre) {
    std::mt19937_64 random{1};
    MaskTable table{3};
    std::map<std::vector<Word>, MaskId> known{{{0, 0, 0}, 0}};
    for (int k = 0; k < 5000; ++k) {
        const std::vector<Word> mask{random() % 8, random() % 8, (random() % 8) << 60U};
        const auto [entry, fresh] = known.emplace(mask, static_cast<MaskId>(known.size()));
        ASSERT_EQ(table.intern(mask), entry->second);
    }
    EXPECT_EQ(table.size(), known.size());
    for (const auto& [mask, id] : known) EXPECT_TRUE(std::ranges::equal(table[id], mask));
}

TEST(Masks, BitsAreSetTestedAndCounted) {
    std::vector<Word> bits(words_for(130), 0);
    EXPECT_EQ(bits.size(), 3U);
    set(bits, 0);
    set(bits, 63);
    set(bits, 64);
    set(bits, 129);
    EXPECT_TRUE(test(bits, 64));
    EXPECT_FALSE(test(bits, 65));
    EXPECT_EQ(count(bits), 4U);
}

}  // namespace
}  // namespace nagarezu::graph
