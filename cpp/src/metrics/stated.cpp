// What the printed counts of one group say together.
#include <algorithm>
#include <map>

#include "nagarezu/metrics/group_union.hpp"

namespace nagarezu::metrics {

namespace {

/// Of a count that has a value.
Bounds bounds_of(const SubjectCount& count, Reading reading) {
    if (reading == Reading::as_stated || count.bound == Bound::exact) return Bounds::exact(*count.value);
    return count.bound == Bound::at_least ? Bounds::at_least(*count.value) : Bounds::at_most(*count.value);
}

Bounds narrowed(const Bounds& a, const Bounds& b) {
    Bounds both{std::max(a.lower, b.lower), a.upper};
    if (b.upper && (!both.upper || *b.upper < *both.upper)) both.upper = b.upper;
    return both;
}

Bounds widened(const Bounds& a, const Bounds& b) {
    Bounds hull{};
    if (a.lower && b.lower) hull.lower = std::min(*a.lower, *b.lower);
    if (a.upper && b.upper) hull.upper = std::max(*a.upper, *b.upper);
    return hull;
}

}  // namespace

Stated stated_in(const Subject& group, Unit unit, Reading reading) {
    Stated result;
    std::map<std::string, Bounds> by_date;
    for (const auto& count : group.counts) {
        if (count.unit != unit || count.bound == Bound::unknown || !count.value) continue;
        const Bounds bounds = bounds_of(count, reading);
        const auto [place, first] = by_date.try_emplace(count.as_of ? count.as_of->text() : "", bounds);
        if (first) {
            if (count.as_of) result.dates.push_back(count.as_of->text());
        } else {
            const Bounds both = narrowed(place->second, bounds);
            const bool empty = both.lower && both.upper && *both.lower > *both.upper;
            result.contradictory = result.contradictory || empty;
            place->second = empty ? widened(place->second, bounds) : both;
        }
        result.inexact = result.inexact || (reading == Reading::as_stated && count.bound != Bound::exact);
    }
    std::ranges::sort(result.dates);
    if (by_date.empty()) return result;
    result.bounds = by_date.begin()->second;
    for (const auto& [date, bounds] : by_date) result.bounds = widened(result.bounds, bounds);
    return result;
}

}  // namespace nagarezu::metrics
