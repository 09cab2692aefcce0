#include "nagarezu/metrics/tables.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>
#include <utility>

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

namespace nagarezu::metrics {

namespace {

using Profiles = std::span<const Profile>;

struct Entry {
    std::string_view name;
    Frame (*table)(const Measured&, Profiles);
};

/// A table that needs no profiles.
template <Frame (*plain)(const Measured&)>
Frame without_profiles(const Measured& measured, Profiles) {
    return plain(measured);
}

constexpr std::array catalogue{Entry{"cases", without_profiles<cases>},
                               Entry{"subjects", without_profiles<subjects>},
                               Entry{"subject_unions", without_profiles<subject_unions>},
                               Entry{"item_lists", without_profiles<item_lists>},
                               Entry{"item_counts", without_profiles<item_counts>},
                               Entry{"item_recipient", without_profiles<item_recipient>},
                               Entry{"item_reach", without_profiles<item_reach>},
                               Entry{"item_classes", without_profiles<item_classes>},
                               Entry{"recipients", without_profiles<recipients>},
                               Entry{"flows", without_profiles<flows>},
                               Entry{"safeguards", without_profiles<safeguards>},
                               Entry{"safeguard_counts", without_profiles<safeguard_counts>},
                               Entry{"coverage", coverage},
                               Entry{"mirror", without_profiles<mirror>},
                               Entry{"checklist", without_profiles<checklist>},
                               Entry{"clauses", without_profiles<clauses>},
                               Entry{"crosswalk", without_profiles<crosswalk>},
                               Entry{"references", without_profiles<references>},
                               Entry{"transfers", without_profiles<transfers>},
                               Entry{"changes", without_profiles<changes>},
                               Entry{"change_reasons", without_profiles<change_reasons>},
                               Entry{"periods", without_profiles<periods>},
                               Entry{"concentration", without_profiles<concentration>}};

constexpr auto names = [] {
    std::array<std::string_view, catalogue.size()> list;
    for (std::size_t i = 0; i < list.size(); ++i) list[i] = catalogue[i].name;
    return list;
}();

}  // namespace

std::span<const std::string_view> table_names() {
    return names;
}

Frame table(std::string_view name, const Measured& measured, Profiles profiles) {
    const auto found = std::ranges::find(catalogue, name, &Entry::name);
    if (found == catalogue.end()) throw std::out_of_range("no table " + std::string{name});
    return with_case(found->table(measured, profiles), measured.source);
}

Frame with_case(Frame frame, const Case& source) {
    Column id{"case", Column::Texts{}};
    for (std::size_t row = 0; row < frame.rows(); ++row) id.text(std::string_view{source.id});
    frame.columns.insert(frame.columns.begin(), std::move(id));
    return frame;
}

}  // namespace nagarezu::metrics
