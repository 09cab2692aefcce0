// Where a value was read, how, and how far a person has confirmed it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "nagarezu/model/words.hpp"

namespace nagarezu {

/// One or several places, separated by a space: `000:24`, `minutes:p3`, `list:Sheet1!B4`.
using Places = std::string;

/// One other reading of a printed value.
struct Alternative {
    std::string value;
    double confidence{};
    friend bool operator==(const Alternative&, const Alternative&) = default;
};

/// How one member of an entity (`field`, such as `label`) was read.
struct Provenance {
    std::string field;
    Places source;
    std::string printed;
    std::string normalised;
    std::string rule;
    std::optional<double> confidence;
    Review review{Review::unreviewed};
    std::vector<Alternative> alternatives;
    std::string reason;  // why a value is unknown, where it is
    friend bool operator==(const Provenance&, const Provenance&) = default;
};

/// What every entity of a case carries: its place in the source and the history of its values.
struct Sourced {
    Places source;
    std::vector<Provenance> provenance;
    friend bool operator==(const Sourced&, const Sourced&) = default;
};

}  // namespace nagarezu
