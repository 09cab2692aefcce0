// M22: what holders could join if they put their records together. Structure only, no records needed.
//
// A key is an item of the data subject's own (no role) of class NB, JC, SY or OI. Two items of one concept
// are the same key. Two holders share a key if both hold it of a common group; a set is joined of a group if
// shared keys of that group connect all of it. Definitions: docs/review.md, Linkage.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "nagarezu/base/bounds.hpp"
#include "nagarezu/base/frame.hpp"
#include "nagarezu/metrics/measured.hpp"

namespace nagarezu::review {

struct Linkage {
    std::vector<HolderIndex> holders;               // each once, ascending
    std::vector<ItemIndex> join_keys;               // keys that all of them certainly hold of one common group
    std::vector<ItemIndex> possible_keys;           // those that they may hold besides
    Bounds union_items;                             // distinct items that any of them holds
    Bounds new_combinations;                        // pairs of the person's own items that no member has together
    std::optional<bool> reaches_direct_identifier;  // joined with a holder of an own item of class DI
    std::vector<std::string> missing;               // what leaves the holdings open
};

/// Of any holders, in any order. Of one holder alone, the keys are its own and nothing is new; of none,
/// nothing is joined.
Linkage linkage(const metrics::Measured& measured, std::span<const HolderIndex> holders);

/// The smallest sets of holders that tie a pseudonymous holder to direct identifiers: all of them, in
/// ascending order, each with the holder itself.
struct Ties {
    std::vector<std::vector<HolderIndex>> sets;
    bool complete{true};  // false: there are more than `tie_limit`, of which these are the first found
};
inline constexpr std::size_t tie_limit = 256;

/// Keys and identifiers count by one bound of the holdings (lower or upper; something unlisted is neither). A
/// holder is pseudonymous if it holds a key and if no reading gives it an own item of class DI; for any other
/// there is no set.
Ties smallest_ties(const metrics::Measured& measured, HolderIndex holder, graph::Reach reach);

/// Table `linkage`: one row for each of the sets described in docs/review.md.
Frame linkages(const metrics::Measured& measured);

/// The same columns for one set of holders, without `case`.
Frame linkage_table(const metrics::Measured& measured, std::span<const HolderIndex> holders);

}  // namespace nagarezu::review
