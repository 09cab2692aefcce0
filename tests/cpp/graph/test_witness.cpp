#include <gtest/gtest.h>

#include "nagarezu/graph/holdings.hpp"
#include "sketch.hpp"

namespace nagarezu::graph {
namespace {

Witness way(const Holdings& holdings, std::size_t holder, std::size_t item, Reach reach) {
    const auto witness = holdings.witness(HolderIndex{holder}, SubjectIndex{0}, ItemIndex{item}, reach);
    EXPECT_TRUE(witness.has_value());
    return witness.value_or(Witness{});
}

void expect_way(const Witness& witness, const Positions& flows, const Positions& holders) {
    EXPECT_EQ(witness.flows, indices<std::vector<FlowIndex>>(flows));
    EXPECT_EQ(witness.holders, indices<std::vector<HolderIndex>>(holders));
    EXPECT_EQ(witness.depth(), flows.size());
}

TEST(Witness, OriginHasDepthZeroAndNoFlow) {
    const Holdings holdings{
        Sketch{2, 1}.creates(0, {.items = {0}}).collects({1}, {.items = {0}}).flow(0, {1}, {.items = {0}}).value()};
    expect_way(way(holdings, 0, 0, Reach::lower), {}, {0});
    expect_way(way(holdings, 1, 0, Reach::lower), {}, {1});
}

TEST(Witness, WhatIsNotHeldHasNone) {
    const Holdings holdings{Sketch{2, 1}.creates(0, {.items = {0}}).value()};
    EXPECT_FALSE(holdings.witness(HolderIndex{1}, SubjectIndex{0}, ItemIndex{0}, Reach::potential));
    EXPECT_FALSE(holdings.depth(HolderIndex{1}, SubjectIndex{0}, ItemIndex{0}, Reach::potential));
}

TEST(Witness, ChainIsFollowedToItsOrigin) {
    Sketch sketch{4, 1};
    sketch.creates(2, {.items = {0}}).flow(1, {3}, {.items = {0}}).flow(0, {1}, {.items = {0}});
    sketch.flow(2, {0}, {.items = {0}});
    const Holdings holdings{sketch.value()};
    for (Reach reach : {Reach::lower, Reach::upper, Reach::potential})
        expect_way(way(holdings, 3, 0, reach), {2, 1, 0}, {2, 0, 1, 3});
}

TEST(Witness, AStatedPairThatItsSourceLacksStartsThere) {
    Sketch sketch{3, 2};
    sketch.creates(0, {.items = {1}}).flow(0, {1}, {.items = {0}}).flow(1, {2}, {.items = {0}});
    const Holdings holdings{sketch.value()};
    expect_way(way(holdings, 1, 0, Reach::lower), {0}, {0, 1});
    expect_way(way(holdings, 2, 0, Reach::lower), {0, 1}, {0, 1, 2});
}

TEST(Witness, AStatedPairMayComeOutOfWhatIsUnlisted) {
    // Holder 0 holds something that no list names; 1 and 2 send each other the item that 0 states to 1.
    Sketch sketch{3, 1};
    sketch.creates(0, {.open = true}).flow(0, {1}, {.items = {0}});
    sketch.flow(1, {2}, {.items = {0}}).flow(2, {1}, {.items = {0}});
    const Holdings holdings{sketch.value()};
    expect_way(way(holdings, 1, 0, Reach::upper), {0}, {0, 1});
    expect_way(way(holdings, 2, 0, Reach::upper), {0, 1}, {0, 1, 2});
}

TEST(Witness, TheWayOfTheUnlistedIsPartOfTheWay) {
    Sketch sketch{3, 1};
    sketch.creates(0, {.open = true}).flow(0, {1}, {.open = true}).flow(1, {2}, {.items = {0}});
    const Holdings holdings{sketch.value()};
    expect_way(way(holdings, 2, 0, Reach::upper), {0, 1}, {0, 1, 2});
    expect_way(way(holdings, 2, 0, Reach::lower), {0, 1}, {0, 1, 2});
}

TEST(Witness, BoundsHaveWaysOfTheirOwn) {
    // By the open flow 0 the upper bound reaches holder 2 at once; the lower one goes round by holder 1.
    Sketch sketch{3, 1};
    sketch.creates(0, {.items = {0}}).flow(0, {2}, {.open = true}).flow(0, {1}, {.items = {0}});
    sketch.flow(1, {2}, {.items = {0}});
    const Holdings holdings{sketch.value()};
    expect_way(way(holdings, 2, 0, Reach::upper), {0}, {0, 2});
    expect_way(way(holdings, 2, 0, Reach::lower), {1, 2}, {0, 1, 2});
}

TEST(Witness, AmongEquallyShortWaysTheEarliestLastFlowWins) {
    Sketch sketch{4, 1};
    sketch.creates(0, {.items = {0}}).flow(0, {2}, {.items = {0}}).flow(2, {3}, {.items = {0}});
    sketch.flow(0, {1}, {.items = {0}}).flow(1, {3}, {.items = {0}}).flow(0, {2}, {.items = {0}});
    const Holdings holdings{sketch.value()};
    expect_way(way(holdings, 3, 0, Reach::lower), {0, 1}, {0, 2, 3});
}

TEST(Witness, ACircleThatStatesWhatNobodyOriginatesStartsWithEachFlow) {
    Sketch sketch{4, 1};
    sketch.flow(0, {1}, {.items = {0}}).flow(1, {0}, {.items = {0}}).flow(1, {2}, {.open = true});
    sketch.flow(3, {3}, {.items = {0}});
    const Holdings holdings{sketch.value()};
    expect_way(way(holdings, 0, 0, Reach::lower), {1}, {1, 0});
    expect_way(way(holdings, 1, 0, Reach::upper), {0}, {0, 1});
    expect_way(way(holdings, 2, 0, Reach::upper), {0, 2}, {0, 1, 2});
    expect_way(way(holdings, 3, 0, Reach::lower), {3}, {3, 3});
}

TEST(Witness, DepthsOfAllHoldersInOnePass) {
    Sketch sketch{4, 1};
    sketch.creates(0, {.items = {0}}).flow(0, {1}, {.open = true}).flow(1, {2}, {.open = true});
    const Holdings holdings{sketch.value()};
    using Depths = std::vector<std::optional<std::size_t>>;
    EXPECT_EQ(holdings.depths(SubjectIndex{0}, ItemIndex{0}, Reach::upper), (Depths{0, 1, 2, std::nullopt}));
    EXPECT_EQ(holdings.depth(HolderIndex{2}, SubjectIndex{0}, ItemIndex{0}, Reach::upper), 2U);
}

TEST(Witness, DepthDoesNotOverflow) {
    const std::size_t length = 70'000;  // beyond 16 bits
    Sketch sketch{length + 1, 1};
    sketch.creates(0, {.items = {0}});
    for (std::size_t h = 0; h < length; ++h) sketch.flow(h, {h + 1}, {.open = true});
    const Holdings holdings{sketch.value()};
    EXPECT_EQ(holdings.depth(HolderIndex{length}, SubjectIndex{0}, ItemIndex{0}, Reach::upper), length);
}

}  // namespace
}  // namespace nagarezu::graph
