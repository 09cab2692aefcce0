// Recipients to whom no measure applies, and measures that one column has and its counterpart lacks.
//
// A partner with other measures is no finding: its duty is another. Two columns are compared only where they
// are the same column but for what is missing.
#include <algorithm>
#include <string_view>

#include "raised.hpp"

namespace nagarezu::review::rules {

namespace {

bool is_own(const Safeguard& safeguard) {
    return safeguard.party == "own";
}

/// Whom the measures of one matter reach: the ends of the flows to which they apply.
struct Cover {
    bool own{false};        // the own side takes measures, and
    bool own_only{true};    // nobody else does
    bool general{false};    // some measure of the own side names nobody
    bool everybody{false};  // a measure of the partners names nobody, so each of them takes it
    std::vector<bool> holders;
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
    cover.places.add(safeguard.source);
    for (const FlowIndex index : safeguard.applies_to) {
        const Flow& flow = source.flows[index.get()];
        if (flow.from.valid()) cover.holders[flow.from.get()] = true;
        for (const HolderIndex to : flow.to) cover.holders[to.get()] = true;
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
    for (const Safeguard& safeguard : source.safeguards)
        if (concerns(safeguard.matter, matter) && stated(safeguard)) reach(source, safeguard, cover);
    stand_together(source, cover.holders);
    return cover;
}

bool under_contract(const Case& source, MatterIndex matter) {
    return std::ranges::any_of(source.clauses, [&](const Clause& clause) { return concerns(clause.matter, matter); });
}

/// What a partner passes on under its own duty is not for this case to protect; what it hands on is.
bool to_protect(const Case& source, const Flow& flow) {
    const bool own = flow.from.valid() && !source.holders[flow.from.get()].external;
    return active(flow) && (own || flow.relation == Relation::reentrust);
}

/// The relations in which those outside stand whom a measure reaches.
std::vector<Relation> relations_reached(const Case& source, MatterIndex matter, const Cover& cover) {
    std::vector<Relation> relations;
    for (const Flow& flow : source.flows)
        for (const HolderIndex to : flow.to)
            if (flow.matter == matter && cover.holders[to.get()] && source.holders[to.get()].external)
                relations.push_back(flow.relation);
    return relations;
}

/// Somebody outside whom the measures pass over though they name others. General measures of the own side protect
/// what it gives to people of whom none is named: then only those are asked about who stand as the named ones do.
void recipients(Raised& raised, MatterIndex matter, const Cover& cover) {
    const Case& source = raised.source();
    const auto relations = relations_reached(source, matter, cover);
    if (cover.everybody || relations.empty() || under_contract(source, matter)) return;
    std::vector<bool> done = cover.holders;
    for (const Flow& flow : source.flows) {
        if (flow.matter != matter || !to_protect(source, flow)) continue;
        const bool alike = std::ranges::find(relations, flow.relation) != relations.end();
        if (cover.own_only && cover.general && !alike) continue;
        for (const HolderIndex to : flow.to) {
            const Holder& holder = source.holders[to.get()];
            if (!holder.external || done[to.get()]) continue;
            done[to.get()] = true;
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

/// The measures of one party in one matter, in the order of the case; those marked as not needed were thought of.
struct ColumnOf {
    MatterIndex matter;
    std::string_view party;
    std::vector<const Safeguard*> measures;

    [[nodiscard]] const Safeguard* find(std::string_view label) const {
        const auto found = std::ranges::find_if(measures, [&](const Safeguard* m) { return m->label == label; });
        return found == measures.end() ? nullptr : *found;
    }
};

std::vector<ColumnOf> columns_of(const Case& source) {
    std::vector<ColumnOf> columns;
    for (const Safeguard& safeguard : source.safeguards) {
        const bool thought_of = stated(safeguard) || safeguard.status == Status::not_needed;
        if (!thought_of || !safeguard.matter.valid()) continue;
        const auto same = std::ranges::find_if(columns, [&](const ColumnOf& column) {
            return column.matter == safeguard.matter && column.party == safeguard.party;
        });
        (same == columns.end() ? columns.emplace_back(ColumnOf{safeguard.matter, safeguard.party, {}}) : *same)
            .measures.push_back(&safeguard);
    }
    return columns;
}

/// What `longer` has and `shorter` lacks, if that is all in which they differ and they share most.
std::vector<const Safeguard*> lacking(const ColumnOf& longer, const ColumnOf& shorter) {
    constexpr std::size_t fewest = 4;
    const auto absent = [](const ColumnOf& from, const ColumnOf& in) {
        std::vector<const Safeguard*> absent_ones;
        for (const Safeguard* measure : from.measures)
            if (stated(*measure) && in.find(measure->label) == nullptr) absent_ones.push_back(measure);
        return absent_ones;
    };
    if (shorter.measures.size() < fewest || !absent(shorter, longer).empty()) return {};
    auto missing = absent(longer, shorter);
    return missing.size() * 5 <= longer.measures.size() ? missing : std::vector<const Safeguard*>{};
}

/// Where the measure would stand in the other column: beside the one that it follows in its own.
Places place_beside(const Safeguard& measure, const ColumnOf& own, const ColumnOf& other) {
    const Safeguard* before = nullptr;
    for (const Safeguard* one : own.measures) {
        if (one == &measure && before != nullptr) break;
        if (const Safeguard* same = other.find(one->label)) before = same;
    }
    return before == nullptr ? Places{} : before->source;
}

/// What the own side owes by itself: law, contract, supervision, roles. A partner need not mirror that, nor
/// the own side what the partner owes.
bool own_duty(const Safeguard& measure) {
    constexpr Categories owed{Category::LAW, Category::CON, Category::AUD, Category::SUB,
                              Category::ROL, Category::CER, Category::PRO, Category::TST};
    return !(measure.categories & owed).empty();
}

/// The partner's column, the copy of the own one but for a measure of handling.
void within_matter(Raised& raised, const ColumnOf& own, const ColumnOf& partner) {
    for (const Safeguard* measure : lacking(own, partner))
        if (!own_duty(*measure))
            raised.add(FindingCode::own_and_partner_differ, Severity::question, measure->source,
                       place_beside(*measure, own, partner), raised.source().matters[own.matter.get()].title,
                       measure->label, {});
}

/// The own columns of two matters, the one but for a measure the copy of the other, which asks it of its partner.
void across_matters(Raised& raised, const ColumnOf& longer, const ColumnOf& shorter,
                    const std::vector<ColumnOf>& columns) {
    for (const Safeguard* measure : lacking(longer, shorter)) {
        for (const ColumnOf& partner : columns) {
            if (partner.matter != shorter.matter || partner.party == shorter.party) continue;
            const Safeguard* asked = partner.find(measure->label);
            if (asked == nullptr) continue;
            raised.add(FindingCode::own_and_partner_differ, Severity::question, place_beside(*measure, longer, shorter),
                       PlaceList{}.add(asked->source).add(measure->source).text(),
                       raised.source().matters[shorter.matter.get()].title, measure->label, {});
        }
    }
}

void columns(Raised& raised) {
    const auto all = columns_of(raised.source());
    for (const ColumnOf& a : all) {
        for (const ColumnOf& b : all) {
            if (a.matter == b.matter && a.party == "own" && b.party != "own") within_matter(raised, a, b);
            if (a.matter != b.matter && a.party == b.party && a.party == "own") across_matters(raised, a, b, all);
        }
    }
}

}  // namespace

void safeguards(Raised& raised) {
    std::vector<Cover> covers;
    for (std::size_t i = 0; i < raised.source().matters.size(); ++i) {
        covers.push_back(cover_of(raised.source(), MatterIndex{i}));
        recipients(raised, MatterIndex{i}, covers.back());
    }
    empty_columns(raised, covers);
    columns(raised);
}

}  // namespace nagarezu::review::rules
