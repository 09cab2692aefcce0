#include <gtest/gtest.h>

#include "nagarezu/metrics/exposure.hpp"
#include "worked.hpp"

namespace nagarezu::metrics {
namespace {

using built::Builder;
using Codes = std::vector<std::string>;

TEST(PersonItems, OfTheSupplement) {
    const built::Supplement build;
    const Measured measured = build.measured();
    Exposure exposure{measured};
    // Sixteen items of both groups: 16 × 383,395 to 16 × 689,022.
    EXPECT_EQ(exposure.persons(build.municipalities).bounds, (Bounds{383'395, 689'022}));
    EXPECT_EQ(exposure.person_items(build.municipalities).bounds, (Bounds{6'134'320, 11'024'352}));
    EXPECT_EQ(exposure.person_items(build.jlis).bounds, Bounds::exact(Count{12} * 383'395));
    // Filings are counted in records: nothing limits the persons behind them.
    const Measure contractor = exposure.person_items(build.contractor);
    EXPECT_EQ(contractor.bounds, (Bounds{Count{14} * 383'395, std::nullopt}));
    EXPECT_EQ(contractor.missing, Codes{"count:filed"});
    EXPECT_EQ(contractor.unit, "person_item");
    EXPECT_EQ(exposure.persons(build.contractor).bounds, Bounds::at_least(383'395));
}

struct Pair : Builder {
    SubjectIndex group = subject("s", 10);
    SubjectIndex uncounted = subject("u");
    std::vector<ItemIndex> three = items(3);
    HolderIndex own = holder("own");
    HolderIndex out = outsider("out");
    Pair() { creates(own, {group, uncounted}, three); }
};

TEST(PersonItems, OptionalItemsAndJointHoldersCountInTheUpperEndOnly) {
    Pair build;
    const auto list = build.list("l", {}, {build.three[0]});
    build.entry(list, build.three[1], true);
    build.flow("f", build.own, {build.out}, {build.group}).lists = {list};
    const auto other = build.outsider("other");
    build.flow("g", build.own, {build.out, other}, {build.group}, {build.three[2]});
    const Measured measured = build.measured();
    Exposure exposure{measured};
    EXPECT_EQ(exposure.person_items(build.out).bounds, (Bounds{10, 30}));
    EXPECT_EQ(exposure.person_items(other).bounds, (Bounds{0, 10}));
    EXPECT_EQ(exposure.persons(other).bounds, (Bounds{0, 10}));
}

TEST(PersonItems, AreUnknownBelowOnlyIfNobodyIsCounted) {
    Pair build;
    build.flow("f", build.own, {build.out}, {build.uncounted}, build.three);
    const Measured alone = build.measured();
    EXPECT_EQ(Exposure{alone}.person_items(build.out).bounds, Bounds::unknown());
    EXPECT_EQ(Exposure{alone}.persons(build.out).bounds, Bounds::unknown());
    build.flow("g", build.own, {build.out}, {build.group}, {build.three[0]});
    const Measured both = build.measured();
    const Measure measure = Exposure{both}.person_items(build.out);
    EXPECT_EQ(measure.bounds, Bounds::at_least(10));
    EXPECT_EQ(measure.missing, Codes{"count:u"});
}

TEST(PersonItems, HaveNoUpperEndWhereSomethingUnlistedMayArrive) {
    Pair build;
    build.made.holders[build.own.get()].creates[0].open = true;
    build.flow("f", build.own, {build.out}, {build.group}, {build.three[0]}).open = true;
    const Measured measured = build.measured();
    EXPECT_EQ(Exposure{measured}.person_items(build.out).bounds, Bounds::at_least(10));
    EXPECT_EQ(item_bounds(measured, build.out), Bounds::at_least(1));
}

TEST(PersonItems, OfAHolderThatNothingReachesAreNone) {
    const Pair build;
    const Measured measured = build.measured();
    EXPECT_EQ(Exposure{measured}.person_items(build.out).bounds, Bounds::exact(0));
    EXPECT_EQ(Exposure{measured}.persons(build.out).bounds, Bounds::exact(0));
}

TEST(Persons, AreUnknownWhereAFlowLeavesOpenWhomItIsAbout) {
    Builder build;
    const auto own = build.holder("own"), out = build.outsider("out");
    const auto item = build.items(1);
    build.flow("f", own, {out}, {}, item).open_subjects = true;
    const Measured measured = build.measured();
    const Measure measure = Exposure{measured}.persons(out);
    EXPECT_EQ(measure.bounds, Bounds::unknown());
    EXPECT_EQ(measure.missing, Codes{"subjects:f"});
    const Measure items = Exposure{measured}.person_items(out);
    EXPECT_EQ(items.bounds, Bounds::unknown());
    EXPECT_EQ(items.missing, Codes{"subjects:f"});
}

TEST(Chain, ShowsWhatIsKeptAtEachHop) {
    Pair build;
    const auto end = build.outsider("end");
    build.flow("f", build.own, {build.out}, {build.group}, built::part(build.three, 0, 2));
    const auto list = build.list("l", {}, {build.three[0]});
    build.entry(list, build.three[1], true);
    build.flow("g", build.out, {end}, {build.group}).lists = {list};
    const Measured measured = build.measured();
    const auto way = measured.holdings.witness(end, build.group, build.three[0], graph::Reach::lower);
    ASSERT_TRUE(way);
    const auto hops = chain(measured, *way);
    ASSERT_EQ(hops.size(), 3U);
    EXPECT_EQ(hops[0].holder, build.own);
    EXPECT_FALSE(hops[0].flow.valid());
    EXPECT_FALSE(hops[0].kept_lower || hops[0].kept_upper);
    EXPECT_EQ(hops[0].items, Bounds::exact(3));
    EXPECT_EQ(hops[1].flow, FlowIndex{0});
    EXPECT_DOUBLE_EQ(*hops[1].kept_lower, 2.0 / 3.0);
    EXPECT_EQ(hops[1].upper, built::part(build.three, 0, 2));
    EXPECT_EQ(hops[2].lower, built::part(build.three, 0, 1));
    EXPECT_EQ(hops[2].items, (Bounds{1, 2}));
    EXPECT_DOUBLE_EQ(*hops[2].kept_lower, 0.5);
    EXPECT_DOUBLE_EQ(*hops[2].kept_upper, 1.0);
}

TEST(Chain, OfNothingKeepsAnUnknownShare) {
    Builder build;
    const auto group = build.subject("s", 1);
    const auto item = build.items(1);
    const auto own = build.holder("own"), out = build.outsider("out");
    build.flow("f", own, {out}, {group}, item);
    const Measured measured = build.measured();
    const auto way = measured.holdings.witness(out, group, item[0], graph::Reach::upper);
    ASSERT_TRUE(way);
    const auto hops = chain(measured, *way);
    ASSERT_EQ(hops.size(), 2U);
    EXPECT_FALSE(hops[1].kept_upper);
}

// Property: doubling every count doubles both ends.
TEST(PersonItems, ScaleWithThePopulation) {
    const built::Supplement build;
    built::Supplement doubled;
    for (auto& group : doubled.made.subjects)
        for (auto& count : group.counts) *count.value *= 2;
    const Measured one = build.measured(), two = doubled.measured();
    Exposure first{one}, second{two};
    for (HolderIndex holder : {build.municipalities, build.jlis, build.contractor})
        EXPECT_EQ(second.person_items(holder).bounds, first.person_items(holder).bounds * 2);
}

}  // namespace
}  // namespace nagarezu::metrics
