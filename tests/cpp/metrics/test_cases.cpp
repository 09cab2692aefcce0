#include <gtest/gtest.h>

#include "builder.hpp"
#include "cells.hpp"
#include "nagarezu/metrics/cases.hpp"

namespace nagarezu::metrics {
namespace {

using Cells = std::vector<std::string>;

void add_period(Matter& matter, std::string label, const std::string& start, const std::string& end) {
    Period period;
    period.label = std::move(label);
    period.start = parse_date(start);
    period.end = parse_date(end);
    matter.periods.push_back(std::move(period));
}

TEST(Cases, WorkedRow) {
    built::Builder built;
    built.made.title = "案件";
    built.made.municipality.name = "新宿区";
    built.made.body = "審議会";
    built.made.procedure = Procedure::report;
    built.made.basis.resize(2);
    built.made.basis[0].label = "条例 第14条";
    built.made.basis[1].label = "条例 第17条";
    Matter& matter = built.made.matters[0];
    matter.title = "改修\t\"等\"";
    matter.kinds = {MatterKind::link, MatterKind::entrust};
    matter.department = "福祉部";
    matter.approvals.resize(2);
    matter.approvals[0].label = "平成19年度第6回";
    matter.approvals[1].label = "平成26年度第6回";
    add_period(matter, "改修", "2020-02", "2020-03-31");
    add_period(matter, "保守", "2019-04", "2020-03");  // ends no later: the end printed first stays
    const Frame frame = cases(built.measured());
    EXPECT_EQ(built::names(frame), (Cells{"matter", "title", "kinds", "department", "basis", "start", "end",
                                          "case_title", "municipality", "body", "procedure", "approvals"}));
    EXPECT_EQ(built::row(frame, 0),
              (Cells{"m1", "改修\t\"等\"", "link entrust", "福祉部", "条例 第14条; 条例 第17条", "2019-04",
                     "2020-03-31", "案件", "新宿区", "審議会", "report", "平成19年度第6回; 平成26年度第6回"}));
    EXPECT_TRUE(frame.notes.empty());
}

TEST(Cases, TakesTheWidestReadingOfEachEnd) {
    built::Builder built;
    Matter& matter = built.made.matters[0];
    add_period(matter, "a", "2019-04-02", "2020-03-30");
    add_period(matter, "b", "FY2019", "2020-03");
    const Frame frame = cases(built.measured());
    EXPECT_EQ(built::cells(frame, "start"), (Cells{"FY2019"}));
    EXPECT_EQ(built::cells(frame, "end"), (Cells{"2020-03"}));
}

TEST(Cases, WhatIsNotStatedIsNull) {
    built::Builder built;
    built.made.title.clear();
    EXPECT_EQ(built::row(cases(built.measured()), 0),
              (Cells{"m1", "m1", "null", "null", "null", "null", "null", "null", "null", "null", "other", "null"}));
}

TEST(Cases, NamesPeriodsWithoutAnEnd) {
    built::Builder built;
    add_period(built.made.matters[0], "契約", "2019-04-01", "2020-03-31");
    add_period(built.made.matters[0], "結合", "2020-06", "");
    const Frame frame = cases(built.measured());
    EXPECT_EQ(built::cells(frame, "end"), (Cells{"2020-03-31"}));
    const std::vector<Note> notes{{"open_period", {{"matter", "m1"}, {"label", "結合"}}}};
    EXPECT_EQ(frame.notes, notes);
}

TEST(Cases, EmptyCaseHasColumnsAndNoRows) {
    const Frame frame = cases(Measured{Case{}});
    EXPECT_EQ(frame.rows(), 0U);
    EXPECT_EQ(frame.columns.size(), 12U);
}

// Another period never narrows what start and end span, in whatever order periods stand.
TEST(Cases, OrderOfPeriodsDoesNotMatter) {
    built::Builder built;
    Matter& matter = built.made.matters[0];
    add_period(matter, "a", "2020-05-01", "2020-06-30");
    add_period(matter, "b", "2019-01-01", "2019-12-31");
    add_period(matter, "c", "2020-01-01", "2021-01-31");
    const Frame before = cases(built.measured());
    std::swap(built.made.matters[0].periods[0], built.made.matters[0].periods[2]);
    const Frame after = cases(built.measured());
    EXPECT_EQ(built::row(before, 0), built::row(after, 0));
    EXPECT_EQ(built::cells(after, "start"), (Cells{"2019-01-01"}));
    EXPECT_EQ(built::cells(after, "end"), (Cells{"2021-01-31"}));
}

}  // namespace
}  // namespace nagarezu::metrics
