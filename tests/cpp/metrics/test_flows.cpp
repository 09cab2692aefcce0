#include <gtest/gtest.h>

#include "builder.hpp"
#include "cells.hpp"
#include "nagarezu/metrics/flows.hpp"
#include "safeguarded.hpp"

namespace nagarezu::metrics {
namespace {

using enum Category;
using built::part;
using built::safeguard;
using Cells = std::vector<std::string>;

// The town holds items 1 to 6 of g; a flow lists 1 and 2, and 3 as optional.
struct Town : built::Builder {
    SubjectIndex g = subject("g", 100);
    std::vector<ItemIndex> all = items(8);
    HolderIndex own = holder("own");
    HolderIndex partner = outsider("partner");
    ListIndex listed = list("l1", {partner}, part(all, 0, 2));

    Town() {
        creates(own, {g}, part(all, 0, 6));
        entry(listed, all[2], true);
        entry(listed, {});                               // a group label
        entry(listed, all[7]).change = Change::removed;  // no longer listed
        entry(listed, all[0]);                           // printed twice
        flow("f1", own, {partner}, {g}).lists = {listed};
    }
    Flow& f1() { return made.flows[0]; }
    [[nodiscard]] Bounds items_of_f1() const { return flow_items(measured())[0]; }
};

TEST(FlowItems, WorkedTwoListedOneOptional) {
    Town town;
    EXPECT_EQ(town.items_of_f1(), (Bounds{2, 3}));
    town.f1().items = {town.all[2], town.all[7]};  // named by the flow itself: certain
    EXPECT_EQ(town.items_of_f1(), (Bounds{4, 4}));
}

TEST(FlowItems, AnOpenFlowTakesWhatItsSourceMayHold) {
    Town town;
    town.f1().open = true;
    EXPECT_EQ(town.items_of_f1(), (Bounds{2, 6}));

    Town by_list;
    by_list.made.lists[0].open = true;
    EXPECT_EQ(by_list.items_of_f1(), (Bounds{2, 6}));
}

TEST(FlowItems, TakesOnlyTheGroupsOfTheFlow) {
    Town town;
    const SubjectIndex other = town.subject("h", 5);
    town.creates(town.own, {other}, {town.all[6]});
    town.f1().open = true;
    EXPECT_EQ(town.items_of_f1(), (Bounds{2, 6}));
    town.f1().open_subjects = true;
    EXPECT_EQ(town.items_of_f1(), (Bounds{2, 7}));
}

TEST(FlowItems, NoLimitIsNull) {
    Town source_is_open;
    source_is_open.made.holders[0].creates[0].open = true;
    source_is_open.f1().open = true;
    EXPECT_EQ(source_is_open.items_of_f1(), Bounds::at_least(2));

    Town nothing_known;
    nothing_known.made.holders[0].creates.clear();
    nothing_known.f1().open = true;
    EXPECT_EQ(nothing_known.items_of_f1(), Bounds::at_least(2));

    Town no_groups;
    no_groups.f1().open = true;
    no_groups.f1().subjects.clear();
    EXPECT_EQ(no_groups.items_of_f1(), Bounds::at_least(2));

    Town collected;
    collected.f1().open = true;
    collected.f1().from = {};
    collected.f1().relation = Relation::collect;
    EXPECT_EQ(collected.items_of_f1(), Bounds::at_least(2));
}

TEST(FlowItems, ACaseWithoutGroupsLimitsNothing) {
    built::Builder built;
    const auto item = built.item("i1");
    Flow& flow = built.flow("f1", built.holder("own"), {built.outsider("p")}, {}, {item});
    flow.open_subjects = true;
    EXPECT_EQ(flow_items(built.measured())[0], Bounds::exact(1));
    flow.open = true;
    EXPECT_EQ(flow_items(built.measured())[0], Bounds::at_least(1));
}

TEST(FlowItems, ARemovedFlowCarriesNothing) {
    Town town;
    town.f1().change = Change::removed;
    EXPECT_EQ(town.items_of_f1(), Bounds::exact(0));
}

TEST(FlowItems, SeveralTargetsMakeNoDifference) {
    Town town;
    town.f1().to.push_back(town.outsider("second"));
    EXPECT_EQ(town.items_of_f1(), (Bounds{2, 3}));
    town.f1().open = true;
    EXPECT_EQ(town.items_of_f1(), (Bounds{2, 6}));
}

TEST(FlowItems, WhatIsIssuedToThePersonsIsLimitedByItsSource) {
    Town town;
    town.creates(town.own, {town.subject("h", 5)}, {town.all[6]});
    town.f1().relation = Relation::issue;
    town.f1().to.clear();
    town.f1().open = true;
    EXPECT_EQ(town.items_of_f1(), (Bounds{2, 6}));
    town.f1().open_subjects = true;
    EXPECT_EQ(town.items_of_f1(), (Bounds{2, 7}));
    const SubjectIndex stranger = town.subject("stranger", 1);
    town.f1().subjects.push_back(stranger);  // of whom the town is not said to hold anything
    EXPECT_EQ(town.items_of_f1(), Bounds::at_least(2));
    town.f1().subjects.pop_back();
    town.made.holders[0].creates[0].open = true;
    EXPECT_EQ(town.items_of_f1(), Bounds::at_least(2));
    town.made.holders[0].creates.clear();
    EXPECT_EQ(town.items_of_f1(), Bounds::at_least(2));
}

// A flow gets no more than its source has, for open chains of any length; and opening a list never
// lowers a bound.
TEST(FlowItems, OpenChainsKeepTheBoundsOfTheirSource) {
    Town town;
    HolderIndex last = town.own;
    for (int i = 0; i < 6; ++i) {
        const HolderIndex next = town.outsider("h" + std::to_string(i));
        town.flow("c" + std::to_string(i), last, {next}, {town.g}, {town.all[static_cast<std::size_t>(i)]}).open = true;
        last = next;
    }
    const Measured measured = town.measured();
    const auto bounds = flow_items(measured);
    for (std::size_t i = 1; i < bounds.size(); ++i) {
        const HolderIndex from = measured.source.flows[i].from;
        EXPECT_EQ(bounds[i].lower, 1);
        EXPECT_EQ(bounds[i].upper, static_cast<Count>(measured.holdings.item_count(from, graph::Reach::upper)));
    }
    town.f1().open = true;
    EXPECT_GE(*town.items_of_f1().upper, *bounds[0].upper);
}

TEST(Flows, WorkedRow) {
    Town town;
    Flow& flow = town.f1();
    flow.relation = Relation::entrust;
    flow.channel = {ChannelKind::lgwan, "総合行政 ネットワーク"};
    flow.media = {
        {MediaKind::server, "統合基盤\u3000サーバー"}, {MediaKind::paper, "申請 書"}, {MediaKind::usb_memory, ""}};
    flow.purpose = "\"改修\"\t";
    flow.source = "003:1";
    flow.change = Change::added;
    flow.to.push_back(town.outsider("second"));
    safeguard(town.made, MatterIndex{0}, "own", {NET, LOG});
    safeguard(town.made, {}, "own", {ENC}).applies_to = {FlowIndex{0}};
    const Frame frame = flows(town.measured());
    EXPECT_EQ(built::names(frame),
              (Cells{"matter",      "flow",        "from",         "to",          "relation", "channel", "media",
                     "items_lower", "items_upper", "NET",          "SEP",         "ENC",      "FWL",     "MAL",
                     "LOG",         "TRN",         "channel_kind", "media_kinds", "change",   "purpose", "source"}));
    EXPECT_EQ(built::row(frame, 0), (Cells{"m1",
                                           "f1",
                                           "own",
                                           "partner second",
                                           "entrust",
                                           "総合行政 ネットワーク",
                                           "統合基盤_サーバー 申請_書 usb_memory",
                                           "2",
                                           "3",
                                           "true",
                                           "false",
                                           "true",
                                           "false",
                                           "false",
                                           "true",
                                           "false",
                                           "lgwan",
                                           "server paper usb_memory",
                                           "added",
                                           "\"改修\"\t",
                                           "003:1"}));
}

TEST(Flows, WhatIsNotStatedIsNull) {
    Town town;
    town.f1().from = {};
    town.f1().relation = Relation::collect;
    town.f1().media = {{MediaKind::paper, "申請 書"}};  // alone in its cell: as printed
    town.flow("f2", town.own, {}, {town.g}, {town.all[0]}).relation = Relation::issue;
    const Frame frame = flows(town.measured());
    EXPECT_EQ(built::cells(frame, "from"), (Cells{"null", "own"}));
    EXPECT_EQ(built::cells(frame, "to"), (Cells{"partner", "null"}));
    EXPECT_EQ(built::cells(frame, "channel"), (Cells{"null", "null"}));
    EXPECT_EQ(built::cells(frame, "media"), (Cells{"申請 書", "null"}));
    EXPECT_EQ(built::cells(frame, "media_kinds"), (Cells{"paper", "null"}));
    EXPECT_EQ(flows(Measured{Case{}}).rows(), 0U);
}

}  // namespace
}  // namespace nagarezu::metrics
