// Bands and distances for bounds on persons and handling: a walk over the rows of the table.
#include <algorithm>

#include "nagarezu/metrics/assessment.hpp"
#include "possible_bands.hpp"

namespace nagarezu::metrics {

namespace {

/// Rows that follow each other and have one band.
struct Run {
    Band band;
    Count from;
    std::optional<Count> below;
};

std::vector<Run> runs_of(const BandTable& table, bool escalated) {
    std::vector<Run> runs;
    for (const BandRow& row : table.rows) {
        if (!row.holds(escalated)) continue;
        if (!runs.empty() && runs.back().band == row.band)
            runs.back().below = row.persons_below;
        else
            runs.push_back({row.band, row.persons_from, row.persons_below});
    }
    return runs;
}

/// Distances over all readings: the least and the greatest; the latter null once some reading has none.
class Distance {
public:
    void none() { open_ = true; }
    void between(Count least, std::optional<Count> most) {
        bounds_.lower = std::min(bounds_.lower.value_or(least), least);
        open_ = open_ || !most;
        if (most) bounds_.upper = std::max(bounds_.upper.value_or(0), *most);
    }
    [[nodiscard]] Bounds bounds() const { return {bounds_.lower, open_ ? std::nullopt : bounds_.upper}; }

private:
    Bounds bounds_;
    bool open_{false};
};

class Search {
public:
    Search(const Bounds& persons, const Handling& handling, const BandTable& table)
        : persons_{persons.lower.value_or(0), persons.upper},
          handling_{handling},
          table_{table},
          in_bands_(table.rows.size(), false),
          in_distances_(table.rows.size(), false) {}

    BandRange run() {
        std::size_t ways = 0;
        for (const bool escalated : {false, true}) {
            if (!may_be(handling_, table_, escalated)) continue;
            ++ways;
            judge(escalated);
        }
        if (ways == 2) found_.by_handling = handling_matters();
        handlers();
        found_.persons_up = up_.bounds();
        found_.persons_down = down_.bounds();
        found_.handlers_up = more_.bounds();
        found_.handlers_down = fewer_.bounds();
        for (std::size_t i = 0; i < table_.rows.size(); ++i) {
            if (table_.rows[i].mark == Evidence::verified) continue;
            if (in_bands_[i]) found_.unverified.push_back(table_.rows[i]);
            if (in_distances_[i]) found_.unverified_distances.push_back(table_.rows[i]);
        }
        return std::move(found_);
    }

private:
    /// The bands of the persons, escalated or not, and how far they are from others.
    void judge(bool escalated) {
        const auto runs = runs_of(table_, escalated);
        std::size_t met = 0;
        for (std::size_t i = 0; i < runs.size(); ++i) {
            const auto part = overlap(persons_, runs[i].from, runs[i].below);
            if (!part) continue;
            ++met;
            include(runs[i].band);
            rest_on(in_bands_, escalated, *part);
            rest_on(in_distances_, escalated, *part);
            climb(escalated, runs, i, *part);
            descend(escalated, runs, i, *part);
        }
        found_.by_persons = found_.by_persons || met > 1;
    }

    void include(Band band) {
        found_.lower = std::min(found_.lower.value_or(band), band);
        found_.upper = std::max(found_.upper.value_or(band), band);
    }

    void climb(bool escalated, const std::vector<Run>& runs, std::size_t here, const Bounds& part) {
        for (std::size_t i = here + 1; i < runs.size(); ++i) {
            if (runs[i].band <= runs[here].band) continue;
            rest_on(in_distances_, escalated, Bounds::exact(runs[i].from));
            return up_.between(runs[i].from - *part.upper, runs[i].from - *part.lower);
        }
        up_.none();
    }

    void descend(bool escalated, const std::vector<Run>& runs, std::size_t here, const Bounds& part) {
        for (std::size_t i = here; i-- > 0;) {
            if (runs[i].band >= runs[here].band) continue;
            const Count last = *runs[i].below - 1;
            rest_on(in_distances_, escalated, Bounds::exact(last));
            return down_.between(*part.lower - last, part.upper ? std::optional{*part.upper - last} : std::nullopt);
        }
        down_.none();
    }

    /// Marks the rows that hold of some of these persons.
    void rest_on(std::vector<bool>& rows, bool escalated, const Bounds& persons) {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const BandRow& row = table_.rows[i];
            if (row.holds(escalated) && overlap(persons, row.persons_from, row.persons_below)) rows[i] = true;
        }
    }

    /// Calls `visit(plain, escalated, persons)` for each two rows that may hold of the same persons.
    template <class Visit>
    void each_pair(Visit visit) const {
        for (const BandRow& plain : table_.rows) {
            if (!plain.holds(false)) continue;
            const auto part = overlap(persons_, plain.persons_from, plain.persons_below);
            if (!part) continue;
            for (const BandRow& escalated : table_.rows) {
                if (!escalated.holds(true)) continue;
                const auto both = overlap(*part, escalated.persons_from, escalated.persons_below);
                if (both) visit(plain, escalated, *both);
            }
        }
    }

    [[nodiscard]] bool handling_matters() const {
        bool differs = false;
        each_pair([&](const BandRow& plain, const BandRow& escalated, const Bounds&) {
            differs = differs || plain.band != escalated.band;
        });
        return differs;
    }

    /// Handlers to the limit, where it changes the band; an accident escalates whatever they are.
    void handlers() {
        const Count limit = table_.handlers_from;
        const auto few = overlap(handling_.handlers, 0, limit);
        const auto many = overlap(handling_.handlers, limit, std::nullopt);
        if (handling_.accident != false) {
            more_.none();
            fewer_.none();
        }
        if (handling_.accident == true) return;
        each_pair([&](const BandRow& plain, const BandRow& escalated, const Bounds& persons) {
            const bool differs = plain.band < escalated.band;
            if (!differs || !few) more_.none();
            if (!differs || !many) fewer_.none();
            if (!differs) return;
            rest_on(in_distances_, false, persons);
            rest_on(in_distances_, true, persons);
            if (few) more_.between(limit - *few->upper, limit - *few->lower);
            if (few && many) more_.none();
            if (few && many) fewer_.none();
            if (many)
                fewer_.between(*many->lower - (limit - 1),
                               many->upper ? std::optional{*many->upper - (limit - 1)} : std::nullopt);
        });
    }

    Bounds persons_;
    const Handling& handling_;
    const BandTable& table_;
    BandRange found_;
    Distance up_, down_, more_, fewer_;
    std::vector<bool> in_bands_, in_distances_;  // rows that either rests on
};

}  // namespace

std::optional<Bounds> overlap(const Bounds& bounds, Count from, const std::optional<Count>& below) {
    Bounds part{std::max(bounds.lower.value_or(0), from), bounds.upper};
    if (below && (!part.upper || *part.upper >= *below)) part.upper = *below - 1;
    if (part.upper && *part.upper < *part.lower) return std::nullopt;
    return part;
}

bool may_be(const Handling& handling, const BandTable& table, bool escalated) {
    const Count limit = table.handlers_from;
    if (!escalated) return handling.accident != true && handling.handlers.lower.value_or(0) < limit;
    return handling.accident != false || !handling.handlers.upper || *handling.handlers.upper >= limit;
}

BandRange band_range(const Bounds& persons, const Handling& handling, const BandTable& table) {
    return Search{persons, handling, table}.run();
}

}  // namespace nagarezu::metrics
