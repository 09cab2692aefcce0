#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "nagarezu/base/date.hpp"

namespace nagarezu {
namespace {

using namespace std::chrono_literals;
using std::chrono::sys_days;

TEST(Date, ReadsItsThreeForms) {
    EXPECT_EQ(parse_date("2019-11-05"), (Date{2019, 11, 5, Precision::day}));
    EXPECT_EQ(parse_date("2020-06"), (Date{2020, 6, 0, Precision::month}));
    EXPECT_EQ(parse_date("FY2019"), (Date{2019, 0, 0, Precision::fiscal_year}));
}

TEST(Date, ADayMeansItself) {
    const Date date = *parse_date("2019-11-05");
    EXPECT_EQ(date.first(), sys_days{2019y / 11 / 5});
    EXPECT_EQ(date.last(), date.first());
}

TEST(Date, AMonthEndsOnItsLastDay) {
    EXPECT_EQ(parse_date("2020-06")->first(), sys_days{2020y / 6 / 1});
    EXPECT_EQ(parse_date("2020-06")->last(), sys_days{2020y / 6 / 30});
    EXPECT_EQ(parse_date("2020-12")->last(), sys_days{2020y / 12 / 31});
}

TEST(Date, AFiscalYearRunsFromAprilToMarch) {
    EXPECT_EQ(parse_date("FY2019")->first(), sys_days{2019y / 4 / 1});
    EXPECT_EQ(parse_date("FY2019")->last(), sys_days{2020y / 3 / 31});
}

TEST(Date, FollowsTheLeapYearsOfTheCalendar) {
    EXPECT_TRUE(parse_date("2020-02-29"));
    EXPECT_TRUE(parse_date("2000-02-29"));
    EXPECT_FALSE(parse_date("2019-02-29"));
    EXPECT_FALSE(parse_date("1900-02-29"));
    EXPECT_FALSE(parse_date("2100-02-29"));
    EXPECT_EQ(parse_date("2024-02")->last(), sys_days{2024y / 2 / 29});
    EXPECT_EQ(parse_date("2023-02")->last(), sys_days{2023y / 2 / 28});
}

class NoDate : public testing::TestWithParam<const char*> {};

TEST_P(NoDate, IsRefused) {
    EXPECT_FALSE(parse_date(GetParam())) << GetParam();
}

INSTANTIATE_TEST_SUITE_P(Texts, NoDate,
                         testing::Values("", " ", "2019", "FY", "FY19", "FY20190", "fy2019", "FY2019-04", "19-11-05",
                                         "2019-1-05", "2019-11-5", "2019-11-", "2019-", "2019-00", "2019-13",
                                         "2019-04-31", "2019-11-00", "2019-11-32", "2019/11/05", "2019-11-05 ",
                                         " 2019-11-05", "2019-11-05T00:00", "2019-11-+5", "2019-+1-05", "-019-11-05",
                                         "+019-11-05", "令和元年11月5日", "２０１９-11-05", "0x19-11-05"));

TEST(Date, EveryDayFrom1868To2126SurvivesWritingAndReading) {
    for (sys_days day{1868y / 1 / 1}; day <= sys_days{2126y / 12 / 31}; day += std::chrono::days{1}) {
        const std::chrono::year_month_day parts{day};
        const Date date{int{parts.year()}, unsigned{parts.month()}, unsigned{parts.day()}, Precision::day};
        ASSERT_EQ(parse_date(date.text()), date) << date.text();
        ASSERT_EQ(date.first(), day) << date.text();
    }
}

TEST(Date, WritesTheFormThatItReads) {
    for (const char* text : {"2019-11-05", "2020-06", "FY2019", "0987-01-02", "FY0001"})
        EXPECT_EQ(parse_date(text)->text(), text);
}

TEST(Date, PrecisionsHaveNames) {
    EXPECT_EQ(name_of(Precision::day), "day");
    EXPECT_EQ(name_of(Precision::month), "month");
    EXPECT_EQ(name_of(Precision::fiscal_year), "fiscal_year");
}

}  // namespace
}  // namespace nagarezu
