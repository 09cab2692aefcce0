#include "nagarezu/metrics/periods.hpp"

#include <algorithm>

#include "cells.hpp"
#include "row.hpp"

namespace nagarezu::metrics {

namespace {

constexpr Count endless = Count{1} << 40;  // days; far beyond any year that a date can have

Count days_since_epoch(std::chrono::sys_days day) {
    return day.time_since_epoch().count();
}

/// Between which days a period may start and end, as days since the epoch.
struct Reading {
    Count start_first{-endless};
    Count start_last{endless};
    Count end_first{-endless};
    Count end_last{endless};

    explicit Reading(const Period& period) {
        if (period.start) {
            start_first = days_since_epoch(period.start->first());
            start_last = days_since_epoch(period.start->last());
        }
        if (period.end) {
            end_first = days_since_epoch(period.end->first());
            end_last = days_since_epoch(period.end->last());
        }
    }
    [[nodiscard]] bool reversed() const { return start_first > end_last; }
    /// Whether the latest start may come after the earliest end, as within a single month: then the
    /// shortest reading is one day, and which day is open.
    [[nodiscard]] bool one_day() const { return start_last > end_first; }
};

/// The days that every reading of a period has, or the range in which every reading has one of them.
struct Core {
    Count first;
    Count last;
    bool all;

    explicit Core(const Reading& reading)
        : first{reading.start_last}, last{reading.end_first}, all{!reading.one_day()} {
        if (all) return;
        first = std::max(reading.start_first, reading.end_first);
        last = std::min(reading.start_last, reading.end_last);
        all = first == last;
    }
    [[nodiscard]] bool covers(const Core& other) const { return first <= other.first && other.last <= last; }
};

Count shared_at_least(const Core& a, const Core& b) {
    if (a.all && b.all) return std::max(Count{0}, std::min(a.last, b.last) - std::max(a.first, b.first) + 1);
    return (a.all && a.covers(b)) || (b.all && b.covers(a)) ? 1 : 0;
}

/// Work, contract and operation are compared with one another; other periods say too little.
bool comparable(const Period& a, const Period& b) {
    return a.kind != b.kind && a.kind != PeriodKind::other && b.kind != PeriodKind::other;
}

void name_unknown_ends(const Matter& matter, std::size_t position, std::vector<std::string>& missing) {
    const std::string place = matter.id + ":" + std::to_string(position);
    if (!matter.periods[position].start) missing.push_back("start:" + place);
    if (!matter.periods[position].end) missing.push_back("end:" + place);
}

/// The coarser of the stated ends.
std::optional<Precision> precision_of(const Period& period) {
    if (!period.start && !period.end) return std::nullopt;
    if (!period.start) return period.end->precision;
    if (!period.end) return period.start->precision;
    return std::max(period.start->precision, period.end->precision);
}

}  // namespace

Bounds period_days(const Period& period) {
    const Reading reading{period};
    if (!period.start || !period.end || reading.reversed()) return Bounds::unknown();
    return {reading.one_day() ? 1 : reading.end_first - reading.start_last + 1,
            reading.end_last - reading.start_first + 1};
}

Bounds overlap_days(const Period& a, const Period& b) {
    const Reading one{a};
    const Reading other{b};
    if (one.reversed() || other.reversed()) return Bounds::exact(0);
    const Count longest = std::min(one.end_last, other.end_last) - std::max(one.start_first, other.start_first) + 1;
    Bounds shared = Bounds::at_least(shared_at_least(Core{one}, Core{other}));
    if (longest < endless / 2) shared.upper = std::max(Count{0}, longest);
    return shared;
}

std::vector<Overlap> overlaps(const Case& source) {
    std::vector<Overlap> found;
    for (std::size_t m = 0; m < source.matters.size(); ++m) {
        const Matter& matter = source.matters[m];
        for (std::size_t a = 0; a < matter.periods.size(); ++a)
            for (std::size_t b = a + 1; b < matter.periods.size(); ++b) {
                if (!comparable(matter.periods[a], matter.periods[b])) continue;
                Overlap& pair = found.emplace_back();
                pair.matter = MatterIndex{m};
                pair.first = a;
                pair.second = b;
                pair.days.bounds = overlap_days(matter.periods[a], matter.periods[b]);
                pair.days.unit = "day";
                name_unknown_ends(matter, a, pair.days.missing);
                name_unknown_ends(matter, b, pair.days.missing);
            }
    }
    return found;
}

Frame periods(const Measured& measured) {
    using enum Cells;
    Frame frame = frame_of({{"matter", text},
                            {"label", text},
                            {"start", text},
                            {"end", text},
                            {"precision", text},
                            {"days", whole},
                            {"kind", text},
                            {"days_lower", whole},
                            {"days_upper", whole},
                            {"printed", text}});
    for (const Matter& matter : measured.source.matters)
        for (const Period& period : matter.periods) {
            const auto precision = precision_of(period);
            const Bounds days = period_days(period);
            const bool exact = precision == Precision::day && days.is_exact();
            Row{frame}
                .text(matter.id)
                .text(stated(period.label))
                .text(date_of(period.start))
                .text(date_of(period.end))
                .text(precision ? std::optional{std::string{name_of(*precision)}} : std::nullopt)
                .whole(exact ? days.lower : std::nullopt)
                .text(name_of(period.kind))
                .whole(days.lower)
                .whole(days.upper)
                .text(stated(period.printed));
            if (Reading{period}.reversed())
                frame.notes.push_back({"reversed_period", {{"matter", matter.id}, {"label", period.label}}});
        }
    return frame;
}

}  // namespace nagarezu::metrics
