#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "builder.hpp"
#include "cells.hpp"
#include "nagarezu/metrics/exposure.hpp"
#include "nagarezu/metrics/weighted_coverage.hpp"
#include "safeguarded.hpp"

namespace nagarezu::metrics {
namespace {

using enum Category;
using built::safeguard;
using Cells = std::vector<std::string>;

/// The row of the whole case for one category.
Cells row_of(const Frame& frame, const std::string& category) {
    for (std::size_t i = 0; i < frame.rows(); ++i)
        if (built::cell(frame.at("scope"), i) == "case" && built::cell(frame.at("category"), i) == category)
            return built::row(frame, i);
    return {};
}

/// 100 persons of A, at most 60 of B. Encryption is stated for f1 alone.
struct Weighed : built::Builder {
    SubjectIndex a = subject("a", 100);
    SubjectIndex b = subject("b", 60, Unit::person, Bound::at_most);
    std::vector<ItemIndex> all = items(4);
    HolderIndex own = holder("own");
    HolderIndex partner = outsider("partner");

    Weighed() {
        matter("m2");
        creates(own, {a, b}, all);
        const auto listed = list("l1", {partner}, built::part(all, 0, 3));
        entry(listed, all[3], true);
        flow("f1", own, {partner}, {a}).lists = {listed};
        flow("f2", own, {partner}, {a}, built::part(all, 0, 2));
        flow("f3", own, {partner}, {b}, {all[0]}).matter = MatterIndex{1};
        safeguard(made, MatterIndex{0}, "own", {ENC}).applies_to = {FlowIndex{0}};
        safeguard(made, MatterIndex{1}, "own", {LOG});
    }
};

// By hand: f1 carries 300 – 400, f2 200, f3 0 – 60. Least: 300 of 300 + 260; most: 400 of 400 + 200.
TEST(WeightedCoverage, WorkedByHand) {
    const Frame frame = weighted_coverage(Weighed{}.measured());
    EXPECT_EQ(built::names(frame), (Cells{"scope", "matter", "category", "stated_lower", "stated_upper", "total_lower",
                                          "total_upper", "ratio_lower", "ratio_upper", "missing"}));
    EXPECT_EQ(frame.rows(), 3 * category_count);
    EXPECT_EQ(row_of(frame, "ENC"),
              (Cells{"case", "null", "ENC", "300", "400", "500", "660", "0.535714", "0.666667", ""}));
    EXPECT_EQ(row_of(frame, "LAW"), (Cells{"case", "null", "LAW", "0", "0", "500", "660", "0.000000", "0.000000", ""}));
    EXPECT_EQ(built::row(frame, category_count + static_cast<std::size_t>(ENC)),
              (Cells{"matter", "m1", "ENC", "300", "400", "500", "600", "0.600000", "0.666667", ""}));
    EXPECT_EQ(built::row(frame, 2 * category_count + static_cast<std::size_t>(LOG)),
              (Cells{"matter", "m2", "LOG", "0", "60", "0", "60", "1.000000", "1.000000", ""}));
}

// However many they are, each of them has three items on the one flow and one on the other.
TEST(WeightedCoverage, TheSameUnknownPersonsCancel) {
    built::Builder built;
    const auto group = built.subject("residents", 1000, Unit::person, Bound::at_least);
    const auto all = built.items(3);
    const auto own = built.holder("own");
    const auto partner = built.outsider("partner");
    built.flow("f1", own, {partner}, {group}, all);
    built.flow("f2", partner, {own}, {group}, {all[0]});
    safeguard(built.made, MatterIndex{0}, "own", {ENC}).applies_to = {FlowIndex{0}};
    EXPECT_EQ(
        row_of(weighted_coverage(built.measured()), "ENC"),
        (Cells{"case", "null", "ENC", "3000", "null", "4000", "null", "0.750000", "0.750000", "count:residents"}));
    built.made.subjects[0].counts.clear();
    EXPECT_EQ(
        row_of(weighted_coverage(built.measured()), "ENC"),
        (Cells{"case", "null", "ENC", "null", "null", "null", "null", "0.750000", "0.750000", "count:residents"}));
}

TEST(WeightedCoverage, RemovedFlowsCarryNothingAndMakeNoScope) {
    Weighed weighed;
    weighed.made.flows[0].change = Change::removed;
    weighed.made.flows[2].change = Change::removed;
    const Frame frame = weighted_coverage(weighed.measured());
    EXPECT_EQ(frame.rows(), 2 * category_count);
    EXPECT_EQ(row_of(frame, "ENC"), (Cells{"case", "null", "ENC", "0", "0", "200", "200", "0.000000", "0.000000", ""}));
    EXPECT_EQ(weighted_coverage(Measured{Case{}}).rows(), 0U);
}

// An open list may carry anything: the share is open on its side, and the list would settle it.
TEST(WeightedCoverage, SomethingUnlistedOpensOneSide) {
    Weighed weighed;
    weighed.creates(weighed.own, {weighed.a}, {}).open = true;
    weighed.made.lists[0].open = true;
    weighed.made.flows[1].open = true;
    EXPECT_EQ(row_of(weighted_coverage(weighed.measured()), "ENC"),
              (Cells{"case", "null", "ENC", "300", "null", "500", "null", "0.000000", "1.000000", "list:l1 flow:f2"}));
    weighed.made.flows[1].open = false;
    EXPECT_EQ(row_of(weighted_coverage(weighed.measured()), "ENC")[7], "0.535714");
    EXPECT_EQ(row_of(weighted_coverage(weighed.measured()), "ENC")[8], "1.000000");
}

TEST(WeightedCoverage, WhatNobodyIsNamedForIsUnknownAndNotNothing) {
    built::Builder built;
    const auto all = built.items(2);
    const auto own = built.holder("own");
    const auto list = built.list("l1", {own}, all);
    Flow& flow = built.flow("f1", own, {own}, {});
    flow.lists = {list};
    flow.open_subjects = true;
    EXPECT_EQ(row_of(weighted_coverage(built.measured()), "ENC"),
              (Cells{"case", "null", "ENC", "0", "0", "null", "null", "0.000000", "0.000000", "subjects:f1"}));
    built.made.lists[0].open = true;
    EXPECT_EQ(row_of(weighted_coverage(built.measured()), "ENC")[9], "subjects:f1 list:l1");
}

// A flow that may mean more persons than it names carries its items of those at least.
TEST(WeightedCoverage, OpenSubjectsReachFromTheNamedToAllThatTheSourceMayHold) {
    Weighed weighed;
    weighed.made.flows[1].open_subjects = true;
    const auto flow = flow_exposures(weighed.measured())[1];
    EXPECT_EQ(flow.person_items(), (Bounds{200, 320}));
    EXPECT_EQ(flow.missing, (Cells{"subjects:f2"}));
}

TEST(WeightedCoverage, ListsThatOnlyDropItemsCarryNothing) {
    Weighed weighed;
    weighed.made.flows.erase(weighed.made.flows.begin() + 1, weighed.made.flows.end());
    for (ListEntry& entry : weighed.made.lists[0].entries) entry.change = Change::removed;
    EXPECT_EQ(row_of(weighted_coverage(weighed.measured()), "ENC"),
              (Cells{"case", "null", "ENC", "0", "0", "0", "0", "null", "null", ""}));
}

TEST(StatedShare, OfNothingIsUnknown) {
    EXPECT_EQ(stated_share({}).lower, std::nullopt);
    const std::vector<Sides> nobody{{Bounds::exact(0), Bounds::exact(2), Bounds::exact(2)}};
    EXPECT_EQ(stated_share(nobody).upper, std::nullopt);
}

TEST(StatedShare, IsWholeOnTheOnlySideThatMayTravel) {
    const std::vector<Sides> stated{{Bounds::exact(5), Bounds::at_most(2), Bounds::exact(0)}};
    EXPECT_EQ(stated_share(stated).lower, 1);
    EXPECT_EQ(stated_share(stated).upper, 1);
    const std::vector<Sides> unstated{{Bounds::exact(5), Bounds::exact(0), Bounds::at_most(2)}};
    EXPECT_EQ(stated_share(unstated).lower, 0);
    EXPECT_EQ(stated_share(unstated).upper, 0);
}

Bounds any_bounds(std::mt19937& random, Count most) {
    const auto number = [&] { return static_cast<Count>(random() % static_cast<unsigned>(most + 1)); };
    const Count a = number();
    const Count b = number();
    return {std::min(a, b), std::max(a, b)};
}

/// Tries every number of persons and items within the bounds.
struct Exhaustive {
    const std::vector<Sides>& sides;
    double least{2};
    double most{-1};

    void from(std::size_t position, Count stated, Count unstated) {
        if (position == sides.size()) {
            if (stated + unstated == 0) return;
            const double share = static_cast<double>(stated) / static_cast<double>(stated + unstated);
            least = std::min(least, share);
            most = std::max(most, share);
            return;
        }
        const Sides& here = sides.at(position);
        for (Count p = here.persons.lower.value_or(0); p <= *here.persons.upper; ++p)
            for (Count s = *here.stated.lower; s <= *here.stated.upper; ++s)
                for (Count u = *here.unstated.lower; u <= *here.unstated.upper; ++u)
                    from(position + 1, stated + p * s, unstated + p * u);
    }
};

TEST(StatedShare, BothEndsAreReachedAndNothingLiesBeyond) {
    std::mt19937 random{31};
    for (int round = 0; round < 400; ++round) {
        std::vector<Sides> sides(1 + random() % 3);
        for (Sides& one : sides) one = {any_bounds(random, 4), any_bounds(random, 2), any_bounds(random, 2)};
        if (round % 5 == 0) sides[0].persons.lower.reset();
        Exhaustive all{sides};
        all.from(0, 0, 0);
        const Range found = stated_share(sides);
        if (all.most < 0) {
            EXPECT_EQ(found.lower, std::nullopt);
            continue;
        }
        EXPECT_NEAR(*found.lower, all.least, 1e-12);
        EXPECT_NEAR(*found.upper, all.most, 1e-12);
    }
}

// Persons without an end: a number that large comes as close to the ends as one likes.
TEST(StatedShare, UnboundedPersonsGiveLimits) {
    std::mt19937 random{32};
    constexpr Count large = 1'000'000'000;
    for (int round = 0; round < 200; ++round) {
        std::vector<Sides> sides(1 + random() % 3);
        for (Sides& one : sides) {
            one = {any_bounds(random, 4), any_bounds(random, 2), any_bounds(random, 2)};
            if (random() % 2 == 0) one.persons.upper.reset();
        }
        const Range limit = stated_share(sides);
        for (Sides& one : sides)
            if (!one.persons.upper) one.persons.upper = large;
        const Range near = stated_share(sides);
        ASSERT_EQ(limit.lower.has_value(), near.lower.has_value());
        if (!limit.lower) continue;
        EXPECT_LE(*limit.lower, *near.lower + 1e-12);
        EXPECT_NEAR(*limit.lower, *near.lower, 1e-6);
        EXPECT_GE(*limit.upper, *near.upper - 1e-12);
        EXPECT_NEAR(*limit.upper, *near.upper, 1e-6);
    }
}

/// A source that holds something of two of three groups, and some flows of any kind to holders of their own.
built::Builder any_case(std::mt19937& random) {
    built::Builder built;
    std::vector<SubjectIndex> groups{built.subject("a", 3), built.subject("b", 5, Unit::person, Bound::at_least),
                                     built.subject("c", 7, Unit::person, Bound::at_most)};
    if (random() % 2 == 0) built.within(groups[2], groups[1]);
    const auto all = built.items(4);
    const auto own = built.holder("own");
    built.creates(own, {groups[0], groups[2]}, built::part(all, 0, 3)).open = random() % 3 == 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const auto to = built.outsider(built::numbered("to", i));
        const auto list = built.list(built::numbered("l", i), {to});
        for (const ItemIndex item : all)
            if (random() % 2 == 0) built.entry(list, item, random() % 3 == 0);
        built.made.lists[list.get()].open = random() % 3 == 0;
        Flow& flow = built.flow(built::numbered("f", i), own, {to}, {groups[random() % 3]});
        flow.lists = {list};
        flow.open_subjects = random() % 3 == 0;
        if (flow.open_subjects && random() % 2 == 0) flow.subjects.clear();
        if (random() % 5 == 0) flow.from = {};
    }
    return built;
}

// What reaches a holder by a single flow is what the flow carries (M06).
TEST(FlowExposures, AgreeWithWhatASingleFlowBringsToAHolder) {
    std::mt19937 random{33};
    for (int round = 0; round < 300; ++round) {
        const Measured measured = any_case(random).measured();
        const auto flows = flow_exposures(measured);
        Exposure exposure{measured};
        for (std::size_t f = 0; f < flows.size(); ++f)
            EXPECT_EQ(flows[f].person_items(), exposure.person_items(measured.source.flows[f].to.front()).bounds)
                << round << " flow " << f;
    }
}

// A flow to the persons, or to several holders together, carries what it would carry to one holder.
TEST(FlowExposures, CountTheListOnceWhateverTheTargets) {
    std::mt19937 random{34};
    for (int round = 0; round < 100; ++round) {
        built::Builder built = any_case(random);
        const auto extra = built.outsider("extra");
        const auto single = flow_exposures(built.measured());
        Case issued = built.made;
        for (Flow& flow : issued.flows) flow.to.clear();
        for (Flow& flow : built.made.flows) flow.to.push_back(extra);
        const auto joint = flow_exposures(built.measured());
        const auto to_persons = flow_exposures(Measured{issued});
        for (std::size_t f = 0; f < single.size(); ++f) {
            if (!built.made.flows[f].from.valid()) continue;  // from the persons to the persons: no flow
            EXPECT_EQ(joint[f].person_items(), single[f].person_items());
            EXPECT_EQ(to_persons[f].person_items(), single[f].person_items());
        }
    }
}

TEST(WeightedCoverage, NeverFallsWithOneMoreSafeguardAndKeepsWithinItsRange) {
    std::mt19937 random{35};
    const auto number = [](const std::string& cell) { return cell == "null" ? -1.0 : std::stod(cell); };
    for (int round = 0; round < 100; ++round) {
        built::Builder built = any_case(random);
        const auto add = [&] {
            Safeguard& added = safeguard(built.made, {}, "own", {ENC});
            added.applies_to = {FlowIndex{random() % 4}};
        };
        add();
        const Cells before = row_of(weighted_coverage(built.measured()), "ENC");
        add();
        const Cells after = row_of(weighted_coverage(built.measured()), "ENC");
        for (const std::size_t column : {std::size_t{3}, std::size_t{7}, std::size_t{8}})
            EXPECT_LE(number(before[column]), number(after[column])) << round;
        EXPECT_LE(number(after[7]), number(after[8]));
        EXPECT_LE(number(after[8]), 1);
        EXPECT_EQ(before[5], after[5]);
    }
}

}  // namespace
}  // namespace nagarezu::metrics
