#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <stdexcept>

#include "metrics/builder.hpp"
#include "nagarezu/metrics/tables.hpp"
#include "nagarezu/review/tables.hpp"

namespace nagarezu::review {
namespace {

TEST(Catalogue, BeginsWithTheTablesOfTheMetricsAndNamesEachOnce) {
    const auto names = review::table_names();
    const auto measures = metrics::table_names();
    ASSERT_GE(names.size(), measures.size());
    EXPECT_TRUE(std::equal(measures.begin(), measures.end(), names.begin()));
    EXPECT_EQ(std::set(names.begin(), names.end()).size(), names.size());
}

TEST(Catalogue, EveryTableBeginsWithTheCaseAndHasEqualColumns) {
    built::Builder built;
    const auto measured = built.measured();
    for (const auto name : review::table_names()) {
        const Frame frame = review::table(name, measured, {});
        ASSERT_FALSE(frame.columns.empty()) << name;
        EXPECT_EQ(frame.columns.front().name(), "case") << name;
        for (const Column& column : frame.columns) EXPECT_EQ(column.size(), frame.rows()) << name;
    }
}

TEST(Catalogue, RefusesAnUnknownName) {
    built::Builder built;
    EXPECT_THROW(review::table("no such table", built.measured(), {}), std::out_of_range);
}

}  // namespace
}  // namespace nagarezu::review
