// The cases of tests/cases: clean ones raise nothing, each planted fault raises itself alone.
#include <gtest/gtest.h>

#include <set>

#include "nagarezu/io/read.hpp"
#include "raising.hpp"

namespace nagarezu::review::testing {
namespace {

std::vector<std::filesystem::path> files(const char* folder) {
    const auto cases = std::filesystem::path{__FILE__}.parent_path() / ".." / ".." / "cases" / folder;
    std::set<std::filesystem::path> sorted;
    for (const auto& entry : std::filesystem::directory_iterator{cases}) sorted.insert(entry.path());
    return {sorted.begin(), sorted.end()};
}

Case read(const std::filesystem::path& path) {
    const auto reading = io::read_case_file(path);
    EXPECT_TRUE(reading.value && reading.errors.empty()) << path;
    return reading.value.value_or(Case{});
}

TEST(Findings, NoneInCleanCases) {
    const auto clean = files("clean");
    ASSERT_GE(clean.size(), 4U);
    for (const auto& path : clean) EXPECT_EQ(raised(read(path)), Lines{}) << path;
}

TEST(Findings, EachPlantedFaultRaisesItselfAlone) {
    const auto faults = files("findings");
    EXPECT_EQ(faults.size(), finding_code_count);
    for (const auto& path : faults) {
        const auto found = findings(metrics::Measured{read(path)});
        ASSERT_EQ(found.size(), 1U) << path;
        EXPECT_EQ(name_of(found.front().code), path.stem().string());
        EXPECT_FALSE(found.front().place_a.empty()) << path;
    }
}

TEST(Findings, NamesDiffer) {
    std::set<std::string_view> names;
    for (std::size_t i = 0; i < finding_code_count; ++i) names.insert(name_of(static_cast<FindingCode>(i)));
    EXPECT_EQ(names.size(), finding_code_count);
    EXPECT_EQ(name_of(FindingCode::own_and_partner_differ), "own_and_partner_differ");
    EXPECT_EQ(name_of(Severity::error), "error");
    EXPECT_EQ(name_of(Severity::info), "info");
}

TEST(Findings, AnEmptyCaseHasNone) {
    EXPECT_EQ(raised(Case{}), Lines{});
}

TEST(Findings, StandBySeverityThenCode) {
    built::Builder built;
    auto& reference = built.made.references.emplace_back();
    reference.label = "別紙";
    reference.source = "d:1";
    auto& criterion = built.made.criteria.emplace_back();
    criterion.references.emplace_back().source = "d:9";
    const auto group = built.subject("s", 5);
    built.made.subjects[group.get()].counts.front().printed = "約5人";
    built.made.subjects[group.get()].counts.front().source = "d:5";
    EXPECT_EQ(raised(built.made), (Lines{"crosswalk_unresolved warning d:9 / -", "count_bound question d:5 / -",
                                         "reference_missing info d:1 / -"}));
}

TEST(FindingsTable, HasARowForEachAndNoSecondPlaceWhereThereIsOne) {
    built::Builder built;
    auto& reference = built.made.references.emplace_back();
    reference.label = "別紙";
    reference.source = "d:1";
    const Frame frame = findings_table(built.measured());
    ASSERT_EQ(frame.rows(), 1U);
    EXPECT_EQ(std::get<Column::Texts>(frame.at("code").values()).front(), "reference_missing");
    EXPECT_EQ(std::get<Column::Texts>(frame.at("about").values()).front(), "別紙");
    EXPECT_EQ(frame.at("place_b").valid().front(), 0);
}

}  // namespace
}  // namespace nagarezu::review::testing
