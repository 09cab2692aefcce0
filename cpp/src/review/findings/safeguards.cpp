// Recipients to whom no measure applies.
//
// A partner with other measures is no finding: its duty is another.
#include <algorithm>
#include <string_view>

#include "quantities.hpp"
#include "raised.hpp"

namespace nagarezu::review::rules {

namespace {

bool is_own(const Safeguard& safeguard) {
    return safeguard.party == "own";
}

/// Whom the measures of one matter reach: the ends of the flows to which they apply.
struct Cover {
    bool own{false};            // the own side takes measures, and
    bool own_only{true};        // nobody else does
    bool general{false};        // some measure of the own side names nobody
    bool everybody{false};      // a measure of the partners names nobody, so each of them takes it
    bool whole{false};          // some that name somebody are those of the whole case
    std::vector<bool> holders;  // at either end
    std::vector<bool> takers;   // at the end of what the measure is about
    PlaceList places;
};

void reach(const Case& source, const Safeguard& safeguard, Cover& cover) {
    const bool own = is_own(safeguard);
    const bool general = safeguard.applies_to.empty();
    cover.own = cover.own || own;
    cover.own_only = cover.own_only && own;
    cover.general = cover.general || (own && general);
    cover.everybody = cover.everybody || (!own && general);
    if (general) return;
    cover.whole = cover.whole || !safeguard.matter.valid();
    cover.places.add(safeguard.source);
    for (const FlowIndex index : safeguard.applies_to) {
        const Flow& flow = source.flows[index.get()];
        if (flow.from.valid()) cover.holders[flow.from.get()] = true;
        for (const HolderIndex to : flow.to) cover.holders[to.get()] = cover.takers[to.get()] = true;
    }
}

/// A holder, what it runs and who runs it stand together.
void stand_together(const Case& source, std::vector<bool>& holders) {
    const std::vector<bool> reached = holders;
    for (std::size_t i = 0; i < holders.size(); ++i) {
        const HolderIndex runs_it = source.holders[i].operator_;
        if (!runs_it.valid()) continue;
        if (reached[i]) holders[runs_it.get()] = true;
        if (reached[runs_it.get()]) holders[i] = true;
    }
}

Cover cover_of(const Case& source, MatterIndex matter) {
    Cover cover;
    cover.holders.resize(source.holders.size());
    cover.takers.resize(source.holders.size());
    for (const Safeguard& safeguard : source.safeguards)
        if (concerns(safeguard.matter, matter) && stated(safeguard)) reach(source, safeguard, cover);
    stand_together(source, cover.holders);
    stand_together(source, cover.takers);
    return cover;
}

bool under_contract(const Case& source, MatterIndex matter) {
    return std::ranges::any_of(source.clauses, [&](const Clause& clause) { return concerns(clause.matter, matter); });
}

/// What a partner passes on under its own duty is not for this case to protect; what it hands on is. Who is only
/// asked gives.
bool to_protect(const Case& source, const Flow& flow) {
    const bool own = flow.from.valid() && !source.holders[flow.from.get()].external;
    return active(flow) && flow.relation != Relation::inquire && (own || flow.relation == Relation::reentrust);
}

/// The relations in which those outside stand whom a measure reaches; measures for the whole case reach the
/// partners of its other matters, too.
std::vector<Relation> relations_reached(const Case& source, MatterIndex matter, const Cover& cover) {
    std::vector<Relation> relations;
    for (const Flow& flow : source.flows)
        for (const HolderIndex to : flow.to)
            if ((flow.matter == matter || cover.whole) && cover.takers[to.get()] && source.holders[to.get()].external)
                relations.push_back(flow.relation);
    return relations;
}

/// Whether measures are told for partners one by one, and none of them is on what a partner hands on.
bool each_by_name(const Case& source, MatterIndex matter) {
    constexpr std::ptrdiff_t several = 2;
    std::vector<bool> named(source.holders.size());
    for (const Safeguard& measure : source.safeguards) {
        if (!concerns(measure.matter, matter) || !stated(measure)) continue;
        if (measure.categories.contains(Category::SUB)) return false;
        if (is_own(measure)) continue;
        if (measure.applies_to.empty()) return false;
        for (const FlowIndex index : measure.applies_to)
            if (source.flows[index.get()].relation != Relation::reentrust)
                for (const HolderIndex to : source.flows[index.get()].to) named[to.get()] = true;
    }
    return std::ranges::count(named, true) >= several;
}

/// Whether a measure is for whom a partner hands something on to, not just for that partner.
bool for_handed_on(const Case& source, const Safeguard& measure, FlowIndex handed_on) {
    if (std::ranges::find(measure.applies_to, handed_on) == measure.applies_to.end()) return false;
    const HolderIndex giver = source.flows[handed_on.get()].from;
    return std::ranges::none_of(measure.applies_to, [&](FlowIndex index) {
        const Flow& flow = source.flows[index.get()];
        return std::ranges::find(flow.to, giver) != flow.to.end();
    });
}

/// Whether the case tells measures for anybody to whom a partner hands work on.
bool others_handed_on(const Case& source) {
    return std::ranges::any_of(source.safeguards, [&](const Safeguard& measure) {
        return stated(measure) && std::ranges::any_of(measure.applies_to, [&](FlowIndex index) {
                   return source.flows[index.get()].relation == Relation::reentrust &&
                          for_handed_on(source, measure, index);
               });
    });
}

/// Partners of a matter who are alone in having some measure. Whom they hand work on to is not counted.
std::vector<bool> having_own(const Case& source, MatterIndex matter) {
    std::vector<bool> having(source.holders.size());
    for (const Safeguard& measure : source.safeguards) {
        if (is_own(measure) || !stated(measure) || !concerns(measure.matter, matter)) continue;
        std::vector<bool> reached(source.holders.size());
        for (const FlowIndex index : measure.applies_to)
            if (source.flows[index.get()].relation != Relation::reentrust)
                for (const HolderIndex to : source.flows[index.get()].to)
                    reached[to.get()] = source.holders[to.get()].external;
        if (std::ranges::count(reached, true) == 1)
            having[static_cast<std::size_t>(std::ranges::find(reached, true) - reached.begin())] = true;
    }
    return having;
}

/// Whether the paper says of a measure that it is laid upon whom the partner hands work on to, as well.
bool laid_upon(const Safeguard& measure, FlowIndex handed_on) {
    return std::ranges::find(measure.applies_to, handed_on) != measure.applies_to.end() &&
           std::ranges::find(measure.provenance, "applies_to", &Provenance::field) != measure.provenance.end();
}

/// Whether this is the only work that is handed on, and each of several others who get something has measures of its
/// own. Where there is more than one, it is no custom to tell any.
bool alone_without(const Case& source, MatterIndex matter, FlowIndex handed_on) {
    constexpr std::ptrdiff_t several = 2;
    std::vector<bool> having = having_own(source, matter);
    if (std::ranges::count(having, true) < several) return false;
    stand_together(source, having);
    const bool bound =
        std::ranges::any_of(source.safeguards, [&](const Safeguard& measure) { return laid_upon(measure, handed_on); });
    return !bound && std::ranges::all_of(source.flows, [&](const Flow& flow) {
        if (&flow == &source.flows[handed_on.get()] || !to_protect(source, flow)) return true;
        if (flow.relation == Relation::reentrust) return false;
        return flow.matter != matter || std::ranges::all_of(flow.to, [&](HolderIndex to) {
                   return !source.holders[to.get()].external || having[to.get()];
               });
    });
}

/// Somebody to whom a partner hands work on, without a measure where those of each partner are told by name.
void handed_on(Raised& raised, MatterIndex matter) {
    const Case& source = raised.source();
    if (!each_by_name(source, matter)) return;
    const bool others = others_handed_on(source);
    PlaceList places;
    for (const Safeguard& measure : source.safeguards)
        if (concerns(measure.matter, matter) && stated(measure) && !is_own(measure)) places.add(measure.source);
    for (std::size_t i = 0; i < source.flows.size(); ++i) {
        const Flow& flow = source.flows[i];
        if (flow.matter != matter || flow.relation != Relation::reentrust || !active(flow)) continue;
        const auto covers = [&](const Safeguard& measure) {
            return concerns(measure.matter, matter) && stated(measure) && for_handed_on(source, measure, FlowIndex{i});
        };
        if (std::ranges::any_of(source.safeguards, covers)) continue;
        if (!others && !alone_without(source, matter, FlowIndex{i})) continue;
        for (const HolderIndex to : flow.to) {
            const Holder& holder = source.holders[to.get()];
            if (holder.external)
                raised.add(FindingCode::recipient_without_safeguard, Severity::question, holder.source, places.text(),
                           holder.label, holder.label, source.matters[matter.get()].title);
        }
    }
}

/// Whether somebody covered is whom a name speaks of with its section: 甲大学 in 甲大学健康科学部.
bool within_covered(const Case& source, const Cover& cover, const Holder& holder) {
    for (std::size_t i = 0; i < source.holders.size(); ++i)
        if (cover.holders[i] && source.holders[i].external && holder.label.starts_with(source.holders[i].label))
            return true;
    return false;
}

/// Whether the column of the partners is that of one alone, who gets the same as the others: theirs is not there.
bool whole_column(const Case& source, MatterIndex matter, const Flow& flow) {
    constexpr int fewest = 3;
    int measures = 0;
    HolderIndex whose;
    for (const Safeguard& measure : source.safeguards) {
        if (is_own(measure) || !stated(measure) || measure.matter != matter) continue;
        if (measure.applies_to.size() != 1) return false;
        const Flow& theirs = source.flows[measure.applies_to.begin()->get()];
        if (theirs.relation != flow.relation || theirs.lists != flow.lists || theirs.to.size() != 1) return false;
        if (measures++ > 0 && whose != theirs.to.front()) return false;
        whose = theirs.to.front();
    }
    return measures >= fewest;
}

/// Clauses protect whoever has a contract; but where others of its relation are named beside them, one that is not
/// was forgotten.
bool passed_over(const Case& source, MatterIndex matter, const Cover& cover, const Flow& flow) {
    constexpr std::ptrdiff_t others = 2;
    const bool bound = flow.relation != Relation::provide && flow.relation != Relation::transfer;
    if (!bound || !under_contract(source, matter) || whole_column(source, matter, flow)) return true;
    std::vector<bool> named(source.holders.size());
    for (const Flow& other : source.flows)
        for (const HolderIndex to : other.to)
            if (other.relation == flow.relation && cover.holders[to.get()]) named[to.get()] = true;
    return std::ranges::count(named, true) >= others;
}

/// Whether some measure of the partners is one partner's alone; else their column is for a relation as a whole.
bool one_by_one(const Case& source, MatterIndex matter) {
    return std::ranges::any_of(source.safeguards, [&](const Safeguard& measure) {
        if (is_own(measure) || !stated(measure) || !concerns(measure.matter, matter)) return false;
        std::vector<bool> reached(source.holders.size());
        for (const FlowIndex index : measure.applies_to)
            if (source.flows[index.get()].relation != Relation::reentrust)
                for (const HolderIndex to : source.flows[index.get()].to)
                    if (source.holders[to.get()].external) reached[to.get()] = true;
        return std::ranges::count(reached, true) == 1;
    });
}

bool for_work(Relation relation) {
    return relation == Relation::entrust || relation == Relation::delegate || relation == Relation::reentrust;
}

/// Whether only contractors are asked for measures, and who gets the flow has no contract.
bool by_contract(const std::vector<Relation>& asked, const Cover& cover, const Flow& flow) {
    const bool without = flow.relation == Relation::provide || flow.relation == Relation::transfer;
    return without && !cover.own && std::ranges::all_of(asked, for_work);
}

/// Somebody outside whom the measures pass over though they name others. General measures of the own side protect
/// what it gives to people of whom none is named: then only those are asked about who stand as the named ones do.
void recipients(Raised& raised, MatterIndex matter, const Cover& cover, std::vector<bool>& asked) {
    const Case& source = raised.source();
    const auto relations = relations_reached(source, matter, cover);
    if (cover.everybody || relations.empty()) return;
    std::vector<bool> done = cover.holders;
    for (const Flow& flow : source.flows) {
        if (flow.matter != matter || !to_protect(source, flow)) continue;
        if (!passed_over(source, matter, cover, flow)) continue;
        const bool alike = std::ranges::find(relations, flow.relation) != relations.end();
        if (cover.general && !alike && (cover.own_only || !one_by_one(source, matter))) continue;
        if (!alike && by_contract(relations, cover, flow)) continue;
        for (const HolderIndex to : flow.to) {
            const Holder& holder = source.holders[to.get()];
            if (!holder.external || done[to.get()] || within_covered(source, cover, holder)) continue;
            done[to.get()] = asked[to.get()] = true;
            raised.add(FindingCode::recipient_without_safeguard, Severity::question, holder.source, cover.places.text(),
                       holder.label, holder.label, source.matters[matter.get()].title);
        }
    }
}

bool entrusts(const Case& source, const Flow& flow, MatterIndex matter) {
    const bool work = flow.relation == Relation::entrust || flow.relation == Relation::delegate;
    return work && flow.matter == matter && to_protect(source, flow) &&
           std::ranges::any_of(flow.to, [&](HolderIndex to) { return source.holders[to.get()].external; });
}

/// Partners of a matter without any measure of theirs, in a case whose other matters have a column for them.
void empty_columns(Raised& raised, const std::vector<Cover>& covers) {
    const Case& source = raised.source();
    const auto has_partner = [&](MatterIndex matter) {
        return std::ranges::any_of(source.flows, [&](const Flow& flow) { return entrusts(source, flow, matter); });
    };
    PlaceList filled;
    for (const Safeguard& measure : source.safeguards)
        if (!is_own(measure) && stated(measure) && measure.matter.valid() && covers[measure.matter.get()].own &&
            has_partner(measure.matter))
            filled.add(measure.source);
    if (filled.text().empty()) return;
    for (std::size_t i = 0; i < covers.size(); ++i) {
        if (!covers[i].own || !covers[i].own_only || under_contract(source, MatterIndex{i})) continue;
        std::vector<bool> done = covers[i].holders;
        for (const Flow& flow : source.flows) {
            if (!entrusts(source, flow, MatterIndex{i})) continue;
            for (const HolderIndex to : flow.to) {
                const Holder& holder = source.holders[to.get()];
                if (!holder.external || done[to.get()]) continue;
                done[to.get()] = true;
                raised.add(FindingCode::recipient_without_safeguard, Severity::question, holder.source, filled.text(),
                           holder.label, holder.label, source.matters[i].title);
            }
        }
    }
}

/// Whether an empty place is that of a flow: one of those that its head names, or the work of its matter.
bool meant(const Safeguard& place, FlowIndex index, const Flow& flow) {
    if (!place.applies_to.empty())
        return std::ranges::find(place.applies_to, index) != place.applies_to.end() &&
               flow.relation != Relation::reentrust;
    const bool partner =
        flow.relation == Relation::entrust || flow.relation == Relation::delegate || flow.relation == Relation::link;
    return partner && place.matter == flow.matter;
}

/// A place for the measures of a partner in which nothing stands, though measures of others are stated; `asked` are
/// done already.
void empty_places(Raised& raised, const std::vector<Cover>& covers, const std::vector<std::vector<bool>>& asked) {
    const Case& source = raised.source();
    for (const Safeguard& place : source.safeguards) {
        const bool empty = place.status == Status::blank && place.position.empty() && !is_own(place);
        if (!empty) continue;
        std::vector<bool> done(source.holders.size());
        for (std::size_t i = 0; i < source.flows.size(); ++i) {
            const Flow& flow = source.flows[i];
            if (!meant(place, FlowIndex{i}, flow)) continue;
            for (const HolderIndex to : flow.to) {
                const Holder& holder = source.holders[to.get()];
                const bool covered = !place.matter.valid() && covers[flow.matter.get()].holders[to.get()];
                if (!holder.external || done[to.get()] || covered || !to_protect(source, flow)) continue;
                if (asked[flow.matter.get()][to.get()]) continue;
                done[to.get()] = true;
                raised.add(FindingCode::recipient_without_safeguard, Severity::question, holder.source, place.source,
                           holder.label, holder.label, source.matters[flow.matter.get()].title);
            }
        }
    }
}

}  // namespace

void safeguards(Raised& raised) {
    std::vector<Cover> covers;
    std::vector<std::vector<bool>> asked;
    for (std::size_t i = 0; i < raised.source().matters.size(); ++i) {
        covers.push_back(cover_of(raised.source(), MatterIndex{i}));
        asked.emplace_back(raised.source().holders.size());
        recipients(raised, MatterIndex{i}, covers.back(), asked.back());
        handed_on(raised, MatterIndex{i});
        left_out(raised, MatterIndex{i}, asked.back());
    }
    left_out_matter(raised);
    empty_columns(raised, covers);
    empty_places(raised, covers, asked);
    measure_columns(raised);
    measures_unanswered(raised);
    quantities_differ(raised);
}

}  // namespace nagarezu::review::rules
