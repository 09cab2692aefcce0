// M19 transfer matrix: which provisions of law send information to which sections.
//
//   cell (p, s) = transfers under provision p to section s        density = cells above 0 / cells
//
// Unit: transfers. Density is between 0 and 1, and unknown for an empty matrix.
#pragma once

#include <Eigen/SparseCore>
#include <string>
#include <vector>

#include "nagarezu/base/frame.hpp"
#include "nagarezu/metrics/fraction.hpp"
#include "nagarezu/metrics/measured.hpp"

namespace nagarezu::metrics {

/// Rows and columns in order of first appearance. Sparse, for a list of many provisions to a section
/// each would not fit in memory otherwise.
struct TransferMatrix {
    struct Provision {
        std::string basis;
        std::string law_item;
        friend auto operator<=>(const Provision&, const Provision&) = default;
    };
    std::vector<Provision> provisions;
    std::vector<std::string> sections;
    Eigen::SparseMatrix<Count> cells;

    [[nodiscard]] Fraction density() const;
    [[nodiscard]] std::vector<Count> row_sums() const;     // transfers under each provision
    [[nodiscard]] std::vector<Count> column_sums() const;  // transfers to each section
};

TransferMatrix transfer_matrix(const Case& source);

/// Table `transfers`: as listed, in the order of the case.
Frame transfers(const Measured& measured);

}  // namespace nagarezu::metrics
