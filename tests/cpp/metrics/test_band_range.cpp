#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "nagarezu/metrics/assessment.hpp"

namespace nagarezu::metrics {
namespace {

BandRow row(Band band, int from, std::optional<Count> below, Escalated escalated = Escalated::either,
            Evidence mark = Evidence::verified) {
    return {band, from, below, escalated, mark, ""};
}

/// Nobody is asked below 10; from 10 basic; from 20 with five handlers or an accident priority (not
/// verified); from 30 full.
BandTable small() {
    BandTable table;
    table.handlers_from = 5;
    table.rows = {row(Band::not_obligatory, 0, 10), row(Band::basic, 10, 20), row(Band::basic, 20, 30, Escalated::no),
                  row(Band::priority, 20, 30, Escalated::yes, Evidence::partly), row(Band::full, 30, {})};
    return table;
}

const Handling few_and_none{{1, 2}, false};

TEST(BandRange, WorkedByHand) {
    const BandRange range = band_range(Bounds::exact(12), few_and_none, small());
    EXPECT_EQ(range.lower, Band::basic);
    EXPECT_EQ(range.upper, Band::basic);
    EXPECT_EQ(range.persons_up, Bounds::exact(18));   // 30 is the next band without escalation
    EXPECT_EQ(range.persons_down, Bounds::exact(3));  // 9 asks for nothing
    EXPECT_EQ(range.handlers_up, Bounds::unknown());  // below 20 handlers change nothing
    EXPECT_EQ(range.handlers_down, Bounds::unknown());
    EXPECT_FALSE(range.by_persons || range.by_handling);
    EXPECT_TRUE(range.unverified.empty() && range.unverified_distances.empty());
}

TEST(BandRange, HandlersOrAnAccidentEscalate) {
    const BandRange few = band_range(Bounds::exact(25), few_and_none, small());
    EXPECT_EQ(few.upper, Band::basic);
    EXPECT_EQ(few.handlers_up, (Bounds{3, 4}));
    EXPECT_EQ(few.handlers_down, Bounds::unknown());
    // The band itself is verified, that of more handlers is not.
    EXPECT_TRUE(few.unverified.empty());
    ASSERT_EQ(few.unverified_distances.size(), 1U);
    EXPECT_EQ(few.unverified_distances[0], small().rows[3]);

    const BandRange many = band_range(Bounds::exact(25), {{7, std::nullopt}, false}, small());
    EXPECT_EQ(many.lower, Band::priority);
    EXPECT_EQ(many.persons_up, Bounds::exact(5));
    EXPECT_EQ(many.handlers_up, Bounds::unknown());
    EXPECT_EQ(many.handlers_down, (Bounds{3, std::nullopt}));

    const BandRange accident = band_range(Bounds::exact(25), {{1, 2}, true}, small());
    EXPECT_EQ(accident.lower, Band::priority);
    EXPECT_EQ(accident.handlers_up, Bounds::unknown());
    EXPECT_EQ(accident.handlers_down, Bounds::unknown());
}

TEST(BandRange, UnknownHandlingLeavesBoth) {
    const BandRange range = band_range(Bounds::exact(25), {}, small());
    EXPECT_EQ(range.lower, Band::basic);
    EXPECT_EQ(range.upper, Band::priority);
    EXPECT_TRUE(range.by_handling);
    EXPECT_FALSE(range.by_persons);
    EXPECT_EQ(range.handlers_up, (Bounds{1, std::nullopt}));
    EXPECT_EQ(range.unverified.size(), 1U);
}

TEST(BandRange, UnknownPersonsMayBeAnyNumber) {
    const BandRange range = band_range(Bounds::unknown(), few_and_none, small());
    EXPECT_EQ(range.lower, Band::not_obligatory);
    EXPECT_EQ(range.upper, Band::full);
    EXPECT_TRUE(range.by_persons);
    EXPECT_EQ(range.persons_up, (Bounds{1, std::nullopt}));
    EXPECT_EQ(range.persons_down, (Bounds{1, std::nullopt}));
}

/// What a number of persons, handlers and an accident give, by the rows as they stand.
struct Oracle {
    const BandTable& table;

    [[nodiscard]] Band band(Count persons, Count handlers, bool accident) const {
        const bool escalated = accident || handlers >= table.handlers_from;
        for (const BandRow& one : table.rows)
            if (one.holds(escalated) && persons >= one.persons_from &&
                (!one.persons_below || persons < *one.persons_below))
                return one.band;
        ADD_FAILURE() << "no row";
        return Band::full;
    }
    /// Fewest steps of `by` until `better(band)`, within the numbers of this test.
    template <class At, class Better>
    static std::optional<Count> steps(At at, Count from, Count by, Better better) {
        for (Count to = from + by; to >= 0 && to <= 60; to += by)
            if (better(at(to), at(from))) return std::abs(to - from);
        return std::nullopt;
    }
};

struct Distances {
    std::optional<Count> least;
    std::optional<Count> most;
    bool none{false};

    void add(std::optional<Count> distance) {
        if (!distance) {
            none = true;
            return;
        }
        least = std::min(least.value_or(*distance), *distance);
        most = std::max(most.value_or(*distance), *distance);
    }
    [[nodiscard]] Bounds bounds() const { return {least, none ? std::nullopt : most}; }
};

BandTable any_table(std::mt19937& random) {
    BandTable table;
    table.handlers_from = 1 + static_cast<int>(random() % 4);
    int from = 0;
    const std::size_t pieces = 1 + random() % 5;
    for (std::size_t i = 0; i < pieces; ++i) {
        const int below = from + 1 + static_cast<int>(random() % 5);
        const auto end = i + 1 == pieces ? std::nullopt : std::optional<Count>{below};
        const auto any = [&] { return static_cast<Band>(random() % 4); };
        if (random() % 2 == 0) {
            table.rows.push_back(row(any(), from, end));
        } else {
            const Band plain = any();
            table.rows.push_back(row(plain, from, end, Escalated::no));
            table.rows.push_back(row(std::max(plain, any()), from, end, Escalated::yes));
        }
        from = below;
    }
    return table;
}

TEST(BandRange, AgreesWithEveryReadingTriedOneByOne) {
    std::mt19937 random{41};
    const auto up = [](Band there, Band here) { return there > here; };
    const auto down = [](Band there, Band here) { return there < here; };
    for (int round = 0; round < 500; ++round) {
        const BandTable table = any_table(random);
        ASSERT_TRUE(table.complete());
        const Oracle oracle{table};
        const auto low = static_cast<Count>(random() % 25);
        const auto few = static_cast<Count>(random() % 6);
        const Bounds persons{low, low + static_cast<Count>(random() % 12)};
        Handling handling{{few, few + static_cast<Count>(random() % 4)}, {}};
        if (random() % 3 != 0) handling.accident = random() % 2 == 0;
        std::optional<Band> least;
        std::optional<Band> most;
        Distances more_persons, fewer_persons, more_handlers, fewer_handlers;
        for (const bool accident : {false, true}) {
            if (handling.accident.value_or(accident) != accident) continue;
            for (Count p = *persons.lower; p <= *persons.upper; ++p)
                for (Count h = *handling.handlers.lower; h <= *handling.handlers.upper; ++h) {
                    const Band here = oracle.band(p, h, accident);
                    least = std::min(least.value_or(here), here);
                    most = std::max(most.value_or(here), here);
                    const auto by_persons = [&](Count n) { return oracle.band(n, h, accident); };
                    const auto by_handlers = [&](Count n) { return oracle.band(p, n, accident); };
                    more_persons.add(Oracle::steps(by_persons, p, 1, up));
                    fewer_persons.add(Oracle::steps(by_persons, p, -1, down));
                    more_handlers.add(Oracle::steps(by_handlers, h, 1, up));
                    fewer_handlers.add(Oracle::steps(by_handlers, h, -1, down));
                }
        }
        const BandRange range = band_range(persons, handling, table);
        EXPECT_EQ(range.lower, least);
        EXPECT_EQ(range.upper, most);
        EXPECT_EQ(range.persons_up, more_persons.bounds()) << round;
        EXPECT_EQ(range.persons_down, fewer_persons.bounds()) << round;
        EXPECT_EQ(range.handlers_up, more_handlers.bounds()) << round;
        EXPECT_EQ(range.handlers_down, fewer_handlers.bounds()) << round;
        EXPECT_TRUE(range.by_persons || range.by_handling || range.lower == range.upper);
    }
}

}  // namespace
}  // namespace nagarezu::metrics
