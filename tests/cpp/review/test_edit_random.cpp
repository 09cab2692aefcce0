// Random chains of edits: every edited case is a case that can be written, read back and measured.
#include <gtest/gtest.h>

#include "io/reading.hpp"
#include "nagarezu/base/error.hpp"
#include "nagarezu/io/write.hpp"
#include "nagarezu/review/difference.hpp"
#include "nagarezu/review/effects.hpp"
#include "nagarezu/review/tables.hpp"
#include "random_edits.hpp"
#include "varied.hpp"

namespace nagarezu::review {
namespace {

using io::testing::Random;

/// Applies up to six random edits, skipping those that are refused.
Case chained(Case c, std::uint64_t seed, std::size_t& taken) {
    Random random{seed};
    for (std::size_t i = 0; i < 6; ++i) try {
            c = review::edited(c, testing::random_edit(c, random, i));
            ++taken;
        } catch (const InvalidInput&) {
            continue;
        }
    return c;
}

TEST(RandomEdits, LeaveACaseThatReadsBackEqual) {
    std::size_t taken = 0;
    for (std::uint64_t seed = 0; seed < 150; ++seed) {
        const Case after = chained(testing::varied_case(seed), seed, taken);
        const auto reading = io::read_case(io::write_case(after), "edited");
        ASSERT_TRUE(reading.value) << seed << " " << io::testing::lines_of(reading.errors);
        ASSERT_EQ(*reading.value, after) << seed;
    }
    EXPECT_GT(taken, 450U);
}

TEST(RandomEdits, AreExplainedByTheDifference) {
    std::size_t taken = 0;
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        const Case before = testing::varied_case(seed);
        const Case after = chained(before, seed, taken);
        const Difference found = difference(before, after);
        ASSERT_EQ(apply(found, before), after) << seed;
        for (const DifferenceRow& row : found.rows) EXPECT_NE(row.field, "other") << row.kind;
    }
}

TEST(RandomEdits, GiveEveryTable) {
    std::size_t taken = 0;
    for (std::uint64_t seed = 0; seed < 12; ++seed) {
        const metrics::Measured before{testing::varied_case(seed)};
        const metrics::Measured after{chained(before.source, seed, taken)};
        for (const auto name : table_names())
            for (const Column& column : table(name, after, {}).columns)
                EXPECT_EQ(column.size(), table(name, after, {}).rows()) << name;
        for (const Effect& effect : effects(before, after, {})) EXPECT_NE(effect.before, effect.after) << effect.metric;
    }
}

TEST(RandomEdits, ThatTakeSomethingNeverRaiseWhatIsCertain) {
    for (std::uint64_t seed = 0; seed < 30; ++seed) {
        Case before = testing::varied_case(seed);
        for (Flow& flow : before.flows) flow.to.resize(std::min<std::size_t>(flow.to.size(), 1));  // no joint flows
        Random random{seed};
        const metrics::Measured measured{before};
        const Edit edit = random.coin() ? Edit{WithoutItem{testing::some_id(random, before.items), ""}}
                                        : Edit{WithoutFlow{testing::some_id(random, before.flows)}};
        const metrics::Measured after{review::edited(before, edit)};
        for (const Effect& effect : effects(measured, after, {})) {
            if (effect.metric != "recipients.items" || !effect.before || !effect.after) continue;
            EXPECT_LE(*effect.after->lower, *effect.before->lower) << seed << " " << effect.about;
        }
    }
}

}  // namespace
}  // namespace nagarezu::review
