// The one of several whom no measure names.
#include <algorithm>
#include <array>
#include <iterator>
#include <span>

#include "quantities.hpp"
#include "raised.hpp"

namespace nagarezu::review::rules {

namespace {

constexpr std::array contractors{Relation::entrust, Relation::delegate};
constexpr std::array recipients_of_items{Relation::provide, Relation::transfer};

bool among(std::span<const Relation> relations, Relation relation) {
    return std::ranges::find(relations, relation) != relations.end();
}

/// Those who get something in one of these relations, each once.
std::vector<HolderIndex> takers(const Case& source, MatterIndex matter, std::span<const Relation> relations) {
    std::vector<HolderIndex> found;
    for (const Flow& flow : source.flows) {
        if (flow.matter != matter || !active(flow) || !among(relations, flow.relation)) continue;
        for (const HolderIndex to : flow.to) {
            const Holder& holder = source.holders[to.get()];
            const bool partner = holder.external || holder.kind == HolderKind::section;
            if (partner && std::ranges::find(found, to) == found.end()) found.push_back(to);
        }
    }
    return found;
}

/// Whether a measure reaches somebody in one of these relations.
bool reaches(const Case& source, const Safeguard& measure, HolderIndex holder, std::span<const Relation> relations) {
    return std::ranges::any_of(measure.applies_to, [&](FlowIndex index) {
        const Flow& flow = source.flows[index.get()];
        return among(relations, flow.relation) && std::ranges::find(flow.to, holder) != flow.to.end();
    });
}

/// The one of those that get information whom no measure names, though each of several others is named. What is asked
/// of all contractors together, each of them has anyhow: there only measures for one of them name somebody.
void of_relations(Raised& raised, MatterIndex matter, std::span<const Relation> relations, std::vector<bool>& asked) {
    const Case& source = raised.source();
    constexpr std::size_t several = 2;
    const auto group = takers(source, matter, relations);
    if (group.size() <= several) return;
    std::vector<bool> named(source.holders.size());
    PlaceList places;
    for (const Safeguard& measure : source.safeguards) {
        if (!concerns(measure.matter, matter) || !stated(measure)) continue;
        std::vector<HolderIndex> reached;
        std::ranges::copy_if(group, std::back_inserter(reached),
                             [&](HolderIndex to) { return reaches(source, measure, to, relations); });
        if (reached.empty() || (among(relations, Relation::entrust) && reached.size() > 1)) continue;
        for (const HolderIndex to : reached) named[to.get()] = true;
        places.add(measure.source);
    }
    const auto unnamed = [&](HolderIndex to) { return !named[to.get()]; };
    if (std::ranges::count_if(group, unnamed) != 1) return;
    const HolderIndex alone = *std::ranges::find_if(group, unnamed);
    if (asked[alone.get()]) return;
    asked[alone.get()] = true;
    const Holder& holder = source.holders[alone.get()];
    raised.add(FindingCode::recipient_without_safeguard, Severity::question, holder.source, places.text(), holder.label,
               holder.label, source.matters[matter.get()].title);
}

constexpr std::array anybody{Relation::entrust, Relation::delegate, Relation::provide, Relation::transfer};

/// Whether the partners' own measures of a matter reach each of those outside who get something in it.
bool each_reached(const Case& source, MatterIndex matter, std::span<const HolderIndex> group) {
    return std::ranges::all_of(group, [&](HolderIndex to) {
        return std::ranges::any_of(source.safeguards, [&](const Safeguard& measure) {
            return measure.party == "partner" && stated(measure) && measure.matter == matter &&
                   (measure.applies_to.empty() || reaches(source, measure, to, anybody));
        });
    });
}

/// Whether measures of the partners of a matter are said to those in one of these relations: by name, or because
/// there is nobody else.
bool reached_as(const Case& source, MatterIndex matter, std::span<const Relation> relations) {
    const auto group = takers(source, matter, relations);
    const bool alone = group.size() == takers(source, matter, anybody).size();
    return !group.empty() && (alone || std::ranges::any_of(source.safeguards, [&](const Safeguard& measure) {
                                  return measure.party == "partner" && measure.matter == matter &&
                                         std::ranges::any_of(group, [&](HolderIndex to) {
                                             return reaches(source, measure, to, relations);
                                         });
                              }));
}

}  // namespace

/// The one matter with partners and no measure at all, where measures reach each partner of several others, and of some
/// in the same relation.
void left_out_matter(Raised& raised) {
    const Case& source = raised.source();
    constexpr std::size_t several = 3;
    constexpr std::size_t alike = 2;
    std::size_t contracted = 0;
    std::size_t given = 0;
    std::size_t reached = 0;
    MatterIndex alone;
    PlaceList places;
    for (std::size_t i = 0; i < source.matters.size(); ++i) {
        auto group = takers(source, MatterIndex{i}, anybody);
        std::erase_if(group, [&](HolderIndex to) { return !source.holders[to.get()].external; });
        if (group.empty()) continue;
        const bool silent = std::ranges::none_of(
            source.safeguards, [&](const Safeguard& measure) { return concerns(measure.matter, MatterIndex{i}); });
        if (silent ? alone.valid() : !each_reached(source, MatterIndex{i}, group)) return;
        if (silent) alone = MatterIndex{i};
        if (silent) continue;
        ++reached;
        contracted += reached_as(source, MatterIndex{i}, contractors) ? 1U : 0U;
        given += reached_as(source, MatterIndex{i}, recipients_of_items) ? 1U : 0U;
    }
    if (!alone.valid() || reached < several) return;
    if ((takers(source, alone, contractors).empty() ? given : contracted) < alike) return;
    for (const Safeguard& measure : source.safeguards) places.add(measure.source);
    for (const HolderIndex to : takers(source, alone, anybody)) {
        const Holder& holder = source.holders[to.get()];
        if (holder.external)
            raised.add(FindingCode::recipient_without_safeguard, Severity::question, holder.source, places.text(),
                       holder.label, holder.label, source.matters[alone.get()].title);
    }
}

void left_out(Raised& raised, MatterIndex matter, std::vector<bool>& asked) {
    of_relations(raised, matter, recipients_of_items, asked);
    of_relations(raised, matter, contractors, asked);
}

}  // namespace nagarezu::review::rules
