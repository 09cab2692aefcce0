// Claims: statements that a case makes about itself, judged against its own lists, flows and safeguards.
//
//   yes       it holds in every reading of the facts          no   it fails in every reading
//   unknown   open lists, optional items, holders named together or inexact counts could decide it either
//             way; `settling` names what would
//
// The world is closed: what no list, flow or safeguard states is not there, except where the case itself says
// that something is left open. Definitions of each kind: docs/review.md, Claims.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "nagarezu/base/frame.hpp"
#include "nagarezu/graph/holdings.hpp"
#include "nagarezu/metrics/fraction.hpp"
#include "nagarezu/metrics/measured.hpp"

namespace nagarezu::review {

enum class Verdict { no, unknown, yes };
std::string_view name_of(Verdict verdict);

/// Flows, or items, without which the claim holds. No set of fewer than `lower` of the same sort does it;
/// where `lower` is their number, the set is a smallest one.
struct Repair {
    std::vector<FlowIndex> flows;  // ascending; either these or the items are empty
    std::vector<ItemIndex> items;
    std::size_t lower{};

    [[nodiscard]] std::size_t size() const { return flows.size() + items.size(); }
    [[nodiscard]] bool exact() const { return lower == size(); }
};

/// What is known of one claim. Codes are such as `item:i1` or `safeguard:f1:ENC`; the catalogue words them.
struct Judgement {
    Verdict holds{Verdict::unknown};
    // Of a claim `only`: its items against those on the lists of its holders (M17). Nothing for other kinds,
    // without any list, and where an open list could still change the share.
    std::optional<metrics::Fraction> precision;
    std::optional<metrics::Fraction> recall;
    // Unless it holds: a shortest way by which something that contradicts it arrives (or may, if unknown).
    std::optional<graph::Witness> witness;
    FlowIndex collected_by;                   // the flow from the persons at which the witness begins, if any
    std::vector<std::string> contradictions;  // all that contradicts it, or may
    std::vector<std::string> settling;        // if unknown: facts that together would decide it
    std::vector<std::string> caveats;         // what the verdict does not judge, such as free text
    // If it does not hold: the smaller one of both; nothing if no set is known that would do.
    std::optional<Repair> repair;
};

/// Judges a claim of the case. A claim that lacks what its kind needs is unknown, with `claim:<id>`.
Judgement judge(const metrics::Measured& measured, const Claim& claim);

/// Table `claims`: a row for each claim, in the order of the case.
Frame claims(const metrics::Measured& measured);

}  // namespace nagarezu::review
