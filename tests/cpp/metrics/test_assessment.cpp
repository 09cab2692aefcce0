#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "builder.hpp"
#include "cells.hpp"
#include "nagarezu/io/read.hpp"
#include "nagarezu/metrics/assessment.hpp"

namespace nagarezu::metrics {
namespace {

using Cells = std::vector<std::string>;

/// The table that travels with the package.
const BandTable& shipped() {
    static const BandTable table = [] {
        const auto home = std::filesystem::path{__FILE__}.parent_path() / ".." / ".." / ".." / "data" / "bands";
        std::ifstream file{home / "assessment_bands.json", std::ios::binary};
        const std::string text{std::istreambuf_iterator<char>{file}, {}};
        return io::read_bands(text, "assessment_bands.json").value.value_or(BandTable{});
    }();
    return table;
}

/// A file about so many persons with an individual number, given to a contractor.
struct Filed : built::Builder {
    SubjectIndex residents;
    ItemIndex number = item("number", {ItemClass::NB});
    ItemIndex name = item("name");
    HolderIndex own = holder("own");
    HolderIndex contractor = outsider("contractor");

    explicit Filed(Count persons, Bound bound = Bound::exact) {
        residents = subject("residents", persons, Unit::person, bound);
        flow("f1", own, {contractor}, {residents}, {number, name});
    }
    [[nodiscard]] Assessment assessed(const Handling& handling = {}) const {
        return assess(measured(), {}, handling, shipped());
    }
};

struct Expected {
    Count persons;
    Band plain;
    Band escalated;
};

TEST(Assessment, TheTableThatTravelsWithThePackage) {
    ASSERT_TRUE(shipped().complete());
    const std::vector<Expected> edges{{0, Band::not_obligatory, Band::not_obligatory},
                                      {999, Band::not_obligatory, Band::not_obligatory},
                                      {1'000, Band::basic, Band::basic},
                                      {9'999, Band::basic, Band::basic},
                                      {10'000, Band::basic, Band::priority},
                                      {99'999, Band::basic, Band::priority},
                                      {100'000, Band::priority, Band::full},
                                      {299'999, Band::priority, Band::full},
                                      {300'000, Band::full, Band::full}};
    for (const auto& [persons, plain, escalated] : edges) {
        const Bounds exact = Bounds::exact(persons);
        EXPECT_EQ(band_range(exact, {Bounds::exact(499), false}, shipped()).upper, plain) << persons;
        EXPECT_EQ(band_range(exact, {Bounds::exact(500), false}, shipped()).lower, escalated) << persons;
        EXPECT_EQ(band_range(exact, {Bounds::exact(0), true}, shipped()).lower, escalated) << persons;
    }
    // Only what rests on the second-hand row is marked.
    EXPECT_EQ(band_range(Bounds::exact(50'000), {{}, true}, shipped()).unverified.size(), 1U);
    EXPECT_TRUE(band_range(Bounds::exact(350'000), {}, shipped()).unverified.empty());
    EXPECT_EQ(band_range(Bounds::exact(350'000), {}, shipped()).unverified_distances.size(), 1U);
}

// 12,000 persons: basic, or priority with many handlers or an accident. 88,000 more (or at 300,000) change
// it, and so do 2,001 … 11,001 fewer.
TEST(Assessment, WorkedByHand) {
    const Assessment found = Filed{12'000}.assessed();
    EXPECT_EQ(found.applies, Applies::stated_item);
    EXPECT_EQ(found.persons.bounds, Bounds::exact(12'000));
    EXPECT_EQ(found.range.lower, Band::basic);
    EXPECT_EQ(found.range.upper, Band::priority);
    EXPECT_EQ(found.range.persons_up, Bounds::exact(88'000));
    EXPECT_EQ(found.range.persons_down, (Bounds{2'001, 11'001}));
    EXPECT_EQ(found.missing, (Cells{"handlers", "accident"}));
    EXPECT_EQ(Filed{12'000}.assessed({Bounds::at_least(500), {}}).missing, Cells{});
    EXPECT_EQ(Filed{12'000}.assessed({Bounds::at_most(9), {}}).missing, (Cells{"accident"}));
    EXPECT_EQ(Filed{12'000}.assessed({{}, false}).missing, (Cells{"handlers"}));
}

TEST(Assessment, UnknownPersonsNameTheCountThatSettlesThem) {
    const Assessment open = Filed{12'000, Bound::at_least}.assessed({Bounds::exact(3), false});
    EXPECT_EQ(open.range.lower, Band::basic);
    EXPECT_EQ(open.range.upper, Band::full);
    EXPECT_EQ(open.missing, (Cells{"count:residents"}));
    // Two groups that may overlap: no count is missing, but how many they are together is not known.
    Filed two{80'000};
    two.subject("others", 90'000);
    EXPECT_EQ(two.assessed({Bounds::exact(3), false}).missing, (Cells{"persons"}));
}

TEST(Assessment, NeedsAFileWithIndividualNumbers) {
    Filed filed{350'000};
    filed.made.items[0].classes = {};
    Assessment found = filed.assessed();
    EXPECT_EQ(found.applies, Applies::no_item);
    EXPECT_EQ(found.range.lower, std::nullopt);
    EXPECT_EQ(found.range.upper, std::nullopt);
    EXPECT_TRUE(found.missing.empty());

    filed.made.flows[0].open = true;
    found = filed.assessed();
    EXPECT_EQ(found.applies, Applies::open_list);
    EXPECT_EQ(found.range.lower, std::nullopt);
    EXPECT_EQ(found.range.upper, Band::full);
    EXPECT_EQ(found.missing, (Cells{"flow:f1"}));

    filed.made.flows[0].change = Change::removed;
    EXPECT_EQ(filed.assessed().applies, Applies::no_item);
    filed.made.matters[0].kinds = {MatterKind::assessment};
    EXPECT_EQ(filed.assessed().applies, Applies::assessment_matter);
    EXPECT_EQ(assess(filed.measured(), MatterIndex{0}, {}, shipped()).applies, Applies::assessment_matter);
    filed.made.matters[0].kinds = {};
    filed.made.procedure = Procedure::assessment;
    EXPECT_EQ(filed.assessed().range.lower, Band::full);
}

TEST(Assessment, ReadsListsAndCreationsForIndividualNumbers) {
    Filed filed{350'000};
    filed.made.flows[0].items = {filed.name};
    EXPECT_EQ(filed.assessed().applies, Applies::no_item);
    const auto list = filed.list("l1", {filed.own});
    filed.entry(list, filed.number, true);
    filed.made.lists[0].open = true;
    EXPECT_EQ(filed.assessed().applies, Applies::optional_item);
    EXPECT_EQ(filed.assessed().missing, (Cells{"item:number", "list:l1"}));
    filed.entry(list, filed.number).change = Change::removed;
    EXPECT_EQ(filed.assessed().applies, Applies::optional_item);
    filed.entry(list, filed.number);
    EXPECT_EQ(filed.assessed().applies, Applies::stated_item);

    Filed created{350'000};
    created.made.flows[0].items = {created.name};
    created.creates(created.own, {created.residents}, {created.name}).open = true;
    EXPECT_EQ(created.assessed().missing, (Cells{"holder:own"}));
    EXPECT_EQ(assess(created.measured(), MatterIndex{0}, {}, shipped()).applies, Applies::no_item);
    created.creates(created.own, {created.residents}, {created.number});
    EXPECT_EQ(created.assessed().applies, Applies::stated_item);
}

TEST(Assessment, OfAMatterCountsThoseOfWhomItsFlowsAre) {
    Filed filed{80'000};
    const auto staff = filed.subject("staff", 700);
    filed.matter("m2");
    filed.matter("m3");
    filed.flow("f2", filed.own, {filed.contractor}, {staff}, {filed.number}).matter = MatterIndex{1};
    const auto of = [&](std::size_t matter) { return assess(filed.measured(), MatterIndex{matter}, {}, shipped()); };
    EXPECT_EQ(of(0).persons.bounds, Bounds::exact(80'000));
    EXPECT_EQ(of(1).persons.bounds, Bounds::exact(700));
    EXPECT_EQ(of(1).range.upper, Band::not_obligatory);
    EXPECT_EQ(of(2).applies, Applies::no_item);
    EXPECT_EQ(of(2).persons.bounds, Bounds::unknown());
    filed.made.flows[1].open_subjects = true;
    EXPECT_EQ(of(1).persons.bounds, (Bounds{700, 80'700}));
    EXPECT_EQ(of(1).missing, (Cells{"subjects:f2", "handlers", "accident"}));
    filed.made.flows[1].subjects.clear();
    EXPECT_EQ(of(1).persons.bounds, (Bounds{std::nullopt, 80'700}));
    filed.made.flows[1].change = Change::removed;
    EXPECT_EQ(of(1).persons.bounds, Bounds::unknown());
}

TEST(Assessment, TablePrintsCaseAndMattersWithNotes) {
    const Frame frame = assessment(Filed{12'000}.measured(), &shipped());
    ASSERT_EQ(frame.rows(), 2U);
    EXPECT_EQ(built::row(frame, 0), (Cells{"case",
                                           "null",
                                           "12000",
                                           "12000",
                                           "null",
                                           "null",
                                           "null",
                                           "basic",
                                           "priority",
                                           "88000",
                                           "88000",
                                           "2001",
                                           "11001",
                                           "false",
                                           "handlers accident",
                                           shipped().source,
                                           "true",
                                           "stated_item",
                                           "1",
                                           "null",
                                           "1",
                                           "null",
                                           "2024-10-01",
                                           "false",
                                           ""}));
    EXPECT_EQ(built::cell(frame.at("matter"), 1), "m1");
    ASSERT_EQ(frame.notes.size(), 4U);  // the unverified row once, though two rows rest on it
    EXPECT_EQ(frame.notes[0].code, "assessment_table");
    EXPECT_EQ(frame.notes[1].code, "more_allowed");
    EXPECT_EQ(frame.notes[2].code, "open_distance");
    EXPECT_EQ(
        frame.notes[3],
        (Note{"unverified_band", {{"band", "priority"}, {"from", "10000"}, {"below", "100000"}, {"mark", "partly"}}}));

    const Frame given = assessment(Filed{120'000}.measured(), &shipped(), {Bounds::exact(20), false});
    EXPECT_EQ(built::cells(given, "band_lower"), (Cells{"priority", "priority"}));
    EXPECT_EQ(built::cells(given, "verified"), (Cells{"true", "true"}));
    EXPECT_EQ(built::cells(given, "handlers_up_lower"), (Cells{"480", "480"}));
    EXPECT_EQ(built::cells(given, "accident"), (Cells{"false", "false"}));

    Filed none{12'000};
    none.made.items[0].classes = {};
    const Frame nothing = assessment(none.measured(), &shipped());
    EXPECT_EQ(built::cells(nothing, "band_upper"), (Cells{"null", "null"}));
    EXPECT_EQ(built::cells(nothing, "verified"), (Cells{"null", "null"}));
    EXPECT_EQ(built::cells(nothing, "reason"), (Cells{"no_item", "no_item"}));
    EXPECT_EQ(assessment(none.measured(), nullptr).rows(), 0U);
}

Crossing from_to(const Filed& before, const Filed& after, const Handling& handling = {}) {
    return crossing(before.measured(), after.measured(), handling, shipped());
}

TEST(Crossing, WorkedByHand) {
    EXPECT_EQ(from_to(Filed{90'000}, Filed{300'000}), Crossing::up);
    EXPECT_EQ(from_to(Filed{1'000}, Filed{999}), Crossing::down);
    EXPECT_EQ(from_to(Filed{150'000}, Filed{160'000}), Crossing::none);
    // Basic to priority, or priority to full: the handling is the same on both sides, whatever it is.
    EXPECT_EQ(from_to(Filed{99'000}, Filed{101'000}), Crossing::up);
    EXPECT_EQ(from_to(Filed{9'000}, Filed{11'000}), Crossing::unknown);
    EXPECT_EQ(from_to(Filed{9'000}, Filed{11'000}, {Bounds::exact(3), false}), Crossing::none);
    EXPECT_EQ(from_to(Filed{9'000}, Filed{11'000}, {{}, true}), Crossing::up);
}

TEST(Crossing, TheSameUnknownIsTheSameOnBothSides) {
    const Filed open{12'000, Bound::at_least};
    EXPECT_EQ(from_to(open, open), Crossing::none);
    EXPECT_EQ(from_to(open, Filed{13'000, Bound::at_least}), Crossing::unknown);
    // Without the number there is no such file any more.
    Filed without = open;
    without.made.flows[0].items = {without.name};
    EXPECT_EQ(from_to(open, without), Crossing::down);
    EXPECT_EQ(from_to(without, open), Crossing::up);
    EXPECT_EQ(from_to(without, without), Crossing::none);
    Filed maybe = without;
    maybe.made.flows[0].open = true;
    EXPECT_EQ(from_to(maybe, maybe), Crossing::none);
    EXPECT_EQ(from_to(maybe, open), Crossing::unknown);
    EXPECT_EQ(from_to(maybe, without), Crossing::unknown);
}

TEST(Crossing, AndReasonsHaveWords) {
    EXPECT_EQ(name_of(Crossing::unknown), "unknown");
    EXPECT_EQ(name_of(Crossing::none), "none");
    EXPECT_EQ(name_of(Applies::no_item), "no_item");
    EXPECT_EQ(name_of(Applies::assessment_matter), "assessment_matter");
}

}  // namespace
}  // namespace nagarezu::metrics
