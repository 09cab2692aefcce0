#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "cells.hpp"
#include "nagarezu/metrics/reach.hpp"
#include "worked.hpp"

namespace nagarezu::metrics {
namespace {

using built::Builder;
using built::cells;
using built::row;
using Codes = std::vector<std::string>;
using Texts = std::vector<std::string>;

TEST(ItemReach, OfTheSupplementIsThreeTwoOrOne) {
    const Frame frame = item_reach(built::Supplement{}.measured());
    EXPECT_EQ(cells(frame, "recipients_lower"), cells(frame, "recipients_upper"));
    std::map<std::string, int> items;
    for (const auto& reach : cells(frame, "recipients_lower")) ++items[reach];
    EXPECT_EQ(items, (std::map<std::string, int>{{"1", 10}, {"2", 4}, {"3", 8}}));
    EXPECT_EQ(frame.notes.size(), 1U);
}

TEST(ItemReach, OneCertainAndSixNamedTogetherAreTwoToSeven) {
    const built::Delegation build;
    const Measured measured = build.measured();
    EXPECT_EQ(item_reach_of(measured, build.former_surname), (Bounds{2, 7}));
    EXPECT_EQ(row(item_reach(measured), 0),
              (Texts{"former_surname", "former_surname", "2", "7", "697174", "null", "697174", "2440109"}));
}

TEST(ItemExposure, OfTheDelegationByBoundsAndAsStated) {
    const built::Delegation build;
    const Measured measured = build.measured();
    const Measure bounds = item_exposure(measured, build.former_surname);
    EXPECT_EQ(bounds.bounds, Bounds::at_least(697'174));
    EXPECT_EQ(bounds.missing, Codes{"count:residents"});
    const Measure stated = item_exposure(measured, build.former_surname, Reading::as_stated);
    EXPECT_EQ(stated.bounds, (Bounds{697'174, 2'440'109}));
    EXPECT_EQ(stated.assumptions, Codes{"count_as_stated:residents"});
    EXPECT_EQ(stated.unit, "person_item");
}

TEST(ItemExposure, CountsAnOpenClassAsOneAndSaysSo) {
    const built::Supplement build;
    const Measure measure = item_exposure(build.measured(), build.all[19]);
    EXPECT_EQ(measure.bounds, (Bounds{383'395, 689'022}));
    EXPECT_EQ(measure.assumptions, Codes{"open_class:municipalities"});
}

TEST(ItemExposure, OfAnItemThatStaysIsNothing) {
    built::Delegation build;
    const auto kept = build.items(1);
    build.creates(build.city, {build.residents}, kept);
    EXPECT_EQ(item_exposure(build.measured(), kept[0]).bounds, Bounds::exact(0));
    EXPECT_EQ(item_reach_of(build.measured(), kept[0]), Bounds::exact(0));
}

struct Joint : Builder {
    SubjectIndex many = subject("many", 10);
    SubjectIndex few = subject("few", 3);
    std::vector<ItemIndex> item = items(1);
    HolderIndex own = holder("own");
    HolderIndex a = outsider("a"), b = outsider("b"), c = outsider("c");
    Joint() { creates(own, {many, few}, item); }
};

TEST(ItemReach, TwoJointFlowsWithACommonHolderNeedOne) {
    Joint build;
    build.flow("f", build.own, {build.a, build.b}, {build.many}, build.item);
    build.flow("g", build.own, {build.b, build.c}, {build.few}, build.item);
    const Measured measured = build.measured();
    EXPECT_EQ(item_reach_of(measured, build.item[0]), (Bounds{1, 3}));
    // If b has all, it has the many, and perhaps the few among them; at most a, b and c have all they may.
    EXPECT_EQ(item_exposure(measured, build.item[0]).bounds, (Bounds{10, 10 + 13 + 3}));
}

TEST(ItemExposure, JointFlowsApartAddTheirPersons) {
    Joint build;
    const auto d = build.outsider("d");
    build.flow("f", build.own, {build.a, build.b}, {build.many}, build.item);
    build.flow("g", build.own, {build.c, d}, {build.few}, build.item);
    EXPECT_EQ(item_exposure(build.measured(), build.item[0]).bounds, (Bounds{13, 26}));
}

TEST(ItemExposure, OfUncountedPersonsIsUnknownBelow) {
    Joint build;
    build.made.subjects[build.many.get()].counts.clear();
    build.flow("f", build.own, {build.a, build.b}, {}, build.item).open_subjects = true;
    build.made.holders[build.own.get()].creates[0].subjects = {build.many};
    EXPECT_EQ(item_exposure(build.measured(), build.item[0]).bounds, Bounds::unknown());
}

TEST(ItemReach, AJointFlowThatMayStayInsideProvesNoExternalRecipient) {
    Joint build;
    const auto inside = build.holder("inside");
    build.flow("f", build.own, {build.a, inside}, {build.many}, build.item);
    EXPECT_EQ(item_reach_of(build.measured(), build.item[0]), (Bounds{0, 1}));
}

TEST(ItemReach, AnOptionalItemOfAJointFlowMayReachNobody) {
    Joint build;
    const auto list = build.list("l", {});
    build.entry(list, build.item[0], true);
    build.flow("f", build.own, {build.a, build.b}, {build.many}).lists = {list};
    EXPECT_EQ(item_reach_of(build.measured(), build.item[0]), (Bounds{0, 2}));
    EXPECT_EQ(item_exposure(build.measured(), build.item[0]).bounds, (Bounds{0, 20}));
}

TEST(ItemRecipient, TellsYesOptionalMaybeAndNo) {
    Builder build;
    const auto group = build.subject("s", 4);
    const auto items = build.items(4);
    const auto own = build.holder("own"), out = build.outsider("out"), other = build.outsider("item");
    build.creates(own, {group}, items);
    const auto list = build.list("l", {}, {items[0]});
    build.entry(list, items[1], true);
    build.flow("f", own, {out}, {group}).lists = {list};
    build.flow("g", own, {out, other}, {group}, {items[2]});
    const Frame frame = item_recipient(build.measured());
    EXPECT_EQ(built::names(frame), (Texts{"item", "label", "out", "holder:item"}));
    EXPECT_EQ(cells(frame, "out"), (Texts{"yes", "optional", "maybe", "no"}));
    EXPECT_EQ(cells(frame, "holder:item"), (Texts{"no", "no", "maybe", "no"}));
}

TEST(ItemRecipient, AnOpenListIsMaybeAndAnOptionalCreationOptional) {
    Builder build;
    const auto group = build.subject("s", 4);
    const auto items = build.items(2);
    const auto own = build.holder("own"), out = build.outsider("out");
    const auto list = build.list("l", {}, {});
    build.entry(list, items[1], true);
    build.creates(own, {group}, {items[0]});
    build.creates(out, {group}, {}).lists = {list};
    build.flow("f", own, {out}, {group}).open = true;
    EXPECT_EQ(cells(item_recipient(build.measured()), "out"), (Texts{"maybe", "optional"}));
}

// Property: item reach and the cells `yes` agree where nothing is joint.
TEST(ItemReach, CountsTheExternalColumnsThatSayYes) {
    const Measured measured = built::Supplement{}.measured();
    const Frame recipient = item_recipient(measured), reach = item_reach(measured);
    for (std::size_t i = 0; i < recipient.rows(); ++i) {
        const auto cells_ = row(recipient, i);
        EXPECT_EQ(built::cell(reach.at("recipients_lower"), i), std::to_string(std::ranges::count(cells_, "yes")));
    }
}

}  // namespace
}  // namespace nagarezu::metrics
