// Numbers of persons and whom they cover: what is at odds, and what is only different.
#include <gtest/gtest.h>

#include "raising.hpp"

namespace nagarezu::review::testing {
namespace {

class Counts : public ::testing::Test {
protected:
    built::Builder built;
    SubjectIndex group = built.subject("s");
    HolderIndex own = built.holder("own");

    Claim& claim(ClaimKind kind) {
        auto& one = built.made.claims.emplace_back();
        one.id = "c";
        one.kind = kind;
        one.source = "d:1";
        return one;
    }
};

TEST_F(Counts, ANumberIsTakenAsWhatItsWordsSay) {
    auto& count = built.count(group, 500);
    count.source = "d:2";
    count.printed = "約500人";
    EXPECT_EQ(raised(built.made), Lines{"count_bound question d:2 / -"});
    auto& counts = built.made.subjects[group.get()].counts;
    counts[0].bound = Bound::at_least;
    EXPECT_EQ(raised(built.made), Lines{});
    counts[0].printed = "500人";
    counts[0].provenance.emplace_back();
    counts[0].provenance[0].field = "bound";
    counts[0].provenance[0].source = "d:8";
    EXPECT_EQ(raised(built.made), Lines{"count_bound info d:2 / d:8"});
    counts[0].printed.clear();
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Counts, ANumberWithAWordInOnePlaceAndWithoutInAnotherIsAsked) {
    auto& exact = built.count(group, 18000);
    exact.source = "d:2";
    auto& about = built.count(group, 0);
    about.value.reset();
    about.bound = Bound::unknown;
    about.source = "d:1";
    for (const char* printed : {"約18,000人", "およそ１８，０００人", "約1 8,0 0 0人", "約 1 8,000人"}) {
        built.made.subjects[group.get()].counts[1].printed = printed;
        EXPECT_EQ(raised(built.made), Lines{"count_bound question d:1 / d:2"}) << printed;
    }
    for (const char* printed : {"約1,800人", "約18,000万人", "調査中", ""}) {
        built.made.subjects[group.get()].counts[1].printed = printed;
        EXPECT_EQ(raised(built.made), Lines{}) << printed;
    }
    auto& band = built.made.subjects[group.get()].counts[1];
    band.value = 18000;
    band.bound = Bound::at_least;
    band.printed = "18,000人以上";
    EXPECT_EQ(raised(built.made), Lines{"count_bound question d:1 / d:2"});
    built.made.subjects[group.get()].counts[1].value = 10000;
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Counts, ARoundNumberBesideTheExactOneOfTheSameDayIsAsked) {
    auto& exact = built.count(group, 18204, Unit::person, Bound::exact, "2025-07-01");
    exact.source = "d:2";
    auto& about = built.count(group, 0, Unit::person, Bound::unknown, "2025-07-01");
    about.value.reset();
    about.printed = "約18,000人";
    about.source = "d:1";
    EXPECT_EQ(raised(built.made), Lines{"count_bound question d:1 / d:2"});
    built.made.subjects[group.get()].counts[1].as_of.reset();  // perhaps of another day
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.subjects[group.get()].counts[0].as_of.reset();
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Counts, AWordBoundsANumberBesideItOnly) {
    auto& count = built.count(group, 500);
    count.source = "d:2";
    for (const char* bounded :
         {"約500人", "およそ５００人", "500人以上", "数百人程度", "500余", "最大500人", "about 500"}) {
        count.printed = bounded;
        EXPECT_EQ(raised(built.made), Lines{"count_bound question d:2 / -"}) << bounded;
    }
    for (const char* plain : {"予約者500人", "65歳以上の者500人", "500人（契約は別）", "以上のとおり500人"}) {
        count.printed = plain;
        EXPECT_EQ(raised(built.made), Lines{}) << plain;
    }
}

TEST_F(Counts, TwoNumbersOfOneGroupAreAtOddsAtOneDate) {
    built.count(group, 500, Unit::person, Bound::exact, "2020-04").source = "d:2";
    built.count(group, 510, Unit::person, Bound::exact, "2020-04").source = "d:3";
    EXPECT_EQ(raised(built.made), Lines{"count_differs warning d:2 / d:3"});
    built.made.subjects[group.get()].counts[1].as_of = parse_date("2021-04");
    EXPECT_EQ(raised(built.made), Lines{});
    auto& claimed = claim(ClaimKind::count);
    claimed.label = "s";
    claimed.unit = "person";
    claimed.value = 510;
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.claims[0].value = 520;
    EXPECT_EQ(raised(built.made), Lines{"count_differs warning d:1 / d:3"});
}

TEST_F(Counts, ANumberOutsideABandOfTheGroupIsAsked) {
    built.count(group, 1000, Unit::person, Bound::at_least).source = "d:2";
    built.count(group, 9999, Unit::person, Bound::at_most).source = "d:3";
    auto& stated = built.count(group, 5000, Unit::person, Bound::exact, "2020-04");
    stated.source = "d:4";
    EXPECT_EQ(raised(built.made), Lines{});
    stated.value = 10000;
    EXPECT_EQ(raised(built.made), Lines{"count_differs question d:3 / d:4"});
    stated.value = 999;
    EXPECT_EQ(raised(built.made), Lines{"count_differs question d:2 / d:4"});
    stated.bound = Bound::unknown;
    EXPECT_EQ(raised(built.made), Lines{});
    stated.bound = Bound::exact;
    stated.unit = Unit::household;
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Counts, UnitsAreMixedWhereOneMatterHasBoth) {
    const auto files = built.subject("files");
    built.count(group, 500).source = "d:2";
    built.count(files, 80, Unit::record).source = "d:3";
    const auto items = built.items(1);
    built.flow("f", HolderIndex{}, {own}, {group}, items).relation = Relation::collect;
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.flows[0].subjects.push_back(files);
    EXPECT_EQ(raised(built.made), Lines{"unit_mixture info d:2 / d:3"});
    built.made.flows[0].change = Change::removed;
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Counts, AScopeBeyondThePurposeIsAskedWhereItFlows) {
    auto& purpose = built.made.purposes.emplace_back();
    purpose.label = "給付";
    purpose.part_of = {group};
    purpose.source = "d:1";
    built.made.subjects[group.get()].source = "d:2";
    EXPECT_EQ(raised(built.made), Lines{});
    built.flow("f", HolderIndex{}, {own}, {group}, built.items(1)).relation = Relation::collect;
    EXPECT_EQ(raised(built.made), Lines{"scope_wider_than_purpose question d:2 / d:1"});
}

TEST_F(Counts, APlaceThatSpeaksOfMoreThanThePurposeIsAsked) {
    auto& purpose = built.made.purposes.emplace_back();
    purpose.label = "60歳以上の者";
    purpose.source = "d:1";
    EXPECT_EQ(raised(built.made), Lines{});
    auto& place = purpose.wider.emplace_back();
    place.label = "50歳以上の者";
    place.source = "d:2";
    EXPECT_EQ(raised(built.made), Lines{"scope_wider_than_purpose question d:2 / d:1"});
}

TEST_F(Counts, NumbersToldTwiceAreHeldAgainstEachOther) {
    built.made.claims.reserve(2);
    Claim& one = claim(ClaimKind::count);
    Claim& other = claim(ClaimKind::count);
    for (Claim* each : {&one, &other}) {
        each->label = "会員";
        each->value = 412;
        each->unit = "person";
        each->printed = "412人";
    }
    other.id = "c2";
    other.source = "d:2";
    EXPECT_EQ(raised(built.made), Lines{});
    other.unit = "household";
    EXPECT_EQ(raised(built.made), Lines{"unit_mixture question d:1 / d:2"});
    other.bound = Bound::at_most;
    EXPECT_EQ(raised(built.made), Lines{"count_bound question d:1 / d:2"});
    other.value = 421;
    EXPECT_EQ(raised(built.made), Lines{"count_differs question d:1 / d:2"});
    other.printed.clear();  // claimed of a group, not told twice
    EXPECT_EQ(raised(built.made), Lines{});
    other.printed = "421人";
    other.label = "職員";
    EXPECT_EQ(raised(built.made), Lines{});
}

}  // namespace
}  // namespace nagarezu::review::testing
