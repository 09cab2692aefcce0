#include "nagarezu/metrics/cases.hpp"

#include "cells.hpp"
#include "row.hpp"

namespace nagarezu::metrics {

namespace {

/// Several labels in a cell for reading, not for splitting; null if there is none.
template <class Labelled>
std::optional<std::string> sentence_of(const std::vector<Labelled>& entries) {
    std::string sentence;
    for (const auto& entry : entries) {
        if (!sentence.empty()) sentence += "; ";
        sentence += entry.label;
    }
    return stated(sentence);
}

/// The dates between which all stated periods lie.
struct Extent {
    std::optional<Date> start;
    std::optional<Date> end;

    void include(const Period& period) {
        if (period.start && (!start || period.start->first() < start->first())) start = period.start;
        if (period.end && (!end || period.end->last() > end->last())) end = period.end;
    }
};

}  // namespace

Frame cases(const Measured& measured) {
    using enum Cells;
    const Case& source = measured.source;
    Frame frame = frame_of({{"matter", text},
                            {"title", text},
                            {"kinds", text},
                            {"department", text},
                            {"basis", text},
                            {"start", text},
                            {"end", text},
                            {"case_title", text},
                            {"municipality", text},
                            {"body", text},
                            {"procedure", text},
                            {"approvals", text}});
    const auto basis = sentence_of(source.basis);
    for (const Matter& matter : source.matters) {
        Extent extent;
        for (const Period& period : matter.periods) {
            extent.include(period);
            if (period.start && !period.end)
                frame.notes.push_back({"open_period", {{"matter", matter.id}, {"label", period.label}}});
        }
        Row{frame}
            .text(matter.id)
            .text(matter.title)
            .text(stated(words_of(matter.kinds)))
            .text(stated(matter.department))
            .text(basis)
            .text(date_of(extent.start))
            .text(date_of(extent.end))
            .text(stated(source.title))
            .text(stated(source.municipality.name))
            .text(stated(source.body))
            .text(name_of(source.procedure))
            .text(sentence_of(matter.approvals));
    }
    return frame;
}

}  // namespace nagarezu::metrics
