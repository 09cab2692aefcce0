// Media, partners, measures and checklists: what is at odds, and what is only different.
#include <gtest/gtest.h>

#include "raising.hpp"

namespace nagarezu::review::testing {
namespace {

class Parties : public ::testing::Test {
protected:
    built::Builder built;
    MatterIndex first{0};
    SubjectIndex group = built.subject("s");
    std::vector<ItemIndex> items = built.items(2);
    HolderIndex own = built.holder("own");
    HolderIndex partner = built.outsider("partner");

    Matter& matter(MatterIndex index = MatterIndex{0}) { return built.made.matters[index.get()]; }
    Flow& flow(const std::string& id, HolderIndex from, HolderIndex to,
               ChannelKind channel = ChannelKind::unspecified) {
        auto& one = built.flow(id, from, {to}, {group}, items);
        one.relation = Relation::entrust;
        one.channel.kind = channel;
        one.source = "d:" + id;
        return one;
    }
    Safeguard& measured_by(Safeguard safeguard) { return built.made.safeguards.emplace_back(std::move(safeguard)); }
};

TEST_F(Parties, MailIsAskedForAmongTheMedia) {
    matter().media = {medium(MediaKind::magnetic_disk, "d:1")};
    flow("2", own, partner, ChannelKind::paper);
    EXPECT_EQ(raised(built.made), Lines{"channel_not_in_media question d:2 / d:1"});
    measured_by(measure("g", first, "own", "郵送", "d:3")).channels = {{ChannelKind::paper, "郵送"}};
    EXPECT_EQ(raised(built.made), Lines{"channel_not_in_media question d:3 / d:1"});  // said once
    matter().media.push_back(medium(MediaKind::paper, "d:1"));
    EXPECT_EQ(raised(built.made), Lines{});
    matter().media = {medium(MediaKind::unspecified, "d:1")};
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Parties, WhatGoesToThePersonsHasItsOwnPaper) {
    matter().media = {medium(MediaKind::server, "d:1")};
    auto& notice = flow("2", own, partner, ChannelKind::paper);
    notice.relation = Relation::issue;
    notice.to.clear();
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Parties, ACarriedMediumNeedsARowThatIsNotASystem) {
    const auto system = built.holder("system");
    matter().media = {medium(MediaKind::electromagnetic, "d:1")};
    flow("2", own, partner, ChannelKind::media);
    measured_by(measure("g", first, "own", "媒体", "d:3")).media = {{MediaKind::optical_disk, "DVD"},
                                                                    {MediaKind::server, "サーバ"}};
    EXPECT_EQ(raised(built.made), Lines{});
    matter().media[0].systems = {system};
    EXPECT_EQ(raised(built.made),
              (Lines{"channel_not_in_media question d:2 / d:1", "medium_not_stated question d:3 / d:1"}));
    built.made.safeguards[0].status = Status::not_needed;
    built.made.flows.clear();
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Parties, AMediumWithoutAWayIsAskedWhereAllWaysAreStated) {
    matter().media = {medium(MediaKind::usb_memory, "d:1"), medium(MediaKind::server, "d:1")};
    flow("2", own, partner, ChannelKind::lgwan);
    EXPECT_EQ(raised(built.made), Lines{"medium_without_channel question d:1 / d:2"});
    measured_by(measure("g", first, "own", "手渡し", "d:3")).channels = {{ChannelKind::in_person, "手渡し"}};
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.safeguards.clear();
    flow("4", own, partner);  // a way that is not stated may carry it
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Parties, TheRowOfTheMediaIsComparedWithTheSystemsOfThePartner) {
    const auto a = built.holder("a");
    const auto b = built.holder("b");
    matter().media = {medium(MediaKind::electromagnetic, "d:1", {a})};
    auto& row = matter().partners.emplace_back();
    row.holders = {partner};
    row.systems = {a, b};
    row.source = "d:2";
    EXPECT_EQ(raised(built.made), Lines{"medium_names_part question d:1 / d:2"});
    matter().media[0].systems.clear();
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Parties, ItemsBeyondTheSystemNamedAsTheMediumAreAsked) {
    const auto system = built.holder("system");
    const auto held = built.list("held", {system}, {items[0]});
    built.made.lists[held.get()].source = "d:3";
    const auto processed = built.list("processed", {partner}, items);
    built.made.lists[processed.get()].source = "d:2";
    matter().media = {medium(MediaKind::electromagnetic, "d:4", {system})};
    EXPECT_EQ(raised(built.made), Lines{"items_beyond_system question d:2 / d:3 d:4"});
    built.made.lists[held.get()].open = true;
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.lists[held.get()].open = false;
    matter().media.push_back(matter().media[0]);  // two rows: they may come from either
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Parties, ARecipientThatTheOverviewPassesOverIsAsked) {
    const auto other = built.outsider("other");
    flow("2", own, partner);
    flow("3", own, other);
    built.made.holders[partner.get()].mentions = {mention(Sheet::matter, "d:5", first)};
    EXPECT_EQ(raised(built.made), Lines{});  // the overview names nobody
    built.made.holders[other.get()].mentions = {mention(Sheet::overview, "d:1")};
    EXPECT_EQ(raised(built.made), Lines{"named_once question d:5 / d:1"});
    built.made.flows[1].relation = Relation::reentrust;  // on another footing
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.flows[1].relation = Relation::entrust;
    built.made.holders[partner.get()].mentions.push_back(mention(Sheet::figure, "d:6"));
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Parties, ASystemThatTheWorkPassesOverIsAskedWhereItNamesTheOthers) {
    for (const char* name : {"a", "b"})
        built.made.holders[built.holder(name).get()].mentions = {mention(Sheet::system, "d:1"),
                                                                 mention(Sheet::workflow, "d:2")};
    built.made.holders[built.holder("c").get()].mentions = {mention(Sheet::system, "d:3")};
    EXPECT_EQ(raised(built.made), Lines{"named_once question d:3 / -"});
    built.made.holders.back().mentions = {mention(Sheet::workflow, "d:3")};
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Parties, SomebodyOutsideBesideTheRowOfThePartnerIsAsked) {
    const auto other = built.outsider("other");
    auto& row = matter().partners.emplace_back();
    row.holders = {partner};
    row.source = "d:1";
    built.made.holders[other.get()].mentions = {mention(Sheet::matter, "d:4", first)};
    EXPECT_EQ(raised(built.made), Lines{});  // named, but takes no part
    flow("2", other, own);
    EXPECT_EQ(raised(built.made), Lines{"partner_not_named question d:1 / d:4"});
    built.made.holders[other.get()].mentions[0].sheet = Sheet::overview;
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Parties, WorkHandedOnAgainstAClauseIsAsked) {
    const auto third = built.outsider("third");
    built.made.holders[third.get()].source = "d:9";
    flow("2", own, partner);
    auto& handed_on = flow("3", partner, third);
    handed_on.relation = Relation::reentrust;
    handed_on.matter = built.matter("m2");
    auto& clause = built.made.clauses.emplace_back();
    clause.number = 1;
    clause.heading = "再委託の禁止";
    clause.matter = first;
    clause.categories = {Category::SUB};
    clause.modality = Modality::prohibition;
    clause.source = "d:5";
    EXPECT_EQ(raised(built.made), Lines{"reentrustment_forbidden question d:5 / d:9"});
    measured_by(measure("g", {}, "partner", "承諾を要する", "d:6", {Category::SUB})).modality = Modality::consent;
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.safeguards[0].modality = Modality::prohibition;
    EXPECT_EQ(raised(built.made), Lines{"reentrustment_forbidden question d:5 d:6 / d:9"});
    built.made.flows.pop_back();
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Parties, AChecklistIsAskedAboutOnlyIfNothingWasChosen) {
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

TEST_F(Parties, RowsInTheSameWordsAreAskedAboutOnceForEachBlock) {
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

TEST_F(Parties, EachChecklistIsLookedAtByItselfIfAnotherWasFilledInWithCare) {
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

TEST_F(Parties, ARowTwiceInOneChecklistIsAtOdds) {
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

TEST_F(Parties, AColumnThatRepeatsTheOtherIsAskedAbout) {
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

TEST_F(Parties, WhatGoesByMailboxIsAskedWhereTheRowHasOnlyPaperAndCarriedMedia) {
    matter().media = {medium(MediaKind::paper, "d:1"), medium(MediaKind::usb_memory, "d:1")};
    measured_by(measure("g", first, "partner", "電子メール", "d:3")).channels = {{ChannelKind::internet, "電子メール"},
                                                                                 {ChannelKind::media, "USB"}};
    EXPECT_EQ(raised(built.made), Lines{"channel_not_in_media question d:3 / d:1"});
    matter().media.push_back(medium(MediaKind::electromagnetic, "d:1"));
    EXPECT_EQ(raised(built.made), Lines{});
    matter().media = {medium(MediaKind::paper, "d:1")};  // paper carries no USB memory
    built.made.safeguards[0].channels = {{ChannelKind::media, "USB"}};
    EXPECT_EQ(raised(built.made), Lines{"channel_not_in_media question d:3 / d:1"});
}

TEST_F(Parties, APartnerWhoIsNotDecidedIsToldOf) {
    matter().partners.emplace_back().source = "d:4";
    EXPECT_EQ(raised(built.made), Lines{});
    matter().partners[0].undecided = true;
    EXPECT_EQ(raised(built.made), Lines{"partner_not_named info d:4 / -"});
}

TEST_F(Parties, AWayThatIsToldIsComparedWithTheWaysThatAreTicked) {
    auto& one = flow("2", own, partner, ChannelKind::lgwan);
    EXPECT_EQ(raised(built.made), Lines{});  // nothing is ticked
    one.media = {{MediaKind::optical_disk, "電子記録媒体"}};
    EXPECT_EQ(raised(built.made), Lines{"channel_not_in_media question d:2 / -"});
    for (const ChannelKind kind : {ChannelKind::media, ChannelKind::unspecified}) {
        built.made.flows[0].channel.kind = kind;
        EXPECT_EQ(raised(built.made), Lines{});
    }
    built.made.flows[0].channel.kind = ChannelKind::paper;
    EXPECT_EQ(raised(built.made), Lines{"channel_not_in_media question d:2 / -"});
    built.made.flows[0].media.push_back({MediaKind::unspecified, "その他"});
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.flows[0].media = {{MediaKind::server, "専用線"}};
    built.made.flows[0].channel.kind = ChannelKind::media;
    EXPECT_EQ(raised(built.made), Lines{"channel_not_in_media question d:2 / -"});
}

TEST_F(Parties, ARecipientPassedOverByAllMeasuresIsAsked) {
    const auto other = built.outsider("other");
    built.made.holders[other.get()].source = "d:7";
    flow("2", own, partner);
    flow("3", own, other);
    measured_by(measure("g", first, "own", "専用回線", "d:5")).applies_to = {FlowIndex{0}};
    EXPECT_EQ(raised(built.made), Lines{"recipient_without_safeguard question d:7 / d:5"});
    built.made.holders[other.get()].operator_ = partner;  // they stand together
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.holders[other.get()].operator_ = {};
    built.made.safeguards[0].applies_to.clear();
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.safeguards[0].applies_to = {FlowIndex{0}};
    built.made.flows[1].from = partner;  // its own duty
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.flows[1].relation = Relation::reentrust;
    EXPECT_EQ(raised(built.made), Lines{"recipient_without_safeguard question d:7 / d:5"});
    built.made.clauses.emplace_back();  // a contract protects it
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Parties, GeneralMeasuresOfTheOwnSideReachNobodyOutside) {
    const auto other = built.outsider("other");
    built.made.holders[other.get()].source = "d:7";
    flow("2", own, partner);
    flow("3", own, other);
    measured_by(measure("g1", first, "own", "研修", "d:4"));
    EXPECT_EQ(raised(built.made), Lines{});  // nobody is named, nobody is passed over
    measured_by(measure("g2", first, "own", "甲社に対し検査", "d:5")).applies_to = {FlowIndex{0}};
    EXPECT_EQ(raised(built.made), Lines{"recipient_without_safeguard question d:7 / d:5"});
    built.made.flows[1].relation = Relation::provide;  // it stands otherwise than the one who is named
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.safeguards[1].party = "partner";  // a column for partners that names each of them
    EXPECT_EQ(raised(built.made), Lines{"recipient_without_safeguard question d:7 / d:5"});
    measured_by(measure("g3", first, "partner", "暗号化", "d:6"));  // each of them takes it
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Parties, AnEmptyColumnOfAPartnerIsAskedWhereOtherMattersFillIt) {
    const auto second = built.matter("m2");
    const auto other = built.outsider("other");
    built.made.holders[other.get()].source = "d:7";
    flow("2", own, partner);
    flow("3", own, other).matter = second;
    measured_by(measure("g1", first, "own", "研修", "d:3"));
    measured_by(measure("g2", first, "partner", "暗号化", "d:4"));
    EXPECT_EQ(raised(built.made), Lines{});  // the second matter may tell nothing of measures at all
    measured_by(measure("g3", second, "own", "研修", "d:6"));
    EXPECT_EQ(raised(built.made), Lines{"recipient_without_safeguard question d:7 / d:4"});
    flow("8", own, other).matter = second;  // said once, however much it gets
    EXPECT_EQ(raised(built.made), Lines{"recipient_without_safeguard question d:7 / d:4"});
    built.made.flows.pop_back();
    built.made.flows[1].relation = Relation::provide;
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.flows[1].relation = Relation::entrust;
    built.made.clauses.emplace_back().matter = second;  // a contract protects it
    EXPECT_EQ(raised(built.made), Lines{});
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
