// Checklists, and the columns of both sides: rows and columns that repeat each other or miss something.
#include <gtest/gtest.h>

#include "parties.hpp"

namespace nagarezu::review::testing {
namespace {

using Checklists = Parties;

TEST_F(Checklists, AChecklistIsAskedAboutOnlyIfNothingWasChosen) {
    for (int i = 0; i < 10; ++i) {
        auto& row = built.made.checklist.emplace_back();
        row.mark = Mark::yes;
        row.source = "d:" + std::to_string(i + 1);
    }
    EXPECT_EQ(raised(built.made), Lines{"checklist_without_selection question d:1 / d:10"});
    built.made.checklist[4].mark = Mark::not_needed;
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.checklist[4].mark = Mark::yes;
    built.made.checklist.pop_back();
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Checklists, RowsInTheSameWordsAreAskedAboutOnceForEachBlock) {
    const auto row = [&](const char* block, const char* party, const char* wording, const char* place) {
        auto& one = built.made.checklist.emplace_back();
        one.block = block;
        one.party = party;
        one.wording = wording;
        one.source = place;
        one.measures = {SafeguardIndex{0}};
    };
    measured_by(measure("g", first, "own", "暗号化", "d:1"));
    row("1", "own", "w1", "d:1");
    row("1", "own", "w2", "d:2");
    row("1", "partner", "w1", "d:5");
    row("1", "partner", "w2", "d:6");
    row("2", "partner", "w2", "d:9");
    row("2", "own", "", "d:11");
    EXPECT_EQ(raised(built.made), Lines{"partner_column_identical question d:1 d:2 / d:5 d:6"});
}

TEST_F(Checklists, EachChecklistIsLookedAtByItselfIfAnotherWasFilledInWithCare) {
    for (int i = 0; i < 21; ++i) {
        auto& row = built.made.checklist.emplace_back();
        row.block = i < 11 ? "1" : "2";
        row.mark = i == 5 ? Mark::not_needed : Mark::yes;
        row.source = "d:" + std::to_string(i + 1);
    }
    EXPECT_EQ(raised(built.made), Lines{"checklist_without_selection question d:12 / d:21"});
    built.made.checklist.pop_back();  // nine rows tell nothing
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Checklists, ARowTwiceInOneChecklistIsAtOdds) {
    const auto row = [&](const char* party, const char* place) {
        auto safeguard = measure(place, first, party, "暗号化", place);
        safeguard.position = place;
        measured_by(std::move(safeguard));
        auto& one = built.made.checklist.emplace_back();
        one.block = "1";
        one.party = party;
        one.wording = party;
        one.source = place;
        one.measures = {SafeguardIndex{built.made.safeguards.size() - 1}};
    };
    row("own", "d:1");
    row("partner", "d:2");
    EXPECT_EQ(raised(built.made), Lines{});
    row("own", "d:3");
    EXPECT_EQ(raised(built.made), Lines{"duplicated_row warning d:1 / d:3"});
    built.made.safeguards[2].status = Status::not_needed;  // a row that says ー repeats nothing
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Checklists, AColumnThatRepeatsTheOtherIsAskedAbout) {
    const auto line = [&](const char* party, const char* wording, const char* place) {
        measured_by(measure(place, first, party, wording, place)).wording = wording;
    };
    line("own", "w1", "d:1");
    line("own", "w2", "d:2");
    line("own", "w3", "d:3");
    line("partner", "w2", "d:5");
    EXPECT_EQ(raised(built.made), Lines{});  // a single line may be alike
    line("partner", "w3", "d:6");
    EXPECT_EQ(raised(built.made), Lines{"partner_column_identical question d:2 d:3 / d:5 d:6"});
    line("partner", "w4", "d:7");  // it has something of its own
    EXPECT_EQ(raised(built.made), Lines{});
    line("partner", "w4", "d:8");
    EXPECT_EQ(raised(built.made), Lines{"duplicated_row warning d:7 / d:8"});
}

class Columns : public Parties {
protected:
    void column(MatterIndex index, const std::string& party, const std::vector<std::string>& labels, int line) {
        for (const std::string& label : labels) {
            const std::string place = "d:" + std::to_string(line++);
            measured_by(measure(party + place, index, party, label, place));
        }
    }
};

TEST_F(Columns, AMeasureThatOneColumnLacksIsAsked) {
    column(first, "own", {"a", "b", "c", "d", "e"}, 1);
    column(first, "partner", {"a", "b", "d", "e"}, 11);
    EXPECT_EQ(raised(built.made), Lines{"own_and_partner_differ question d:3 / d:12"});
    built.made.safeguards[2].categories = {Category::CON};  // the own side's duty
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.safeguards[2].categories = {};
    built.made.safeguards[2].status = Status::unknown;
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Columns, APartnerWhoDoesMoreIsNoFinding) {
    column(first, "own", {"a", "b", "d", "e"}, 1);
    column(first, "partner", {"a", "b", "c", "d", "e"}, 11);
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Columns, ADutyOfItsOwnIsNoFinding) {
    column(first, "own", {"a", "b", "c", "d", "e"}, 1);
    column(first, "partner", {"a", "b", "x", "d", "e"}, 11);
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Columns, AMeasureMarkedAsNotNeededWasThoughtOf) {
    column(first, "own", {"a", "b", "c", "d", "e"}, 1);
    column(first, "partner", {"a", "b", "c", "d", "e"}, 11);
    built.made.safeguards[7].status = Status::not_needed;
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Columns, TheSameColumnInTwoMattersIsComparedThroughThePartner) {
    const auto second = built.matter("m2");
    column(first, "own", {"a", "b", "c", "d", "e"}, 1);
    column(second, "own", {"a", "b", "d", "e"}, 11);
    EXPECT_EQ(raised(built.made), Lines{});  // nobody asks it of the partner
    column(second, "partner", {"c", "y"}, 21);
    EXPECT_EQ(raised(built.made), Lines{"own_and_partner_differ question d:12 / d:21 d:3"});
}

}  // namespace
}  // namespace nagarezu::review::testing
