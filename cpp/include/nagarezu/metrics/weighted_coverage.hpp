// M13 exposure-weighted coverage: for each category, how much of what travels does so where it is stated.
//
//   ratio = person-items on flows for which the category is stated / person-items on all flows
//
// Unit: person-items; the ratio is between 0 and 1, and unknown where nothing may travel. The person-items
// of a flow are those of M06: the sum, over the items that it carries, of the persons of whom it carries
// them. Of several targets the flow's own list counts, once. Removed flows carry nothing. Safeguards count
// as in `stated_by_flow`; contract clauses oblige parties and count for no flow.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "nagarezu/base/frame.hpp"
#include "nagarezu/metrics/measured.hpp"

namespace nagarezu::metrics {

/// Items of one flow that travel of the same persons. Equal numbers `people` stand for the same persons,
/// also on other flows. The items have both ends; something unlisted is at most one item of any number of
/// people (`persons` 0 or more, `items` 0 to 1).
struct Portion {
    std::size_t people{};
    Bounds persons;  // an unknown lower end counts as 0
    Bounds items;
};

/// What one flow carries. `missing` names what keeps it wide: `subjects:<flow id>`, `list:<id>`,
/// `flow:<id>`, then counts.
struct FlowExposure {
    std::vector<Portion> portions;
    std::vector<std::string> missing;

    /// M06 of the flow. The lower end is unknown only if items certainly travel and of none of them the
    /// persons are known.
    [[nodiscard]] Bounds person_items() const;
};

/// For each flow, in the order of the case; nothing travels on a removed one.
std::vector<FlowExposure> flow_exposures(const Measured& measured);

/// Items that travel of the same persons: on flows for which a category is stated, and on the others.
struct Sides {
    Bounds persons;
    Bounds stated{Bounds::exact(0)};
    Bounds unstated{Bounds::exact(0)};
};

/// Both ends null where nothing may travel.
struct Range {
    std::optional<double> lower;
    std::optional<double> upper;
};

/// The least and the greatest stated share over all numbers of persons and items within the bounds at
/// which anything travels. Each end is a limit where the persons are unbounded. The same unknown number
/// stands above and below the line: where all flows concern the same persons it cancels. Persons of
/// different groups are taken as independent, so overlaps between groups may leave the range too wide,
/// never too narrow.
Range stated_share(std::span<const Sides> sides);

/// Table `weighted_coverage`: the case and each matter with a flow that is not removed, by category. The ratio may be
/// closer than what the bounds of both sums tell, for the same persons stand in both.
Frame weighted_coverage(const Measured& measured);

}  // namespace nagarezu::metrics
