#include "nagarezu/metrics/transfers.hpp"

#include "cells.hpp"
#include "first_seen.hpp"
#include "row.hpp"

namespace nagarezu::metrics {

namespace {

using Sums = Eigen::Matrix<Count, Eigen::Dynamic, 1>;

std::vector<Count> values_of(const Sums& sums) {
    return {sums.begin(), sums.end()};
}

}  // namespace

TransferMatrix transfer_matrix(const Case& source) {
    FirstSeen<TransferMatrix::Provision> provisions;
    FirstSeen<std::string> sections;
    std::vector<Eigen::Triplet<Count>> transfers;
    for (const Transfer& transfer : source.transfers)
        transfers.emplace_back(static_cast<int>(provisions({transfer.basis, transfer.law_item})),
                               static_cast<int>(sections(transfer.section)), 1);

    TransferMatrix matrix{provisions.keys(), sections.keys(), {}};
    matrix.cells.resize(static_cast<Eigen::Index>(provisions.size()), static_cast<Eigen::Index>(sections.size()));
    matrix.cells.setFromTriplets(transfers.begin(), transfers.end());  // adds what falls into one cell
    return matrix;
}

Fraction TransferMatrix::density() const {
    return {cells.nonZeros(), cells.rows() * cells.cols()};
}

std::vector<Count> TransferMatrix::row_sums() const {
    return values_of(cells * Sums::Ones(cells.cols()));
}

std::vector<Count> TransferMatrix::column_sums() const {
    return values_of(cells.transpose() * Sums::Ones(cells.rows()));
}

Frame transfers(const Measured& measured) {
    using enum Cells;
    Frame frame =
        frame_of({{"basis", text}, {"law_item", text}, {"section", text}, {"purpose", text}, {"source", text}});
    for (const Transfer& transfer : measured.source.transfers)
        Row{frame}
            .text(transfer.basis)
            .text(transfer.law_item)
            .text(transfer.section)
            .text(stated(transfer.purpose))
            .text(stated(transfer.source));
    return frame;
}

}  // namespace nagarezu::metrics
