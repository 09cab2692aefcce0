#include "nagarezu/review/tables.hpp"

#include <algorithm>
#include <array>

#include "nagarezu/metrics/tables.hpp"
#include "nagarezu/review/claims.hpp"
#include "nagarezu/review/findings.hpp"
#include "nagarezu/review/linkage.hpp"

namespace nagarezu::review {

namespace {

struct Entry {
    std::string_view name;
    Frame (*table)(const metrics::Measured&);
};

// One line for each table of the review, in the order of the catalogue.
constexpr std::array catalogue{Entry{"claims", claims}, Entry{"linkage", linkages}, Entry{"findings", findings_table}};

}  // namespace

std::vector<std::string_view> table_names() {
    const auto measures = metrics::table_names();
    std::vector<std::string_view> names{measures.begin(), measures.end()};
    for (const Entry& entry : catalogue) names.push_back(entry.name);
    return names;
}

Frame table(std::string_view name, const metrics::Measured& measured, std::span<const Profile> profiles,
            const BandTable* bands) {
    const auto found = std::ranges::find(catalogue, name, &Entry::name);
    if (found == catalogue.end()) return metrics::table(name, measured, profiles, bands);
    return metrics::with_case(found->table(measured), measured.source);
}

}  // namespace nagarezu::review
