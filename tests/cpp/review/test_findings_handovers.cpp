// Statements of handing over: two that cannot both be, and a medium that nothing uses.
#include <gtest/gtest.h>

#include "raising.hpp"

namespace nagarezu::review::testing {
namespace {

class Handovers : public ::testing::Test {
protected:
    built::Builder built;

    Handover& stated(std::vector<Way> ways, const char* place, Direction direction = Direction::unspecified) {
        Handover one;
        one.partner = "甲社";
        one.ways = std::move(ways);
        one.direction = direction;
        one.source = place;
        return built.made.matters[0].handovers.emplace_back(std::move(one));
    }
};

TEST_F(Handovers, AWayThatIsToldMustBeAmongThoseThatAreAll) {
    stated({Way::optical_disk, Way::in_person}, "d:1").only = true;
    stated({Way::optical_disk}, "d:2");
    stated({Way::in_person}, "d:3");
    EXPECT_EQ(raised(built.made), Lines{});
    stated({Way::email}, "d:4");
    stated({Way::optical_disk, Way::post}, "d:5");
    EXPECT_EQ(raised(built.made),
              (Lines{"channel_not_in_media question d:4 / d:1", "channel_not_in_media question d:5 / d:1"}));
}

TEST_F(Handovers, OtherPartnersAndDirectionsHaveTheirOwnWays) {
    stated({Way::lgwan}, "d:1", Direction::send).only = true;
    stated({Way::paper}, "d:2", Direction::receive);
    stated({Way::paper}, "d:3").partner = "乙社";
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Handovers, RowsOfOneTableSpeakOfDifferentThings) {
    auto& one = stated({Way::usb_memory}, "d:1");
    one.only = true;
    one.label = "名簿";
    auto& other = stated({Way::paper}, "d:2");
    other.only = true;
    other.label = "申請書";
    EXPECT_EQ(raised(built.made), Lines{});
    other.label = "名簿";
    EXPECT_EQ(raised(built.made), Lines{"channel_not_in_media question d:1 / d:2"});  // said once
}

TEST_F(Handovers, TheSameThingInTheSameDirectionGoesOneWay) {
    stated({Way::paper}, "d:1", Direction::receive).label = "入力済みデータ";
    auto& other = stated({Way::email}, "d:2", Direction::receive);
    other.label = "調査票";
    EXPECT_EQ(raised(built.made), Lines{});
    other.label = "集計後のデータ";
    EXPECT_EQ(raised(built.made), (Lines{"channel_not_in_media question d:1 / d:2"}));
}

TEST_F(Handovers, AMediumThatIsListedNeedsAWay) {
    stated({Way::dedicated_line}, "d:1").only = true;
    stated({Way::magnetic_tape}, "d:2").listed = true;
    stated({Way::paper}, "d:3").listed = true;  // may be printed there
    EXPECT_EQ(raised(built.made), Lines{"medium_without_channel question d:2 / d:1"});
    stated({Way::magnetic_tape, Way::courier}, "d:4").only = true;
    built.made.matters[0].handovers[0].ways = {Way::magnetic_tape};
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Handovers, WhatGoesOnlineIsNoWayOfWhatIsCarried) {
    stated({Way::usb_memory}, "d:1", Direction::send).listed = true;
    stated({Way::email}, "d:2");
    EXPECT_EQ(raised(built.made), Lines{"channel_not_in_media question d:2 / d:1"});
}

TEST_F(Handovers, DataBesideAMediumGoOnlineAndTheMediumGoesNowhere) {
    stated({Way::optical_disk}, "d:1").listed = true;
    stated({Way::cloud}, "d:2").only = true;
    EXPECT_EQ(raised(built.made), Lines{"channel_not_in_media question d:2 / d:1"});
    auto& data = built.made.matters[0].media.emplace_back();
    data.kind = MediaKind::electromagnetic;
    data.source = "d:1";
    EXPECT_EQ(raised(built.made), Lines{"medium_without_channel question d:1 / d:2"});
}

TEST_F(Handovers, PaperIsNotAmongWhatIsCarriedAlone) {
    auto& row = built.made.matters[0].media.emplace_back();
    row.kind = MediaKind::optical_disk;
    row.source = "d:1";
    auto& told = stated({Way::paper, Way::in_person}, "d:2");
    EXPECT_EQ(raised(built.made), Lines{"channel_not_in_media question d:2 / d:1"});
    told.ways = {Way::paper};  // printed there, it may be
    EXPECT_EQ(raised(built.made), Lines{});
    told.ways = {Way::paper, Way::in_person};
    built.made.matters[0].media.emplace_back().kind = MediaKind::paper;
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Handovers, TheColumnOfWaysOfARowLeavesAWayForItsMedia) {
    auto& medium = stated({Way::usb_memory}, "d:1", Direction::send);
    medium.listed = true;
    stated({Way::vpn}, "d:1", Direction::send).only = true;
    EXPECT_EQ(raised(built.made), Lines{"medium_without_channel question d:1 / -"});
    stated({Way::in_person}, "d:1", Direction::send).only = true;
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Handovers, WhatIsCarriedInTheRowOfMediaGoesNeitherOnlineNorOnAnother) {
    built.made.matters[0].media.emplace_back().kind = MediaKind::optical_disk;
    built.made.matters[0].media[0].source = "d:9";
    stated({Way::optical_disk, Way::in_person}, "d:1");
    stated({Way::lgwan}, "d:2");
    stated({Way::magnetic_tape}, "d:3");  // nothing says that it is carried away
    EXPECT_EQ(raised(built.made), Lines{});
    stated({Way::cloud}, "d:4");
    stated({Way::magnetic_tape, Way::post}, "d:5");
    stated({Way::usb_memory}, "d:6");  // made to be carried
    EXPECT_EQ(raised(built.made),
              (Lines{"channel_not_in_media question d:4 / d:9", "channel_not_in_media question d:5 / d:9",
                     "channel_not_in_media question d:6 / d:9"}));
}

TEST_F(Handovers, WhatARowHasOnAServerCarriesNothing) {
    auto& paper = built.made.matters[0].media.emplace_back();
    paper.kind = MediaKind::paper;
    paper.source = "d:5";
    auto& server = built.made.matters[0].media.emplace_back();
    server.kind = MediaKind::server;
    server.source = "d:6";
    stated({Way::usb_memory}, "d:1");
    EXPECT_EQ(raised(built.made), Lines{"channel_not_in_media question d:1 / d:5 d:6"});
    built.made.matters[0].handovers[0].ways = {Way::dedicated_line};
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.matters[0].handovers[0].ways = {Way::usb_memory};
    built.made.matters[0].media[0].kind = MediaKind::electromagnetic;
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Handovers, AFaxNeedsPaperInTheRow) {
    auto& row = built.made.matters[0].media.emplace_back();
    row.kind = MediaKind::optical_disk;
    row.source = "d:5";
    stated({Way::fax}, "d:1");
    EXPECT_EQ(raised(built.made), Lines{"channel_not_in_media question d:1 / d:5"});
    row.kind = MediaKind::paper;
    EXPECT_EQ(raised(built.made), Lines{});
    stated({Way::paper}, "d:5").listed = true;  // the paper of the row is what the fax sends
    built.made.matters[0].handovers[0].only = true;
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Handovers, WhatIsKeptOnAServerIsNoOtherMediumOfTheRow) {
    for (const MediaKind kind : {MediaKind::server, MediaKind::optical_disk, MediaKind::paper})
        built.made.matters[0].media.emplace_back().kind = kind;
    stated({Way::optical_disk}, "d:1").listed = true;
    stated({Way::paper}, "d:2");
    EXPECT_EQ(raised(built.made), Lines{"medium_without_channel question d:1 / d:2"});
    built.made.matters[0].media[0].kind = MediaKind::electromagnetic;  // which may be any, and of which nothing is told
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Handovers, AMediumOfARowIsAskedForWhereThereAreLinesOnly) {
    stated({Way::optical_disk}, "d:1").only = true;
    stated({Way::dedicated_line}, "d:2").only = true;
    EXPECT_EQ(raised(built.made), Lines{"medium_without_channel question d:1 / d:2"});
}

TEST_F(Handovers, AMediumOfARowIsAskedForWhereItsOtherWayIsAll) {
    stated({Way::optical_disk}, "d:1").only = true;
    stated({Way::paper}, "d:2").only = true;
    EXPECT_EQ(raised(built.made), Lines{"channel_not_in_media question d:1 / d:2"});
    stated({Way::paper}, "d:1").only = true;
    EXPECT_EQ(raised(built.made), Lines{"medium_without_channel question d:1 / d:2"});
}

TEST_F(Handovers, AMediumOfTheRowIsAskedForWhereAnotherOneIsCarried) {
    stated({Way::magnetic_tape}, "d:1").listed = true;
    auto& other = stated({Way::optical_disk}, "d:2");
    EXPECT_EQ(raised(built.made), Lines{});
    other.ways.push_back(Way::post);
    EXPECT_EQ(raised(built.made), Lines{"medium_without_channel question d:1 / d:2"});
}

TEST_F(Handovers, AMediumOfTheRowIsAskedForWhereEachOtherOneIsToldOf) {
    for (const MediaKind kind : {MediaKind::magnetic_disk, MediaKind::optical_disk, MediaKind::paper})
        built.made.matters[0].media.emplace_back().kind = kind;
    stated({Way::magnetic_tape}, "d:1").listed = true;
    stated({Way::optical_disk}, "d:2");
    EXPECT_EQ(raised(built.made), Lines{});  // of the paper nothing is told either
    stated({Way::paper}, "d:3");
    EXPECT_EQ(raised(built.made), Lines{"medium_without_channel question d:1 / d:2 d:3"});
}

TEST_F(Handovers, PaperOfTheRowIsAskedForWhereTheOtherOneIsToldOf) {
    for (const MediaKind kind : {MediaKind::usb_memory, MediaKind::paper})
        built.made.matters[0].media.emplace_back().kind = kind;
    stated({Way::paper}, "d:1").listed = true;
    EXPECT_EQ(raised(built.made), Lines{});
    stated({Way::usb_memory, Way::in_person}, "d:2");
    EXPECT_EQ(raised(built.made), Lines{"medium_without_channel question d:1 / d:2"});
    stated({Way::paper}, "d:3");
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Handovers, ARowOfMediaAndASentenceOnOnePageAreTwoPlaces) {
    stated({Way::magnetic_tape}, "d:p3").listed = true;
    auto& other = stated({Way::optical_disk, Way::post}, "d:p3");
    EXPECT_EQ(raised(built.made), Lines{"medium_without_channel question d:p3 / -"});
    other.only = true;  // the column of ways of that row
    EXPECT_EQ(raised(built.made), Lines{"medium_without_channel question d:p3 / -"});
    other.ways = {Way::magnetic_tape, Way::post};
    EXPECT_EQ(raised(built.made), Lines{});
    for (Handover& one : built.made.matters[0].handovers) one.source = "d:部品表!p3";
    other.ways = {Way::optical_disk, Way::post};
    other.only = false;
    EXPECT_EQ(raised(built.made), Lines{});  // a cell
}

TEST_F(Handovers, ASentenceThatNamesNobodyMayBeOfAnyPartnerOnItsPage) {
    auto& line = stated({Way::dedicated_line}, "d:p2");
    line.only = true;
    line.partner = "A";
    auto& sentence = stated({Way::optical_disk, Way::in_person}, "d:p3");
    sentence.partner.clear();
    EXPECT_EQ(raised(built.made), Lines{"channel_not_in_media question d:p3 / d:p2"});
    auto& disk = stated({Way::optical_disk}, "d:p3");
    disk.only = true;
    disk.partner = "B";
    EXPECT_EQ(raised(built.made), Lines{});  // it is how B gets it
}

TEST_F(Handovers, AMediumOfTheRowIsAskedForWhereTheOneWayToldIsAll) {
    auto& row = built.made.matters[0].media.emplace_back();
    row.kind = MediaKind::usb_memory;
    row.source = "d:9";
    stated({Way::view}, "d:1");
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.matters[0].handovers[0].only = true;
    EXPECT_EQ(raised(built.made), Lines{"medium_without_channel question d:9 / d:1"});
    built.made.matters[0].handovers[0].ways.push_back(Way::usb_memory);
    EXPECT_EQ(raised(built.made), Lines{});
}

}  // namespace
}  // namespace nagarezu::review::testing
