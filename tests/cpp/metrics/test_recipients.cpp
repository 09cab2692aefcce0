#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "cells.hpp"
#include "nagarezu/metrics/exposure.hpp"
#include "nagarezu/metrics/recipients.hpp"
#include "worked.hpp"

namespace nagarezu::metrics {
namespace {

using built::Builder;
using built::cells;
using built::row;
using Codes = std::vector<std::string>;
using Texts = std::vector<std::string>;

TEST(Recipients, OfTheSupplement) {
    built::Supplement build;
    build.made.holders[build.contractor.get()].certifications = {"privacy_mark", "iso27001"};
    const Frame frame = recipients(build.measured());
    EXPECT_EQ(built::names(frame), (Texts{"holder",
                                          "label",
                                          "kind",
                                          "tier",
                                          "external",
                                          "certifications",
                                          "items_lower",
                                          "items_upper",
                                          "persons_lower",
                                          "persons_upper",
                                          "person_items_lower",
                                          "person_items_upper",
                                          "depth_min",
                                          "depth_max",
                                          "missing",
                                          "basic_four_lower",
                                          "basic_four_upper",
                                          "linkage_lower",
                                          "linkage_upper",
                                          "assumptions"}));
    EXPECT_EQ(row(frame, 0), (Texts{"municipalities",
                                    "municipalities",
                                    "organisation",
                                    "1",
                                    "true",
                                    "",
                                    "16",
                                    "16",
                                    "383395",
                                    "689022",
                                    "6134320",
                                    "11024352",
                                    "1",
                                    "1",
                                    "",
                                    "0",
                                    "0",
                                    "0",
                                    "0",
                                    ""}));
    EXPECT_EQ(row(frame, 2), (Texts{"contractor",
                                    "contractor",
                                    "organisation",
                                    "1",
                                    "true",
                                    "privacy_mark iso27001",
                                    "14",
                                    "14",
                                    "383395",
                                    "null",
                                    "5367530",
                                    "null",
                                    "1",
                                    "1",
                                    "count:filed",
                                    "0",
                                    "0",
                                    "0",
                                    "0",
                                    ""}));
    const Note open{"open_class", {{"holder", "municipalities"}, {"label", "municipalities"}}};
    EXPECT_EQ(frame.notes, std::vector{open});
}

TEST(Recipients, AreTheTargetsOfFlowsThatAreNotRemoved) {
    Builder build;
    const auto a = build.holder("a"), b = build.outsider("b"), c = build.outsider("c");
    build.flow("f", a, {b}, {}).open = true;
    build.flow("g", b, {c}, {}).change = Change::removed;
    build.flow("h", b, {a}, {}).open = true;
    EXPECT_EQ(recipients_of(build.made), (std::vector{a, b}));
    EXPECT_EQ(external_recipients_of(build.made), std::vector{b});
}

TEST(RecipientsByTier, HoldersNamedTogetherAreAtLeastOne) {
    const built::Delegation build;
    const auto tiers = recipients_by_tier(build.made);
    ASSERT_EQ(tiers.size(), 2U);
    EXPECT_EQ(tiers.at(1), Bounds::exact(1));
    EXPECT_EQ(tiers.at(2), (Bounds{1, 6}));
}

TEST(RecipientsByTier, AnOpenClassHasNoUpperEnd) {
    const built::Supplement build;
    EXPECT_EQ(recipients_by_tier(build.made).at(1), Bounds::at_least(3));
}

TEST(RecipientsByTier, ACertainHolderExplainsAJointFlow) {
    Builder build;
    const auto own = build.holder("own");
    const auto a = build.outsider("a"), b = build.outsider("b"), far = build.holder("far", true, 2);
    build.flow("f", own, {a, b}, {}).open = true;
    build.flow("g", own, {a}, {}).open = true;
    // A flow that may end at another tier proves nothing of this one.
    build.flow("h", own, {b, far}, {}).open = true;
    EXPECT_EQ(recipients_by_tier(build.made).at(1), (Bounds{1, 2}));
    EXPECT_EQ(recipients_by_tier(build.made).at(2), (Bounds{0, 1}));
}

TEST(FewestTargets, AreAMinimumHittingSet) {
    const HolderIndex a{0}, b{1}, c{2}, d{3};
    EXPECT_EQ(fewest_targets({}), 0);
    EXPECT_EQ(fewest_targets({{a, b}, {b, c}, {c, d}}), 2);
    EXPECT_EQ(fewest_targets({{a, b}, {a, c}, {a, d}}), 1);
}

TEST(Depth, IsThatOfTheNearestAndOfTheFarthestPair) {
    const built::Delegation build;
    const Measured measured = build.measured();
    EXPECT_EQ(depth_of(measured, build.city), Bounds::exact(0));
    EXPECT_EQ(depth_of(measured, build.jlis), Bounds::exact(1));
    EXPECT_EQ(depth_of(measured, build.contractors[3]), Bounds::exact(2));

    built::Delegation shortcut;
    const auto more = shortcut.items(1);
    shortcut.creates(shortcut.city, {shortcut.residents}, more);
    shortcut.flow("direct", shortcut.city, {shortcut.contractors[0]}, {shortcut.residents}, more);
    EXPECT_EQ(depth_of(shortcut.measured(), shortcut.contractors[0]), (Bounds{1, 2}));
}

TEST(Depth, OfAHolderThatNothingReachesIsUnknown) {
    Builder build;
    build.subject("s");
    const auto lonely = build.holder("lonely");
    EXPECT_EQ(depth_of(build.measured(), lonely), Bounds::unknown());
}

// own (open creation) → first (open list) → last (open flow).
struct Openings : Builder {
    SubjectIndex group = subject("s", 10);
    std::vector<ItemIndex> two = items(2);
    HolderIndex own = holder("own");
    HolderIndex first = outsider("first");
    HolderIndex last = outsider("last");
    ListIndex attachment = list("attachment", {first}, {two[0]});

    Openings() {
        made.lists[0].open = true;
        creates(own, {group}, two).open = true;
        flow("f", own, {first}, {group}).lists = {attachment};
        flow("g", first, {last}, {group}, {two[0]}).open = true;
    }
};

TEST(MissingLists, AreNamedFromTheHolderBackwards) {
    const Openings build;
    const Measured measured = build.measured();
    EXPECT_EQ(openings(measured, build.last), (Codes{"flow:g", "list:attachment", "holder:own"}));
    EXPECT_EQ(openings(measured, build.first), (Codes{"list:attachment", "holder:own"}));
    const Frame frame = recipients(measured);
    EXPECT_EQ(cells(frame, "items_lower"), (Texts{"1", "1"}));
    EXPECT_EQ(cells(frame, "items_upper"), (Texts{"null", "null"}));
    EXPECT_EQ(cells(frame, "person_items_upper"), (Texts{"null", "null"}));
    EXPECT_EQ(cells(frame, "missing"), (Texts{"list:attachment holder:own", "flow:g list:attachment holder:own"}));
}

TEST(MissingLists, AreNoneWhereTheSourceHoldsOnlyWhatIsListed) {
    Openings build;
    build.made.holders[build.own.get()].creates[0].open = false;
    const Measured measured = build.measured();
    EXPECT_TRUE(openings(measured, build.last).empty());
    EXPECT_EQ(item_bounds(measured, build.last), (Bounds{1, 2}));
}

TEST(MissingLists, EndAtACircle) {
    Openings build;
    build.flow("back", build.last, {build.first}, {build.group}).open = true;
    EXPECT_EQ(openings(build.measured(), build.first), (Codes{"list:attachment", "flow:back", "flow:g", "holder:own"}));
}

// --- properties over random cases ----------------------------------------------------------------

Builder random_case(std::mt19937& random) {
    Builder build;
    std::vector<SubjectIndex> groups;
    for (std::size_t i = 0; i < 3; ++i)
        groups.push_back(build.subject(built::numbered("s", i), static_cast<Count>(random() % 9)));
    const auto items = build.items(5);
    for (std::size_t i = 0; i < 5; ++i) {
        const auto holder = build.holder(built::numbered("h", i), i > 1, static_cast<int>(random() % 3));
        // Every holder is said to hold something of every group, so that no flow bounds what nothing bounded.
        build.creates(holder, groups, {items[random() % 5]}).open = random() % 6 == 0;
    }
    return build;
}

void add_random_flow(Builder& build, std::mt19937& random) {
    const auto any = [&] { return HolderIndex{random() % 5}; };
    const HolderIndex from = any();
    std::vector<HolderIndex> to{any()};
    if (random() % 3 == 0) to.push_back(any());
    const SubjectIndex group{random() % 3};
    const ItemIndex item{random() % 5};
    auto& flow = build.flow(built::numbered("f", build.made.flows.size()), from, to, {group}, {item});
    flow.open = random() % 3 == 0;
}

bool not_below(std::optional<Count> after, std::optional<Count> before) {
    if (!after) return true;  // nothing limits it
    return before && *after >= *before;
}

TEST(Holdings, NeverFallWhenAFlowIsAdded) {
    std::mt19937 random{11};
    for (int round = 0; round < 60; ++round) {
        Builder build = random_case(random);
        for (int i = 0; i < 5; ++i) {
            const Measured before = build.measured();
            add_random_flow(build, random);
            const Measured after = build.measured();
            Exposure less{before}, more{after};
            for (std::size_t h = 0; h < 5; ++h) {
                const HolderIndex holder{h};
                const Bounds was = item_bounds(before, holder), is = item_bounds(after, holder);
                EXPECT_GE(*is.lower, *was.lower);
                EXPECT_TRUE(not_below(is.upper, was.upper));
                const Bounds reached = less.person_items(holder).bounds, reaches = more.person_items(holder).bounds;
                EXPECT_GE(*reaches.lower, *reached.lower);
                EXPECT_TRUE(not_below(reaches.upper, reached.upper));
            }
        }
    }
}

/// The same case with its holders in another order.
Case permuted(const Case& source, const std::vector<std::size_t>& place) {
    Case result = source;
    for (std::size_t h = 0; h < place.size(); ++h) result.holders[place[h]] = source.holders[h];
    const auto moved = [&](HolderIndex holder) { return HolderIndex{place[holder.get()]}; };
    for (Flow& flow : result.flows) {
        flow.from = moved(flow.from);
        for (HolderIndex& to : flow.to) to = moved(to);
    }
    return result;
}

TEST(Recipients, DoNotDependOnTheOrderOfHolders) {
    std::mt19937 random{12};
    for (int round = 0; round < 40; ++round) {
        Builder build = random_case(random);
        for (int i = 0; i < 6; ++i) add_random_flow(build, random);
        std::vector<std::size_t> place{0, 1, 2, 3, 4};
        std::ranges::shuffle(place, random);
        const auto sorted_rows = [](const Frame& frame) {
            std::vector<Texts> rows;
            for (std::size_t i = 0; i < frame.rows(); ++i) rows.push_back(row(frame, i));
            // The order of missing facts follows the case; their set must not change.
            for (auto& cells_ : rows) std::ranges::sort(cells_[14]);
            std::ranges::sort(rows);
            return rows;
        };
        EXPECT_EQ(sorted_rows(recipients(build.measured())),
                  sorted_rows(recipients(Measured{permuted(build.made, place)})));
    }
}

}  // namespace
}  // namespace nagarezu::metrics
