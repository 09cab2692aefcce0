#include "nagarezu/metrics/persons.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "cells.hpp"
#include "row.hpp"

namespace nagarezu::metrics {

std::vector<SubjectIndex> counted_in(const Case& source, Unit unit) {
    std::vector<SubjectIndex> groups;
    for (std::size_t i = 0; i < source.subjects.size(); ++i) {
        const auto counted = [unit](const SubjectCount& count) { return count.unit == unit && count.value; };
        if (std::ranges::any_of(source.subjects[i].counts, counted)) groups.emplace_back(i);
    }
    return groups;
}

Frame subjects(const Measured& measured) {
    using enum Cells;
    Frame frame = frame_of(
        {{"subject", text}, {"label", text}, {"count", whole}, {"unit", text}, {"as_of", text}, {"bound", text}});
    const std::optional<std::string> unknown;
    for (const auto& group : measured.source.subjects) {
        for (const auto& count : group.counts) {
            Row row{frame};
            row.text(group.id).text(group.label).whole(count.value).text(name_of(count.unit));
            row.text(date_of(count.as_of)).text(name_of(count.bound));
        }
        if (group.counts.empty()) {
            Row row{frame};
            row.text(group.id).text(group.label).whole(std::nullopt);
            row.text(unknown).text(unknown).text(name_of(Bound::unknown));
        }
    }
    return frame;
}

Frame subject_unions(const Measured& measured) {
    using enum Cells;
    Frame frame =
        frame_of({{"unit", text}, {"lower", whole}, {"upper", whole}, {"assumptions", text}, {"missing", text}});
    for (Unit unit : {Unit::person, Unit::household, Unit::record}) {
        const auto groups = counted_in(measured.source, unit);
        if (groups.empty()) continue;
        const Measure measure = GroupUnion{measured.source.subjects, unit}.of(groups);
        Row{frame}
            .text(measure.unit)
            .bounds(measure.bounds)
            .text(joined(measure.assumptions))
            .text(joined(measure.missing));
    }
    return frame;
}

}  // namespace nagarezu::metrics
