#include <gtest/gtest.h>

#include "builder.hpp"
#include "cells.hpp"
#include "nagarezu/metrics/coverage.hpp"
#include "safeguarded.hpp"

namespace nagarezu::metrics {
namespace {

using enum Category;
using built::clause;
using built::safeguard;
using Cells = std::vector<std::string>;

// By hand: {LAW, ENC, LOG} and {ENC, LOG, SUB, DEL} share 2 of 5.
TEST(Mirror, WorkedByHand) {
    built::Builder built;
    safeguard(built.made, MatterIndex{0}, "own", {LAW, ENC});
    safeguard(built.made, MatterIndex{0}, "partner", {ENC, LOG, SUB, DEL});
    safeguard(built.made, MatterIndex{0}, "own", {LOG});
    const Frame frame = mirror(built.measured());
    EXPECT_EQ(built::names(frame), (Cells{"matter", "party_a", "party_b", "both", "either", "ratio"}));
    ASSERT_EQ(frame.rows(), 1U);
    EXPECT_EQ(built::row(frame, 0), (Cells{"m1", "own", "partner", "2", "5", "0.400000"}));
}

TEST(Mirror, PairsPartiesOfAMatterInOrderOfAppearance) {
    built::Builder built;
    built.matter("m2");
    safeguard(built.made, MatterIndex{0}, "kiosk", {});
    safeguard(built.made, MatterIndex{0}, "own", {});
    safeguard(built.made, MatterIndex{0}, "certificate_center", {LOG});
    safeguard(built.made, MatterIndex{1}, "own", {LOG});
    clause(built.made, MatterIndex{1}, Obligor::partner, {LOG});  // clauses do not make a mirror side
    const Frame frame = mirror(built.measured());
    ASSERT_EQ(frame.rows(), 3U);
    EXPECT_EQ(built::row(frame, 0), (Cells{"m1", "kiosk", "own", "0", "0", "null"}));
    EXPECT_EQ(built::row(frame, 1), (Cells{"m1", "kiosk", "certificate_center", "0", "1", "0.000000"}));
    EXPECT_EQ(built::row(frame, 2), (Cells{"m1", "own", "certificate_center", "0", "1", "0.000000"}));
}

TEST(Mirror, RatioIsSymmetricAndOneForEqualSides) {
    for (std::uint32_t bits = 0; bits < 64; ++bits) {
        const auto a = Categories::of_bits(bits);
        const auto b = Categories::of_bits((bits * 37U) & 63U);
        EXPECT_EQ(mirror_ratio(a, b), mirror_ratio(b, a));
        EXPECT_LE(mirror_ratio(a, b).part, mirror_ratio(a, b).whole);
        EXPECT_EQ(mirror_ratio(a, a).value(), a.empty() ? std::nullopt : std::optional{1.0});
    }
}

TEST(Safeguards, PrintsWhatIsStatedAndNullWhereNothingIs) {
    built::Builder built;
    Safeguard& full = safeguard(built.made, MatterIndex{0}, "own", {NET, ENC});
    full.layer = Layer::system;
    full.position = "2";
    full.label = "暗号化\t\"通信\"";
    full.source = "000:36 000:38";
    safeguard(built.made, {}, "partner", {}).status = Status::blank;
    const Frame frame = safeguards(built.measured());
    EXPECT_EQ(built::names(frame),
              (Cells{"matter", "party", "layer", "position", "label", "categories", "status", "source", "safeguard"}));
    EXPECT_EQ(built::row(frame, 0),
              (Cells{"m1", "own", "system", "2", "暗号化\t\"通信\"", "ENC NET", "stated", "000:36 000:38", "s1"}));
    EXPECT_EQ(built::row(frame, 1), (Cells{"null", "partner", "unspecified", "null", "s2", "", "blank", "null", "s2"}));
}

// By hand: own/operational states 2 of 3, own/system 1, the whole case's partner none of 1.
TEST(SafeguardCounts, WorkedByHand) {
    built::Builder built;
    safeguard(built.made, MatterIndex{0}, "own", {}).layer = Layer::operational;
    safeguard(built.made, MatterIndex{0}, "own", {}).layer = Layer::system;
    safeguard(built.made, {}, "partner", {}).status = Status::not_needed;
    Safeguard& blank = safeguard(built.made, MatterIndex{0}, "own", {});
    blank.layer = Layer::operational;
    blank.status = Status::blank;
    safeguard(built.made, MatterIndex{0}, "own", {}).layer = Layer::operational;
    const Frame frame = safeguard_counts(built.measured());
    EXPECT_EQ(built::names(frame), (Cells{"matter", "party", "layer", "stated"}));
    ASSERT_EQ(frame.rows(), 3U);
    EXPECT_EQ(built::row(frame, 0), (Cells{"m1", "own", "operational", "2"}));
    EXPECT_EQ(built::row(frame, 1), (Cells{"m1", "own", "system", "1"}));
    EXPECT_EQ(built::row(frame, 2), (Cells{"null", "partner", "unspecified", "0"}));
}

TEST(Safeguards, EmptyCaseHasColumnsAndNoRows) {
    const Measured empty{Case{}};
    EXPECT_EQ(safeguards(empty).rows() + safeguard_counts(empty).rows() + mirror(empty).rows(), 0U);
    EXPECT_EQ(safeguards(empty).columns.size(), 9U);
}

}  // namespace
}  // namespace nagarezu::metrics
