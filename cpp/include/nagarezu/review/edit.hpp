// What-if edits: the case as it would be if something were left out or put in.
//
// An edit is a plain value; entities are named by their ids. What is edited stays a case in every respect:
// it can be written and read back. A changed or new entity says so in its provenance, by the rule `whatif`
// and the field that is hypothetical.
//
// What is left without content goes as well: a list without leaves, a creation or flow that carries nothing
// and is not open, a list that only a removed flow used, a safeguard that applied to removed flows only, a
// claim that has lost all items, all holders or all flows of which it speaks. `difference` of the two cases
// names each of these.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "nagarezu/model/case.hpp"

namespace nagarezu::review {

inline constexpr std::string_view whatif_rule = "whatif";

/// The item is gone from the case, or only from what one flow lists. That flow then no longer states it; a
/// flow that is open may still carry it unlisted, as everything that its source may hold.
struct WithoutItem {
    std::string item;
    std::string flow;  // empty: everywhere
    friend bool operator==(const WithoutItem&, const WithoutItem&) = default;
};

struct WithoutFlow {
    std::string flow;
    friend bool operator==(const WithoutFlow&, const WithoutFlow&) = default;
};

/// A holder into which something flows is gone, and with it every flow from it. The others of a joint flow
/// stay.
struct WithoutRecipient {
    std::string recipient;
    friend bool operator==(const WithoutRecipient&, const WithoutRecipient&) = default;
};

/// A flow lists one more item, one of the case or, with a label, a new one.
struct WithItem {
    std::string item;
    std::string flow;
    std::string label;                 // for a new item
    std::vector<std::string> classes;  // of the taxonomy, for a new item
    friend bool operator==(const WithItem&, const WithItem&) = default;
};

/// A new flow, marked as added. Without items it is open, without subjects its subjects are.
struct WithFlow {
    std::string flow;
    std::string from;             // empty only for `collect`
    std::vector<std::string> to;  // empty only for `issue`
    std::string relation{"provide"};
    std::vector<std::string> items;
    std::vector<std::string> subjects;
    std::string matter;  // empty if the case has only one
    friend bool operator==(const WithFlow&, const WithFlow&) = default;
};

/// A new organisation outside. With a flow, it receives by a flow of its own (`<flow>-<recipient>`) what that
/// flow carries, from the same source and one tier further out.
struct WithRecipient {
    std::string recipient;
    std::string label;
    std::string flow;
    friend bool operator==(const WithRecipient&, const WithRecipient&) = default;
};

/// One more safeguard is stated, of one category: for a flow, or for the whole case.
struct WithSafeguard {
    std::string category;
    std::string flow;  // empty: every flow of the case
    std::string party{"own"};
    friend bool operator==(const WithSafeguard&, const WithSafeguard&) = default;
};

using Edit = std::variant<WithoutItem, WithoutFlow, WithoutRecipient, WithItem, WithFlow, WithRecipient, WithSafeguard>;

/// The edited case. (Not `apply`: an Edit is a std::variant, whose namespace has an `apply` of its own.) Throws
/// InvalidInput with one error, whose hint names the nearest known ids or words: `dangling_id` for an id that the case
/// does not have, `unknown_value` for a word outside its list, `bad_id` or `duplicate_id` for a new id, `missing_key`,
/// `endpoint_missing` or `contradiction` for parts that do not fit, `no_effect` for an edit that would leave the case
/// as it is.
Case edited(Case source, const Edit& edit);

/// A chain: each edit is applied to what the one before made.
Case edited(Case source, std::span<const Edit> edits);

}  // namespace nagarezu::review
