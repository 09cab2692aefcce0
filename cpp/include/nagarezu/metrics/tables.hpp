// The tables that metrics compute, by name (docs/tables.md). Those of the review come on top of them:
// review/tables.hpp is the whole catalogue.
#pragma once

#include <span>
#include <string_view>

#include "nagarezu/base/frame.hpp"
#include "nagarezu/metrics/measured.hpp"
#include "nagarezu/model/bands.hpp"
#include "nagarezu/model/profile.hpp"

namespace nagarezu::metrics {

/// In the order of the catalogue.
std::span<const std::string_view> table_names();

/// The table of that name, its first column `case` the id of the case. The coverages measure against the
/// profiles and `assessment` against the bands, without which they have no rows; the others disregard both.
/// Throws std::out_of_range for a name that is not a table's.
Frame table(std::string_view name, const Measured& measured, std::span<const Profile> profiles,
            const BandTable* bands = nullptr);

/// The frame with a first column `case`, the id of the case in every row.
Frame with_case(Frame frame, const Case& source);

}  // namespace nagarezu::metrics
