#include <gtest/gtest.h>

#include "nagarezu/base/error.hpp"
#include "nagarezu/graph/flow_graph.hpp"
#include "sketch.hpp"

namespace nagarezu::graph {
namespace {

Positions bits_of(const FlowGraph& graph, MaskId mask) {
    Positions bits;
    for (std::size_t b = 0; b < graph.bits(); ++b)
        if (test(graph.mask(mask), b)) bits.push_back(b);
    return bits;
}

TEST(FlowGraph, OfAnEmptyCaseIsEmpty) {
    const FlowGraph graph{Case{}};
    EXPECT_EQ(graph.holders(), 0U);
    EXPECT_EQ(graph.bits(), 0U);
    EXPECT_TRUE(graph.arcs().empty());
}

// Two groups, two items: bits 0 1 | 2 of group 0 and 3 4 | 5 of group 1, the third of each unlisted.
TEST(FlowGraph, LaysItemsOverGroups) {
    const FlowGraph graph{Sketch{2, 2, 2}.flow(0, {1}, {.items = {1}, .subjects = {0, 1}}).value()};
    EXPECT_EQ(graph.stride(), 3U);
    EXPECT_EQ(graph.bit(1, 1), 4U);
    EXPECT_EQ(graph.unlisted(0), 2U);
    ASSERT_EQ(graph.arcs().size(), 1U);
    const Arc& arc = graph.arcs().front();
    EXPECT_EQ(bits_of(graph, arc.certain), (Positions{1, 4}));
    EXPECT_EQ(arc.add, arc.certain);
    EXPECT_EQ(arc.pass, MaskTable::empty);
    EXPECT_EQ(bits_of(graph, arc.potential), (Positions{0, 1, 2, 3, 4, 5}));
    EXPECT_FALSE(arc.joint);
    EXPECT_FALSE(arc.created);
}

TEST(FlowGraph, OptionalInOneListAndPlainInAnotherIsCertain) {
    Sketch sketch{2, 3};
    sketch.flow(0, {1}, {.items = {0}, .optional = {1, 2}}).with_list({1}, {});
    const FlowGraph graph{sketch.value()};
    EXPECT_EQ(bits_of(graph, graph.arcs()[0].certain), (Positions{0, 1}));
    EXPECT_EQ(bits_of(graph, graph.arcs()[0].add), (Positions{0, 1, 2}));
}

TEST(FlowGraph, RemovedEntriesAndFlowsCarryNothing) {
    Sketch sketch{2, 3};
    sketch.flow(0, {1}, {.items = {0}}).with_list({1}, {}, Change::removed).with_list({2}, {}, Change::added);
    sketch.flow(0, {1}, {.items = {1}, .change = Change::removed});
    const FlowGraph graph{sketch.value()};
    ASSERT_EQ(graph.arcs().size(), 1U);
    EXPECT_EQ(bits_of(graph, graph.arcs()[0].add), (Positions{0, 2}));
}

TEST(FlowGraph, FlowsToThePersonsGiveNoArc) {
    const FlowGraph graph{Sketch{1, 1}.flow(0, {}, {.items = {0}}).value()};
    EXPECT_TRUE(graph.arcs().empty());
}

TEST(FlowGraph, AJointFlowGivesOneUncertainArcPerTarget) {
    const FlowGraph graph{Sketch{3, 1}.flow(0, {1, 2}, {.items = {0}}).flow(0, {1, 1}, {.items = {0}}).value()};
    ASSERT_EQ(graph.arcs().size(), 3U);
    EXPECT_TRUE(graph.arcs()[0].joint);
    EXPECT_EQ(graph.arcs()[0].certain, MaskTable::empty);
    EXPECT_EQ(bits_of(graph, graph.arcs()[1].add), (Positions{0}));
    EXPECT_FALSE(graph.arcs()[2].joint) << "the same holder named twice is one holder";
}

TEST(FlowGraph, CreationsAndCollectionsOriginateAtTheHolderAndComeFirst) {
    Sketch sketch{2, 2};
    sketch.flow(1, {0}, {.items = {0}}).collects({1}, {.items = {1}, .open = true}).creates(0, {.items = {0}});
    const FlowGraph graph{sketch.value()};
    ASSERT_EQ(graph.arcs().size(), 3U);
    EXPECT_EQ(graph.created().size(), 2U);
    EXPECT_EQ(graph.arcs()[2].flow, 0U);
    for (const Arc& arc : graph.created()) EXPECT_EQ(arc.from, arc.to);
    const Arc& collected = graph.arcs()[0];
    EXPECT_EQ(collected.flow, 1U);
    EXPECT_EQ(bits_of(graph, collected.certain), (Positions{1}));
    EXPECT_EQ(bits_of(graph, collected.add), (Positions{1, 2})) << "open at its origin: something unlisted too";
    EXPECT_EQ(collected.pass, MaskTable::empty);
    EXPECT_EQ(graph.arcs()[1].flow, FlowIndex::nothing);
    EXPECT_EQ(graph.arcs_from(1).size(), 1U);
    EXPECT_TRUE(graph.arcs_from(0).empty());
}

TEST(FlowGraph, ArcsFollowTheOrderOfTheirSources) {
    Sketch sketch{3, 1};
    sketch.flow(0, {1}, {.items = {0}}).flow(2, {0}, {.items = {0}}).flow(2, {1}, {.items = {0}});
    const FlowGraph graph{sketch.value()};
    EXPECT_EQ(std::vector<Node>(graph.order().begin(), graph.order().end()), (std::vector<Node>{2, 0, 1}));
    EXPECT_EQ(graph.component()[1], 2U);
    EXPECT_EQ(graph.arcs()[0].flow, 1U);
    EXPECT_EQ(graph.arcs()[1].flow, 2U);
    EXPECT_EQ(graph.arcs()[2].flow, 0U);
}

TEST(FlowGraph, OpenFlowOfADescribedSourceHasNothingUnlistedOfItsOwn) {
    Sketch sketch{3, 1};
    sketch.creates(0, {.items = {0}}).flow(0, {1}, {.open = true}).flow(2, {1}, {.open = true});
    const FlowGraph graph{sketch.value()};
    const auto flows = graph.arcs().subspan(1);
    EXPECT_EQ(bits_of(graph, flows[0].from == 0 ? flows[0].add : flows[1].add), Positions{});
    EXPECT_EQ(bits_of(graph, flows[0].from == 2 ? flows[0].add : flows[1].add), Positions{1})
        << "nothing is said of holder 2: nothing limits what it sends";
}

ErrorCode refusal(const Case& source, std::size_t limit, const std::string& subject) {
    try {
        const FlowGraph graph{source, limit};
    } catch (const InvalidInput& refused) {
        EXPECT_EQ(refused.errors().at(0).subject, subject);
        EXPECT_EQ(refused.errors().at(0).hint, std::to_string(limit));
        return refused.errors().at(0).code;
    }
    return ErrorCode::empty;
}

TEST(FlowGraph, HoldingsBeyondTheLimitAreRefusedBeforeMemoryIsTaken) {
    Case huge;
    huge.holders.resize(200'000);
    huge.items.resize(200'000);
    huge.subjects.resize(1);
    EXPECT_EQ(refusal(huge, FlowGraph::default_word_limit, "holdings"), ErrorCode::too_many);
}

TEST(FlowGraph, MasksUpToTheLimitAreAccepted) {
    Sketch sketch{2, 63};  // one word a mask: none, all, and one for each flow
    for (std::size_t f = 0; f < 10; ++f) sketch.flow(0, {1}, {.items = {f}});
    EXPECT_NO_THROW(FlowGraph(sketch.value(), 12));
    EXPECT_EQ(refusal(sketch.value(), 11, "masks"), ErrorCode::too_many);
}

}  // namespace
}  // namespace nagarezu::graph
