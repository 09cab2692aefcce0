// The engine for one graph of any size and the one for many small graphs, against one obvious loop.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <tuple>

#include "nagarezu/graph/bulk.hpp"
#include "nagarezu/graph/flow_graph.hpp"
#include "nagarezu/graph/network.hpp"
#include "random_case.hpp"

namespace nagarezu::graph {
namespace {

constexpr std::array kernels{Kernel::automatic, Kernel::portable, Kernel::avx2};

struct Problem {
    std::size_t nodes{};
    std::size_t words{};
    std::vector<Seed> seeds{};
    std::vector<Carry> carries{};
    std::vector<std::vector<Word>> masks{};
};

// Random masks, dense enough for bits to travel; number 0 is the empty one.
Problem random_problem(std::mt19937_64& random, std::size_t most_nodes, std::size_t words) {
    Problem problem{.nodes = 1 + random() % most_nodes, .words = words, .seeds = {}, .carries = {}, .masks = {}};
    problem.masks.emplace_back(words, 0);
    for (std::size_t m = 1 + random() % 6; m > 0; --m) {
        auto& mask = problem.masks.emplace_back(words);
        for (Word& word : mask) word = random() | random();
    }
    const auto node = [&] { return static_cast<Node>(random() % problem.nodes); };
    const auto mask = [&] { return static_cast<MaskId>(random() % problem.masks.size()); };
    for (std::size_t s = random() % 4; s > 0; --s) problem.seeds.push_back({node(), mask()});
    for (std::size_t c = random() % (3 * problem.nodes); c > 0; --c)
        problem.carries.push_back({node(), node(), mask()});
    return problem;
}

std::vector<Word> obvious(const Problem& problem) {
    std::vector<Word> held(problem.nodes * problem.words, 0);
    const auto at = [&](Node node, std::size_t w) -> Word& { return held[node * problem.words + w]; };
    for (const Seed& seed : problem.seeds)
        for (std::size_t w = 0; w < problem.words; ++w) at(seed.node, w) |= problem.masks[seed.mask][w];
    for (auto before = std::vector<Word>{}; before != held;) {
        before = held;
        for (const Carry& carry : problem.carries)
            for (std::size_t w = 0; w < problem.words; ++w)
                at(carry.to, w) |= at(carry.from, w) & problem.masks[carry.mask][w];
    }
    return held;
}

Network network_of(const Problem& problem) {
    MaskTable table{problem.words};
    std::vector<MaskId> number;
    for (const auto& mask : problem.masks) number.push_back(table.intern(mask));
    auto seeds = problem.seeds;
    auto carries = problem.carries;
    for (Seed& seed : seeds) seed.mask = number[seed.mask];
    for (Carry& carry : carries) carry.mask = number[carry.mask];
    return {order_of(successors_of(problem.nodes, carries)), seeds, carries, table};
}

void append(Bulk& bulk, const Problem& problem) {
    std::vector<Block> masks(problem.masks.size());
    for (std::size_t m = 0; m < masks.size(); ++m) std::ranges::copy(problem.masks[m], masks[m].words.begin());
    bulk.append(problem.nodes, problem.seeds, problem.carries, masks);
}

TEST(Network, WithoutNodesOrBitsHoldsNothing) {
    EXPECT_TRUE(network_of({.words = 2, .masks = {{0, 0}}}).solve(2).rows().empty());
    EXPECT_TRUE(network_of({.nodes = 3, .words = 0, .carries = {{0, 1, 0}}, .masks = {{}}}).solve(2).rows().empty());
}

TEST(Network, FiltersAlongAChainAndRoundACycle) {
    // 0 starts with bits 0-2; 0 -> 1 lets 0 and 1 through, 1 -> 2 lets 1 and 2; 2 -> 1 everything.
    const Problem problem{.nodes = 3,
                          .words = 1,
                          .seeds = {{0, 1}},
                          .carries = {{0, 1, 2}, {1, 2, 3}, {2, 1, 1}},
                          .masks = {{0}, {7}, {3}, {6}}};
    const Solution solution = network_of(problem).solve();
    EXPECT_EQ(solution.rows(), (std::vector<Word>{7, 3, 2}));
    EXPECT_EQ(solution.row(1), std::vector<Word>{3});
    EXPECT_EQ(solution.count(1), 2U);
    EXPECT_EQ(solution.nodes(), 3U);
}

TEST(Network, EqualsTheObviousLoopOnEveryKernelAndThreadCount) {
    std::mt19937_64 random{11};
    for (int round = 0; round < 1500; ++round) {
        const Problem problem = random_problem(random, round % 50 == 0 ? 300 : 12, 1 + random() % 12);
        const auto expected = obvious(problem);
        const Network network = network_of(problem);
        for (Kernel kernel : kernels) {
            if (!available(kernel)) continue;
            for (std::size_t threads : {0U, 1U, 2U, 8U})
                ASSERT_EQ(network.solve(threads, kernel).rows(), expected) << "round " << round;
        }
    }
}

TEST(Bulk, WithoutGraphsHoldsNothing) {
    const Bulk bulk;
    EXPECT_EQ(bulk.graphs(), 0U);
    EXPECT_NO_THROW(bulk.solve({}));
    EXPECT_NO_THROW(bulk.count({}));
}

TEST(Bulk, StoresEqualMasksOnceAndIdleCarriesNever) {
    Bulk bulk;
    const std::vector<Block> masks(3, Block{{5, 0, 0, 1}});
    bulk.append(2, std::vector<Seed>{{0, 0}}, std::vector<Carry>{{0, 1, 1}, {0, 1, 2}, {1, 1, 2}}, masks);
    EXPECT_EQ(bulk.masks(), 1U);
    EXPECT_EQ(bulk.carries(), 2U);
    std::vector<Block> held(2);
    bulk.solve(held);
    EXPECT_EQ(held[0], masks[0]);
    EXPECT_EQ(held[1], masks[0]);
    std::vector<std::uint16_t> counts(2);
    bulk.count(counts);
    EXPECT_EQ(counts, (std::vector<std::uint16_t>{3, 3}));
}

TEST(Bulk, EqualsTheObviousLoopOnEveryKernelAndThreadCount) {
    std::mt19937_64 random{12};
    Bulk bulk;
    std::vector<Block> expected;
    for (int round = 0; round < 4200; ++round) {
        const Problem problem = random_problem(random, round % 50 == 0 ? 256 : 12, 4);
        ASSERT_EQ(bulk.first_node(bulk.graphs()), expected.size());
        append(bulk, problem);
        const auto rows = obvious(problem);
        for (std::size_t n = 0; n < problem.nodes; ++n) {
            Block& block = expected.emplace_back();
            std::copy_n(rows.begin() + static_cast<std::ptrdiff_t>(4 * n), 4, block.words.begin());
        }
    }
    std::vector<std::uint16_t> expected_counts;
    for (const Block& block : expected) expected_counts.push_back(static_cast<std::uint16_t>(block.count()));
    for (Kernel kernel : kernels) {
        if (!available(kernel)) continue;
        for (std::size_t threads : {0U, 1U, 2U, 8U}) {
            std::vector<Block> held(bulk.nodes(), Block{{1, 2, 3, 4}});  // what was there before must not matter
            bulk.solve(held, {.threads = threads, .kernel = kernel});
            ASSERT_EQ(held, expected);
            std::vector<std::uint16_t> counts(bulk.nodes());
            bulk.count(counts, {.threads = threads, .kernel = kernel});
            ASSERT_EQ(counts, expected_counts);
        }
    }
}

TEST(Bulk, SolvesARangeAndLeavesTheRestAlone) {
    Bulk bulk;
    const std::vector<Block> masks{Block{{1, 0, 0, 0}}};
    for (int g = 0; g < 3; ++g) bulk.append(1, std::vector<Seed>{{0, 0}}, {}, masks);
    std::vector<Block> held(3);
    bulk.solve(held, {.first = 1, .last = 2});
    EXPECT_EQ(held, (std::vector<Block>{Block{}, masks[0], Block{}}));
}

TEST(Bulk, TakesGraphsUpToItsLimitsAndStaysWholeBeyondThem) {
    Bulk bulk;
    const std::vector<Block> one{Block{{1, 0, 0, 0}}};
    EXPECT_NO_THROW(bulk.append(Bulk::node_limit, std::vector<Seed>{{255, 0}}, {}, one));
    EXPECT_THROW(bulk.append(Bulk::node_limit + 1, {}, {}, one), std::length_error);

    std::vector<Block> many(Bulk::mask_limit + 1);
    std::vector<Seed> seeds{};
    for (std::size_t m = 0; m < many.size(); ++m) {
        many[m].words[0] = m + 1;
        seeds.push_back({0, static_cast<MaskId>(m)});
    }
    EXPECT_THROW(bulk.append(1, seeds, {}, many), std::length_error);
    EXPECT_EQ(bulk.graphs(), 1U);
    EXPECT_EQ(bulk.masks(), 1U);
    seeds.pop_back();
    bulk.append(1, seeds, {}, many);
    std::vector<Block> held(bulk.nodes());
    bulk.solve(held);
    EXPECT_EQ(held[255], one[0]);
    EXPECT_EQ(held[256].words[0], 0x1ffffU);
}

TEST(Bulk, RefusesAResultOfAnotherSize) {
    Bulk bulk;
    bulk.append(2, {}, {}, {});
    std::vector<Block> held(1);
    std::vector<std::uint16_t> counts(3);
    EXPECT_THROW(bulk.solve(held), std::invalid_argument);
    EXPECT_THROW(bulk.count(counts), std::invalid_argument);
}

// The upper and potential holdings of a case are those of a bulk graph made of its arcs.
TEST(Bulk, EqualsTheHoldingsOfACase) {
    std::mt19937 random{13};
    for (int round = 0; round < 500; ++round) {
        const FlowGraph graph{random_case(random, 8, 12)};
        ASSERT_LE(graph.bits(), block_bits);
        for (MaskId Arc::*passed : {&Arc::pass, &Arc::potential}) {
            std::vector<Seed> seeds;
            std::vector<Carry> carries;
            std::vector<Block> masks;
            const auto mask = [&](MaskId id) {
                std::ranges::copy(graph.mask(id), masks.emplace_back().words.begin());
                return static_cast<MaskId>(masks.size() - 1);
            };
            for (const Arc& arc : graph.arcs()) {
                seeds.push_back({arc.to, mask(arc.add)});
                if (!arc.created) carries.push_back({arc.from, arc.to, mask(arc.*passed)});
            }
            Bulk bulk;
            bulk.append(graph.holders(), seeds, carries, masks);
            std::vector<Block> held(bulk.nodes());
            bulk.solve(held);
            const Solution solution = graph.solve(&Arc::add, passed);
            for (Node h = 0; h < graph.holders(); ++h) {
                auto row = solution.row(h);
                row.resize(block_words);
                ASSERT_TRUE(std::ranges::equal(row, held[h].words)) << "round " << round;
            }
        }
    }
}

TEST(Kernel, AvailableOnesRunAndOthersAreRefused) {
    EXPECT_TRUE(available(Kernel::automatic));
    EXPECT_TRUE(available(Kernel::portable));
    if (available(Kernel::avx2)) {
        EXPECT_EQ(network_of({.nodes = 1, .words = 1, .masks = {{0}}}).solve(1, Kernel::avx2).nodes(), 1U);
    } else {
        const Network network = network_of({.nodes = 1, .words = 1, .masks = {{0}}});
        EXPECT_THROW(static_cast<void>(network.solve(1, Kernel::avx2)), std::invalid_argument);
    }
}

}  // namespace
}  // namespace nagarezu::graph
