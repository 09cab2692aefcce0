// What going from one case to another does to the metrics: every number of the catalogue that is not the same.
//
// The tables of both cases are computed and compared; which columns say of what a row speaks and which are
// numbers is data (src/review/effects.cpp), so that a new table takes part by one line there.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "nagarezu/base/frame.hpp"
#include "nagarezu/metrics/measured.hpp"
#include "nagarezu/model/bands.hpp"
#include "nagarezu/model/profile.hpp"

namespace nagarezu::review {

/// How bounds moved. An unknown lower end counts as below every number, an unknown upper end as above.
/// `added` and `removed`: the row of the table is there only after, or only before.
enum class Trend { added, removed, raised, lowered, narrowed, widened };
std::string_view name_of(Trend trend);

struct Effect {
    std::string metric;  // table and measure, such as `recipients.items` or `flows.ENC`
    std::string about;   // ids and words that tell rows of the table apart, separated by a space
    std::string label;   // of the first of them; empty if it has none
    std::string unit;
    std::optional<Bounds> before;  // nothing: there is no such row
    std::optional<Bounds> after;
    Trend trend{Trend::raised};
    friend bool operator==(const Effect&, const Effect&) = default;
};

/// In the order of the catalogue and of the rows after; what is gone stands behind. Truth counts 1 and 0, a
/// claim that may hold or not from 0 to 1. Empty if no number differs.
std::vector<Effect> effects(const metrics::Measured& before, const metrics::Measured& after,
                            std::span<const Profile> profiles, const BandTable* bands = nullptr);

/// Table `effects`: metric, about, label, unit, before_lower, before_upper, after_lower, after_upper, change.
/// A row that was not there before, or is not after, has null there and says so by its change.
Frame effects_table(const std::vector<Effect>& effects, const Case& after);

/// Tables of the catalogue whose numbers are compared, and those that hold none of their own. Together they
/// are the whole catalogue.
std::vector<std::string_view> compared_tables();
std::vector<std::string_view> tables_without_numbers();

}  // namespace nagarezu::review
