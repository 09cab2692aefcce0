// The definitions of docs/metrics.md written down as slowly and obviously as possible, with std::set.
// Shares no code with the core: it reads the case itself.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "nagarezu/graph/holdings.hpp"

namespace nagarezu::graph::reference {

using Items = std::set<std::size_t>;
using Groups = std::set<std::size_t>;
using Pair = std::pair<std::size_t, std::size_t>;  // group, item; the number of items stands for `unlisted`
using Pairs = std::set<Pair>;

struct Way {
    std::optional<std::size_t> from;  // nothing: it originates at `to`
    std::size_t to{};
    std::optional<std::size_t> flow;
    Items plain, any;
    bool open{false}, joint{false}, open_subjects{false};
    Groups printed, certain_groups, groups;
    Pairs certain, add, pass, potential;
};

template <class By>
void name_items(const Case& source, const By& by, Way& way) {
    way.open = by.open;
    for (auto item : by.items) way.plain.insert(item.get());
    for (auto index : by.lists) {
        const ItemList& list = source.lists[index.get()];
        if (list.open) way.open = true;
        for (const auto& entry : list.entries)
            if (entry.item.valid() && entry.change != Change::removed)
                (entry.optional ? way.any : way.plain).insert(entry.item.get());
    }
    way.any.insert(way.plain.begin(), way.plain.end());
    for (auto group : by.subjects) way.printed.insert(group.get());
}

inline std::vector<Way> ways_of(const Case& source) {
    std::vector<Way> ways;
    for (std::size_t h = 0; h < source.holders.size(); ++h)
        for (const auto& creation : source.holders[h].creates) {
            Way way;
            way.to = h;
            name_items(source, creation, way);
            ways.push_back(way);
        }
    for (std::size_t f = 0; f < source.flows.size(); ++f) {
        const Flow& flow = source.flows[f];
        const std::set<HolderIndex> targets{flow.to.begin(), flow.to.end()};
        for (auto target : targets) {
            if (flow.change == Change::removed) break;
            Way way;
            if (flow.from.valid()) way.from = flow.from.get();
            way.to = target.get();
            way.flow = f;
            way.joint = targets.size() > 1;
            way.open_subjects = flow.open_subjects;
            name_items(source, flow, way);
            ways.push_back(way);
        }
    }
    return ways;
}

/// Repeats `step` until it reports no change.
template <class Step>
void until_stable(Step step) {
    while (step()) {
    }
}

template <class Set>
bool merge(Set& into, const Set& more) {
    const auto before = into.size();
    into.insert(more.begin(), more.end());
    return into.size() != before;
}

/// The groups that each holder holds something of.
template <class Counts>
std::vector<Groups> groups_held(const std::vector<Way>& ways, std::size_t holders, Groups Way::*start, Counts counts) {
    std::vector<Groups> held(holders);
    until_stable([&] {
        bool changed = false;
        for (const Way& way : ways) {
            if (!counts(way)) continue;
            changed |= merge(held[way.to], way.*start);
            if (way.open_subjects && way.from) changed |= merge(held[way.to], Groups{held[*way.from]});
        }
        return changed;
    });
    return held;
}

inline void resolve_groups(const Case& source, std::vector<Way>& ways) {
    const std::size_t holders = source.holders.size();
    const auto certainly = [](const Way& way) { return !way.joint && !way.plain.empty(); };
    const auto possibly = [](const Way& way) { return way.open || !way.any.empty(); };
    const auto lower = groups_held(ways, holders, &Way::printed, certainly);
    const auto described = groups_held(ways, holders, &Way::printed, possibly);
    Groups everyone;
    for (std::size_t g = 0; g < source.subjects.size(); ++g) everyone.insert(g);
    for (Way& way : ways) {
        way.groups = way.printed;
        if (way.open_subjects && (!way.from || described[*way.from].empty())) way.groups = everyone;
    }
    const auto upper = groups_held(ways, holders, &Way::groups, possibly);
    for (Way& way : ways) {
        way.certain_groups = way.printed;
        if (!way.open_subjects || !way.from) continue;
        merge(way.certain_groups, lower[*way.from]);
        merge(way.groups, upper[*way.from]);
    }
}

inline void lay_out(std::size_t items, Way& way) {
    if (!way.joint)
        for (auto g : way.certain_groups)
            for (auto i : way.plain) way.certain.insert({g, i});
    for (auto g : way.groups) {
        for (auto i : way.any) way.add.insert({g, i});
        for (std::size_t i = 0; i <= items; ++i) way.potential.insert({g, i});
        if (way.open && !way.from) way.add.insert({g, items});
    }
    if (way.open && way.from) way.pass = way.potential;
}

inline std::vector<Pairs> fixpoint(const std::vector<Way>& ways, std::size_t holders, Pairs Way::*stated,
                                   Pairs Way::*passed) {
    std::vector<Pairs> held(holders);
    until_stable([&] {
        bool changed = false;
        for (const Way& way : ways) {
            changed |= merge(held[way.to], way.*stated);
            if (passed == nullptr || !way.from) continue;
            Pairs through;
            for (const Pair& pair : held[*way.from])
                if ((way.*passed).contains(pair)) through.insert(pair);
            changed |= merge(held[way.to], through);
        }
        return changed;
    });
    return held;
}

struct Answer {
    std::vector<Way> ways;
    std::size_t unlisted{};  // the item that stands for what no list names
    std::map<Reach, std::vector<Pairs>> held;
};

inline bool holds_of(const Pairs& held, std::size_t group) {
    const auto first = held.lower_bound({group, 0});
    return first != held.end() && first->first == group;
}

inline Answer answer(const Case& source) {
    const std::size_t holders = source.holders.size();
    Answer answer{ways_of(source), source.items.size(), {}};
    resolve_groups(source, answer.ways);
    for (Way& way : answer.ways) lay_out(source.items.size(), way);
    const auto described = fixpoint(answer.ways, holders, &Way::add, &Way::pass);
    for (Way& way : answer.ways)
        for (auto g : way.groups)
            if (way.open && way.from && !holds_of(described[*way.from], g)) way.add.insert({g, answer.unlisted});
    answer.held[Reach::lower] = fixpoint(answer.ways, holders, &Way::certain, nullptr);
    answer.held[Reach::upper] = fixpoint(answer.ways, holders, &Way::add, &Way::pass);
    answer.held[Reach::potential] = fixpoint(answer.ways, holders, &Way::add, &Way::potential);
    return answer;
}

/// Depth of one pair at every holder: improve until nothing improves, then let circles start themselves.
inline std::vector<std::optional<std::size_t>> depths(const Answer& answer, Pair pair, Reach reach) {
    const auto& held = answer.held.at(reach);
    std::vector<std::optional<std::size_t>> depth(held.size());
    // A source that holds something unlisted of the group may hold the pair as part of it.
    std::vector<std::optional<std::size_t>> unlisted(held.size());
    if (pair.second != answer.unlisted)
        unlisted = depths(answer, {pair.first, answer.unlisted}, reach == Reach::lower ? Reach::upper : reach);
    const auto states = [&](const Way& way) { return (reach == Reach::lower ? way.certain : way.add).contains(pair); };
    const auto carries = [&](const Way& way) {
        return states(way) || (reach == Reach::upper && way.pass.contains(pair)) ||
               (reach == Reach::potential && way.potential.contains(pair));
    };
    const auto improve = [&](std::size_t at, std::size_t by) {
        if (depth[at] && *depth[at] <= by) return false;
        depth[at] = by;
        return true;
    };
    const auto relax = [&] {
        until_stable([&] {
            bool changed = false;
            for (const Way& way : answer.ways) {
                if (!way.from) {
                    changed |= states(way) && improve(way.to, 0);
                    continue;
                }
                const auto& from_unlisted = unlisted[*way.from];
                if (!held[*way.from].contains(pair) && !from_unlisted) changed |= states(way) && improve(way.to, 1);
                if (from_unlisted && states(way)) changed |= improve(way.to, *from_unlisted + 1);
                if (depth[*way.from] && carries(way)) changed |= improve(way.to, *depth[*way.from] + 1);
            }
            return changed;
        });
    };
    relax();
    const auto first = depth;
    for (const Way& way : answer.ways)
        if (way.from && states(way) && !first[way.to]) depth[way.to] = 1;
    relax();
    return depth;
}

}  // namespace nagarezu::graph::reference
