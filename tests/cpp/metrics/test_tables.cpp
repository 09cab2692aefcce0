#include <gtest/gtest.h>

#include <set>
#include <stdexcept>

#include "cells.hpp"
#include "nagarezu/metrics/tables.hpp"
#include "worked.hpp"

namespace nagarezu::metrics {
namespace {

using Texts = std::vector<std::string>;

// Columns of the contract, in their order, behind `case`; more may follow.
const std::vector<std::pair<std::string, Texts>>& contract() {
    static const std::vector<std::pair<std::string, Texts>> tables{
        {"cases", {"matter", "title", "kinds", "department", "basis", "start", "end"}},
        {"subjects", {"subject", "label", "count", "unit", "as_of", "bound"}},
        {"subject_unions", {"unit", "lower", "upper"}},
        {"item_lists",
         {"matter", "list", "holder", "position", "label", "leaf", "optional", "role", "concept", "classes"}},
        {"item_counts", {"holder", "labels", "leaves_lower", "leaves_upper", "distinct_labels", "distinct_concepts"}},
        {"item_recipient", {"item", "label", "municipalities", "jlis", "contractor"}},
        {"item_reach", {"item", "label", "recipients_lower", "recipients_upper"}},
        {"item_classes", {"holder", "class", "leaves", "distinct"}},
        {"recipients",
         {"holder", "label", "kind", "tier", "external", "certifications", "items_lower", "items_upper",
          "persons_lower", "persons_upper", "person_items_lower", "person_items_upper", "depth_min", "depth_max",
          "missing"}},
        {"flows",
         {"matter", "flow", "from", "to", "relation", "channel", "media", "items_lower", "items_upper", "NET", "SEP",
          "ENC", "FWL", "MAL", "LOG", "TRN"}},
        {"safeguards", {"matter", "party", "layer", "position", "label", "categories", "status", "source"}},
        {"safeguard_counts", {"matter", "party", "layer", "stated"}},
        {"coverage",
         {"scope", "matter", "party", "profile", "with_clauses", "stated", "applicable", "ratio", "missing"}},
        {"recipient_coverage",
         {"holder", "profile", "stated_lower", "stated_upper", "applicable", "ratio_lower", "ratio_upper", "missing"}},
        {"weighted_coverage",
         {"scope", "matter", "category", "stated_lower", "stated_upper", "total_lower", "total_upper", "ratio_lower",
          "ratio_upper", "missing"}},
        {"mirror", {"matter", "party_a", "party_b", "both", "either", "ratio"}},
        {"checklist", {"block", "party", "layer", "yes", "not_needed", "blank", "rows", "measures", "rate"}},
        {"clauses", {"number", "heading", "obligor", "modality", "categories"}},
        {"crosswalk", {"criterion", "references", "resolved", "unresolved"}},
        {"references", {"label", "resolved"}},
        {"transfers", {"basis", "law_item", "section"}},
        {"changes", {"place", "page", "reason"}},
        {"change_reasons", {"reason", "places"}},
        {"change_ratios",
         {"kind", "matter", "added_lower", "added_upper", "after_lower", "after_upper", "ratio_lower", "ratio_upper",
          "missing"}},
        {"periods", {"matter", "label", "start", "end", "precision", "days"}},
        {"concentration", {"holder", "items", "share"}},
        {"assessment",
         {"scope", "matter", "persons_lower", "persons_upper", "handlers_lower", "handlers_upper", "accident",
          "band_lower", "band_upper", "distance_up_lower", "distance_up_upper", "distance_down_lower",
          "distance_down_upper", "verified", "missing", "source"}}};
    return tables;
}

TEST(Tables, AreThoseOfTheContractInItsOrder) {
    Texts expected;
    for (const auto& [name, columns] : contract()) expected.push_back(name);
    const auto names = table_names();
    EXPECT_EQ(Texts(names.begin(), names.end()), expected);
}

TEST(Tables, BeginWithTheCaseAndTheColumnsOfTheContract) {
    const Measured measured = built::Supplement{}.measured();
    const std::vector<Profile> profiles(1);
    for (const auto& [name, columns] : contract()) {
        const Frame frame = table(name, measured, profiles);
        const auto names = built::names(frame);
        ASSERT_GT(names.size(), columns.size()) << name;
        EXPECT_EQ(names[0], "case") << name;
        EXPECT_EQ(Texts(names.begin() + 1, names.begin() + 1 + static_cast<std::ptrdiff_t>(columns.size())), columns);
        EXPECT_EQ(std::set<std::string>(names.begin(), names.end()).size(), names.size()) << name;
        for (const auto& column : frame.columns) EXPECT_EQ(column.size(), frame.rows()) << name << column.name();
        for (const auto& cell : built::cells(frame, "case")) EXPECT_EQ(cell, "test");
    }
}

TEST(Tables, OfAnEmptyCaseHaveColumnsAndNearlyNoRows) {
    const Measured measured{Case{}};
    for (const auto name : table_names()) {
        const Frame frame = table(name, measured, {});
        EXPECT_FALSE(frame.columns.empty()) << name;
        EXPECT_EQ(frame.rows(), name == "item_counts" ? 1U : 0U) << name;
    }
}

TEST(Tables, OfUnknownNameDoNotExist) {
    const Measured measured{Case{}};
    EXPECT_THROW(table("exposures", measured, {}), std::out_of_range);
    EXPECT_THROW(table("", measured, {}), std::out_of_range);
}

TEST(Tables, CoverageMeasuresAgainstEachProfile) {
    const Measured measured = built::Supplement{}.measured();
    std::vector<Profile> profiles(2);
    profiles[0].id = "a";
    profiles[1].id = "b";
    const auto found = built::cells(table("coverage", measured, profiles), "profile");
    EXPECT_EQ((std::set<std::string>(found.begin(), found.end())), (std::set<std::string>{"a", "b"}));
    EXPECT_EQ(table("coverage", measured, {}).rows(), 0U);
    EXPECT_EQ(table("recipient_coverage", measured, profiles).rows(), 3 * profiles.size());
    EXPECT_EQ(table("recipient_coverage", measured, {}).rows(), 0U);
}

TEST(Tables, AssessmentMeasuresAgainstTheBands) {
    const Measured measured = built::Supplement{}.measured();
    BandTable bands;
    bands.rows = {{Band::basic, 0, {}, Escalated::either, Evidence::verified, ""}};
    EXPECT_EQ(table("assessment", measured, {}, &bands).rows(), 2U);
    EXPECT_EQ(table("assessment", measured, {}).rows(), 0U);
}

}  // namespace
}  // namespace nagarezu::metrics
