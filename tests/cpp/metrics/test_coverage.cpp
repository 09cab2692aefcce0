#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "builder.hpp"
#include "cells.hpp"
#include "nagarezu/metrics/coverage.hpp"
#include "safeguarded.hpp"

namespace nagarezu::metrics {
namespace {

using enum Category;
using built::clause;
using built::safeguard;
using Cells = std::vector<std::string>;

const Profile all30{"all30", "", "", built::all_categories, {}};

// The shape of case 003: three matters, 17 categories by safeguards, nine more by contract clauses.
Case linkage() {
    built::Builder built;
    built.matter("m2");
    built.matter("m3");
    Case& made = built.made;
    const MatterIndex m1{0};
    const MatterIndex m2{1};
    const MatterIndex m3{2};
    const Categories works{LAW, CON, PRO, ENT, CAR, TRN, AUT, ACL, LOG, ENC, SEP, MAL, PAT, TST};
    safeguard(made, m1, "own", works);
    safeguard(made, m2, "own", {LAW, EDU, CAR, AUT, ACL, LOG, ENC, NET, FWL, MAL});
    safeguard(made, m3, "own", works);
    safeguard(made, m3, "partner", {PRO, CAR, LOG, NET, MAL, PAT, TST});
    clause(made, m3, Obligor::partner, {ROL, AUD, INC, PUR, SUB, EDU, LCK, CAR});
    clause(made, m3, Obligor::own, {AUD});
    clause(made, m3, Obligor::partner, {DEL, MIN, IND});
    return made;
}

/// The rows of the table as `scope matter party clauses: stated/applicable`.
Cells shares(const Frame& frame) {
    Cells found;
    for (std::size_t i = 0; i < frame.rows(); ++i) {
        const Cells row = built::row(frame, i);
        found.push_back(row[0] + " " + row[1] + " " + row[2] + " " + row[4] + ": " + row[5] + "/" + row[6]);
    }
    return found;
}

TEST(Coverage, WorkedSeventeenWithoutAndTwentySixWithClauses) {
    const Frame frame = coverage(Measured{linkage()}, {&all30, 1});
    EXPECT_EQ(built::names(frame), (Cells{"scope", "matter", "party", "profile", "with_clauses", "stated", "applicable",
                                          "ratio", "missing"}));
    EXPECT_EQ(shares(frame),
              (Cells{"case null null false: 17/30", "case null null true: 26/30", "matter m1 null false: 14/30",
                     "matter m1 null true: 14/30", "party m1 own false: 14/30", "party m1 own true: 14/30",
                     "matter m2 null false: 10/30", "matter m2 null true: 10/30", "party m2 own false: 10/30",
                     "party m2 own true: 10/30", "matter m3 null false: 15/30", "matter m3 null true: 25/30",
                     "party m3 own false: 14/30", "party m3 own true: 15/30", "party m3 partner false: 7/30",
                     "party m3 partner true: 17/30"}));
    EXPECT_EQ(built::row(frame, 1),
              (Cells{"case", "null", "null", "all30", "true", "26", "30", "0.866667", "CER ENV AVL LOC"}));
}

TEST(Coverage, OnlyStatedSafeguardsCount) {
    built::Builder built;
    safeguard(built.made, MatterIndex{0}, "own", {LAW});
    safeguard(built.made, MatterIndex{0}, "own", {ROL}).status = Status::not_needed;
    safeguard(built.made, MatterIndex{0}, "own", {PRO}).status = Status::blank;
    safeguard(built.made, MatterIndex{0}, "partner", {AUD}).status = Status::unknown;
    const CaseStatement whole = statements(built.made);
    EXPECT_EQ(whole.safeguards, Categories{LAW});
    ASSERT_EQ(whole.matters[0].parties.size(), 2U);
    EXPECT_TRUE(whole.matters[0].parties[1].has_safeguards);
    EXPECT_TRUE(whole.matters[0].parties[1].safeguards.empty());
}

TEST(Coverage, WhatStandsForTheWholeCaseCountsInEachMatter) {
    built::Builder built;
    built.matter("m2");
    safeguard(built.made, {}, "intermediate_server", {LOG});
    safeguard(built.made, {}, "own", {ENC});
    safeguard(built.made, MatterIndex{1}, "own", {LAW});
    clause(built.made, {}, Obligor::partner, {SUB});
    const CaseStatement whole = statements(built.made);

    EXPECT_EQ(whole.matters[0].safeguards, (Categories{LOG, ENC}));
    EXPECT_EQ(whole.matters[1].stated(true), (Categories{LAW, LOG, ENC, SUB}));
    // The matter's own parties first; the clause alone makes nobody a party.
    ASSERT_EQ(whole.matters[1].parties.size(), 2U);
    EXPECT_EQ(whole.matters[1].parties[0].party, "own");
    EXPECT_EQ(whole.matters[1].parties[0].safeguards, (Categories{LAW, ENC}));
    EXPECT_EQ(whole.matters[1].parties[1].party, "intermediate_server");
}

TEST(Coverage, ClausesOfTheWholeCaseReachAPartyThatIsThere) {
    built::Builder built;
    safeguard(built.made, MatterIndex{0}, "partner", {LAW});
    clause(built.made, {}, Obligor::partner, {SUB});
    EXPECT_EQ(statements(built.made).matters[0].parties[0].stated(true), (Categories{LAW, SUB}));
}

TEST(Coverage, TriggersFireOnKindsRelationsChannelsAndMedia) {
    built::Builder built;
    for (const auto* id : {"m2", "m3", "m4", "m5"}) built.matter(id);
    built.made.matters[0].kinds = {MatterKind::process, MatterKind::entrust};
    const HolderIndex own = built.holder("own");
    const HolderIndex partner = built.outsider("partner");
    const auto flow_of = [&](std::size_t matter) -> Flow& {
        Flow& flow = built.flow("f" + std::to_string(matter), own, {partner}, {});
        flow.matter = MatterIndex{matter};
        return flow;
    };
    flow_of(1).relation = Relation::reentrust;
    flow_of(2).channel.kind = ChannelKind::lgwan;
    flow_of(3).media = {{MediaKind::paper, ""}, {MediaKind::usb_memory, ""}};
    Flow& removed = flow_of(4);
    removed.relation = Relation::reentrust;
    removed.change = Change::removed;

    Profile profile{"p", "", "", {LAW}, {}};
    profile.triggers.push_back({"kind", {MatterKind::entrust}, {}, {}, {}, {CON}});
    profile.triggers.push_back({"relation", {}, {Relation::reentrust}, {}, {}, {SUB}});
    profile.triggers.push_back({"channel", {}, {}, {ChannelKind::lgwan}, {}, {SEP, NET}});
    profile.triggers.push_back({"medium", {}, {}, {}, {MediaKind::usb_memory}, {LCK}});
    profile.triggers.push_back({"empty", {}, {}, {}, {}, {IND}});
    const std::vector<Categories> expected{{LAW, CON}, {LAW, SUB}, {LAW, NET, SEP}, {LAW, LCK}, {LAW}};
    EXPECT_EQ(applicable_by_matter(built.made, profile), expected);

    // The case as a whole: what any of its matters needs, in the order of the taxonomy.
    const Frame frame = coverage(built.measured(), {&profile, 1});
    EXPECT_EQ(built::row(frame, 0),
              (Cells{"case", "null", "null", "p", "false", "0", "6", "0.000000", "LAW CON SUB LCK NET SEP"}));
}

TEST(Coverage, AnEmptyProfileHasNoRatio) {
    const Profile none{"none", "", "", {}, {}};
    const Frame frame = coverage(Measured{linkage()}, {&none, 1});
    EXPECT_EQ(built::row(frame, 0), (Cells{"case", "null", "null", "none", "false", "0", "0", "null", ""}));
    EXPECT_EQ(coverage(Measured{linkage()}, {}).rows(), 0U);
}

TEST(Coverage, EmptyCaseStatesNothing) {
    const Frame frame = coverage(Measured{Case{}}, {&all30, 1});
    EXPECT_EQ(shares(frame), (Cells{"case null null false: 0/30", "case null null true: 0/30"}));
}

TEST(StatedByFlow, TakesMatterWholeCaseAndAppliesTo) {
    built::Builder built;
    built.matter("m2");
    const HolderIndex own = built.holder("own");
    const HolderIndex partner = built.outsider("partner");
    built.flow("f1", own, {partner}, {});
    built.flow("f2", own, {partner}, {});
    built.flow("f3", own, {partner}, {}).matter = MatterIndex{1};
    safeguard(built.made, MatterIndex{0}, "own", {NET});
    safeguard(built.made, {}, "own", {LOG});
    safeguard(built.made, MatterIndex{0}, "own", {ENC}).applies_to = {FlowIndex{1}};
    safeguard(built.made, {}, "own", {MAL}).applies_to = {FlowIndex{2}};
    safeguard(built.made, MatterIndex{0}, "own", {TRN}).applies_to = {
        FlowIndex{2}};  // another matter's flow, named all the same
    safeguard(built.made, MatterIndex{0}, "own", {SEP}).status = Status::blank;
    const std::vector<Categories> expected{{NET, LOG}, {NET, LOG, ENC}, {LOG, MAL, TRN}};
    EXPECT_EQ(stated_by_flow(built.made), expected);
    // In matters it counts where it stands.
    EXPECT_TRUE(statements(built.made).matters[0].safeguards.contains(TRN));
    EXPECT_FALSE(statements(built.made).matters[1].safeguards.contains(TRN));
}

// Adding a safeguard or clauses never lowers a coverage, and the order of safeguards does not matter.
TEST(Coverage, IsMonotoneAndIgnoresOrder) {
    std::mt19937 random{12};
    for (int round = 0; round < 100; ++round) {
        built::Builder built;
        built.matter("m2");
        const auto any_matter = [&] { return random() % 5 == 0 ? MatterIndex{} : MatterIndex{random() % 2}; };
        const auto any_categories = [&] {
            return Categories::of_bits(static_cast<std::uint32_t>(random() & random()) & built::all_categories.bits());
        };
        const auto add = [&] {
            Safeguard& added =
                safeguard(built.made, any_matter(), random() % 2 == 0 ? "own" : "partner", any_categories());
            added.status = static_cast<Status>(random() % 4);
        };
        safeguard(built.made, MatterIndex{0}, "own", {});
        safeguard(built.made, MatterIndex{0}, "partner", {});
        safeguard(built.made, MatterIndex{1}, "own", {});
        safeguard(built.made, MatterIndex{1}, "partner", {});
        for (int i = 0; i < 5; ++i) add();
        clause(built.made, any_matter(), Obligor::partner, any_categories());
        const Profile profile{"p", "", "", any_categories(), {}};
        const auto stated = [&] { return built::cells(coverage(built.measured(), {&profile, 1}), "stated"); };

        const Cells before = stated();
        for (std::size_t i = 0; i < before.size(); i += 2) EXPECT_LE(std::stoll(before[i]), std::stoll(before[i + 1]));
        add();
        const Cells after = stated();
        ASSERT_EQ(before.size(), after.size());
        for (std::size_t i = 0; i < before.size(); ++i) EXPECT_LE(std::stoll(before[i]), std::stoll(after[i]));

        std::shuffle(built.made.safeguards.begin() + 4, built.made.safeguards.end(), random);
        EXPECT_EQ(stated(), after);
    }
}

}  // namespace
}  // namespace nagarezu::metrics
