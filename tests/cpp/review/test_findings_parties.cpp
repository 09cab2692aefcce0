// Media, partners and measures: what is at odds, and what is only different.
#include <gtest/gtest.h>

#include <utility>

#include "parties.hpp"

namespace nagarezu::review::testing {
namespace {

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

TEST_F(Parties, BesidePaperThatIsHandedOverTheLineIsWhatTheRowLacks) {
    matter().media = {medium(MediaKind::paper, "d:1")};
    flow("2", own, partner, ChannelKind::lgwan);
    EXPECT_EQ(raised(built.made), Lines{"medium_without_channel question d:1 / d:2"});
    auto& told = matter().handovers.emplace_back();
    told.partner = "partner";
    told.ways = {Way::in_person};
    told.source = "d:3";
    EXPECT_EQ(raised(built.made), Lines{"channel_not_in_media question d:2 / d:1"});
    matter().media.clear();  // a matter without such a row
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

TEST_F(Parties, ASectionThatTheOverviewPassesOverIsAskedAmongTransfers) {
    const auto one = built.holder("one");
    const auto other = built.holder("other");
    flow("2", own, one);
    flow("3", own, other);
    built.made.holders[one.get()].mentions = {mention(Sheet::matter, "d:5", first)};
    built.made.holders[other.get()].mentions = {mention(Sheet::overview, "d:1")};
    EXPECT_EQ(raised(built.made), Lines{});  // of the own side, but for what is transferred
    for (auto& each : built.made.flows)
        if (each.to == std::vector{one} || each.to == std::vector{other}) each.relation = Relation::transfer;
    EXPECT_EQ(raised(built.made), Lines{"named_once question d:5 / d:1"});
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
    const Relation given = std::exchange(built.made.flows[1].relation, Relation::inquire);  // who is asked gives
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.flows[1].relation = given;
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

TEST_F(Parties, MeasuresOfContractorsAloneAreNotAskedOfWhomALawLetsHaveIt) {
    const auto other = built.outsider("other");
    built.made.holders[other.get()].source = "d:7";
    flow("2", own, partner);
    flow("3", own, other);
    measured_by(measure("g", first, "partner", "施錠", "d:5")).applies_to = {FlowIndex{0}};
    EXPECT_EQ(raised(built.made), Lines{"recipient_without_safeguard question d:7 / d:5"});  // a contractor, too
    built.made.flows[1].relation = Relation::provide;
    EXPECT_EQ(raised(built.made), Lines{});
    measured_by(measure("h", first, "own", "甲社に対し検査", "d:6")).applies_to = {FlowIndex{0}};
    EXPECT_EQ(raised(built.made), Lines{"recipient_without_safeguard question d:7 / d:5 d:6"});
}

TEST_F(Parties, WhomAPartnerHandsWorkOnToIsAskedWhereOthersHandedOnHaveMeasures) {
    const auto other = built.outsider("other");
    const auto third = built.outsider("third");
    const auto fourth = built.outsider("fourth");
    built.made.holders[third.get()].source = "d:9";
    flow("2", own, partner);
    flow("3", own, other);
    flow("4", partner, third).relation = Relation::reentrust;
    flow("5", other, fourth).relation = Relation::reentrust;
    measured_by(measure("g1", first, "partner", "施錠", "d:5")).applies_to = {FlowIndex{0}, FlowIndex{2}};
    EXPECT_EQ(raised(built.made).size(), 2U);  // only the other one and the fourth, who have none
    measured_by(measure("g2", first, "partner", "記録", "d:6")).applies_to = {FlowIndex{1}, FlowIndex{3}};
    EXPECT_EQ(raised(built.made), Lines{});  // nothing is told of those behind the partners: no custom
    measured_by(measure("g3", first, "partner", "同じ義務", "d:7")).applies_to = {FlowIndex{3}};
    EXPECT_EQ(raised(built.made), Lines{"recipient_without_safeguard question d:9 / d:5 d:6 d:7"});
    measured_by(measure("g4", first, "partner", "同じ義務", "d:8")).applies_to = {FlowIndex{2}};
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Parties, WhoHandsOnIsNotNamedByAMeasureOnWhatIsHandedOn) {
    const auto other = built.outsider("other");
    const auto third = built.outsider("third");
    built.made.holders[other.get()].source = "d:7";
    flow("2", own, partner);
    flow("3", own, other);
    flow("4", partner, third).relation = Relation::reentrust;
    measured_by(measure("g1", first, "own", "年に一度の検査", "d:5"));
    measured_by(measure("g2", first, "own", "再委託先も検査", "d:6")).applies_to = {FlowIndex{2}};
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.safeguards[1].applies_to = {FlowIndex{0}};  // one of two contractors is named
    EXPECT_EQ(raised(built.made), Lines{"recipient_without_safeguard question d:7 / d:6"});
}

TEST_F(Parties, TheColumnOfOneContractorLeavesOutTheOther) {
    const auto other = built.outsider("other");
    built.made.holders[other.get()].source = "d:7";
    flow("2", own, partner);
    flow("3", own, other);
    built.made.clauses.emplace_back();  // for both
    for (const char* name : {"g1", "g2"})
        measured_by(measure(name, first, "partner", name, "d:5")).applies_to = {FlowIndex{0}};
    EXPECT_EQ(raised(built.made), Lines{});  // two that name one of them are no column
    measured_by(measure("g3", first, "partner", "施錠", "d:6")).applies_to = {FlowIndex{0}};
    EXPECT_EQ(raised(built.made), Lines{"recipient_without_safeguard question d:7 / d:5 d:6"});
    measured_by(measure("g4", first, "partner", "記録", "d:8"));  // each of them takes it
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Parties, TheOneSectionWithoutMeasuresAmongSectionsIsAsked) {
    for (const char* name : {"a", "b", "c"}) {
        const auto section = built.outsider(name);
        built.made.holders[section.get()].kind = HolderKind::section;
        built.made.holders[section.get()].external = false;
        built.made.holders[section.get()].source = std::string{"d:"} + name;
        flow(name, own, section).relation = Relation::transfer;
    }
    measured_by(measure("g1", first, "own", "甲課に絞る", "d:5")).applies_to = {FlowIndex{0}};
    EXPECT_EQ(raised(built.made), Lines{});  // one alone is no custom
    measured_by(measure("g2", first, "own", "乙課に限る", "d:6")).applies_to = {FlowIndex{1}};
    EXPECT_EQ(raised(built.made), Lines{"recipient_without_safeguard question d:c / d:5 d:6"});
    built.made.flows[1].relation = Relation::provide;  // all who get something stand together
    EXPECT_EQ(raised(built.made), Lines{"recipient_without_safeguard question d:c / d:5 d:6"});
    built.made.flows[1].relation = Relation::process;
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Parties, TheOneContractorWithoutAMeasureOfItsOwnIsAsked) {
    for (const char* name : {"a", "b", "c"}) {
        const auto firm = built.outsider(name);
        built.made.holders[firm.get()].source = std::string{"d:"} + name;
        flow(name, own, firm);
    }
    measured_by(measure("g0", first, "own", "委託先を監督", "d:4")).applies_to = {FlowIndex{0}, FlowIndex{1},
                                                                                  FlowIndex{2}};
    measured_by(measure("g1", first, "own", "甲社に立ち会う", "d:5")).applies_to = {FlowIndex{0}};
    EXPECT_EQ(raised(built.made), Lines{});
    measured_by(measure("g2", first, "own", "乙社の名簿", "d:6")).applies_to = {FlowIndex{1}};
    EXPECT_EQ(raised(built.made), Lines{"recipient_without_safeguard question d:c / d:5 d:6"});
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

}  // namespace
}  // namespace nagarezu::review::testing
