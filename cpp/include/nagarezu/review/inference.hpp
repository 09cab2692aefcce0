// What a holder could find out alone, beyond what its items are meant to tell.
#pragma once

#include <string_view>
#include <vector>

#include "nagarezu/metrics/measured.hpp"

namespace nagarezu::review {

enum class Clue {
    derives,    // it holds what a credential is derived from and not the credential, but can work it out
    reveals,    // it holds what is derived from an item, and not the item
    contact,    // it holds a contact of a person of whom it has no direct identifier
    free_text,  // it holds free text, in which such a person may be named
};
std::string_view name_of(Clue clue);

/// What a holder lacks, it lacks in every reading of the listed items; something unlisted does not count.
/// `item` is what it finds out or may be told: the credential, the item revealed, the contact, the text.
/// `by` is the item that gives it away, for the latter two the same. Uncertain if that is only in the upper bound
/// of the holdings, as an optional e-mail address is.
struct Inference {
    Clue clue{};
    ItemIndex item;
    ItemIndex by;
    bool certain{true};
    friend bool operator==(const Inference&, const Inference&) = default;
};

/// In the order of the clues, then of the items. The person's own items count; a derived item and its origin
/// belong to the same person.
std::vector<Inference> inferences(const metrics::Measured& measured, HolderIndex holder);

}  // namespace nagarezu::review
