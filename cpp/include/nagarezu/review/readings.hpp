// How far the values of a case were confirmed by a person: a paper made of a draft has to say so.
#pragma once

#include <array>
#include <cstddef>

#include "nagarezu/model/case.hpp"

namespace nagarezu::review {

/// Values that say how they were read, by state of review (the order of `Review`).
struct Readings {
    std::array<std::size_t, 4> by_review{};

    std::size_t of(Review state) const { return by_review[static_cast<std::size_t>(state)]; }
    friend bool operator==(const Readings&, const Readings&) = default;
};

/// Counts the provenance of every entity, also of those within others. What an edit made was read nowhere.
Readings readings(const Case& source);

}  // namespace nagarezu::review
