// Cases for the rules of the findings: what they raise, in short.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "metrics/builder.hpp"
#include "nagarezu/review/findings.hpp"

namespace nagarezu::review::testing {

/// `code severity place_a / place_b`, one line a finding.
inline std::vector<std::string> raised(const Case& source) {
    std::vector<std::string> lines;
    for (const Finding& finding : findings(metrics::Measured{source})) {
        std::string line{name_of(finding.code)};
        line.append(" ").append(name_of(finding.severity)).append(" ").append(finding.place_a);
        lines.push_back(line.append(" / ").append(finding.place_b.value_or("-")));
    }
    return lines;
}

using Lines = std::vector<std::string>;

inline Work notice(std::string label, Direction direction, std::string partner, Places place,
                   Sheet sheet = Sheet::matter) {
    Work work;
    work.label = std::move(label);
    work.direction = direction;
    work.partner = std::move(partner);
    work.source = std::move(place);
    work.sheet = sheet;
    return work;
}

inline Work step(std::string label, Places place, std::string heading = {}) {
    Work work;
    work.label = std::move(label);
    work.heading = std::move(heading);
    work.source = std::move(place);
    return work;
}

inline Safeguard measure(std::string id, MatterIndex matter, std::string party, std::string label, Places place,
                         Categories categories = {}) {
    Safeguard safeguard;
    safeguard.id = std::move(id);
    safeguard.matter = matter;
    safeguard.party = std::move(party);
    safeguard.label = std::move(label);
    safeguard.source = std::move(place);
    safeguard.categories = categories;
    return safeguard;
}

inline Period period(PeriodKind kind, const std::string& start, const std::string& end, Places place) {
    Period one;
    one.kind = kind;
    one.start = parse_date(start);
    one.end = parse_date(end);
    one.source = std::move(place);
    return one;
}

inline MediumRow medium(MediaKind kind, Places place, std::vector<HolderIndex> systems = {}) {
    MediumRow row;
    row.kind = kind;
    row.source = std::move(place);
    row.systems = std::move(systems);
    return row;
}

inline Mention mention(Sheet sheet, Places place, MatterIndex matter = {}) {
    Mention one;
    one.sheet = sheet;
    one.matter = matter;
    one.source = std::move(place);
    return one;
}

}  // namespace nagarezu::review::testing
