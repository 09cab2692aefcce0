// M11 change ratio, and the lists of changes as printed.
//
//   ratio = added / after        for items, list entries or flows; after = all that are not removed
//
// Range 0 to 1. Not computable where the marks of change did not survive: then changes are unknown.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "nagarezu/base/frame.hpp"
#include "nagarezu/metrics/fraction.hpp"
#include "nagarezu/metrics/measured.hpp"

namespace nagarezu::metrics {

enum class Changed { items, entries, flows };

/// Both ends null: not computable, and `missing` says why (`emphasis_lost:<matter>`). Otherwise
/// `missing` names what has an unknown change (`change:<id>` of the item, list or flow): the lower end
/// takes all of that as there before, the upper end as added. `added` and `after` bound each by itself.
struct ChangeRatio {
    std::optional<Fraction> lower;
    std::optional<Fraction> upper;
    std::vector<std::string> missing;
    Bounds added;
    Bounds after;
};

/// The ratio within a matter, or of the whole case if `matter` is nothing.
///
/// An item is added if each place that states it is: entries by their own change, items named by a
/// flow by the change of the flow. An item that one list drops and another adds was there before.
ChangeRatio change_ratio(const Case& source, Changed kind, MatterIndex matter = {});

/// Table `change_ratios`: `items`, `entries` and `flows` of the case and of each matter. The case comes
/// without a matter, and a case without matters gives no rows.
Frame change_ratios(const Measured& measured);

/// Table `changes`: the printed list of changes.
Frame changes(const Measured& measured);

/// Table `change_reasons`: places by reason, in order of first appearance; rows without a stated
/// reason stand under null.
Frame change_reasons(const Measured& measured);

}  // namespace nagarezu::metrics
