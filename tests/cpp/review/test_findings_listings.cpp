// Lists of papers and lists of items that are told twice.
#include <gtest/gtest.h>

#include "raising.hpp"

namespace nagarezu::review::testing {
namespace {

class Listings : public ::testing::Test {
protected:
    built::Builder built;
    MatterIndex matter{0};

    Reference& paper(const char* label, const char* listed, const char* title) {
        Reference& made = built.made.references.emplace_back();
        made.label = label;
        made.listed = listed;
        made.title = title;
        made.resolved = true;
        made.source = "d:1";
        return made;
    }
    Retelling& told(std::vector<HolderIndex> holders, std::vector<ItemIndex> items) {
        Retelling& made = built.made.matters[matter.get()].retold.emplace_back();
        made.label = "名簿";
        made.holders = std::move(holders);
        made.items = std::move(items);
        made.source = "d:9";
        return made;
    }
};

TEST_F(Listings, WhatGoesBothWaysIsNoStepOfTheListItStandsIn) {
    auto& told = built.made.matters[matter.get()].work;
    told = {step("登録", "d:1"), step("通知", "d:2"), step("徴収", "d:3"),
            notice("授受", Direction::send, "公社", "d:4"), notice("授受", Direction::receive, "公社", "d:5")};
    for (const char* label : {"登録", "通知", "還付"}) {
        Work line = step(label, "d:6");
        line.sheet = Sheet::attachment;
        told.push_back(line);
    }
    const Lines both{"direction_differs warning d:4 / d:5", "contents_differ question d:3 / d:6"};
    EXPECT_EQ(raised(built.made), both);
    told.erase(told.begin() + 4);  // a notice of its own is a line of the list
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Listings, ARowOfAFigureThatStandsTwiceIsFound) {
    const HolderIndex firm = built.outsider("firm");
    const std::vector<ItemIndex> items = built.items(3);
    for (const char* place : {"d:3", "d:4"}) {
        Retelling& row = told({firm}, items);
        row.sheet = Sheet::figure;
        row.source = place;
    }
    EXPECT_EQ(raised(built.made), Lines{"duplicated_row warning d:3 / d:4"});
    built.made.matters[matter.get()].retold[1].label = "控え";  // by another way
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Listings, ALineThatNamesAnotherSectionIsAsked) {
    built.made.matters[matter.get()].source = "d:5";
    Announcement& line = built.made.announcements.emplace_back();
    line.topic = Topic::matter;
    line.matter = matter;
    line.source = "d:2";
    line.label = built.made.matters[matter.get()].title;
    EXPECT_EQ(raised(built.made), Lines{});
    line.label += "（税務課）";
    EXPECT_EQ(raised(built.made), Lines{"contents_differ question d:2 / d:5"});
}

TEST_F(Listings, ALineThatAnswersOtherwiseIsHeldAgainstTheOtherAnswer) {
    const std::string title = built.made.matters[matter.get()].title;
    Announcement& line = built.made.announcements.emplace_back();
    line.topic = Topic::matter;
    line.matter = matter;
    const auto other = [&](const char* answer) {
        line.label = title + answer;
        return findings(metrics::Measured{built.made}).at(0).says_b;
    };
    EXPECT_EQ(other("（委託：無）"), title + "（委託：有）");
    EXPECT_EQ(other("（結合：有）"), title + "（結合：無）");
    EXPECT_EQ(other("（区分：新規）"), title);
}

TEST_F(Listings, APaperThatIsCalledAlikeInBothPlacesIsNoFinding) {
    paper("資料1", "確認表", "確認表");
    paper("資料2", "流れ図", "");
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Listings, APaperUnderAnotherTitleOrPassedOverIsAskedFor) {
    paper("資料1", "確認表", "契約書");
    paper("資料2", "", "流れ図").unlisted = true;
    EXPECT_EQ(raised(built.made), (Lines{"contents_differ question d:1 / -", "contents_differ question d:1 / -"}));
}

TEST_F(Listings, APaperThatIsListedAndNotThereIsAskedFor) {
    paper("資料3", "体制図", "").resolved = false;
    EXPECT_EQ(raised(built.made), (Lines{"contents_differ question d:1 / -", "reference_missing info d:1 / -"}));
}

TEST_F(Listings, AListThatIsToldAgainWithOneItemLessOrOtherIsAsked) {
    const auto items = built.items(5);
    const auto firm = built.outsider("h");
    const auto list = built.list("l", {firm}, {items[0], items[1], items[2], items[3]});
    built.made.lists[list.get()].source = "d:2";
    told({firm}, {items[0], items[1], items[2], items[3]});
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.matters[matter.get()].retold[0].items.pop_back();
    EXPECT_EQ(raised(built.made), Lines{"contents_differ question d:9 / d:2"});
    built.made.matters[matter.get()].retold[0].items.push_back(items[4]);
    EXPECT_EQ(raised(built.made), Lines{"contents_differ question d:9 / d:2"});
    built.list("other", {firm}, built.made.matters[matter.get()].retold[0].items);  // one that agrees
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Listings, APartOfATitleThatNothingSpeaksOfIsAsked) {
    auto& part = built.made.announcements.emplace_back();
    part.topic = Topic::kind;
    part.label = "外部結合";
    part.source = "d:1";
    built.made.matters[matter.get()].source = "d:5";
    EXPECT_EQ(raised(built.made), Lines{"title_without_content question d:1 / d:5"});
    part.matter = built.matter("m2");  // it is the title of one matter, which has no place
    EXPECT_EQ(raised(built.made), Lines{"title_without_content question d:1 / -"});
}

}  // namespace
}  // namespace nagarezu::review::testing
