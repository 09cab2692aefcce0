#include <gtest/gtest.h>

#include <utility>

#include "nagarezu/graph/holdings.hpp"
#include "sketch.hpp"

namespace nagarezu::graph {
namespace {

Positions items_at(const Holdings& holdings, std::size_t holder, Reach reach, std::size_t group = 0) {
    Positions items;
    for (std::size_t i = 0; i < holdings.graph().items(); ++i)
        if (holdings.holds(HolderIndex{holder}, SubjectIndex{group}, ItemIndex{i}, reach)) items.push_back(i);
    return items;
}

Positions groups_at(const Holdings& holdings, std::size_t holder, Reach reach) {
    Positions groups;
    for (SubjectIndex group : holdings.groups(HolderIndex{holder}, reach)) groups.push_back(group.get());
    return groups;
}

TEST(Holdings, OfAnEmptyCaseExist) {
    const Holdings holdings{Case{}};
    EXPECT_TRUE(holdings.unsourced().empty());
}

TEST(Holdings, WithoutGroupsNobodyHoldsAnything) {
    const Holdings holdings{Sketch{2, 2, 0}.flow(0, {1}, {.items = {0}, .open = true, .subjects = {}}).value()};
    EXPECT_TRUE(holdings.at(HolderIndex{1}, Reach::upper).empty());
    EXPECT_EQ(holdings.item_count(HolderIndex{1}, Reach::upper), 0U);
    EXPECT_FALSE(holdings.unlisted(HolderIndex{1}));
}

TEST(Holdings, WithoutItemsOnlySomethingUnlistedCanBeHeld) {
    const Holdings holdings{Sketch{2, 0}.creates(0, {.open = true}).flow(0, {1}, {.open = true}).value()};
    EXPECT_TRUE(holdings.unlisted(HolderIndex{1}));
    EXPECT_EQ(holdings.item_count(HolderIndex{1}, Reach::upper), 0U);
    EXPECT_EQ(groups_at(holdings, 1, Reach::upper), Positions{0});
    EXPECT_EQ(groups_at(holdings, 1, Reach::lower), Positions{});
}

TEST(Holdings, ChainOfClosedListsHoldsWhatEachListStates) {
    Sketch sketch{3, 3};
    sketch.creates(0, {.items = {0, 1, 2}}).flow(0, {1}, {.items = {0, 1}}).flow(1, {2}, {.items = {1}});
    const Holdings holdings{sketch.value()};
    for (Reach reach : {Reach::lower, Reach::upper}) {
        EXPECT_EQ(items_at(holdings, 0, reach), (Positions{0, 1, 2}));
        EXPECT_EQ(items_at(holdings, 1, reach), (Positions{0, 1}));
        EXPECT_EQ(items_at(holdings, 2, reach), Positions{1});
    }
    EXPECT_EQ(items_at(holdings, 2, Reach::potential), (Positions{0, 1, 2}));
    EXPECT_EQ(holdings.item_count(HolderIndex{1}, Reach::upper), 2U);
    EXPECT_TRUE(holdings.unsourced().empty());
}

TEST(Holdings, OpenListLetsThroughWhatTheSourceHas) {
    Sketch sketch{3, 3};
    sketch.creates(0, {.items = {0, 1}}).flow(0, {1}, {.items = {0}, .open_list = true});
    sketch.flow(1, {2}, {.open = true});
    const Holdings holdings{sketch.value()};
    EXPECT_EQ(items_at(holdings, 1, Reach::lower), Positions{0});
    EXPECT_EQ(items_at(holdings, 1, Reach::upper), (Positions{0, 1}));
    EXPECT_EQ(items_at(holdings, 2, Reach::lower), Positions{});
    EXPECT_EQ(items_at(holdings, 2, Reach::upper), (Positions{0, 1}));
    EXPECT_FALSE(holdings.unlisted(HolderIndex{2})) << "the source holds only what is listed";
}

TEST(Holdings, UnlistedTravelsFromAnOpenOriginUntilAClosedList) {
    Sketch sketch{4, 1};
    sketch.creates(0, {.items = {0}, .open = true}).flow(0, {1}, {.open = true}).flow(1, {2}, {.open = true});
    sketch.flow(2, {3}, {.items = {0}});
    const Holdings holdings{sketch.value()};
    for (std::size_t holder : {0U, 1U, 2U}) EXPECT_TRUE(holdings.unlisted(HolderIndex{holder}));
    EXPECT_FALSE(holdings.unlisted(HolderIndex{3}));
    EXPECT_EQ(holdings.item_count(HolderIndex{2}, Reach::upper), 1U) << "the unlisted remainder is not an item";
}

TEST(Holdings, NothingLimitsAnOpenFlowFromAnUndescribedSource) {
    const Holdings holdings{Sketch{3, 2}.flow(0, {1}, {.items = {0}, .open = true}).value()};
    EXPECT_TRUE(holdings.unlisted(HolderIndex{1}));
    EXPECT_FALSE(holdings.unlisted(HolderIndex{0}));
    EXPECT_EQ(items_at(holdings, 1, Reach::upper), Positions{0});
    ASSERT_EQ(holdings.unsourced().size(), 1U);
    EXPECT_EQ(holdings.unsourced()[0], (Holdings::Unsourced{FlowIndex{0}, SubjectIndex{0}, ItemIndex{0}}));
}

TEST(Holdings, OpenCircleThatNobodyFeedsIsUnlimited) {
    const Holdings holdings{Sketch{2, 1}.flow(0, {1}, {.open = true}).flow(1, {0}, {.open = true}).value()};
    EXPECT_TRUE(holdings.unlisted(HolderIndex{0}));
    EXPECT_TRUE(holdings.unlisted(HolderIndex{1}));
}

TEST(Holdings, DiamondUnitesBothWays) {
    Sketch sketch{4, 4};
    sketch.creates(0, {.items = {0, 1, 2, 3}}).flow(0, {1}, {.items = {0, 1}}).flow(0, {2}, {.items = {1, 2}});
    sketch.flow(1, {3}, {.open = true}).flow(2, {3}, {.open = true});
    const Holdings holdings{sketch.value()};
    EXPECT_EQ(items_at(holdings, 3, Reach::upper), (Positions{0, 1, 2}));
    EXPECT_EQ(items_at(holdings, 3, Reach::potential), (Positions{0, 1, 2, 3}));
}

TEST(Holdings, CycleGivesEveryoneOnItTheUnion) {
    Sketch sketch{3, 3};
    sketch.creates(0, {.items = {0}}).creates(1, {.items = {1}}).creates(2, {.items = {2}});
    sketch.flow(0, {1}, {.open = true}).flow(1, {2}, {.open = true}).flow(2, {0}, {.open = true});
    const Holdings holdings{sketch.value()};
    for (std::size_t h = 0; h < 3; ++h) {
        EXPECT_EQ(items_at(holdings, h, Reach::upper), (Positions{0, 1, 2}));
        EXPECT_EQ(items_at(holdings, h, Reach::lower), Positions{h});
    }
}

TEST(Holdings, SelfLoopAddsWhatItStates) {
    const Holdings holdings{Sketch{1, 2}.creates(0, {.items = {0}}).flow(0, {0}, {.items = {1}}).value()};
    EXPECT_EQ(items_at(holdings, 0, Reach::lower), (Positions{0, 1}));
}

TEST(Holdings, OptionalItemsCountInTheUpperBoundOnly) {
    Sketch sketch{2, 2};
    sketch.creates(0, {.items = {0, 1}}).flow(0, {1}, {.items = {0}, .optional = {1}});
    const Holdings holdings{sketch.value()};
    EXPECT_EQ(items_at(holdings, 1, Reach::lower), Positions{0});
    EXPECT_EQ(items_at(holdings, 1, Reach::upper), (Positions{0, 1}));
}

TEST(Holdings, SixContractorsNamedTogetherMayEachHoldAllOrNothing) {
    Sketch sketch{7, 3};
    sketch.creates(0, {.items = {0, 1, 2}}).flow(0, {1, 2, 3, 4, 5, 6}, {.items = {0, 2}});
    const Holdings holdings{sketch.value()};
    for (std::size_t contractor = 1; contractor <= 6; ++contractor) {
        EXPECT_EQ(items_at(holdings, contractor, Reach::lower), Positions{});
        EXPECT_EQ(items_at(holdings, contractor, Reach::upper), (Positions{0, 2}));
    }
}

TEST(Holdings, GroupsStayApart) {
    Sketch sketch{3, 2, 2};
    sketch.creates(0, {.items = {0}, .subjects = {0}}).creates(0, {.items = {1}, .subjects = {1}});
    sketch.flow(0, {1}, {.open = true, .subjects = {1}}).flow(0, {2}, {.items = {0}, .subjects = {0, 1}});
    const Holdings holdings{sketch.value()};
    EXPECT_EQ(items_at(holdings, 1, Reach::upper, 0), Positions{});
    EXPECT_EQ(items_at(holdings, 1, Reach::upper, 1), Positions{1});
    EXPECT_TRUE(holdings.has_item(HolderIndex{1}, ItemIndex{1}, Reach::upper));
    EXPECT_FALSE(holdings.has_item(HolderIndex{1}, ItemIndex{0}, Reach::upper));
    EXPECT_EQ(holdings.groups(HolderIndex{2}, ItemIndex{0}, Reach::lower).size(), 2U);
    ASSERT_EQ(holdings.unsourced().size(), 1U) << "holder 0 has item 0 of group 0 alone";
    EXPECT_EQ(holdings.unsourced()[0], (Holdings::Unsourced{FlowIndex{1}, SubjectIndex{1}, ItemIndex{0}}));
}

TEST(Holdings, OpenSubjectsAreThoseOfTheSource) {
    Sketch sketch{4, 1, 3};
    sketch.creates(0, {.items = {0}, .subjects = {0}}).creates(0, {.optional = {0}, .subjects = {1}});
    sketch.flow(0, {1}, {.items = {0}, .subjects = {}, .open_subjects = true});
    sketch.flow(1, {2}, {.items = {0}, .subjects = {2}, .open_subjects = true});
    sketch.flow(0, {3}, {.optional = {0}, .subjects = {}, .open_subjects = true});
    const Holdings holdings{sketch.value()};
    EXPECT_EQ(groups_at(holdings, 1, Reach::lower), Positions{0});
    EXPECT_EQ(groups_at(holdings, 1, Reach::upper), (Positions{0, 1}));
    EXPECT_EQ(groups_at(holdings, 2, Reach::lower), (Positions{0, 2}));
    EXPECT_EQ(groups_at(holdings, 2, Reach::upper), (Positions{0, 1, 2}));
    EXPECT_EQ(groups_at(holdings, 3, Reach::lower), Positions{});
    EXPECT_EQ(groups_at(holdings, 3, Reach::upper), (Positions{0, 1}));
}

TEST(Holdings, OpenSubjectsOfAnUndescribedSourceMayBeAnyone) {
    Sketch sketch{3, 1, 2};
    sketch.flow(0, {1}, {.items = {0}, .subjects = {}, .open_subjects = true});
    sketch.collects({2}, {.items = {0}, .subjects = {}, .open_subjects = true});
    const Holdings holdings{sketch.value()};
    for (std::size_t holder : {1U, 2U}) {
        EXPECT_EQ(groups_at(holdings, holder, Reach::lower), Positions{});
        EXPECT_EQ(groups_at(holdings, holder, Reach::upper), (Positions{0, 1}));
    }
}

TEST(Holdings, MoreThanOneWordOfPairs) {
    Sketch sketch{3, 100, 3};  // 303 bits
    Positions all;
    for (std::size_t i = 0; i < 100; ++i) all.push_back(i);
    sketch.creates(0, {.items = all, .open = true, .subjects = {0, 2}})
        .flow(0, {1}, {.open = true, .subjects = {0, 1, 2}});
    sketch.flow(0, {2}, {.items = {0, 63, 64, 99}, .subjects = {1, 2}});
    const Holdings holdings{sketch.value()};
    EXPECT_EQ(holdings.graph().words(), 5U);
    EXPECT_EQ(items_at(holdings, 1, Reach::upper, 2), all);
    EXPECT_EQ(items_at(holdings, 1, Reach::upper, 1), Positions{});
    EXPECT_EQ(items_at(holdings, 2, Reach::lower, 1), (Positions{0, 63, 64, 99}));
    // All of groups 0 and 2 and their unlisted; of group 1 only something unlisted, for the source is silent.
    EXPECT_EQ(count(holdings.at(HolderIndex{1}, Reach::upper)), 203U);
    EXPECT_EQ(holdings.unsourced().size(), 4U);
}

TEST(Holdings, WhatIsHeldOfAGroupIsHeldOfTheGroupsWithin) {
    // Holder 0 holds the items of group 0; the open flow is about group 1, which lies within it.
    Case source = Sketch{2, 2, 2}
                      .creates(0, {.items = {0, 1}, .subjects = {0}})
                      .flow(0, {1}, {.open = true, .subjects = {1}})
                      .value();
    source.subjects[1].within = {SubjectIndex{0}};
    const Holdings holdings{source};
    EXPECT_EQ(items_at(holdings, 1, Reach::upper, 1), (Positions{0, 1}));
    EXPECT_EQ(items_at(holdings, 1, Reach::upper, 0), Positions{});
    EXPECT_FALSE(holdings.unlisted(HolderIndex{1}));
}

TEST(Holdings, GroupsThatAreTheSameAreHeldTogether) {
    Case source = Sketch{2, 1, 2}.flow(0, {1}, {.items = {0}, .subjects = {0}}).value();
    source.subjects[1].same_as = {SubjectIndex{0}};
    EXPECT_EQ(items_at(Holdings{source}, 1, Reach::lower, 1), Positions{0});
}

TEST(Holdings, ASourceWithSomethingUnlistedLacksNothing) {
    Sketch sketch{2, 1};
    sketch.creates(0, {.open = true}).flow(0, {1}, {.items = {0}});
    EXPECT_TRUE(Holdings{sketch.value()}.unsourced().empty());
}

TEST(Holdings, OutliveAndLeaveTheCase) {
    Case source = Sketch{2, 1}.flow(0, {1}, {.items = {0}}).value();
    const Holdings holdings{source};
    const Case elsewhere = std::move(source);
    const Holdings again{elsewhere};
    const Holdings copy = holdings;
    for (const Holdings* each : {&holdings, &again, &copy}) EXPECT_EQ(items_at(*each, 1, Reach::lower), Positions{0});
}

TEST(Holdings, AJointFlowWithoutSourceIsReportedOnce) {
    const Holdings holdings{Sketch{3, 1}.flow(0, {1, 2}, {.items = {0}}).value()};
    EXPECT_EQ(holdings.unsourced().size(), 1U);
}

}  // namespace
}  // namespace nagarezu::graph
