// Who is named where, and who may be: partners, systems, sub-contractors.
#include <algorithm>
#include <sstream>

#include "raised.hpp"

namespace nagarezu::review::rules {

namespace {

bool named_on(const Holder& holder, Sheet sheet) {
    return std::ranges::any_of(holder.mentions, [sheet](const Mention& m) { return m.sheet == sheet; });
}

/// On one part of the document only; nothing if no part is recorded.
bool named_once(const Holder& holder) {
    return !holder.mentions.empty() && std::ranges::all_of(holder.mentions, [&](const Mention& mention) {
        return mention.sheet == holder.mentions.front().sheet && mention.matter == holder.mentions.front().matter;
    });
}

Places mentions_on(const Holder& holder, Sheet sheet) {
    PlaceList places;
    for (const Mention& mention : holder.mentions)
        if (mention.sheet == sheet) places.add(mention.source);
    return places.text();
}

/// Those outside, and the sections of the own side to which something is transferred.
bool counted(const Holder& holder, const Flow& flow) {
    return holder.external || flow.relation == Relation::transfer;
}

/// Recipients of one matter on one footing: those whom the overview names, and those whom it passes over.
void recipients(Raised& raised, MatterIndex matter) {
    const Case& source = raised.source();
    std::vector<HolderIndex> done;
    for (const Flow& flow : source.flows) {
        if (flow.matter != matter || !active(flow)) continue;
        for (const HolderIndex to : flow.to) {
            const Holder& holder = source.holders[to.get()];
            if (!counted(holder, flow) || !named_once(holder) || named_on(holder, Sheet::overview)) continue;
            if (std::ranges::find(done, to) != done.end()) continue;
            PlaceList named_at;
            LabelList named;
            for (const Flow& other : source.flows) {
                if (other.matter != matter || other.relation != flow.relation || !active(other)) continue;
                for (const HolderIndex peer : other.to) {
                    const Holder& fellow = source.holders[peer.get()];
                    if (!counted(fellow, other) || !named_on(fellow, Sheet::overview)) continue;
                    named_at.add(mentions_on(fellow, Sheet::overview));
                    named.add(fellow.label);
                }
            }
            if (named.empty()) continue;
            done.push_back(to);
            raised.add(FindingCode::named_once, Severity::question, mentions_on(holder, Sheet::matter), named_at.text(),
                       holder.label, holder.label, named.text());
        }
    }
}

/// Systems that a description of systems names and the description of the work does not, where it names the
/// others.
void systems(Raised& raised) {
    const Case& source = raised.source();
    constexpr std::ptrdiff_t enough = 2;
    const auto described = std::ranges::count_if(
        source.holders, [](const Holder& h) { return named_on(h, Sheet::system) && named_on(h, Sheet::workflow); });
    if (described < enough) return;
    for (const Holder& holder : source.holders)
        if (named_on(holder, Sheet::system) && named_once(holder))
            raised.add(FindingCode::named_once, Severity::question, mentions_on(holder, Sheet::system), {},
                       holder.label, holder.label);
}

bool in_row(const Matter& matter, HolderIndex holder) {
    return std::ranges::any_of(matter.partners, [holder](const PartnerRow& row) {
        return std::ranges::find(row.holders, holder) != row.holders.end();
    });
}

bool takes_part(const Case& source, MatterIndex matter, HolderIndex holder) {
    return std::ranges::any_of(source.flows, [&](const Flow& flow) {
        return flow.matter == matter && active(flow) &&
               (flow.from == holder || std::ranges::find(flow.to, holder) != flow.to.end());
    });
}

/// Work for a partner whom nobody knows yet: neither who gets the items nor how is in the numbers.
void undecided(Raised& raised, const Matter& matter) {
    for (const PartnerRow& row : matter.partners)
        if (row.undecided)
            raised.add(FindingCode::partner_not_named, Severity::info, row.source, {}, matter.title, matter.title);
}

/// Whether two statements have a place in common, such as a name in the brackets behind another one.
bool share_place(const Places& one, const Places& other) {
    const std::string all = " " + one + " ";
    std::istringstream words{other};
    for (std::string place; words >> place;)
        if (all.find(" " + place + " ") != std::string::npos) return true;
    return false;
}

/// Somebody outside with whom a sheet exchanges information, beside those in its row of the partner.
void partners(Raised& raised, const Matter& matter, MatterIndex index) {
    const Case& source = raised.source();
    if (matter.partners.empty() || std::ranges::any_of(matter.partners, &PartnerRow::undecided)) return;
    PlaceList row;
    LabelList named;
    for (const PartnerRow& partner : matter.partners) {
        row.add(partner.source);
        for (const HolderIndex holder : partner.holders) named.add(source.holders[holder.get()].label);
    }
    for (std::size_t i = 0; i < source.holders.size(); ++i) {
        const Holder& holder = source.holders[i];
        if (!holder.external || in_row(matter, HolderIndex{i}) || !takes_part(source, index, HolderIndex{i})) continue;
        PlaceList places;
        for (const Mention& mention : holder.mentions)
            if (mention.sheet == Sheet::matter && mention.matter == index) places.add(mention.source);
        if (!places.text().empty() && !share_place(row.text(), places.text()))
            raised.add(FindingCode::partner_not_named, Severity::question, row.text(), places.text(), matter.title,
                       named.text(), holder.label);
    }
}

/// Whether a holder stands in no flow, list or row of partners: only words speak of it.
bool only_spoken_of(const Case& source, HolderIndex holder) {
    const auto has = [holder](const std::vector<HolderIndex>& all) {
        return std::ranges::find(all, holder) != all.end();
    };
    return std::ranges::none_of(source.flows, [&](const Flow& f) { return f.from == holder || has(f.to); }) &&
           std::ranges::none_of(source.lists, [&](const ItemList& list) { return has(list.holders); }) &&
           std::ranges::none_of(source.holders, [&](const Holder& other) { return other.operator_ == holder; }) &&
           std::ranges::none_of(source.matters, [&](const Matter& m) { return in_row(m, holder); });
}

/// Somebody of whom a sentence says that something reaches him, though nobody lists him beside the others.
void spoken_of(Raised& raised) {
    const Case& source = raised.source();
    for (const Claim& claim : source.claims) {
        if (claim.kind != ClaimKind::includes || !claim.items.empty()) continue;
        PlaceList places;
        LabelList named;
        for (const Flow& flow : source.flows)
            if (active(flow) && concerns(claim.matter, flow.matter))
                for (const HolderIndex to : flow.to)
                    if (source.holders[to.get()].external) {
                        places.add(flow.source);
                        named.add(source.holders[to.get()].label);
                    }
        for (const HolderIndex holder : claim.holders)
            if (only_spoken_of(source, holder))
                raised.add(FindingCode::named_once, Severity::question, claim.source, places.text(),
                           source.holders[holder.get()].label, claim.label, named.text());
    }
}

/// What a clause, a measure or another statement says of handing work on beyond a tier.
struct Rule {
    const Sourced* entity;
    const std::string* label;
    MatterIndex matter;
    Count deepest{0};
    const std::vector<HolderIndex>* whom{nullptr};  // whom alone it binds; nobody: all
    bool told{false};                               // as a fact, which no clause on what may be done changes
    const std::vector<FlowIndex>* work{nullptr};    // a measure asked only of those who are handed this; nothing: all
};

/// A clause says what may be done; what a measure or another sentence says flatly is told as a fact.
bool of_clause(const Case& source, const Claim& claim) {
    return std::ranges::any_of(source.clauses, [&](const Clause& clause) { return clause.source == claim.source; });
}

std::vector<Rule> on_reentrustment(const Case& source, Modality modality) {
    std::vector<Rule> rules;
    for (const Clause& clause : source.clauses)
        if (clause.categories.contains(Category::SUB) && clause.modality == modality)
            rules.push_back({&clause, clause.label.empty() ? &clause.heading : &clause.label, clause.matter});
    for (const Safeguard& safeguard : source.safeguards)
        if (safeguard.categories.contains(Category::SUB) && safeguard.modality == modality && stated(safeguard))
            rules.push_back({&safeguard, &safeguard.label, safeguard.matter, Count{0}, nullptr, false,
                             safeguard.applies_to.empty() ? nullptr : &safeguard.applies_to});
    if (modality != Modality::prohibition) return rules;
    for (const Claim& claim : source.claims)
        if (forbids_handing_on(claim))
            rules.push_back({&claim, &claim.label, claim.matter, claim.limit.value_or(0), &claim.holders,
                             !of_clause(source, claim)});
    return rules;
}

/// Whether somebody is given work in a matter from the first, not by way of another partner.
bool gets_work(const Case& source, MatterIndex matter, HolderIndex holder) {
    return std::ranges::any_of(source.flows, [&](const Flow& flow) {
        return flow.matter == matter && active(flow) && flow.relation != Relation::reentrust &&
               std::ranges::find(flow.to, holder) != flow.to.end();
    });
}

/// Whether a measure for some partners is for him who hands on in a flow, or for that flow.
bool for_giver(const Case& source, const std::vector<FlowIndex>& work, const Flow& flow) {
    return std::ranges::any_of(work, [&](FlowIndex index) {
        const Flow& one = source.flows[index.get()];
        return &one == &flow || std::ranges::find(one.to, flow.from) != one.to.end();
    });
}

bool beyond(const Case& source, const Flow& flow, Count deepest) {
    return std::ranges::any_of(flow.to, [&](HolderIndex to) { return source.holders[to.get()].tier > deepest; });
}

void reentrustment(Raised& raised) {
    const Case& source = raised.source();
    const auto forbidden = on_reentrustment(source, Modality::prohibition);
    const auto permitted = on_reentrustment(source, Modality::consent);
    for (const Flow& flow : source.flows) {
        if (flow.relation != Relation::reentrust || !active(flow)) continue;
        const auto applies = [&](const Rule& rule) {
            if (rule.whom && !rule.whom->empty() && std::ranges::find(*rule.whom, flow.from) == rule.whom->end())
                return false;
            if (rule.work && !for_giver(source, *rule.work, flow)) return false;
            return binds(source, rule.matter, flow) && (rule.deepest == 0 || beyond(source, flow, rule.deepest));
        };
        const bool may = std::ranges::any_of(permitted, applies);
        PlaceList places;
        LabelList labels;
        for (const Rule& rule : forbidden) {
            if (!applies(rule) || (may && !rule.told)) continue;
            places.add(rule.entity->source);
            labels.add(*rule.label);
        }
        PlaceList named_at;
        LabelList named;
        for (const HolderIndex to : flow.to) {
            named_at.add(source.holders[to.get()].source);
            named.add(source.holders[to.get()].label);
        }
        if (!places.text().empty())
            raised.add(FindingCode::reentrustment_forbidden, Severity::question, places.text(),
                       either(named_at.text(), flow.source), source.holders[flow.from.get()].label, labels.text(),
                       named.text());
    }
}

}  // namespace

bool forbids_handing_on(const Claim& claim) {
    return claim.kind == ClaimKind::depth_at_most && !claim.source.empty();
}

bool binds(const Case& source, MatterIndex matter, const Flow& flow) {
    if (concerns(matter, flow.matter)) return true;
    return gets_work(source, matter, flow.from) && !gets_work(source, flow.matter, flow.from);
}

bool handed_on_beyond(const Case& source, const Claim& claim) {
    return std::ranges::any_of(source.flows, [&](const Flow& flow) {
        return flow.relation == Relation::reentrust && active(flow) && binds(source, claim.matter, flow) &&
               beyond(source, flow, claim.limit.value_or(0));
    });
}

void parties(Raised& raised) {
    for (std::size_t i = 0; i < raised.source().matters.size(); ++i) {
        recipients(raised, MatterIndex{i});
        partners(raised, raised.source().matters[i], MatterIndex{i});
        undecided(raised, raised.source().matters[i]);
    }
    systems(raised);
    spoken_of(raised);
    reentrustment(raised);
}

}  // namespace nagarezu::review::rules
