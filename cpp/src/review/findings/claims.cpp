// What a case claims of itself against what its lists and flows state: only, never, also, and nobody keeps it.
#include "nagarezu/review/claims.hpp"

#include <algorithm>

#include "raised.hpp"

namespace nagarezu::review::rules {

namespace {

std::vector<HolderIndex> holders_of(const Case& source, const Claim& claim) {
    std::vector<HolderIndex> holders = claim.holders;
    if (claim.zone.empty()) return holders;
    for (std::size_t i = 0; i < source.holders.size(); ++i)
        if (source.holders[i].zone == claim.zone) holders.emplace_back(i);
    return holders;
}

bool contains(const std::vector<ItemIndex>& items, ItemIndex wanted) {
    return std::ranges::find(items, wanted) != items.end();
}

std::string labels_of(const Case& source, const std::vector<HolderIndex>& holders) {
    LabelList labels;
    for (const HolderIndex holder : holders) labels.add(source.holders[holder.get()].label);
    return labels.text();
}

std::string ends_of(const Case& source, const Flow& flow) {
    return (flow.from.valid() ? source.holders[flow.from.get()].label : std::string{}) + "→" +
           labels_of(source, flow.to);
}

/// Entries at odds with a claim: their labels and where they stand.
struct Odds {
    LabelList labels;
    PlaceList places;
    void add(const Case& source, const StatedItem& stated) {
        labels.add(source.items[stated.item.get()].label);
        places.add(stated.place);
    }
    void raise(Raised& raised, FindingCode code, Severity severity, const Claim& claim,
               const std::string& whose) const {
        if (labels.empty()) return;
        raised.add(code, severity, claim.source, places.text(), whose, claim.label, labels.text());
    }
};

using Stated = std::vector<StatedItem>;

void only(Raised& raised, const Claim& claim, const Stated& items, const std::string& whose) {
    Odds extra;
    for (const StatedItem& stated : items)
        if (!contains(claim.items, stated.item)) extra.add(raised.source(), stated);
    extra.raise(raised, FindingCode::claim_against_list, Severity::warning, claim, whose);
}

/// Items that somebody is said to get, though the lists of what he gets are closed and lack them.
void lacking(Raised& raised, const Claim& claim, const std::vector<const ItemList*>& lists, const Stated& listed,
             const std::string& whose) {
    const Case& source = raised.source();
    if (lists.empty() || std::ranges::any_of(lists, &ItemList::open)) return;  // it may stand in the rest
    LabelList missing;
    for (const ItemIndex item : claim.items)
        if (std::ranges::find(listed, item, &StatedItem::item) == listed.end())
            missing.add(source.items[item.get()].label);
    if (missing.empty()) return;
    PlaceList places;
    for (const ItemList* list : lists) places.add(list->source);
    raised.add(FindingCode::claimed_item_unlisted, Severity::warning, claim.source, places.text(), whose,
               missing.text());
}

void lacking(Raised& raised, const Claim& claim, HolderIndex holder) {
    const Case& source = raised.source();
    lacking(raised, claim, own_lists(source, holder, claim.matter), listed_items(source, holder, claim.matter),
            source.holders[holder.get()].label);
}

/// A file that several systems hold together has one list for all of them.
void lacking_together(Raised& raised, const Claim& claim) {
    const Case& source = raised.source();
    if (claim.holders.size() < 2) return;
    std::vector<const ItemList*> lists;
    Stated listed;
    for (const ItemList& list : source.lists) {
        if (!std::ranges::is_permutation(list.holders, claim.holders) || !concerns(claim.matter, list.matter)) continue;
        lists.push_back(&list);
        for (const ListEntry& entry : list.entries)
            if (entry.leaf() && entry.change != Change::removed) listed.push_back({entry.item, entry.source, false});
    }
    lacking(raised, claim, lists, listed, labels_of(source, claim.holders));
}

/// 移転先は甲のみ: a claim without items about those to whom, then, nothing goes.
void nothing(Raised& raised, const Claim& claim, HolderIndex holder) {
    PlaceList places;
    LabelList ways;
    for (const Flow& flow : raised.source().flows) {
        if (!active(flow) || flow.to.size() != 1 || flow.to.front() != holder || !concerns(claim.matter, flow.matter))
            continue;
        places.add(flow.source);
        ways.add(ends_of(raised.source(), flow));
    }
    if (!ways.empty())
        raised.add(FindingCode::claim_against_list, Severity::warning, claim.source, places.text(),
                   raised.source().holders[holder.get()].label, claim.label, ways.text());
}

/// Whether an item is made, in however many steps, from one of these classes.
bool derived_from(const Case& source, ItemIndex item, ItemClasses classes) {
    std::vector<ItemIndex> seen{item};  // a file may derive items from each other in a circle
    for (ItemIndex base = source.items[item.get()].derived_from; base.valid() && !contains(seen, base);
         base = source.items[base.get()].derived_from) {
        if (!(source.items[base.get()].classes & classes).empty()) return true;
        seen.push_back(base);
    }
    return false;
}

/// Whether an item may tell who somebody is: how to reach them, or what is made from what names them. Where
/// roughly they live does not, nor what they write.
bool may_tell(const Case& source, ItemIndex item, ItemClasses named) {
    const ItemClasses classes = source.items[item.get()].classes;
    return (classes.contains(ItemClass::CT) && !classes.contains(ItemClass::QI)) || derived_from(source, item, named);
}

/// Sex is one of the basic four, but nobody is known by it.
bool tells_nobody(const Case& source, ItemIndex item) {
    return source.items[item.get()].concept_id == "sex";
}

void never(Raised& raised, const Claim& claim, const Stated& items, const std::string& whose) {
    const Case& source = raised.source();
    const bool names_nobody = claim.classes.contains(ItemClass::DI);
    const bool by_class_alone = names_nobody && claim.items.empty();
    Odds certain;
    Odds possible;
    for (const StatedItem& stated : items) {
        if (by_class_alone && tells_nobody(source, stated.item)) continue;
        const ItemClasses classes = source.items[stated.item.get()].classes;
        if (contains(claim.items, stated.item) || !(classes & claim.classes).empty())
            (stated.optional ? possible : certain).add(source, stated);
        else if (names_nobody && may_tell(source, stated.item, claim.classes))
            possible.add(source, stated);
    }
    certain.raise(raised, by_class_alone ? FindingCode::identifying_item : FindingCode::claim_against_list,
                  Severity::warning, claim, whose);
    possible.raise(raised, FindingCode::identifying_item, Severity::question, claim, whose);
}

/// What one holder has, or several together, against what is claimed of it.
void against_items(Raised& raised, const Claim& claim, const Stated& items, const std::string& whose) {
    if (claim.kind == ClaimKind::only && !claim.items.empty()) only(raised, claim, items, whose);
    if (claim.kind == ClaimKind::never && !claim.storage) never(raised, claim, items, whose);
}

/// Who runs a system decides whether it is outside; a system of which nobody says so may be.
Severity outside(const Case& source, const Holder& holder, bool& is_outside) {
    const bool run_by_other =
        holder.operator_.valid() ? source.holders[holder.operator_.get()].external : holder.external;
    const bool unsaid = !holder.operator_.valid() && !holder.external && holder.kind == HolderKind::system;
    is_outside = run_by_other || holder.external || unsaid;
    return unsaid ? Severity::question : Severity::warning;
}

void kept(Raised& raised, const Claim& claim) {
    const Case& source = raised.source();
    for (const Flow& flow : source.flows) {
        if (!flow.stores || !active(flow)) continue;
        for (const HolderIndex to : flow.to) {
            const Holder& holder = source.holders[to.get()];
            bool is_outside = false;
            const Severity severity = outside(source, holder, is_outside);
            if (is_outside)
                raised.add(FindingCode::stored_elsewhere, severity, claim.source, place_of(flow, "stores"),
                           holder.label, claim.label, flow.purpose);
        }
    }
}

/// A chain too long, or a flow without a measure that the case says it has. What is only not certain to hold
/// is left alone: that something is not written down never says that it is not done.
void judged(Raised& raised, const Claim& claim) {
    const Case& source = raised.source();
    if (forbids_handing_on(claim) && handed_on_beyond(source, claim)) return;  // reentrustment_forbidden says so
    const Judgement judgement = judge(raised.measured(), claim);
    if (judgement.holds != Verdict::no) return;
    if (forbids_handing_on(claim) && judgement.witness && !judgement.witness->flows.empty() &&
        !binds(source, claim.matter, source.flows[judgement.witness->flows.back().get()]))
        return;  // a ban in one contract is none in another
    PlaceList places;
    LabelList labels;
    const auto add = [&](FlowIndex index) {
        const Flow& flow = source.flows[index.get()];
        places.add(flow.source);
        labels.add(ends_of(source, flow));
    };
    if (judgement.witness) std::ranges::for_each(judgement.witness->flows, add);
    if (labels.empty())
        for (const FlowIndex flow : claim.flows)
            if (std::ranges::any_of(judgement.contradictions, [&](const std::string& code) {
                    return code.find(":" + source.flows[flow.get()].id + ":") != std::string::npos;
                }))
                add(flow);
    raised.add(FindingCode::claim_fails, Severity::question, claim.source, places.text(), claim.label, claim.label,
               labels.text());
}

}  // namespace

void claims_against_statements(Raised& raised) {
    const Case& source = raised.source();
    for (const Claim& claim : source.claims) {
        const std::vector<HolderIndex> holders = holders_of(source, claim);
        for (const HolderIndex holder : holders) {
            against_items(raised, claim, stated_items(source, holder, claim.matter), labels_of(source, {holder}));
            if (claim.kind == ClaimKind::only && claim.items.empty()) nothing(raised, claim, holder);
            if (claim.kind == ClaimKind::only || claim.kind == ClaimKind::includes) lacking(raised, claim, holder);
        }
        against_items(raised, claim, stated_together(source, holders, claim.matter), labels_of(source, holders));
        if (claim.kind == ClaimKind::only || claim.kind == ClaimKind::includes) lacking_together(raised, claim);
        if (claim.kind == ClaimKind::never && claim.storage) kept(raised, claim);
        if (claim.kind == ClaimKind::requires_ || claim.kind == ClaimKind::depth_at_most) judged(raised, claim);
    }
}

}  // namespace nagarezu::review::rules
