// Claims `only`, `never` and `includes`.
#include <algorithm>
#include <set>

#include "claim_kinds.hpp"
#include "held_claim.hpp"
#include "nagarezu/metrics/consistency.hpp"
#include "nagarezu/metrics/items.hpp"

namespace nagarezu::review {

namespace {

using metrics::Measured;

/// An item that is not forbidden may still tell of one that is: by its free text, or because it is derived.
std::vector<std::string> caveats(const Measured& measured, const HeldClaim& claim) {
    const auto& items = measured.source.items;
    std::vector<std::string> codes;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto held = [&](HolderIndex holder) {
            return measured.holdings.has_item(holder, ItemIndex{i}, graph::Reach::upper);
        };
        if (claim.forbidden[i] || !std::ranges::any_of(claim.holders, held)) continue;
        if (items[i].classes.contains(ItemClass::FT)) codes.push_back("free_text:" + items[i].id);
        std::set<ItemIndex> origins;  // a set, for items of a case may be derived in a circle
        for (ItemIndex at = items[i].derived_from; at.valid(); at = items[at.get()].derived_from)
            if (!origins.insert(at).second) break;
        const auto forbidden = [&](ItemIndex item) { return claim.forbidden[item.get()]; };
        if (std::ranges::any_of(origins, forbidden)) codes.push_back("derived:" + items[i].id);
    }
    return codes;
}

Judgement judge_and_repair(const Measured& measured, const HeldClaim& claim) {
    Judgement judged = judge_held(measured, claim);
    judged.caveats = caveats(measured, claim);
    if (judged.holds != Verdict::yes) judged.repair = repair_held(measured, claim);
    return judged;
}

/// M17 against all lists of the holders together, as far as an open one cannot change it.
void compare_lists(const Case& source, const Claim& claim, Judgement& into) {
    std::vector<ItemIndex> listed;
    bool any = false;
    bool open = false;
    for (HolderIndex holder : claim.holders)
        for (ListIndex index : metrics::lists_of(source, holder)) {
            const ItemList& list = source.lists[index.get()];
            any = true;
            open = open || list.open;
            for (const ListEntry& entry : list.entries)
                if (entry.leaf() && entry.change != Change::removed) listed.push_back(entry.item);
        }
    if (!any) return;
    const auto compared = metrics::consistency(claim.items, listed);
    if (!open || compared.unlisted.empty()) into.precision = compared.precision;
    if (!open) into.recall = compared.recall;
}

}  // namespace

Judgement judge_only(const Measured& measured, const Claim& claim) {
    if (claim.holders.empty()) return incomplete(claim);
    Judgement judged = judge_and_repair(measured, HeldClaim::only(measured.source, claim));
    compare_lists(measured.source, claim, judged);
    return judged;
}

Judgement judge_never(const Measured& measured, const Claim& claim) {
    const HeldClaim held = HeldClaim::never(measured.source, claim);
    if (held.holders.empty() || (claim.items.empty() && claim.classes.empty())) return incomplete(claim);
    return judge_and_repair(measured, held);
}

Judgement judge_includes(const Measured& measured, const Claim& claim) {
    if (claim.holders.empty() || claim.items.empty()) return incomplete(claim);
    const auto& holdings = measured.holdings;
    Claim lacking = claim;  // of the items, those that a holder is not certain to have
    lacking.items.clear();
    bool impossible = false;
    for (const ItemIndex item : claim.items) {
        const auto lacks = [&](HolderIndex holder) { return !holdings.has_item(holder, item, graph::Reach::lower); };
        if (std::ranges::any_of(claim.holders, lacks)) lacking.items.push_back(item);
        impossible = impossible || std::ranges::any_of(claim.holders, [&](HolderIndex holder) {
                         return !holdings.has_item(holder, item, graph::Reach::upper) && !holdings.unlisted(holder);
                     });
    }
    Judgement judged;
    if (lacking.items.empty()) {
        judged.holds = Verdict::yes;
        return judged;
    }
    judged.holds = impossible ? Verdict::no : Verdict::unknown;
    for (const ItemIndex item : lacking.items)
        judged.contradictions.push_back("item:" + measured.source.items[item.get()].id);
    if (!impossible) judged.settling = settling_facts(measured, HeldClaim::never(measured.source, lacking));
    return judged;
}

}  // namespace nagarezu::review
