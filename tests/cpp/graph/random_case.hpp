// Small random cases that have everything: cycles, joint and removed flows, open lists and open subjects.
#pragma once

#include <random>

#include "sketch.hpp"

namespace nagarezu::graph {

inline Positions some_of(std::mt19937& random, std::size_t size, unsigned percent) {
    Positions chosen;
    for (std::size_t k = 0; k < size; ++k)
        if (random() % 100 < percent) chosen.push_back(k);
    return chosen;
}

inline Case random_case(std::mt19937& random, std::size_t most_holders = 6, std::size_t most_items = 4) {
    const std::size_t holders = 1 + random() % most_holders;
    const std::size_t items = random() % (most_items + 1);
    const std::size_t subjects = random() % 4;
    Sketch sketch{holders, items, subjects};
    const auto chance = [&](unsigned percent) { return random() % 100 < percent; };
    const auto named = [&] {
        return Named{.items = some_of(random, items, 30),
                     .optional = chance(30) ? some_of(random, items, 30) : Positions{},
                     .open = chance(30),
                     .subjects = some_of(random, subjects, 40),
                     .open_subjects = chance(30),
                     .open_list = chance(15),
                     .change = chance(10) ? Change::removed : Change::existing};
    };
    for (std::size_t k = random() % 3; k > 0; --k) sketch.creates(random() % holders, named());
    for (std::size_t k = random() % (3 * holders); k > 0; --k) {
        Positions to;
        for (std::size_t n = chance(20) ? random() % 4 : 1; n > 0; --n) to.push_back(random() % holders);
        if (chance(10))
            sketch.collects(to, named());
        else
            sketch.flow(random() % holders, to, named());
        if (chance(20)) sketch.with_list(some_of(random, items, 50), {}, chance(20) ? Change::removed : Change::added);
    }
    return sketch.value();
}

}  // namespace nagarezu::graph
