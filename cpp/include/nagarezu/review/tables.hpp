// The catalogue of tables (docs/tables.md): the core's whole answer about a case, by name.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "nagarezu/base/frame.hpp"
#include "nagarezu/metrics/measured.hpp"
#include "nagarezu/model/bands.hpp"
#include "nagarezu/model/profile.hpp"

namespace nagarezu::review {

/// Every table: those of the metrics, then those of the review.
std::vector<std::string_view> table_names();

/// The table of that name, its first column `case` the id of the case. The coverages measure against the
/// profiles and `assessment` against the bands, without which they have no rows; the others disregard both.
/// Throws std::out_of_range for a name that is not a table's.
Frame table(std::string_view name, const metrics::Measured& measured, std::span<const Profile> profiles,
            const BandTable* bands = nullptr);

}  // namespace nagarezu::review
