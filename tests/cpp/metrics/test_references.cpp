#include <gtest/gtest.h>

#include <random>
#include <utility>

#include "builder.hpp"
#include "cells.hpp"
#include "nagarezu/metrics/references.hpp"
#include "safeguarded.hpp"

namespace nagarezu::metrics {
namespace {

using Cells = std::vector<std::string>;

Reference reference(std::string label, bool resolved, Places source = {}) {
    Reference made;
    made.label = std::move(label);
    made.resolved = resolved;
    made.source = std::move(source);
    return made;
}

CriterionReference citing(std::string label, SafeguardIndex measure, std::vector<SafeguardIndex> candidates = {}) {
    CriterionReference made;
    made.label = std::move(label);
    made.measure = measure;
    made.candidates = std::move(candidates);
    return made;
}

Criterion criterion(std::string label, std::vector<CriterionReference> references) {
    Criterion made;
    made.label = std::move(label);
    made.references = std::move(references);
    return made;
}

// The shape of case 002: six criteria with 13 references, of which two (ロ read for オ) do not resolve.
Case answer() {
    Case made;
    for (int i = 0; i < 12; ++i) built::safeguard(made, {}, "own", {});
    const auto s = [](std::size_t number) { return SafeguardIndex{number - 1}; };
    made.criteria = {
        criterion("1", {citing("ア", s(1)), citing("イ", s(2))}),
        criterion("2", {citing("ウ", s(3)), citing("(ア) ロ", {}, {s(5), s(6)})}),
        criterion("3", {citing("エ", s(4)), citing("ア", s(1)), citing("イ", s(2))}),
        criterion("4", {citing("カ", s(6))}),
        criterion("5", {citing("キ", s(7)), citing("(イ)　ロ", {}, {s(11)}), citing("ク", s(8))}),
        criterion("6", {citing("ケ", s(9)), citing("コ", s(10))}),
    };
    return made;
}

TEST(Crosswalk, WorkedSixCriteriaThirteenReferencesElevenResolved) {
    const Frame frame = crosswalk(Measured{answer()});
    EXPECT_EQ(built::names(frame),
              (Cells{"criterion", "references", "resolved", "unresolved", "unresolved_labels", "candidates"}));
    EXPECT_EQ(built::cells(frame, "references"), (Cells{"2", "2", "3", "1", "3", "2"}));
    EXPECT_EQ(built::cells(frame, "resolved"), (Cells{"2", "1", "3", "1", "2", "2"}));
    EXPECT_EQ(built::row(frame, 1), (Cells{"2", "2", "1", "1", "(ア)_ロ", "s5 s6"}));
    EXPECT_EQ(built::row(frame, 4), (Cells{"5", "3", "2", "1", "(イ)_ロ", "s11"}));
    EXPECT_EQ(built::row(frame, 5), (Cells{"6", "2", "2", "0", "", ""}));
}

// By hand: measures 1 2 3 4 6 7 8 9 10 are cited, nine of twelve; the two unresolved references may
// cite 5 and 11 besides.
TEST(CrosswalkCoverage, WorkedNineToElevenOfTwelve) {
    const CrosswalkCoverage result = crosswalk_coverage(answer());
    EXPECT_EQ(result.measures, 12);
    EXPECT_EQ(result.cited.bounds, (Bounds{9, 11}));
    EXPECT_EQ(result.cited.unit, "measure");
    EXPECT_EQ(result.cited.missing, (Cells{"reference:(ア)_ロ", "reference:(イ)_ロ"}));
}

TEST(CrosswalkCoverage, CandidatesLimitWhatIsOpen) {
    Case made;
    for (int i = 0; i < 4; ++i) built::safeguard(made, {}, "own", {});
    const SafeguardIndex first{0};
    const SafeguardIndex second{1};
    made.criteria = {criterion("1", {citing("a", first), citing("b", {}, {first})})};
    EXPECT_EQ(crosswalk_coverage(made).cited.bounds, (Bounds{1, 1}));  // its only candidate is cited already
    made.criteria[0].references = {citing("a", {}, {second}), citing("b", {}, {second})};
    EXPECT_EQ(crosswalk_coverage(made).cited.bounds, (Bounds{0, 1}));  // both can only mean the same
    made.criteria[0].references = {citing("a", {}), citing("b", {})};
    EXPECT_EQ(crosswalk_coverage(made).cited.bounds, (Bounds{0, 2}));  // any measure
    made.criteria[0].references.resize(9);
    EXPECT_EQ(crosswalk_coverage(made).cited.bounds, (Bounds{0, 4}));  // never more than there are
    EXPECT_EQ(crosswalk_coverage(Case{}).cited.bounds, Bounds::exact(0));
}

// Resolving a reference to any of its candidates stays within the bounds that held before.
TEST(CrosswalkCoverage, ResolvingNarrowsTheBounds) {
    std::mt19937 random{5};
    for (int round = 0; round < 200; ++round) {
        Case made;
        for (int i = 0; i < 5; ++i) built::safeguard(made, {}, "own", {});
        const auto any = [&] { return SafeguardIndex{random() % 5}; };
        Criterion only = criterion("1", {});
        for (int i = 0; i < 4; ++i)
            only.references.push_back(random() % 2 == 0 ? citing("r", any()) : citing("u", {}, {any(), any()}));
        made.criteria = {only};
        const Bounds before = crosswalk_coverage(made).cited.bounds;
        for (CriterionReference& each : made.criteria[0].references)
            if (!each.measure.valid()) each.measure = each.candidates[random() % 2];
        const Bounds after = crosswalk_coverage(made).cited.bounds;
        EXPECT_TRUE(after.is_exact());
        EXPECT_LE(*before.lower, *after.lower);
        EXPECT_GE(*before.upper, *after.upper);
    }
}

// By hand: three distinct labels, of which 資料1 (in one of its two places) and 別紙 resolve.
TEST(References, WorkedTwoOfThree) {
    Case made;
    made.references = {reference("資料1", false, "000:1"), reference("別紙", true), reference("資料 42-2", false),
                       reference("資料1", true)};
    EXPECT_EQ(references_resolved(made), (Fraction{2, 3}));
    std::swap(made.references[0], made.references[3]);
    EXPECT_EQ(references_resolved(made), (Fraction{2, 3}));
    std::swap(made.references[0], made.references[3]);
    const Frame frame = references(Measured{made});
    EXPECT_EQ(built::names(frame), (Cells{"label", "resolved", "source"}));
    EXPECT_EQ(built::row(frame, 0), (Cells{"資料1", "false", "000:1"}));
    EXPECT_EQ(built::row(frame, 1), (Cells{"別紙", "true", "null"}));
    EXPECT_EQ(frame.rows(), 4U);
    EXPECT_EQ(references_resolved(Case{}).value(), std::nullopt);
}

TEST(References, ResolvingOneMoreNeverLowersTheShare) {
    std::mt19937 random{6};
    for (int round = 0; round < 100; ++round) {
        Case made;
        for (int i = 0; i < 5; ++i)
            made.references.push_back(reference(std::string(1 + random() % 3, 'a'), random() % 3 == 0));
        const Fraction before = references_resolved(made);
        made.references[random() % 5].resolved = true;
        const Fraction after = references_resolved(made);
        EXPECT_EQ(before.whole, after.whole);
        EXPECT_LE(before.part, after.part);
        EXPECT_LE(after.part, after.whole);
    }
}

TEST(Clauses, PrintsWhatIsStated) {
    built::Builder built;
    Clause& full = built::clause(built.made, MatterIndex{0}, Obligor::own, {Category::AUD, Category::CON});
    full.heading = "監査 \"等\"";
    full.label = "立入";
    full.modality = Modality::consent;
    full.refers_to = {15, 2};
    full.source = "003:110";
    built::clause(built.made, {}, Obligor::partner, {});
    const Frame frame = clauses(built.measured());
    EXPECT_EQ(built::names(frame), (Cells{"number", "heading", "obligor", "modality", "categories", "label", "matter",
                                          "refers_to", "source"}));
    EXPECT_EQ(built::row(frame, 0),
              (Cells{"1", "監査 \"等\"", "own", "consent", "CON AUD", "立入", "m1", "15 2", "003:110"}));
    EXPECT_EQ(built::row(frame, 1), (Cells{"2", "null", "partner", "duty", "", "null", "null", "", "null"}));
}

TEST(References, EmptyCaseHasColumnsAndNoRows) {
    const Measured empty{Case{}};
    EXPECT_EQ(references(empty).rows() + crosswalk(empty).rows() + clauses(empty).rows(), 0U);
    EXPECT_EQ(clauses(empty).columns.size(), 9U);
}

}  // namespace
}  // namespace nagarezu::metrics
