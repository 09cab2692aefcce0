#include "nagarezu/metrics/assessment.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "codes.hpp"
#include "individual_number.hpp"
#include "nagarezu/metrics/exposure.hpp"
#include "possible_bands.hpp"

namespace nagarezu::metrics {

namespace {

using Groups = std::set<SubjectIndex>;

constexpr std::array<std::string_view, 5> applies_words{"stated_item", "assessment_matter", "optional_item",
                                                        "open_list", "no_item"};
constexpr std::array<std::string_view, 4> crossing_words{"none", "up", "down", "unknown"};

void include(Groups& into, const std::vector<SubjectIndex>& groups) {
    into.insert(groups.begin(), groups.end());
}

/// Everyone, in the order of the case.
std::vector<SubjectIndex> everyone(const Case& source) {
    std::vector<SubjectIndex> all;
    for (std::size_t i = 0; i < source.subjects.size(); ++i) all.emplace_back(i);
    return all;
}

/// M01 of the persons of whom the matter's flows are. Open subjects may be anyone.
Measure persons_of(const Measured& measured, MatterIndex matter) {
    const Case& source = measured.source;
    Groups certain;
    Groups possible;
    Measure unnamed{Bounds::unknown(), "person", {}, {}};
    if (!matter.valid()) include(certain, everyone(source));
    for (const Flow& flow : source.flows) {
        if (!matter.valid() || flow.matter != matter || flow.change == Change::removed) continue;
        include(certain, flow.subjects);
        if (!flow.open_subjects) continue;
        include(possible, everyone(source));
        unnamed.missing.push_back("subjects:" + flow.id);
    }
    possible.insert(certain.begin(), certain.end());
    if (possible.empty()) return unnamed;
    Exposure exposure{measured};
    Measure most = exposure.persons({possible.begin(), possible.end()});
    const Measure& least = exposure.persons({certain.begin(), certain.end()});
    most.bounds.lower = certain.empty() ? std::nullopt : least.bounds.lower;
    merge_codes(most.assumptions, least.assumptions);
    merge_codes(unnamed.missing, most.missing);
    most.missing = std::move(unnamed.missing);
    return most;
}

/// What no band may be as a place in the order of bands, and what each band is.
enum class Place { none, not_obligatory, basic, priority, full };

Place place_of(Band band) {
    return static_cast<Place>(static_cast<int>(band) + 1);
}

/// Which answers some reading gives.
class Answers {
public:
    void compare(Place before, Place after) {
        if (before == after)
            none_ = true;
        else
            (before < after ? up_ : down_) = true;
    }
    [[nodiscard]] Crossing answer() const {
        if (none_ + up_ + down_ != 1) return Crossing::unknown;
        if (none_) return Crossing::none;
        return up_ ? Crossing::up : Crossing::down;
    }

private:
    bool none_{false}, up_{false}, down_{false};
};

/// One side of a comparison.
struct Side {
    IndividualNumber number;
    Bounds persons;
};

Side side_of(const Measured& measured) {
    return {individual_number(measured.source, {}), persons_of(measured, {}).bounds};
}

bool may_apply(const Side& side, bool applies) {
    return truth_of(side.number.applies).value_or(applies) == applies;
}

/// Two cases, and what their unknown facts have in common.
struct Comparison {
    Side before;
    Side after;
    bool same_persons{};  // the same row holds of them
    bool same_opening{};  // what is open in both holds an individual number in both, or in none

    /// Compares the bands of two rows, under each answer to whether the law asks for an assessment.
    void compare(Band old_band, Band new_band, Answers& answers) const {
        for (const bool from : {false, true})
            for (const bool to : {false, true}) {
                if (!may_apply(before, from) || !may_apply(after, to) || (same_opening && from != to)) continue;
                answers.compare(from ? place_of(old_band) : Place::none, to ? place_of(new_band) : Place::none);
            }
    }

    /// Compares all readings in which handling is escalated, or all in which it is not.
    void compare(const BandTable& table, bool escalated, Answers& answers) const {
        const auto may_hold = [escalated](const BandRow& row, const Side& side) {
            return row.holds(escalated) && overlap(side.persons, row.persons_from, row.persons_below);
        };
        for (const BandRow& old_row : table.rows) {
            if (!may_hold(old_row, before)) continue;
            for (const BandRow& new_row : table.rows)
                if (may_hold(new_row, after) && (!same_persons || &new_row == &old_row))
                    compare(old_row.band, new_row.band, answers);
        }
    }
};

}  // namespace

std::optional<bool> truth_of(Applies applies) {
    if (applies == Applies::optional_item || applies == Applies::open_list) return std::nullopt;
    return applies != Applies::no_item;
}

std::string_view name_of(Applies applies) {
    return applies_words[static_cast<std::size_t>(applies)];
}

std::string_view name_of(Crossing crossing) {
    return crossing_words[static_cast<std::size_t>(crossing)];
}

Assessment assess(const Measured& measured, MatterIndex matter, const Handling& handling, const BandTable& table) {
    const IndividualNumber number = individual_number(measured.source, matter);
    Assessment found{number.applies, persons_of(measured, matter), {}, {}};
    const std::optional<bool> applies = truth_of(number.applies);
    if (applies == false) return found;
    found.range = band_range(found.persons.bounds, handling, table);
    merge_codes(found.missing, number.missing);
    if (found.range.by_persons) {
        merge_codes(found.missing, found.persons.missing);
        if (found.persons.missing.empty()) found.missing.emplace_back("persons");
    }
    if (found.range.by_handling) {
        const Bounds& handlers = handling.handlers;
        if (handlers.lower.value_or(0) < table.handlers_from &&
            (!handlers.upper || *handlers.upper >= table.handlers_from))
            found.missing.emplace_back("handlers");
        if (!handling.accident) found.missing.emplace_back("accident");
    }
    if (!applies) found.range.lower.reset();
    return found;
}

Crossing crossing(const Measured& before, const Measured& after, const Handling& handling, const BandTable& table) {
    Comparison both{side_of(before), side_of(after), before.source.subjects == after.source.subjects, false};
    both.same_opening = both.before.number == both.after.number;
    Answers answers;
    for (const bool escalated : {false, true})
        if (may_be(handling, table, escalated)) both.compare(table, escalated, answers);
    return answers.answer();
}

}  // namespace nagarezu::metrics
