#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "builder.hpp"
#include "cells.hpp"
#include "nagarezu/metrics/periods.hpp"

namespace nagarezu::metrics {
namespace {

using Cells = std::vector<std::string>;

/// A period between two dates in the text form of the case format; an empty text is an unknown end.
Period period(const std::string& start, const std::string& end, PeriodKind kind = PeriodKind::contract) {
    Period made;
    made.start = parse_date(start);
    made.end = parse_date(end);
    made.kind = kind;
    return made;
}

TEST(PeriodDays, CountBothEnds) {
    EXPECT_EQ(period_days(period("2020-02-01", "2020-03-31")), Bounds::exact(60));  // 29 + 31: a leap year
    EXPECT_EQ(period_days(period("2019-02-01", "2019-03-31")), Bounds::exact(59));
    EXPECT_EQ(period_days(period("2019-04-01", "2020-03-31")), Bounds::exact(366));
    EXPECT_EQ(period_days(period("1900-02-28", "1900-03-01")), Bounds::exact(2));  // no leap year
    EXPECT_EQ(period_days(period("2000-02-28", "2000-03-01")), Bounds::exact(3));  // one again
    EXPECT_EQ(period_days(period("2020-02-29", "2020-02-29")), Bounds::exact(1));
}

// By hand: from some day of February to some day of March 2020 lasts 2 days (29 February to 1 March)
// to 60 days. Fiscal year 2019 alone: a day, or all 366.
TEST(PeriodDays, MonthsAndFiscalYearsHaveReadings) {
    EXPECT_EQ(period_days(period("2020-02", "2020-03")), (Bounds{2, 60}));
    EXPECT_EQ(period_days(period("2020-02", "2020-02")), (Bounds{1, 29}));
    EXPECT_EQ(period_days(period("2020-02", "2020-03-31")), (Bounds{32, 60}));
    EXPECT_EQ(period_days(period("FY2019", "FY2019")), (Bounds{1, 366}));
    EXPECT_EQ(period_days(period("FY2019", "FY2020")), (Bounds{2, 731}));
    EXPECT_EQ(period_days(period("2020-03-15", "FY2019")), (Bounds{1, 17}));
}

TEST(PeriodDays, UnknownAndReversedEndsHaveNone) {
    EXPECT_EQ(period_days(period("2020-06-01", "")), Bounds::unknown());
    EXPECT_EQ(period_days(period("", "2020-06-01")), Bounds::unknown());
    EXPECT_EQ(period_days(period("", "")), Bounds::unknown());
    EXPECT_EQ(period_days(period("2020-06-02", "2020-06-01")), Bounds::unknown());
    EXPECT_EQ(period_days(period("2020-06", "2020-05")), Bounds::unknown());
}

TEST(OverlapDays, WorkedByHand) {
    const Period contract = period("2020-02-01", "2020-03-31");
    EXPECT_EQ(overlap_days(contract, period("2020-03-20", "2020-04-30")), Bounds::exact(12));
    EXPECT_EQ(overlap_days(contract, period("2020-04-01", "2020-04-30")), Bounds::exact(0));
    EXPECT_EQ(overlap_days(contract, contract), Bounds::exact(60));
    // Some day of February to some day of April: 29 February to 31 March at least.
    EXPECT_EQ(overlap_days(contract, period("2020-02", "2020-04")), (Bounds{32, 60}));
    // A day or more of March lies within the contract wherever it is; of April none does.
    EXPECT_EQ(overlap_days(contract, period("2020-03", "2020-03")), (Bounds{1, 31}));
    EXPECT_EQ(overlap_days(period("2020-03", "2020-03"), contract), (Bounds{1, 31}));
    EXPECT_EQ(overlap_days(contract, period("2020-04", "2020-04")), Bounds::exact(0));
    // From the last day of a month to some day of it can only be that day.
    EXPECT_EQ(overlap_days(period("2020-03-31", "2020-03"), period("2020-03-31", "2020-03")), Bounds::exact(1));
    // Two single months may miss each other within the month.
    EXPECT_EQ(overlap_days(period("2020-03", "2020-03"), period("2020-03", "2020-03")), (Bounds{0, 31}));
}

TEST(OverlapDays, UnknownEnds) {
    const Period contract = period("2020-02-01", "2020-03-31");
    EXPECT_EQ(overlap_days(contract, period("2020-03-01", "")), (Bounds{1, 31}));  // its first day at least
    EXPECT_EQ(overlap_days(contract, period("2020-06-01", "")), Bounds::exact(0));
    EXPECT_EQ(overlap_days(contract, period("2020-01-01", "")), (Bounds{0, 60}));
    EXPECT_EQ(overlap_days(contract, period("", "2020-02-10")), (Bounds{1, 10}));
    EXPECT_EQ(overlap_days(contract, period("", "")), (Bounds{0, 60}));
    EXPECT_EQ(overlap_days(period("2020-01-01", ""), period("2020-06-01", "")), Bounds::at_least(0));
    EXPECT_EQ(overlap_days(period("", ""), period("", "")), Bounds::at_least(0));
    EXPECT_EQ(overlap_days(contract, period("2020-03-31", "2020-03-01")), Bounds::exact(0));  // reversed
}

// Against every reading of small periods, day by day: the bounds are reached and never left.
TEST(OverlapDays, AreTheTightestOverAllReadings) {
    const std::vector<std::string> dates{"2020-02",    "2020-03",    "2020-02-01", "2020-02-29",
                                         "2020-03-01", "2020-03-17", "2020-03-31"};
    using Span = std::pair<Count, Count>;
    const auto readings = [](const Period& of) {
        std::vector<Span> found;
        for (auto s = of.start->first(); s <= of.start->last(); s += std::chrono::days{1})
            for (auto e = of.end->first(); e <= of.end->last(); e += std::chrono::days{1})
                if (s <= e) found.emplace_back(s.time_since_epoch().count(), e.time_since_epoch().count());
        return found;
    };
    const auto shared = [](const Span& a, const Span& b) {
        return std::max(Count{0}, std::min(a.second, b.second) - std::max(a.first, b.first) + 1);
    };
    std::mt19937 random{20};
    const auto any = [&] { return dates[random() % dates.size()]; };
    int compared = 0;
    while (compared < 40) {
        const Period a = period(any(), any());
        const Period b = period(any(), any());
        const auto as = readings(a);
        const auto bs = readings(b);
        if (as.empty() || bs.empty()) continue;
        ++compared;
        Bounds found{shared(as[0], bs[0]), shared(as[0], bs[0])};
        for (const Span& x : as)
            for (const Span& y : bs)
                found = {std::min(*found.lower, shared(x, y)), std::max(*found.upper, shared(x, y))};
        EXPECT_EQ(overlap_days(a, b), found);
        EXPECT_EQ(overlap_days(b, a), found);
    }
}

TEST(Overlaps, PairWorkContractAndOperationWithinAMatter) {
    built::Builder built;
    built.matter("m2");
    built.made.matters[0].periods = {
        period("2020-02-01", "2020-03-31", PeriodKind::work), period("2020-03-01", "", PeriodKind::operation),
        period("2020-01-01", "2020-12-31", PeriodKind::other), period("2019-04-01", "2020-03-31", PeriodKind::work)};
    built.made.matters[1].periods = {period("", "2020-03-31", PeriodKind::contract)};
    const auto found = overlaps(built.made);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].matter, MatterIndex{0});
    EXPECT_EQ(found[0].first, 0U);
    EXPECT_EQ(found[0].second, 1U);
    EXPECT_EQ(found[0].days.bounds, (Bounds{1, 31}));
    EXPECT_EQ(found[0].days.unit, "day");
    EXPECT_EQ(found[0].days.missing, (Cells{"end:m1:1"}));
    EXPECT_EQ(found[1].first, 1U);
    EXPECT_EQ(found[1].second, 3U);
    built.made.matters[1].periods.push_back(period("2020-01", "2020-02", PeriodKind::work));
    EXPECT_EQ(overlaps(built.made)[2].days.missing, (Cells{"start:m2:0"}));
    EXPECT_TRUE(overlaps(Case{}).empty());
}

TEST(Periods, WorkedRows) {
    built::Builder built;
    built.made.matters[0].periods = {period("2020-02-01", "2020-03-31"),
                                     period("2020-02", "2020-03-31"),
                                     period("2020-06", "", PeriodKind::operation),
                                     period("", "FY2020"),
                                     period("", ""),
                                     period("2020-02-02", "2020-02-01", PeriodKind::work)};
    built.made.matters[0].periods[0].label = "改修\t\"業務\"";
    built.made.matters[0].periods[0].printed = "令和2年2月から";
    built.made.matters[0].periods[5].label = "検証";
    const Frame frame = periods(built.measured());
    EXPECT_EQ(built::names(frame), (Cells{"matter", "label", "start", "end", "precision", "days", "kind", "days_lower",
                                          "days_upper", "printed"}));
    EXPECT_EQ(built::row(frame, 0), (Cells{"m1", "改修\t\"業務\"", "2020-02-01", "2020-03-31", "day", "60", "contract",
                                           "60", "60", "令和2年2月から"}));
    EXPECT_EQ(built::row(frame, 1),
              (Cells{"m1", "null", "2020-02", "2020-03-31", "month", "null", "contract", "32", "60", "null"}));
    EXPECT_EQ(built::row(frame, 2),
              (Cells{"m1", "null", "2020-06", "null", "month", "null", "operation", "null", "null", "null"}));
    EXPECT_EQ(built::row(frame, 3),
              (Cells{"m1", "null", "null", "FY2020", "fiscal_year", "null", "contract", "null", "null", "null"}));
    EXPECT_EQ(built::row(frame, 4),
              (Cells{"m1", "null", "null", "null", "null", "null", "contract", "null", "null", "null"}));
    EXPECT_EQ(built::cells(frame, "days")[5], "null");
    const std::vector<Note> notes{{"reversed_period", {{"matter", "m1"}, {"label", "検証"}}}};
    EXPECT_EQ(frame.notes, notes);
    EXPECT_EQ(periods(Measured{Case{}}).rows(), 0U);
}

}  // namespace
}  // namespace nagarezu::metrics
