#include <gtest/gtest.h>

#include "builder.hpp"
#include "cells.hpp"
#include "nagarezu/metrics/checklist.hpp"

namespace nagarezu::metrics {
namespace {

using Cells = std::vector<std::string>;

ChecklistRow& row_of(Case& made, std::string block, std::string party, Layer layer, Mark mark,
                     std::size_t measures = 1) {
    ChecklistRow row;
    row.block = std::move(block);
    row.party = std::move(party);
    row.layer = layer;
    row.mark = mark;
    for (std::size_t i = 0; i < measures; ++i) row.measures.emplace_back(i);
    made.checklist.push_back(std::move(row));
    return made.checklist.back();
}

// By hand: own/operational has ○ ○ ー and a blank row, one ○ standing for two measures:
// rate 2/3, selection 1/3, four rows, five measures.
Case worked() {
    built::Builder built;
    Case& made = built.made;
    row_of(made, "1", "own", Layer::operational, Mark::yes, 2);
    row_of(made, "1", "partner", Layer::system, Mark::blank, 0);
    row_of(made, "1", "own", Layer::operational, Mark::not_needed);
    row_of(made, "1", "own", Layer::operational, Mark::blank);
    row_of(made, "1", "own", Layer::operational, Mark::yes);
    row_of(made, "2", "own", Layer::operational, Mark::yes);
    return made;
}

TEST(Checklist, WorkedByHand) {
    const Frame frame = checklist(Measured{worked()});
    EXPECT_EQ(built::names(frame), (Cells{"block", "party", "layer", "yes", "not_needed", "blank", "rows", "measures",
                                          "rate", "selection_rate"}));
    ASSERT_EQ(frame.rows(), 3U);
    EXPECT_EQ(built::row(frame, 0),
              (Cells{"1", "own", "operational", "2", "1", "1", "4", "5", "0.666667", "0.333333"}));
    EXPECT_EQ(built::row(frame, 1), (Cells{"1", "partner", "system", "0", "0", "1", "1", "0", "null", "null"}));
    EXPECT_EQ(built::row(frame, 2),
              (Cells{"2", "own", "operational", "1", "0", "0", "1", "1", "1.000000", "0.000000"}));
}

TEST(Checklist, TotalsOfTheCase) {
    const ChecklistCount total = checklist_count(worked());
    EXPECT_EQ(total, (ChecklistCount{3, 1, 2, 6}));
    EXPECT_EQ(total.rows(), 6);
    EXPECT_EQ(total.rate(), (Fraction{3, 4}));
    EXPECT_EQ(total.selection_rate(), (Fraction{1, 4}));
}

TEST(Checklist, EmptyCaseHasColumnsAndNoRows) {
    const Frame frame = checklist(Measured{Case{}});
    EXPECT_EQ(frame.rows(), 0U);
    EXPECT_EQ(frame.columns.size(), 10U);
    EXPECT_EQ(checklist_count(Case{}).rate().value(), std::nullopt);
}

// Both rates add up to one wherever there is a mark; a blank row changes neither; groups sum to the total.
TEST(Checklist, RatesAddUpAndBlanksDoNotMatter) {
    Case made;
    unsigned state = 1;
    for (int i = 0; i < 300; ++i) {
        state = state * 1'103'515'245U + 12'345U;
        const auto mark = static_cast<Mark>((state >> 16U) % 3U);
        row_of(made, std::to_string((state >> 8U) % 4U), (state >> 12U) % 2U != 0U ? "own" : "partner", Layer::system,
               mark, 0);
    }
    const ChecklistCount before = checklist_count(made);
    EXPECT_DOUBLE_EQ(*before.rate().value() + *before.selection_rate().value(), 1.0);

    const Frame frame = checklist(Measured{made});
    Count rows = 0;
    for (const auto& cell : built::cells(frame, "rows")) rows += std::stoll(cell);
    EXPECT_EQ(rows, before.rows());
    EXPECT_EQ(frame.rows(), 8U);

    row_of(made, "1", "own", Layer::system, Mark::blank);
    EXPECT_EQ(checklist_count(made).rate(), before.rate());
}

TEST(Checklist, HostileLabelsStayText) {
    Case made;
    row_of(made, "\"\t=1+1\"", "<b>", Layer::unspecified, Mark::yes);
    EXPECT_EQ(built::cells(checklist(Measured{made}), "block"), (Cells{"\"\t=1+1\""}));
}

}  // namespace
}  // namespace nagarezu::metrics
