// Lists of work, titles, periods and references: what is at odds, and what is only different.
#include <gtest/gtest.h>

#include "raising.hpp"

namespace nagarezu::review::testing {
namespace {

class Contents : public ::testing::Test {
protected:
    built::Builder built;
    MatterIndex first{0};
    MatterIndex second = built.matter("m2");

    std::vector<Work>& work(MatterIndex matter) { return built.made.matters[matter.get()].work; }
    std::vector<Period>& periods(MatterIndex matter) { return built.made.matters[matter.get()].periods; }
};

TEST_F(Contents, ASheetThatDoesLessIsNoFinding) {
    work(first) = {step("印刷", "d:1"), step("受付", "d:1"), step("発行", "d:1"), step("電話", "d:1")};
    work(second) = {step("印刷", "d:2"), step("受付", "d:2"), step("電話", "d:2")};
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Contents, OneStepInThePlaceOfAnotherIsAsked) {
    work(first) = {step("印刷", "d:1"), step("受付", "d:2"), step("発行", "d:3")};
    work(second) = {step("印刷", "d:5"), step("受付", "d:6"), step("送付", "d:7")};
    EXPECT_EQ(raised(built.made), Lines{"contents_differ question d:3 / d:7"});
    work(second)[1].label = "審査";  // two of three differ: another list
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Contents, OneStepBetweenTwoCommonOnesIsAskedThoughOneListGoesOn) {
    work(first) = {step("募集", "d:1"), step("滞納整理", "d:2"), step("移行", "d:3")};
    work(second) = {step("募集", "d:5"), step("家賃算定", "d:6"), step("移行", "d:7"), step("保守", "d:8")};
    EXPECT_EQ(raised(built.made), Lines{"contents_differ question d:2 / d:6"});
    work(first).insert(work(first).begin() + 1, step("収納", "d:2"));
    EXPECT_EQ(raised(built.made), Lines{});
    work(second).insert(work(second).begin() + 1, step("口座", "d:6"));
    EXPECT_EQ(raised(built.made), (Lines{"contents_differ question d:2 / d:6", "contents_differ question d:2 / d:6"}));
    work(second)[0].label = "受付";  // nothing in front that both have
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Contents, AnOverviewThatNamesMoreThanItsSheetIsAsked) {
    for (const char* label : {"a", "b", "c"}) work(first).push_back(step(label, "d:5"));
    for (const char* label : {"a", "b", "c", "d"}) {
        work(first).push_back(step(label, "d:1"));
        work(first).back().sheet = Sheet::overview;
    }
    EXPECT_EQ(raised(built.made), Lines{"contents_differ question d:1 / d:5"});
    work(first)[2].label = "e";  // the sheet has something of its own as well: two lists
    EXPECT_EQ(raised(built.made), Lines{});
    work(first)[2].label = "c";
    work(first).pop_back();
    work(first).pop_back();  // a summary
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Contents, TwoListsOfOneThingThatEachLackSomethingAreAsked) {
    for (const char* label : {"a", "b", "c"}) work(first).push_back(step(label, "d:1", "変更箇所"));
    for (const char* label : {"c", "a", "d", "e"}) {
        work(first).push_back(step(label, "d:5", "変更箇所"));
        work(first).back().sheet = Sheet::attachment;
    }
    EXPECT_EQ(raised(built.made), Lines{"contents_differ question d:1 / d:5"});
    work(first)[1].label = "d";  // the one is only shorter
    EXPECT_EQ(raised(built.made), Lines{});
    work(first)[1].label = "b";
    work(first)[2].heading = {};  // they are not of one thing
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Contents, ANoticeInThePlaceOfAnotherIsAtOdds) {
    work(first) = {notice("甲通知", Direction::send, "町", "d:1"), notice("乙通知", Direction::both, "県", "d:1")};
    work(second) = {notice("甲通知", Direction::send, "町", "d:2"), notice("丙通知", Direction::both, "県", "d:2")};
    EXPECT_EQ(raised(built.made), Lines{"contents_differ warning d:1 / d:2"});
    work(second)[1].partner = "国";  // to somebody else: another notice
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Contents, ListsWithoutACommonNoticeAreNotCompared) {
    work(first) = {notice("甲通知", Direction::send, "町", "d:1")};
    work(second) = {notice("乙通知", Direction::send, "町", "d:2")};
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Contents, DirectionsAreAtOddsInOneMatterAndAskedAcrossTwo) {
    work(first) = {notice("通知", Direction::send, "町", "d:1"),
                   notice("通知", Direction::both, "町", "d:4", Sheet::figure)};
    EXPECT_EQ(raised(built.made), Lines{"direction_differs warning d:1 / d:4"});
    work(second) = {work(first)[1]};
    work(first).pop_back();
    EXPECT_EQ(raised(built.made), Lines{"direction_differs question d:1 / d:4"});
    work(second)[0].direction = Direction::unspecified;
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Contents, WorkOutsideTheContractIsAsked) {
    periods(first) = {period(PeriodKind::work, "2020-04", "2020-05", "d:1")};
    periods(second) = {period(PeriodKind::contract, "2020-02", "2020-03-31", "d:2")};
    EXPECT_EQ(raised(built.made), Lines{"period_outside_contract question d:1 / d:2"});
    periods(first) = {period(PeriodKind::work, "2020-01", "2020-01", "d:1")};
    EXPECT_EQ(raised(built.made), Lines{"period_outside_contract question d:1 / d:2"});
    periods(first) = {period(PeriodKind::work, "2020-03", "2020-05", "d:1")};  // runs beyond its end
    EXPECT_EQ(raised(built.made), Lines{"period_outside_contract question d:1 / d:2"});
    periods(first) = {period(PeriodKind::work, "2020-01", "2020-02", "d:1")};  // begins before it
    EXPECT_EQ(raised(built.made), Lines{"period_outside_contract question d:1 / d:2"});
    periods(first) = {period(PeriodKind::work, "2020-01", "", "d:1")};  // may be its preparation
    EXPECT_EQ(raised(built.made), Lines{});
    periods(first) = {period(PeriodKind::work, "2020-02", "2020-03", "d:1")};
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Contents, SeveralContractsCoverFromTheFirstToTheLast) {
    periods(first) = {period(PeriodKind::work, "2020-02", "2020-05", "d:1")};
    periods(second) = {period(PeriodKind::contract, "2020-02", "2020-03-31", "d:2"),
                       period(PeriodKind::contract, "2020-04", "2020-05", "d:3")};
    EXPECT_EQ(raised(built.made), Lines{});
    periods(first)[0].end = parse_date("2020-06");
    EXPECT_EQ(raised(built.made), Lines{"period_outside_contract question d:1 / d:2 d:3"});
}

TEST_F(Contents, OperationThatBeginsBeforeTheContractOfItsSheetIsAsked) {
    periods(first) = {period(PeriodKind::operation, "2020-01", "", "d:1"),
                      period(PeriodKind::contract, "2020-02", "2020-03-31", "d:2")};
    EXPECT_EQ(raised(built.made), Lines{"period_outside_contract question d:1 / d:2"});
    periods(first)[0].start = parse_date("2020-02");
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Contents, AContractThatGoesOnOrDoesNotSayWhenItEndsCovers) {
    periods(first) = {period(PeriodKind::work, "2020-04", "2020-05", "d:1")};
    periods(second) = {period(PeriodKind::contract, "2020-02", "2020-03-31", "d:2")};
    periods(second)[0].renewed = true;
    EXPECT_EQ(raised(built.made), Lines{});
    periods(second)[0].renewed = false;
    periods(second).push_back(period(PeriodKind::contract, "2020-02", "2020-03-31", "d:3"));
    periods(second)[1].renewed = true;  // for something that goes on, not for this work
    EXPECT_EQ(raised(built.made), Lines{"period_outside_contract question d:1 / d:2"});
    periods(second)[1].renewed = false;
    periods(second)[1].end.reset();
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Contents, EachPartIsComparedWithItsOwnContract) {
    periods(first) = {period(PeriodKind::operation, "2020-04", "2020-06", "d:1"),
                      period(PeriodKind::contract, "2020-04", "2020-05", "d:2"),
                      period(PeriodKind::contract, "2020-04", "2025-03", "d:3")};
    EXPECT_EQ(raised(built.made), Lines{});  // it may be done under either
    periods(first)[0].part = periods(first)[1].part = "1";
    periods(first)[2].part = "2";
    EXPECT_EQ(raised(built.made), Lines{"period_outside_contract question d:1 / d:2"});
    periods(first)[2].renewed = true;  // of the other part
    EXPECT_EQ(raised(built.made), Lines{"period_outside_contract question d:1 / d:2"});
    periods(first)[2].renewed = false;
    periods(first)[0].part = "3";  // which no contract names: any may cover it
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Contents, OperationAfterTheContractIsAskedOnItsOwnSheetOnly) {
    periods(first) = {period(PeriodKind::operation, "2020-06", "", "d:1")};
    periods(second) = {period(PeriodKind::contract, "2020-02", "2020-03-31", "d:2")};
    EXPECT_EQ(raised(built.made), Lines{});
    periods(second).push_back(periods(first)[0]);
    EXPECT_EQ(raised(built.made), Lines{"period_outside_contract question d:1 / d:2"});
    periods(second)[1].start = parse_date("2020-04");  // in use as soon as it is built
    EXPECT_EQ(raised(built.made), Lines{});
    periods(second)[1].start = parse_date("2020-04-15");  // or soon after
    EXPECT_EQ(raised(built.made), Lines{});
    periods(second)[1].end = parse_date("2020-12-31");  // that use has a term of its own
    EXPECT_EQ(raised(built.made), Lines{"period_outside_contract question d:1 / d:2"});
}

TEST_F(Contents, ATitleWithoutItemsAddedIsAskedOrAtOdds) {
    const auto holder = built.holder("h");
    const auto list = built.list("l", {holder}, built.items(2));
    built.made.lists[list.get()].source = "d:3";
    auto& title = built.made.announcements.emplace_back();
    title.topic = Topic::item;
    title.change = Change::added;
    title.label = "情報項目の追加";
    title.source = "d:1";
    EXPECT_EQ(raised(built.made), Lines{"title_without_content warning d:1 / d:3"});
    auto& entries = built.made.lists[list.get()].entries;
    entries[0].change = Change::unknown;
    EXPECT_EQ(raised(built.made), Lines{"title_without_content question d:1 / d:3"});
    entries[1].change = Change::added;
    EXPECT_EQ(raised(built.made), Lines{});
    entries[1].change = Change::existing;
    built.made.lists[list.get()].open = true;  // it may stand in the attachment
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Contents, AKindOfMatterInTheTitleWithoutASheetIsAsked) {
    auto& title = built.made.announcements.emplace_back();
    title.topic = Topic::work;
    title.label = "外部結合";
    title.source = "d:1";
    built.made.matters[first.get()].kinds = {MatterKind::entrust};
    built.made.matters[first.get()].source = "d:5";
    built.made.matters[second.get()].source = "d:7";
    EXPECT_EQ(raised(built.made), Lines{"title_without_content question d:1 / d:5 d:7"});
    built.made.matters[second.get()].kinds = {MatterKind::link};
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Contents, ATitleOfOnePartnerAddedWhereAnotherMayBeTheNewOneIsAsked) {
    const auto own = built.holder("own");
    const auto group = built.subject("s");
    const auto items = built.items(1);
    auto& old = built.flow("f1", own, {built.outsider("old")}, {group}, items);
    old.source = "d:4";
    old.change = Change::changed;
    built.flow("f2", own, {built.outsider("other")}, {group}, items).change = Change::unknown;
    for (const char* place : {"d:1", "d:2"}) {
        auto& title = built.made.announcements.emplace_back();
        title.topic = Topic::recipient;
        title.change = Change::added;
        title.label = "結合先の追加";
        title.source = place;
    }
    EXPECT_EQ(raised(built.made), Lines{"title_without_content question d:1 d:2 / d:4"});
    built.made.flows[1].change = Change::added;
    EXPECT_EQ(raised(built.made), Lines{});
    std::swap(built.made.flows[1].to[0], built.made.flows[1].from);  // the new one only gives
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.flows[1].change = Change::existing;
    EXPECT_EQ(raised(built.made).size(), 1U);
}

TEST_F(Contents, AnnouncedWorkIsLookedForAmongHeadingsAndLines) {
    auto& title = built.made.announcements.emplace_back();
    title.label = "保守業務";
    title.source = "d:1";
    title.matter = first;
    work(second) = {step("点検", "d:9", "保守業務")};
    work(first) = {step("機能の追加", "d:3")};  // no heading: nothing to compare with
    EXPECT_EQ(raised(built.made), Lines{});
    work(first)[0].heading = "改修業務";
    EXPECT_EQ(raised(built.made), Lines{"title_without_content question d:1 / d:3"});
    work(first).push_back(step("保守業務の支援", "d:4"));
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Contents, AnAttachedPaperListsTheSameOrAsksWhatIsMore) {
    const auto told = [&](const char* label, const char* place, Sheet sheet) {
        work(first).push_back(step(label, place, "業務"));
        work(first).back().sheet = sheet;
    };
    for (const Sheet sheet : {Sheet::other, Sheet::attachment})
        for (const char* label : {"受付", "印刷", "発送"}) told(label, "d:1", sheet);
    EXPECT_EQ(raised(built.made), Lines{});
    told("集計", "d:9", Sheet::attachment);
    EXPECT_EQ(raised(built.made), Lines{"contents_differ question d:1 / d:9"});
}

TEST_F(Contents, AListOfContentsIsComparedWithWhatIsThere) {
    const auto line = [&](const char* label, const char* place, MatterIndex matter = {}) {
        auto& entry = built.made.announcements.emplace_back();
        entry.topic = Topic::matter;
        entry.label = label;
        entry.source = place;
        entry.matter = matter;
    };
    built.made.matters[first.get()].source = "d:5";
    built.made.matters[second.get()].source = "d:7";
    line(built.made.matters[first.get()].title.c_str(), "d:1", first);
    line(built.made.matters[second.get()].title.c_str(), "d:2", second);
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.announcements[1].label = "another name";
    EXPECT_EQ(raised(built.made), Lines{"contents_differ question d:2 / d:7"});
    built.made.announcements[1].matter = {};  // it may be meant by the other
    EXPECT_EQ(raised(built.made), Lines{"contents_differ question d:2 / d:7"});
    line("a third", "d:3");
    EXPECT_EQ(raised(built.made), (Lines{"contents_differ question d:2 / d:7", "contents_differ question d:3 / -"}));
    built.made.announcements.resize(1);
    EXPECT_EQ(raised(built.made), Lines{"contents_differ question d:7 / -"});
    built.made.announcements.clear();  // without a list there is nothing to compare
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Contents, AnAttachmentThatHoldsTheItemsIsAskedFor) {
    const auto holder = built.holder("h");
    const auto list = built.list("l", {holder}, {});
    auto& content = built.made.lists[list.get()];
    content.open = true;
    content.missing_reference = "資料1 資料2";
    content.source = "d:5";
    for (const char* label : {"資料2", "資料3"}) {
        auto& reference = built.made.references.emplace_back();
        reference.label = label;
        reference.source = "d:1";
    }
    EXPECT_EQ(raised(built.made), (Lines{"reference_missing question d:1 / -", "reference_missing info d:1 / -"}));
    built.made.references.clear();
    EXPECT_EQ(raised(built.made), Lines{"reference_missing question d:5 / -"});
    built.made.lists.clear();
    auto& flow = built.flow("f", holder, {holder}, {built.subject("s")});
    flow.open = true;
    flow.missing_reference = "別紙";
    flow.source = "d:6";
    EXPECT_EQ(raised(built.made), Lines{"reference_missing question d:6 / -"});
}

}  // namespace
}  // namespace nagarezu::review::testing
