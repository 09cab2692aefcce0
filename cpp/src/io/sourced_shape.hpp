// The JSON form of what every entity carries: its places in the source and the history of its values.
#pragma once

#include "nagarezu/model/provenance.hpp"
#include "shape.hpp"

namespace nagarezu::io {

template <>
struct Shape<Alternative> {
    static constexpr std::string_view name = "alternative";
    static constexpr std::string_view meaning = "Another reading of a printed value.";
    static constexpr auto members = std::tuple{
        Member{"value", &Alternative::value, "The other reading.", Need::required},
        Member{"confidence", &Alternative::confidence, "How sure the rule was, from 0 to 1.", Need::optional,
               Rule::share},
    };
};

template <>
struct Shape<Provenance> {
    static constexpr std::string_view name = "provenance";
    static constexpr std::string_view meaning = "How one member of an entity was read.";
    static constexpr auto members = std::tuple{
        Member{"field", &Provenance::field, "The member that this explains.", Need::required},
        Member{"source", &Provenance::source, "Where the value is printed.", Need::optional, Rule::places},
        Member{"printed", &Provenance::printed, "The value as printed."},
        Member{"normalised", &Provenance::normalised, "The value after normalisation."},
        Member{"rule", &Provenance::rule, "The rule that read it."},
        Member{"confidence", &Provenance::confidence, "How sure the rule was, from 0 to 1.", Need::optional,
               Rule::share},
        Member{"review", &Provenance::review, "How far a person has confirmed it."},
        Member{"alternatives", &Provenance::alternatives, "Other readings, the likeliest first."},
        Member{"reason", &Provenance::reason, "Why a value is unknown, where it is."},
    };
};

/// The members that close the table of every entity.
inline constexpr auto sourced_members = std::tuple{
    Member{"source", &Sourced::source, "Places in the sources, separated by a space.", Need::optional, Rule::places},
    Member{"provenance", &Sourced::provenance, "How the values of this entity were read."},
};

template <class... Members>
constexpr auto sourced(Members... members) {
    return std::tuple_cat(std::tuple{members...}, sourced_members);
}

}  // namespace nagarezu::io
