// M01, worked by hand first, then against every possible population of small models.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <random>

#include "builder.hpp"
#include "nagarezu/metrics/group_union.hpp"

namespace nagarezu::metrics {
namespace {

using built::Builder;
using Codes = std::vector<std::string>;

Measure united(const Builder& build, std::vector<SubjectIndex> groups, Unit unit = Unit::person) {
    return GroupUnion{build.made.subjects, unit}.of(groups);
}

TEST(GroupUnion, TwoGroupsOfOneTownOverlapAtMostAndAtLeast) {
    // The family register supplement: residents 305,627, registered domicile 383,395, and 11,138 records.
    Builder build;
    const auto residents = build.subject("residents", 305'627);
    const auto domicile = build.subject("domicile", 383'395);
    const auto filed = build.subject("filed", 11'138, Unit::record);
    const Measure both = united(build, {residents, domicile});
    EXPECT_EQ(both.bounds, (Bounds{383'395, 689'022}));
    EXPECT_EQ(both.unit, "person");
    EXPECT_EQ(united(build, {filed}, Unit::record).bounds, Bounds::exact(11'138));
    // Records are never added to persons: with them, nothing limits the persons.
    const Measure three = united(build, {residents, domicile, filed});
    EXPECT_EQ(three.bounds, (Bounds{383'395, std::nullopt}));
    EXPECT_EQ(three.missing, Codes{"count:filed"});
}

TEST(GroupUnion, OfNoGroupsIsNobody) {
    EXPECT_EQ(united(Builder{}, {}).bounds, Bounds::exact(0));
}

TEST(GroupUnion, DisjointGroupsAdd) {
    Builder build;
    const auto a = build.subject("a", 3), b = build.subject("b", 4), c = build.subject("c", 6);
    build.disjoint(a, b);
    EXPECT_EQ(united(build, {a, b}).bounds, Bounds::exact(7));
    EXPECT_EQ(united(build, {a, b, c}).bounds, (Bounds{7, 13}));
    EXPECT_EQ(united(build, {c, b, a}).bounds, (Bounds{7, 13}));
}

TEST(GroupUnion, DisjointnessPassesInwards) {
    Builder build;
    const auto a = build.subject("a", 10), inner = build.subject("inner", 4), twin = build.subject("twin");
    const auto b = build.subject("b", 5);
    build.within(inner, a);
    build.same(twin, inner);
    build.disjoint(a, b);
    EXPECT_EQ(united(build, {inner, b}).bounds, Bounds::exact(9));
    EXPECT_EQ(united(build, {twin, b}).bounds, Bounds::exact(9));
}

TEST(GroupUnion, AGroupWithinAnotherAddsNothing) {
    Builder build;
    const auto town = build.subject("town", 100), ward = build.subject("ward", 30), block = build.subject("block", 7);
    build.within(ward, town);
    build.within(block, ward);
    EXPECT_EQ(united(build, {town, ward, block}).bounds, Bounds::exact(100));
    EXPECT_EQ(united(build, {block, town}).bounds, Bounds::exact(100));
    EXPECT_EQ(united(build, {block, ward}).bounds, Bounds::exact(30));
}

TEST(GroupUnion, AnEnclosingGroupCapsThoseWithinIt) {
    Builder build;
    const auto town = build.subject("town", 10), a = build.subject("a", 8), b = build.subject("b", 7);
    const auto guests = build.subject("guests", 2);
    build.within(a, town);
    build.within(b, town);
    EXPECT_EQ(united(build, {a, b}).bounds, (Bounds{8, 10}));
    EXPECT_EQ(united(build, {a}).bounds, Bounds::exact(8));
    EXPECT_EQ(united(build, {a, b, guests}).bounds, (Bounds{8, 12}));
}

TEST(GroupUnion, SameGroupsShareTheirBestBounds) {
    Builder build;
    const auto a = build.subject("a", 5, Unit::person, Bound::at_least);
    const auto b = build.subject("b", 9, Unit::person, Bound::at_most);
    build.same(a, b);
    EXPECT_EQ(united(build, {a}).bounds, (Bounds{5, 9}));
    EXPECT_EQ(united(build, {a, b}).bounds, (Bounds{5, 9}));
}

TEST(GroupUnion, ALowerCountOfAnInnerGroupRaisesTheOuterOne) {
    Builder build;
    const auto outer = build.subject("outer"), left = build.subject("left", 5), right = build.subject("right", 6);
    build.within(left, outer);
    build.within(right, outer);
    build.disjoint(left, right);
    const Measure measure = united(build, {outer});
    EXPECT_EQ(measure.bounds, Bounds::at_least(11));
    EXPECT_EQ(measure.missing, Codes{"count:outer"});
}

TEST(GroupUnion, NothingKnownIsUnknownAndNamed) {
    Builder build;
    const auto a = build.subject("a"), b = build.subject("b", 4, Unit::household);
    const Measure measure = united(build, {a, b});
    EXPECT_EQ(measure.bounds, Bounds::unknown());
    EXPECT_EQ(measure.missing, (Codes{"count:a", "count:b"}));
}

TEST(GroupUnion, AnUncountedGroupWithinACountedOneIsCappedAndStillMissing) {
    Builder build;
    const auto town = build.subject("town", 10), poor = build.subject("poor"), far = build.subject("far");
    build.within(poor, town);
    EXPECT_EQ(united(build, {poor}).bounds, (Bounds{std::nullopt, 10}));
    EXPECT_EQ(united(build, {poor, far}).missing, (Codes{"count:far", "count:poor"}));
}

TEST(GroupUnion, AGroupWithinAnotherOfTheSetIsNeitherMissingNorDated) {
    Builder build;
    const auto town = build.subject("town"), poor = build.subject("poor"), old = build.subject("old");
    build.count(town, 10, Unit::person, Bound::exact, "2024-04-01");
    build.count(old, 3, Unit::person, Bound::exact, "2020-04-01");
    build.within(poor, town);
    build.within(old, town);
    const Measure measure = united(build, {town, poor, old});
    EXPECT_EQ(measure.bounds, Bounds::exact(10));
    EXPECT_TRUE(measure.missing.empty());
    EXPECT_TRUE(measure.assumptions.empty());
}

TEST(GroupUnion, ContradictoryGroupsAreEachMissingTheirOwnUpperCount) {
    Builder build;
    const auto outer = build.subject("outer", 50);
    const auto inner = build.subject("inner", 100, Unit::person, Bound::at_least);
    build.within(inner, outer);
    const Measure measure = united(build, {inner});
    EXPECT_EQ(measure.bounds, Bounds::at_least(100));
    EXPECT_EQ(measure.missing, Codes{"count:inner"});
}

TEST(GroupUnion, DifferentDatesAreFlagged) {
    Builder build;
    const auto a = build.subject("a"), b = build.subject("b"), c = build.subject("c", 3);
    build.count(a, 5, Unit::person, Bound::exact, "2024-04-01");
    build.count(b, 6, Unit::person, Bound::exact, "2024-03-31");
    EXPECT_EQ(united(build, {a, b}).assumptions, Codes{"as_of_differs"});
    EXPECT_TRUE(united(build, {a, c}).assumptions.empty());
}

TEST(GroupUnion, ContradictoryCountsAreReportedAndEachGroupStandsForItself) {
    Builder build;
    const auto outer = build.subject("outer", 50), inner = build.subject("inner", 100);
    build.within(inner, outer);
    const Measure both = united(build, {outer, inner});
    EXPECT_EQ(both.bounds, (Bounds{100, 150}));
    EXPECT_EQ(both.assumptions, Codes{"counts_contradict"});
    EXPECT_EQ(united(build, {inner}).bounds, Bounds::exact(100));
}

TEST(GroupUnion, DisjointGroupsTooLargeForWhatEnclosesThemContradict) {
    Builder build;
    const auto town = build.subject("town", 10), a = build.subject("a", 8), b = build.subject("b", 7);
    build.within(a, town);
    build.within(b, town);
    build.disjoint(a, b);
    const Measure measure = united(build, {a, b});
    EXPECT_EQ(measure.bounds, Bounds::exact(15));
    EXPECT_EQ(measure.assumptions, Codes{"counts_contradict"});
}

TEST(GroupUnion, AGroupDisjointWithWhatEnclosesItContradicts) {
    Builder build;
    const auto a = build.subject("a", 8), b = build.subject("b", 10);
    build.within(a, b);
    build.disjoint(a, b);
    EXPECT_EQ(united(build, {a, b}).assumptions, Codes{"counts_contradict"});
    EXPECT_EQ(united(build, {a, b}).bounds, (Bounds{10, 18}));
}

TEST(GroupUnion, ReadAsStatedABoundBecomesExactAndIsNamed) {
    Builder build;
    const auto a = build.subject("a", 348'587, Unit::person, Bound::at_least);
    EXPECT_EQ(united(build, {a}).bounds, Bounds::at_least(348'587));
    const std::vector<SubjectIndex> groups{a};
    const Measure stated = GroupUnion{build.made.subjects, Unit::person, Reading::as_stated}.of(groups);
    EXPECT_EQ(stated.bounds, Bounds::exact(348'587));
    EXPECT_EQ(stated.assumptions, Codes{"count_as_stated:a"});
}

TEST(Stated, CountsOfOneDateNarrowAndOfSeveralDatesWiden) {
    Builder build;
    const auto a = build.subject("a");
    build.count(a, 100, Unit::person, Bound::at_least, "2024-04-01");
    build.count(a, 200, Unit::person, Bound::at_most, "2024-04-01");
    build.count(a, 9, Unit::record);
    EXPECT_EQ(stated_in(build.made.subjects[0], Unit::person).bounds, (Bounds{100, 200}));
    build.count(a, 250, Unit::person, Bound::exact, "2025-04-01");
    const Stated stated = stated_in(build.made.subjects[0], Unit::person);
    EXPECT_EQ(stated.bounds, (Bounds{100, 250}));
    EXPECT_EQ(stated.dates, (Codes{"2024-04-01", "2025-04-01"}));
    EXPECT_EQ(united(build, {a}).assumptions, Codes{"as_of_differs"});
}

TEST(Stated, ContradictoryCountsOfOneDateKeepBothAndAreFlagged) {
    Builder build;
    const auto a = build.subject("a", 5);
    build.count(a, 6);
    EXPECT_EQ(united(build, {a}).bounds, (Bounds{5, 6}));
    EXPECT_EQ(united(build, {a}).assumptions, Codes{"counts_contradict"});
}

TEST(Stated, AnUnknownCountSaysNothing) {
    Builder build;
    const auto a = build.subject("a");
    auto& count = build.count(a, 0);
    count.value.reset();
    count.bound = Bound::unknown;
    EXPECT_EQ(stated_in(build.made.subjects[0], Unit::person).bounds, Bounds::unknown());
}

TEST(GroupUnion, BeyondTheLimitTheBoundsStillHoldAndSaySo) {
    // 25 groups of 2 in a ring of disjointness: two neighbours make 4, and nothing caps the sum.
    Builder build;
    std::vector<SubjectIndex> groups;
    for (std::size_t i = 0; i < 25; ++i) groups.push_back(build.subject(built::numbered("g", i), 2));
    for (std::size_t i = 0; i < 25; ++i) build.disjoint(groups[i], groups[(i + 1) % 25]);
    const Measure measure = united(build, groups);
    EXPECT_EQ(measure.bounds, (Bounds{4, 50}));
    EXPECT_EQ(measure.assumptions, Codes{"loose_bound"});
}

// --- against all populations ---------------------------------------------------------------------

constexpr std::size_t n = 4;
using Counts = std::array<int, n>;

struct Model {
    Builder build;
    std::vector<SubjectIndex> groups;
    Counts counts{};
};

/// Kinds of people that the relations allow, as masks over the groups.
std::vector<unsigned> kinds(const Model& model) {
    std::vector<unsigned> allowed;
    for (unsigned kind = 1; kind < (1U << n); ++kind) {
        bool possible = true;
        const auto in = [kind](std::size_t group) { return (kind >> group & 1U) != 0; };
        for (std::size_t i = 0; i < n; ++i) {
            const auto& group = model.build.made.subjects[i];
            for (SubjectIndex other : group.within) possible = possible && (!in(i) || in(other.get()));
            for (SubjectIndex other : group.same_as) possible = possible && in(i) == in(other.get());
            for (SubjectIndex other : group.disjoint_with) possible = possible && !(in(i) && in(other.get()));
        }
        if (possible) allowed.push_back(kind);
    }
    return allowed;
}

struct Extremes {
    int least, most;
};

/// Fewest and most people in the union over all populations with exactly these counts, by adding people.
std::optional<Extremes> all_populations(const Model& model, unsigned wanted) {
    const auto allowed = kinds(model);
    std::map<Counts, Extremes> known{{Counts{}, {0, 0}}};
    // Counts ascend lexicographically when a person is added, so one pass in that order suffices.
    for (auto state = known.begin(); state != known.end(); ++state) {
        for (unsigned kind : allowed) {
            Counts next = state->first;
            bool fits = true;
            for (std::size_t i = 0; i < n; ++i) fits = fits && (next[i] += int(kind >> i & 1U)) <= model.counts[i];
            if (!fits) continue;
            const int more = (kind & wanted) != 0 ? 1 : 0;
            const Extremes here{state->second.least + more, state->second.most + more};
            const auto [place, first] = known.try_emplace(next, here);
            place->second.least = std::min(place->second.least, here.least);
            place->second.most = std::max(place->second.most, here.most);
        }
    }
    const auto found = known.find(model.counts);
    return found == known.end() ? std::nullopt : std::optional{found->second};
}

enum class Relations { none, disjoint, nested, any };

Model random_model(std::mt19937& random, Relations relations) {
    Model model;
    for (std::size_t i = 0; i < n; ++i) {
        model.counts[i] = static_cast<int>(random() % 6);
        model.groups.push_back(model.build.subject(built::numbered("g", i), model.counts[i]));
    }
    for (std::size_t i = 0; i < n; ++i) {
        // A tree of groups: each within at most one that stands before it.
        if (relations == Relations::nested && i > 0 && random() % 3 != 0)
            model.build.within(model.groups[i], model.groups[random() % i]);
        for (std::size_t j = 0; j < n; ++j) {
            if (i == j) continue;
            const auto dice = random() % 12;
            if (relations == Relations::any && dice == 0) model.build.within(model.groups[i], model.groups[j]);
            if (relations == Relations::any && dice == 1) model.build.same(model.groups[i], model.groups[j]);
            if (relations != Relations::nested && relations != Relations::none && dice >= 8)
                model.build.disjoint(model.groups[i], model.groups[j]);
        }
    }
    return model;
}

class AllPopulations : public testing::TestWithParam<Relations> {};

TEST_P(AllPopulations, AreWithinTheBounds) {
    std::mt19937 random{20};
    const bool tight = GetParam() != Relations::any;
    int possible = 0;
    for (int round = 0; round < 40; ++round) {
        const Model model = random_model(random, GetParam());
        for (unsigned wanted = 1; wanted < (1U << n); ++wanted) {
            std::vector<SubjectIndex> groups;
            for (std::size_t i = 0; i < n; ++i)
                if (wanted >> i & 1U) groups.push_back(model.groups[i]);
            const Measure measure = united(model.build, groups);
            ASSERT_TRUE(measure.bounds.lower && measure.bounds.upper);
            EXPECT_LE(*measure.bounds.lower, *measure.bounds.upper);
            const auto truth = all_populations(model, wanted);
            if (!truth) continue;
            ++possible;
            EXPECT_TRUE(measure.assumptions.empty()) << measure.assumptions.front();
            EXPECT_LE(*measure.bounds.lower, truth->least);
            EXPECT_GE(*measure.bounds.upper, truth->most);
            if (tight) {
                EXPECT_EQ(*measure.bounds.lower, truth->least);
                EXPECT_EQ(*measure.bounds.upper, truth->most);
            }
        }
    }
    EXPECT_GT(possible, 50);
}

INSTANTIATE_TEST_SUITE_P(Relations, AllPopulations,
                         testing::Values(Relations::none, Relations::disjoint, Relations::nested, Relations::any));

}  // namespace
}  // namespace nagarezu::metrics
