// M01: how many persons (households, records) several subject groups are together.
//
// Lower: the largest sum over pairwise disjoint groups among those of the set and the groups within them.
// Upper: the smallest sum over groups that together enclose the set, be they of the set or around it.
// Both hold whatever the overlaps are. They are exact over up to twenty connected groups; beyond that they
// still hold, and the assumption `loose_bound` says that closer ones may exist.
//
// Relations are transitive: `within` chains, `same_as` goes both ways, and what is within a group is
// disjoint with all that the group is disjoint with. Units are never added or converted.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "nagarezu/base/bounds.hpp"
#include "nagarezu/model/case.hpp"

namespace nagarezu::metrics {

/// How a count with a bound is read: as the bound that it is, or as if it were exact (最大到達量 as stated).
enum class Reading { bounds, as_stated };

/// What the printed counts of a group say in a unit. Counts of one date are taken together, counts of
/// several dates leave the number between them; `unknown` counts say nothing.
struct Stated {
    Bounds bounds;
    std::vector<std::string> dates;  // distinct, ascending
    bool inexact{false};             // some count is a bound and was read as stated
    bool contradictory{false};       // exact counts of one date differ
};
Stated stated_in(const Subject& group, Unit unit, Reading reading = Reading::bounds);

/// The groups of a case, counted in one unit.
class GroupUnion {
public:
    explicit GroupUnion(std::span<const Subject> groups, Unit unit = Unit::person, Reading reading = Reading::bounds);

    /// Bounds on the union; no groups are exactly 0. The order of the groups does not matter.
    /// Lower is unknown if no group of the set, or within one, has a count; upper if a group has neither
    /// an upper count nor one around it. Missing: `count:<id>` for the latter first, then for groups
    /// without any count. Groups within another of the set are missing nothing. Assumptions: `counts_contradict` (a
    /// group is larger than one around it or disjoint with it, or disjoint ones exceed what encloses them: each group
    /// then stands for itself), `as_of_differs`, `loose_bound`, and `count_as_stated:<id>` in that reading.
    [[nodiscard]] Measure of(std::span<const SubjectIndex> groups) const;

    [[nodiscard]] Unit unit() const { return unit_; }

private:
    using Node = std::uint32_t;
    using Nodes = std::vector<Node>;
    struct Lower;
    struct Upper;

    [[nodiscard]] Nodes reached(Nodes from, const std::vector<Nodes>& next) const;
    [[nodiscard]] std::vector<Nodes> around(const Nodes& groups) const;
    [[nodiscard]] Lower lower(const Nodes& candidates) const;
    [[nodiscard]] Upper upper(const Nodes& groups) const;
    [[nodiscard]] bool contradict(const Nodes& groups) const;
    [[nodiscard]] Upper apart(const Nodes& groups) const;

    Unit unit_;
    std::vector<std::string> ids_;
    std::vector<Stated> stated_;
    std::vector<Nodes> outer_, inner_, disjoint_;  // as declared; same_as is within, both ways
};

}  // namespace nagarezu::metrics
