// M07: who receives, at which tier, how far away, and which facts would narrow what is known of it.
//
// A recipient is a holder with a flow into it that is not removed.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "nagarezu/base/frame.hpp"
#include "nagarezu/metrics/measured.hpp"

namespace nagarezu::metrics {

/// In the order of the case.
std::vector<HolderIndex> recipients_of(const Case& source);
/// Those outside the municipality.
std::vector<HolderIndex> external_recipients_of(const Case& source);

/// Fewest of these holders that satisfy joint flows, each of which needs one of its targets. Never more
/// than the truth; exact for up to twenty connected flows.
Count fewest_targets(const std::vector<std::vector<HolderIndex>>& flows);

/// Organisations that receive, by tier. Lower: those with a flow of their own, and as few of those named
/// together as explain every joint flow within the tier. Upper: all that are named; unknown where an open
/// class is among them.
std::map<int, Bounds> recipients_by_tier(const Case& source);

/// Fewest flows over which the pairs that may reach a holder arrive there, something unlisted included:
/// the least and the greatest over the pairs; both unknown if nothing reaches it.
Bounds depth_of(const Measured& measured, HolderIndex holder);
/// The same for every holder of the case.
std::vector<Bounds> depths(const Measured& measured);

/// What leaves the holder's items unlisted: `list:<id>` for open lists, `flow:<id>` for flows that say
/// they are open, `holder:<id>` for open creations, on all ways to it, the nearest first and
/// flows before creations. Nothing if
/// nothing unlisted may arrive.
std::vector<std::string> openings(const Measured& measured, HolderIndex holder);

/// A row for each recipient. `missing` names openings first, then counts. Behind the contract's columns
/// stand the basic four (M03) and the linkage identifiers (M05). Notes: `open_class` for each open class.
Frame recipients(const Measured& measured);

/// The note for each of these holders that is an open class: counted as one, it may be several.
std::vector<Note> open_classes(const Case& source, const std::vector<HolderIndex>& holders);

}  // namespace nagarezu::metrics
