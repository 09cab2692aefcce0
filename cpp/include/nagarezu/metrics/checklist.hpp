// M15 checklist rate: how many printed rows are marked ○, how many are marked as not needed.
//
//   rate = ○ / (○ + ー)        selection rate = ー / (○ + ー)
//
// Range 0 to 1; unknown if no row carries a mark. Blank rows are left out of both and counted apart.
#pragma once

#include "nagarezu/base/frame.hpp"
#include "nagarezu/metrics/fraction.hpp"
#include "nagarezu/metrics/measured.hpp"

namespace nagarezu::metrics {

/// Rows by mark. One row may stand for several measures, or for none that the case names.
struct ChecklistCount {
    Count yes{};
    Count not_needed{};
    Count blank{};
    Count measures{};

    void add(const ChecklistRow& row);
    [[nodiscard]] Count rows() const { return yes + not_needed + blank; }
    [[nodiscard]] Fraction rate() const { return {yes, yes + not_needed}; }
    [[nodiscard]] Fraction selection_rate() const { return {not_needed, yes + not_needed}; }
    friend bool operator==(const ChecklistCount&, const ChecklistCount&) = default;
};

/// All checklists of the case together.
ChecklistCount checklist_count(const Case& source);

/// Table `checklist`: by block, party and layer, in order of first appearance.
Frame checklist(const Measured& measured);

}  // namespace nagarezu::metrics
