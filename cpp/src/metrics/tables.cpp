#include "nagarezu/metrics/tables.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>
#include <utility>

#include "nagarezu/metrics/assessment.hpp"
#include "nagarezu/metrics/cases.hpp"
#include "nagarezu/metrics/changes.hpp"
#include "nagarezu/metrics/checklist.hpp"
#include "nagarezu/metrics/concentration.hpp"
#include "nagarezu/metrics/coverage.hpp"
#include "nagarezu/metrics/flows.hpp"
#include "nagarezu/metrics/items.hpp"
#include "nagarezu/metrics/periods.hpp"
#include "nagarezu/metrics/persons.hpp"
#include "nagarezu/metrics/reach.hpp"
#include "nagarezu/metrics/recipients.hpp"
#include "nagarezu/metrics/references.hpp"
#include "nagarezu/metrics/transfers.hpp"
#include "nagarezu/metrics/weighted_coverage.hpp"

namespace nagarezu::metrics {

namespace {

using Profiles = std::span<const Profile>;

struct Entry {
    std::string_view name;
    Frame (*table)(const Measured&, Profiles, const BandTable*);
};

/// A table that is measured against nothing.
template <Frame (*plain)(const Measured&)>
Frame of_case(const Measured& measured, Profiles, const BandTable*) {
    return plain(measured);
}

template <Frame (*against)(const Measured&, Profiles)>
Frame of_profiles(const Measured& measured, Profiles profiles, const BandTable*) {
    return against(measured, profiles);
}

Frame of_bands(const Measured& measured, Profiles, const BandTable* bands) {
    return assessment(measured, bands);
}

constexpr std::array catalogue{Entry{"cases", of_case<cases>},
                               Entry{"subjects", of_case<subjects>},
                               Entry{"subject_unions", of_case<subject_unions>},
                               Entry{"item_lists", of_case<item_lists>},
                               Entry{"item_counts", of_case<item_counts>},
                               Entry{"item_recipient", of_case<item_recipient>},
                               Entry{"item_reach", of_case<item_reach>},
                               Entry{"item_classes", of_case<item_classes>},
                               Entry{"recipients", of_case<recipients>},
                               Entry{"flows", of_case<flows>},
                               Entry{"safeguards", of_case<safeguards>},
                               Entry{"safeguard_counts", of_case<safeguard_counts>},
                               Entry{"coverage", of_profiles<coverage>},
                               Entry{"recipient_coverage", of_profiles<recipient_coverage>},
                               Entry{"weighted_coverage", of_case<weighted_coverage>},
                               Entry{"mirror", of_case<mirror>},
                               Entry{"checklist", of_case<checklist>},
                               Entry{"clauses", of_case<clauses>},
                               Entry{"crosswalk", of_case<crosswalk>},
                               Entry{"references", of_case<references>},
                               Entry{"transfers", of_case<transfers>},
                               Entry{"changes", of_case<changes>},
                               Entry{"change_reasons", of_case<change_reasons>},
                               Entry{"change_ratios", of_case<change_ratios>},
                               Entry{"periods", of_case<periods>},
                               Entry{"concentration", of_case<concentration>},
                               Entry{"assessment", of_bands}};

constexpr auto names = [] {
    std::array<std::string_view, catalogue.size()> list;
    for (std::size_t i = 0; i < list.size(); ++i) list[i] = catalogue[i].name;
    return list;
}();

}  // namespace

std::span<const std::string_view> table_names() {
    return names;
}

Frame table(std::string_view name, const Measured& measured, Profiles profiles, const BandTable* bands) {
    const auto found = std::ranges::find(catalogue, name, &Entry::name);
    if (found == catalogue.end()) throw std::out_of_range("no table " + std::string{name});
    return with_case(found->table(measured, profiles, bands), measured.source);
}

Frame with_case(Frame frame, const Case& source) {
    Column id{"case", Column::Texts{}};
    for (std::size_t row = 0; row < frame.rows(); ++row) id.text(std::string_view{source.id});
    frame.columns.insert(frame.columns.begin(), std::move(id));
    return frame;
}

}  // namespace nagarezu::metrics
