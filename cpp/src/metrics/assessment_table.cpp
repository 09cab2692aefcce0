// Table `assessment`: a row for the case and for each matter.
#include <algorithm>

#include "cells.hpp"
#include "nagarezu/metrics/assessment.hpp"
#include "row.hpp"

namespace nagarezu::metrics {

namespace {

std::optional<std::string> word_of(const std::optional<Band>& band) {
    return band ? std::optional{std::string{name_of(*band)}} : std::nullopt;
}

Note about(const BandTable& table) {
    return {"assessment_table",
            {{"label_ja", table.label_ja},
             {"label_en", table.label_en},
             {"effective", date_of(table.effective).value_or("")},
             {"source", table.source}}};
}

Note unverified(const BandRow& row) {
    return {"unverified_band",
            {{"band", std::string{name_of(row.band)}},
             {"from", std::to_string(row.persons_from)},
             {"below", row.persons_below ? std::to_string(*row.persons_below) : ""},
             {"mark", std::string{name_of(row.mark)}}}};
}

void add_note(Frame& frame, const Note& note) {
    if (std::ranges::find(frame.notes, note) == frame.notes.end()) frame.notes.push_back(note);
}

void add_row(Frame& frame, const char* scope, const std::optional<std::string>& matter, const Assessment& found,
             const Handling& handling, const BandTable& table) {
    const BandRange& range = found.range;
    // Nothing is verified of a row that says nothing.
    const bool says = range.upper.has_value();
    Row{frame}
        .text(scope)
        .text(matter)
        .bounds(found.persons.bounds)
        .bounds(handling.handlers)
        .truth(handling.accident)
        .text(word_of(range.lower))
        .text(word_of(range.upper))
        .bounds(range.persons_up)
        .bounds(range.persons_down)
        .truth(says ? std::optional{range.unverified.empty()} : std::nullopt)
        .text(joined(found.missing))
        .text(table.source)
        .truth(truth_of(found.applies))
        .text(name_of(found.applies))
        .bounds(range.handlers_up)
        .bounds(range.handlers_down)
        .text(date_of(table.effective))
        .truth(says ? std::optional{range.unverified_distances.empty()} : std::nullopt)
        .text(joined(found.persons.assumptions));
    for (const BandRow& row : range.unverified_distances) add_note(frame, unverified(row));
}

}  // namespace

Frame assessment(const Measured& measured, const BandTable* table, const Handling& handling) {
    using enum Cells;
    Frame frame = frame_of({{"scope", text},
                            {"matter", text},
                            {"persons_lower", whole},
                            {"persons_upper", whole},
                            {"handlers_lower", whole},
                            {"handlers_upper", whole},
                            {"accident", truth},
                            {"band_lower", text},
                            {"band_upper", text},
                            {"distance_up_lower", whole},
                            {"distance_up_upper", whole},
                            {"distance_down_lower", whole},
                            {"distance_down_upper", whole},
                            {"verified", truth},
                            {"missing", text},
                            {"source", text},
                            {"applies", truth},
                            {"reason", text},
                            {"handlers_up_lower", whole},
                            {"handlers_up_upper", whole},
                            {"handlers_down_lower", whole},
                            {"handlers_down_upper", whole},
                            {"effective", text},
                            {"distances_verified", truth},
                            {"assumptions", text}});
    const auto& matters = measured.source.matters;
    if (table == nullptr || matters.empty()) return frame;
    frame.notes = {about(*table), {"more_allowed", {}}, {"open_distance", {}}};
    add_row(frame, "case", std::nullopt, assess(measured, {}, handling, *table), handling, *table);
    for (std::size_t i = 0; i < matters.size(); ++i)
        add_row(frame, "matter", matters[i].id, assess(measured, MatterIndex{i}, handling, *table), handling, *table);
    return frame;
}

}  // namespace nagarezu::metrics
