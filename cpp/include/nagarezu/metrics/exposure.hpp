// How many persons, and how many person-items, reach a holder (M06), and what of a holding arrives at
// each hop of a chain (M08).
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "nagarezu/metrics/group_union.hpp"
#include "nagarezu/metrics/measured.hpp"

namespace nagarezu::metrics {

/// Persons and person-items of one case. Unions of groups are computed once each. Keep `measured` alive.
class Exposure {
public:
    explicit Exposure(const Measured& measured, Reading reading = Reading::bounds);

    /// M01 over the groups that reach the holder: the lower end over those that certainly do, the upper
    /// end over those that may. Unknown on both ends, with `subjects:<flow id>`, where a flow into the
    /// holder leaves its subjects open and nobody is known to be meant.
    Measure persons(HolderIndex holder);
    /// The same over the groups for which one item reaches the holder.
    Measure persons(HolderIndex holder, ItemIndex item);
    /// M01 of any groups.
    const Measure& persons(const std::vector<SubjectIndex>& groups);

    /// M06: the sum over items of the persons for whom the item reaches the holder. The lower end counts
    /// what is known; it is unknown if items certainly reach the holder and no group is counted. The upper end
    /// is unknown if something unlisted may arrive or if the persons of some item are unknown. Of persons
    /// whom nothing names the upper end is unknown.
    Measure person_items(HolderIndex holder);

private:
    Measure between(const std::vector<SubjectIndex>& certain, const std::vector<SubjectIndex>& possible);

    const Measured* measured_;
    GroupUnion groups_;
    std::map<std::vector<SubjectIndex>, Measure> known_;
};

/// M08, one hop: the holder, the flow by which one arrives there (none at the origin), its items, and
/// the share of the previous hop's items that are among them, by each bound; unknown at the origin and
/// where the previous hop had none.
struct Hop {
    HolderIndex holder;
    FlowIndex flow;
    std::vector<ItemIndex> lower;
    std::vector<ItemIndex> upper;
    Bounds items;  // the upper end is unknown where something unlisted may arrive
    std::optional<double> kept_lower;
    std::optional<double> kept_upper;
};

/// The holdings along a witness, the origin first.
std::vector<Hop> chain(const Measured& measured, const graph::Witness& way);

/// Items that reach a holder for at least one group, in the order of the case.
std::vector<ItemIndex> items_at(const Measured& measured, HolderIndex holder, graph::Reach reach);

/// Distinct items at a holder; the upper end is unknown where something unlisted may arrive.
Bounds item_bounds(const Measured& measured, HolderIndex holder);

}  // namespace nagarezu::metrics
