#include <gtest/gtest.h>

#include "cells.hpp"
#include "nagarezu/metrics/persons.hpp"
#include "worked.hpp"

namespace nagarezu::metrics {
namespace {

using built::cells;
using built::row;
using Texts = std::vector<std::string>;

TEST(Subjects, EachCountHasARowAndAGroupWithoutCountHasOneToo) {
    built::Builder build;
    const auto a = build.subject("a");
    build.subject("b");
    build.count(a, 10'117, Unit::person, Bound::exact, "2020-04-01");
    auto& unknown = build.count(a, 0, Unit::household);
    unknown.value.reset();
    unknown.bound = Bound::unknown;
    const Frame frame = subjects(build.measured());
    EXPECT_EQ(built::names(frame), (Texts{"subject", "label", "count", "unit", "as_of", "bound"}));
    ASSERT_EQ(frame.rows(), 3U);
    EXPECT_EQ(row(frame, 0), (Texts{"a", "a", "10117", "person", "2020-04-01", "exact"}));
    EXPECT_EQ(row(frame, 1), (Texts{"a", "a", "null", "household", "null", "unknown"}));
    EXPECT_EQ(row(frame, 2), (Texts{"b", "b", "null", "null", "null", "unknown"}));
}

TEST(SubjectUnions, OfTheSupplementKeepRecordsApart) {
    const Frame frame = subject_unions(built::Supplement{}.measured());
    ASSERT_EQ(frame.rows(), 2U);
    EXPECT_EQ(row(frame, 0), (Texts{"person", "383395", "689022", "", ""}));
    EXPECT_EQ(row(frame, 1), (Texts{"record", "11138", "11138", "", ""}));
}

TEST(SubjectUnions, AGroupCountedInTwoUnitsIsInBoth) {
    built::Builder build;
    const auto homes = build.subject("homes", 10'117);
    build.count(homes, 8'901, Unit::household);
    const Frame frame = subject_unions(build.measured());
    EXPECT_EQ(cells(frame, "unit"), (Texts{"person", "household"}));
    EXPECT_EQ(cells(frame, "lower"), (Texts{"10117", "8901"}));
    EXPECT_EQ(cells(frame, "upper"), (Texts{"10117", "8901"}));
}

TEST(SubjectUnions, AreEmptyWhereNobodyIsCounted) {
    built::Builder build;
    build.subject("a");
    EXPECT_EQ(subject_unions(build.measured()).rows(), 0U);
}

// Property: naming the groups in another order changes nothing.
TEST(SubjectUnions, DoNotDependOnTheOrderOfGroups) {
    built::Builder one;
    const auto a = one.subject("a", 5), b = one.subject("b", 7), c = one.subject("c", 9);
    one.within(a, c);
    one.disjoint(b, c);
    built::Builder other;
    const auto c2 = other.subject("c", 9), b2 = other.subject("b", 7), a2 = other.subject("a", 5);
    other.within(a2, c2);
    other.disjoint(c2, b2);
    for (const char* column : {"lower", "upper"})
        EXPECT_EQ(cells(subject_unions(one.measured()), column), cells(subject_unions(other.measured()), column));
    EXPECT_EQ(cells(subject_unions(one.measured()), "lower"), Texts{"16"});
}

}  // namespace
}  // namespace nagarezu::metrics
