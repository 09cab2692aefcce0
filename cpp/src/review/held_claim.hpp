// Claims about what holders hold: `only` and `never` as one question, which items are forbidden to whom.
#pragma once

#include <vector>

#include "nagarezu/review/claims.hpp"

namespace nagarezu::review {

struct HeldClaim {
    std::vector<HolderIndex> holders;  // each once, ascending
    std::vector<bool> forbidden;       // for each item; whatever is unlisted may be forbidden

    static HeldClaim only(const Case& source, const Claim& claim);
    static HeldClaim never(const Case& source, const Claim& claim);
};

/// Whether none of the holders can hold a forbidden item in any reading.
bool holds(const metrics::Measured& measured, const HeldClaim& claim);

/// Verdict, contradictions, witness and settling facts; no repair.
Judgement judge_held(const metrics::Measured& measured, const HeldClaim& claim);

/// The facts on which it hangs that forbidden items, or something unlisted, may reach the holders.
std::vector<std::string> settling_facts(const metrics::Measured& measured, const HeldClaim& claim);

/// The smaller of the smallest sets of flows and of items without which the claim holds.
std::optional<Repair> repair_held(const metrics::Measured& measured, const HeldClaim& claim);

}  // namespace nagarezu::review
