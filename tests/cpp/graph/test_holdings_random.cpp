// The core against the definitions written with sets, on a few thousand random cases.
#include <gtest/gtest.h>

#include <algorithm>

#include "nagarezu/graph/holdings.hpp"
#include "random_case.hpp"
#include "reference.hpp"

namespace nagarezu::graph {
namespace {

constexpr int rounds = 3000;
constexpr std::array reaches{Reach::lower, Reach::upper, Reach::potential};

reference::Pairs pairs_at(const Holdings& holdings, std::size_t holder, Reach reach) {
    reference::Pairs pairs;
    const FlowGraph& graph = holdings.graph();
    const ConstBits bits = holdings.at(HolderIndex{holder}, reach);
    for (std::size_t g = 0; g < graph.groups(); ++g)
        for (std::size_t i = 0; i < graph.stride(); ++i)
            if (test(bits, graph.bit(g, i))) pairs.insert({g, i});
    return pairs;
}

TEST(HoldingsRandom, EqualTheDefinitions) {
    std::mt19937 random{20240601};
    std::size_t held = 0;
    std::size_t cyclic = 0;
    for (int round = 0; round < rounds; ++round) {
        const Case source = random_case(random);
        const Holdings holdings{source};
        const auto answer = reference::answer(source);
        for (Reach reach : reaches)
            for (std::size_t h = 0; h < source.holders.size(); ++h) {
                const auto& expected = answer.held.at(reach)[h];
                ASSERT_EQ(pairs_at(holdings, h, reach), expected) << "round " << round << ", holder " << h;
                held += expected.size();
            }
        const auto components = holdings.graph().component();
        cyclic += !components.empty() && *std::ranges::max_element(components) + 1 < components.size();
    }
    EXPECT_GT(held, 10'000U) << "the cases must not be trivial";
    EXPECT_GT(cyclic, 500U);
}

TEST(HoldingsRandom, BoundsEncloseEachOther) {
    std::mt19937 random{7};
    for (int round = 0; round < rounds; ++round) {
        const Case source = random_case(random);
        const Holdings holdings{source};
        for (std::size_t h = 0; h < source.holders.size(); ++h) {
            const auto lower = pairs_at(holdings, h, Reach::lower);
            const auto upper = pairs_at(holdings, h, Reach::upper);
            const auto potential = pairs_at(holdings, h, Reach::potential);
            ASSERT_TRUE(std::ranges::includes(upper, lower));
            ASSERT_TRUE(std::ranges::includes(potential, upper));
        }
    }
}

// Whether `witness` is a way of that pair: flows that join its holders, each carrying the pair, or at first
// something unlisted of its group, out of which a later flow states it.
void expect_way(const reference::Answer& answer, reference::Pair pair, Reach reach, const Witness& witness) {
    ASSERT_EQ(witness.holders.size(), witness.flows.size() + 1);
    for (std::size_t k = 0; k < witness.flows.size(); ++k) {
        const auto step = std::ranges::find_if(answer.ways, [&](const reference::Way& way) {
            return way.flow == witness.flows[k].get() && way.from == witness.holders[k].get() &&
                   way.to == witness.holders[k + 1].get();
        });
        ASSERT_NE(step, answer.ways.end());
        const auto carried = [&](reference::Pair what, Reach wide) {
            const bool stated = (wide == Reach::lower ? step->certain : step->add).contains(what);
            const bool passed = (wide == Reach::upper && step->pass.contains(what)) ||
                                (wide == Reach::potential && step->potential.contains(what));
            return stated || (passed && answer.held.at(wide)[witness.holders[k].get()].contains(what));
        };
        const reference::Pair unlisted{pair.first, answer.unlisted};
        const Reach wide = reach == Reach::lower ? Reach::upper : reach;
        const auto& source = witness.holders[k];
        const bool source_may_hold =
            answer.held.at(reach)[source.get()].contains(pair) || answer.held.at(wide)[source.get()].contains(unlisted);
        const bool last = k + 1 == witness.flows.size();
        EXPECT_TRUE(carried(pair, reach) || (!last && carried(unlisted, wide)));
        EXPECT_TRUE(k == 0 || source_may_hold);
    }
}

TEST(HoldingsRandom, DepthsAndWitnessesEqualTheDefinitions) {
    std::mt19937 random{99};
    std::size_t longest = 0;
    for (int round = 0; round < rounds; ++round) {
        const Case source = random_case(random, 7, 3);
        const Holdings holdings{source};
        const auto answer = reference::answer(source);
        for (Reach reach : reaches)
            for (std::size_t g = 0; g < source.subjects.size(); ++g)
                for (std::size_t i = 0; i < source.items.size(); ++i) {
                    const auto expected = reference::depths(answer, {g, i}, reach);
                    ASSERT_EQ(holdings.depths(SubjectIndex{g}, ItemIndex{i}, reach), expected) << "round " << round;
                    for (std::size_t h = 0; h < source.holders.size(); ++h) {
                        const auto witness = holdings.witness(HolderIndex{h}, SubjectIndex{g}, ItemIndex{i}, reach);
                        ASSERT_EQ(witness.has_value(), expected[h].has_value());
                        if (!witness) continue;
                        ASSERT_EQ(witness->depth(), *expected[h]) << "round " << round;
                        expect_way(answer, {g, i}, reach, *witness);
                        longest = std::max(longest, witness->depth());
                    }
                }
    }
    EXPECT_GE(longest, 3U);
}

}  // namespace
}  // namespace nagarezu::graph
