#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>

#include "cells.hpp"
#include "nagarezu/metrics/transfers.hpp"

namespace nagarezu::metrics {
namespace {

using Cells = std::vector<std::string>;

Transfer transfer(std::string basis, std::string law_item, std::string section) {
    Transfer made;
    made.basis = std::move(basis);
    made.law_item = std::move(law_item);
    made.section = std::move(section);
    return made;
}

// By hand: rows (a, 1), (a, 2), (b, 1), columns 福祉, 税 with
//   福祉 税
//    1   1     (a, 1)
//    0   1     (a, 2)
//    2   0     (b, 1), named twice
// density 4/6, row sums 2 1 2, column sums 3 2.
Case worked() {
    Case made;
    made.transfers = {transfer("a", "1", "福祉"), transfer("a", "1", "税"), transfer("a", "2", "税"),
                      transfer("b", "1", "福祉"), transfer("b", "1", "福祉")};
    made.transfers[0].purpose = "援護";
    made.transfers[0].source = "001:20";
    return made;
}

TEST(TransferMatrix, WorkedByHand) {
    const TransferMatrix matrix = transfer_matrix(worked());
    const std::vector<TransferMatrix::Provision> provisions{{"a", "1"}, {"a", "2"}, {"b", "1"}};
    EXPECT_EQ(matrix.provisions, provisions);
    EXPECT_EQ(matrix.sections, (Cells{"福祉", "税"}));
    EXPECT_EQ(matrix.cells.coeff(2, 0), 2);
    EXPECT_EQ(matrix.cells.coeff(1, 0), 0);
    EXPECT_EQ(matrix.density(), (Fraction{4, 6}));
    EXPECT_EQ(matrix.row_sums(), (std::vector<Count>{2, 1, 2}));
    EXPECT_EQ(matrix.column_sums(), (std::vector<Count>{3, 2}));
}

TEST(TransferMatrix, OfNothingIsEmpty) {
    const TransferMatrix matrix = transfer_matrix(Case{});
    EXPECT_EQ(matrix.density().value(), std::nullopt);
    EXPECT_TRUE(matrix.row_sums().empty());
    EXPECT_TRUE(matrix.column_sums().empty());
    EXPECT_EQ(transfers(Measured{Case{}}).rows(), 0U);
}

// Twenty thousand provisions with a section each: dense, the matrix would need 3.2 GB.
TEST(TransferMatrix, StaysSparse) {
    Case made;
    for (int i = 0; i < 20'000; ++i) made.transfers.push_back(transfer("b", std::to_string(i), std::to_string(i)));
    const TransferMatrix matrix = transfer_matrix(made);
    EXPECT_EQ(matrix.density(), (Fraction{20'000, 400'000'000}));
    EXPECT_EQ(matrix.row_sums(), std::vector<Count>(20'000, 1));
}

// Rows and columns both sum to the number of transfers; the order of transfers changes no cell.
TEST(TransferMatrix, SumsAgreeAndOrderDoesNotMatter) {
    std::mt19937 random{3};
    Case made;
    for (int i = 0; i < 500; ++i)
        made.transfers.push_back(
            transfer(random() % 2 == 0 ? "a" : "b", std::to_string(random() % 9), "s" + std::to_string(random() % 11)));
    const auto total = [](const std::vector<Count>& sums) {
        return std::accumulate(sums.begin(), sums.end(), Count{0});
    };
    const TransferMatrix matrix = transfer_matrix(made);
    EXPECT_EQ(total(matrix.row_sums()), 500);
    EXPECT_EQ(total(matrix.column_sums()), 500);

    std::shuffle(made.transfers.begin(), made.transfers.end(), random);
    const TransferMatrix other = transfer_matrix(made);
    EXPECT_EQ(matrix.density(), other.density());
    for (std::size_t p = 0; p < matrix.provisions.size(); ++p) {
        const auto row = std::ranges::find(other.provisions, matrix.provisions[p]) - other.provisions.begin();
        EXPECT_EQ(matrix.row_sums()[p], other.row_sums()[static_cast<std::size_t>(row)]);
    }
}

TEST(Transfers, PrintsWhatIsListed) {
    const Frame frame = transfers(Measured{worked()});
    EXPECT_EQ(built::names(frame), (Cells{"basis", "law_item", "section", "purpose", "source"}));
    EXPECT_EQ(built::row(frame, 0), (Cells{"a", "1", "福祉", "援護", "001:20"}));
    EXPECT_EQ(built::row(frame, 4), (Cells{"b", "1", "福祉", "null", "null"}));
}

}  // namespace
}  // namespace nagarezu::metrics
