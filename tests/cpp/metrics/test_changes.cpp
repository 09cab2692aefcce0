#include <gtest/gtest.h>

#include <random>

#include "builder.hpp"
#include "cells.hpp"
#include "nagarezu/metrics/changes.hpp"

namespace nagarezu::metrics {
namespace {

using Cells = std::vector<std::string>;

// By hand. List l1 prints 1 existing, 2 changed, 3 added, 4 removed, 5 added; list l2 prints 4 as added
// and 6 as removed; flow f1 is added and names 7, flow f2 exists and names 8.
//   entries: added 3, 4, 5 of 1, 2, 3, 4, 5                   3/5  (two removed ones are gone)
//   items:   added 3, 5, 7 of 1, 2, 3, 4, 5, 7, 8             3/7  (4 only moved from list to list)
//   flows:   1/2
struct Changing : built::Builder {
    std::vector<ItemIndex> all = items(8);
    HolderIndex own = holder("own");
    HolderIndex partner = outsider("partner");
    ListIndex l1 = list("l1", {own});
    ListIndex l2 = list("l2", {partner});

    Changing() {
        const std::vector<Change> changes{Change::existing, Change::changed, Change::added, Change::removed,
                                          Change::added};
        for (std::size_t i = 0; i < changes.size(); ++i) entry(l1, all[i]).change = changes[i];
        entry(l2, all[3]).change = Change::added;
        entry(l2, all[5]).change = Change::removed;
        flow("f1", own, {partner}, {}, {all[6]}).change = Change::added;
        flow("f2", own, {partner}, {}, {all[7]});
    }
};

void expect_exact(const ChangeRatio& ratio, Fraction expected) {
    EXPECT_EQ(ratio.lower, expected);
    EXPECT_EQ(ratio.upper, expected);
    EXPECT_TRUE(ratio.missing.empty());
}

TEST(ChangeRatio, WorkedByHand) {
    const Changing changing;
    expect_exact(change_ratio(changing.made, Changed::entries), {3, 5});
    expect_exact(change_ratio(changing.made, Changed::items), {3, 7});
    expect_exact(change_ratio(changing.made, Changed::flows), {1, 2});
}

TEST(ChangeRatio, WhatAHolderCreatesWasThere) {
    Changing changing;
    changing.creates(changing.own, {}, {changing.all[2]});
    expect_exact(change_ratio(changing.made, Changed::items), {2, 7});
}

TEST(ChangeRatio, OfOneMatter) {
    Changing changing;
    const MatterIndex second = changing.matter("m2");
    changing.made.lists[1].matter = second;
    changing.made.flows[0].matter = second;
    expect_exact(change_ratio(changing.made, Changed::entries, second), {1, 1});
    expect_exact(change_ratio(changing.made, Changed::items, second), {2, 2});  // items 4 and 7
    expect_exact(change_ratio(changing.made, Changed::flows, second), {1, 1});
    expect_exact(change_ratio(changing.made, Changed::flows, MatterIndex{0}), {0, 1});
}

// Unknown: entry 1 may have been there or added, so 3/5 to 4/5; item 4 of list l2 was there in any case.
TEST(ChangeRatio, UnknownChangesWidenTheBounds) {
    Changing changing;
    changing.made.lists[0].entries[0].change = Change::unknown;
    const ChangeRatio entries = change_ratio(changing.made, Changed::entries);
    EXPECT_EQ(entries.lower, (Fraction{3, 5}));
    EXPECT_EQ(entries.upper, (Fraction{4, 5}));
    EXPECT_EQ(entries.missing, (Cells{"change:l1"}));

    changing.made.flows[1].change = Change::unknown;
    EXPECT_EQ(change_ratio(changing.made, Changed::flows).missing, (Cells{"change:f2"}));
    const ChangeRatio items = change_ratio(changing.made, Changed::items);
    EXPECT_EQ(items.lower, (Fraction{3, 7}));
    EXPECT_EQ(items.upper, (Fraction{5, 7}));
    EXPECT_EQ(items.missing, (Cells{"change:i1", "change:i8"}));
}

// Item 6 is removed from one list and of unknown change in another: it was there, and may be gone.
TEST(ChangeRatio, WhatMayBeGoneCountsInTheLowerEndOnly) {
    Changing changing;
    changing.entry(changing.l1, changing.all[5]).change = Change::unknown;
    const ChangeRatio items = change_ratio(changing.made, Changed::items);
    EXPECT_EQ(items.lower, (Fraction{3, 8}));
    EXPECT_EQ(items.upper, (Fraction{3, 7}));
    EXPECT_EQ(items.missing, (Cells{"change:i6"}));
}

// Items 1 and 4 (moved from list to list) were there, whatever became of their other entries.
TEST(ChangeRatio, WhatWasThereIsNotInDoubt) {
    Changing changing;
    changing.entry(changing.l2, changing.all[0]).change = Change::unknown;
    changing.entry(changing.l2, changing.all[3]).change = Change::unknown;
    expect_exact(change_ratio(changing.made, Changed::items), {3, 7});
}

TEST(ChangeRatio, IsNotComputableWhereTheEmphasisIsLost) {
    Changing changing;
    changing.matter("m2");
    changing.made.matters[1].emphasis_lost = true;
    for (const Changed kind : {Changed::items, Changed::entries, Changed::flows}) {
        const ChangeRatio ratio = change_ratio(changing.made, kind);
        EXPECT_EQ(ratio.lower, std::nullopt);
        EXPECT_EQ(ratio.upper, std::nullopt);
        EXPECT_EQ(ratio.missing, (Cells{"emphasis_lost:m2"}));
        EXPECT_NE(change_ratio(changing.made, kind, MatterIndex{0}).lower, std::nullopt);
    }
}

TEST(ChangeRatio, OfNothingIsUnknown) {
    EXPECT_EQ(change_ratio(Case{}, Changed::items).lower->value(), std::nullopt);
}

// Whatever the unknown changes turn out to be, the ratio lies between the bounds.
TEST(ChangeRatio, BoundsHoldForEveryReading) {
    std::mt19937 random{11};
    for (int round = 0; round < 300; ++round) {
        built::Builder built;
        const auto all = built.items(4);
        const auto list = built.list("l1", {});
        for (int i = 0; i < 6; ++i) built.entry(list, all[random() % 4]).change = static_cast<Change>(random() % 5);
        const ChangeRatio before = change_ratio(built.made, Changed::items);
        for (ListEntry& entry : built.made.lists[0].entries)
            if (entry.change == Change::unknown) entry.change = static_cast<Change>(random() % 4);
        const ChangeRatio after = change_ratio(built.made, Changed::items);
        ASSERT_EQ(after.lower, after.upper);
        if (!after.lower->value()) continue;
        EXPECT_LE(*before.lower->value(), *after.lower->value());
        EXPECT_GE(*before.upper->value(), *after.upper->value());
        EXPECT_LE(*before.added.lower, *after.added.lower);
        EXPECT_GE(*before.added.upper, *after.added.upper);
        EXPECT_LE(*before.after.lower, *after.after.lower);
        EXPECT_GE(*before.after.upper, *after.after.upper);
    }
}

// Of eight items: i1 and i4 stand in the way of no count, i6 (removed here, unknown there) may be gone, i8
// (a flow of unknown change) may be gone or added, i3 (added here, unknown there) may be added and is not gone.
TEST(ChangeRatio, AddedAndAfterAreBoundedByThemselves) {
    Changing changing;
    changing.entry(changing.l2, changing.all[5]).change = Change::unknown;
    changing.entry(changing.l2, changing.all[2]).change = Change::unknown;
    changing.made.flows[1].change = Change::unknown;
    const ChangeRatio items = change_ratio(changing.made, Changed::items);
    EXPECT_EQ(items.added, (Bounds{2, 4}));
    EXPECT_EQ(items.after, (Bounds{6, 8}));
    EXPECT_EQ(items.missing, (Cells{"change:i3", "change:i6", "change:i8"}));
}

TEST(ChangeRatios, WorkedByHand) {
    Changing changing;
    changing.matter("m2");
    changing.made.flows[1].change = Change::unknown;
    changing.made.flows[0].matter = MatterIndex{1};
    const Frame frame = change_ratios(changing.measured());
    EXPECT_EQ(built::names(frame), (Cells{"kind", "matter", "added_lower", "added_upper", "after_lower", "after_upper",
                                          "ratio_lower", "ratio_upper", "missing"}));
    ASSERT_EQ(frame.rows(), 9U);
    EXPECT_EQ(built::row(frame, 0), (Cells{"items", "null", "3", "4", "6", "7", "0.428571", "0.571429", "change:i8"}));
    EXPECT_EQ(built::row(frame, 1), (Cells{"entries", "null", "3", "3", "5", "5", "0.600000", "0.600000", ""}));
    EXPECT_EQ(built::row(frame, 2), (Cells{"flows", "null", "1", "2", "1", "2", "0.500000", "1.000000", "change:f2"}));
    EXPECT_EQ(built::row(frame, 7), (Cells{"entries", "m2", "0", "0", "0", "0", "null", "null", ""}));
    EXPECT_EQ(built::row(frame, 8), (Cells{"flows", "m2", "1", "1", "1", "1", "1.000000", "1.000000", ""}));
    changing.made.matters[1].emphasis_lost = true;
    EXPECT_EQ(built::row(change_ratios(changing.measured()), 8),
              (Cells{"flows", "m2", "null", "null", "null", "null", "null", "null", "emphasis_lost:m2"}));
    EXPECT_EQ(change_ratios(Measured{Case{}}).rows(), 0U);
}

ChangeRow change_row(std::string place, std::string reason) {
    ChangeRow made;
    made.place = std::move(place);
    made.reason = std::move(reason);
    return made;
}

TEST(Changes, PrintsRowsAndCountsReasons) {
    Case made;
    made.changes = {change_row("Ⅰ1", "法改正"), change_row("Ⅰ2", ""), change_row("Ⅰ3", "法改正"),
                    change_row("\"Ⅱ\"\t", "組織改正")};
    made.changes[0].page = "3";
    made.changes[0].before = "旧";
    made.changes[0].after = "新";
    made.changes[0].source = "001:70";
    const Frame rows = changes(Measured{made});
    EXPECT_EQ(built::names(rows), (Cells{"place", "page", "reason", "before", "after", "source"}));
    EXPECT_EQ(built::row(rows, 0), (Cells{"Ⅰ1", "3", "法改正", "旧", "新", "001:70"}));
    EXPECT_EQ(built::row(rows, 1), (Cells{"Ⅰ2", "null", "null", "null", "null", "null"}));
    EXPECT_EQ(built::cells(rows, "place")[3], "\"Ⅱ\"\t");

    const Frame reasons = change_reasons(Measured{made});
    EXPECT_EQ(built::names(reasons), (Cells{"reason", "places"}));
    EXPECT_EQ(built::cells(reasons, "reason"), (Cells{"法改正", "null", "組織改正"}));
    EXPECT_EQ(built::cells(reasons, "places"), (Cells{"2", "1", "1"}));
    EXPECT_EQ(change_reasons(Measured{Case{}}).rows() + changes(Measured{Case{}}).rows(), 0U);
}

}  // namespace
}  // namespace nagarezu::metrics
