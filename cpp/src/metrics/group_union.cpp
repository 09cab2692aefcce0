#include "nagarezu/metrics/group_union.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "nagarezu/metrics/extremes.hpp"

namespace nagarezu::metrics {

struct GroupUnion::Lower {
    std::optional<Count> value;
    Nodes used;
    bool exact{true};
    bool impossible{false};  // a group that has members would have to be empty
};
struct GroupUnion::Upper {
    std::optional<Count> value;
    Nodes used;
    Nodes outermost;  // groups of the set that are within no other of it
    Nodes uncapped;   // of those: no upper count, nor one around it
    bool exact{true};
};

namespace {

template <class Values>
void sort_unique(Values& values) {
    std::ranges::sort(values);
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

bool contains(const std::vector<std::uint32_t>& sorted, std::uint32_t value) {
    return std::ranges::binary_search(sorted, value);
}

}  // namespace

GroupUnion::GroupUnion(std::span<const Subject> groups, Unit unit, Reading reading)
    : unit_{unit}, outer_(groups.size()), inner_(groups.size()), disjoint_(groups.size()) {
    const auto enclose = [this](std::size_t inner, std::size_t outer) {
        outer_[inner].push_back(static_cast<Node>(outer));
        inner_[outer].push_back(static_cast<Node>(inner));
    };
    for (std::size_t i = 0; i < groups.size(); ++i) {
        ids_.push_back(groups[i].id);
        stated_.push_back(stated_in(groups[i], unit, reading));
        for (SubjectIndex other : groups[i].within) enclose(i, other.get());
        for (SubjectIndex other : groups[i].same_as) {
            enclose(i, other.get());
            enclose(other.get(), i);
        }
        for (SubjectIndex other : groups[i].disjoint_with) {
            disjoint_[i].push_back(static_cast<Node>(other.get()));
            disjoint_[other.get()].push_back(static_cast<Node>(i));
        }
    }
}

/// The nodes themselves and all that follows from them, ascending.
GroupUnion::Nodes GroupUnion::reached(Nodes from, const std::vector<Nodes>& next) const {
    std::set<Node> seen(from.begin(), from.end());
    while (!from.empty()) {
        const Node node = from.back();
        from.pop_back();
        for (Node other : next[node])
            if (seen.insert(other).second) from.push_back(other);
    }
    return {seen.begin(), seen.end()};
}

/// For each group: itself and every group that encloses it.
std::vector<GroupUnion::Nodes> GroupUnion::around(const Nodes& groups) const {
    std::vector<Nodes> all;
    for (Node group : groups) all.push_back(reached({group}, outer_));
    return all;
}

GroupUnion::Lower GroupUnion::lower(const Nodes& candidates) const {
    Lower result;
    Nodes known;
    for (Node node : candidates)
        if (stated_[node].bounds.lower) known.push_back(node);
    if (known.empty()) return result;

    const auto enclosing = around(known);
    std::unordered_map<Node, std::vector<std::size_t>> enclosed_by;
    for (std::size_t i = 0; i < known.size(); ++i)
        for (Node outer : enclosing[i]) enclosed_by[outer].push_back(i);

    std::vector<std::vector<std::size_t>> neighbours(known.size());
    std::vector<Count> weights;
    for (std::size_t i = 0; i < known.size(); ++i) {
        weights.push_back(*stated_[known[i]].bounds.lower);
        for (Node outer : enclosing[i])
            for (Node other : disjoint_[outer])
                for (std::size_t j : enclosed_by[other]) {
                    // A group disjoint with one that encloses it is empty, and adds nothing to it.
                    const bool inside = contains(enclosing[i], known[j]);
                    if (inside && weights[i] > 0) result.impossible = true;
                    if (!inside && !contains(enclosing[j], known[i])) neighbours[i].push_back(j);
                }
        sort_unique(neighbours[i]);
    }
    const Clique clique = heaviest_clique(weights, neighbours);
    for (std::size_t i : clique.chosen) result.used.push_back(known[i]);
    result.value = clique.weight;
    result.exact = clique.exact;
    return result;
}

GroupUnion::Upper GroupUnion::upper(const Nodes& groups) const {
    const auto enclosing = around(groups);
    std::unordered_map<Node, std::size_t> position;
    for (std::size_t i = 0; i < groups.size(); ++i) position.emplace(groups[i], i);
    Upper result;
    std::map<Node, Offer> offers;
    std::size_t elements = 0;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        // What covers an enclosing group of the set covers this one. Of equal groups the first counts.
        const bool inside = std::ranges::any_of(enclosing[i], [&](Node outer) {
            const auto found = position.find(outer);
            if (outer == groups[i] || found == position.end()) return false;
            return found->second < i || !contains(enclosing[found->second], groups[i]);
        });
        if (inside) continue;
        result.outermost.push_back(groups[i]);
        bool capped = false;
        for (Node outer : enclosing[i]) {
            const auto& cap = stated_[outer].bounds.upper;
            if (!cap) continue;
            capped = true;
            offers.try_emplace(outer, Offer{*cap, {}}).first->second.covers.push_back(elements);
        }
        if (capped)
            ++elements;
        else
            result.uncapped.push_back(groups[i]);
    }
    if (!result.uncapped.empty()) return result;
    std::vector<Offer> list;
    Nodes sellers;
    for (auto& [node, offer] : offers) {
        sellers.push_back(node);
        list.push_back(std::move(offer));
    }
    const Cover cover = cheapest_cover(elements, list);
    for (std::size_t i : cover.chosen) result.used.push_back(sellers[i]);
    result.value = cover.upper;
    result.exact = cover.exact;
    return result;
}

/// Whether a group must be larger than one around it.
bool GroupUnion::contradict(const Nodes& groups) const {
    const auto enclosing = around(groups);
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const auto& inner = stated_[groups[i]];
        const auto smaller = [&](Node outer) {
            const auto& cap = stated_[outer].bounds.upper;
            return inner.bounds.lower && cap && *inner.bounds.lower > *cap;
        };
        if (inner.contradictory || std::ranges::any_of(enclosing[i], smaller)) return true;
    }
    return false;
}

/// The upper counts of all groups added, relations disregarded.
GroupUnion::Upper GroupUnion::apart(const Nodes& groups) const {
    Upper result;
    result.outermost = groups;
    Bounds sum = Bounds::exact(0);
    for (Node group : groups) {
        sum = sum + stated_[group].bounds;
        if (!stated_[group].bounds.upper) result.uncapped.push_back(group);
    }
    result.value = sum.upper;
    return result;
}

Measure GroupUnion::of(std::span<const SubjectIndex> groups) const {
    Measure measure;
    measure.unit = std::string{name_of(unit_)};
    Nodes nodes;
    for (SubjectIndex group : groups) nodes.push_back(static_cast<Node>(group.get()));
    sort_unique(nodes);
    if (nodes.empty()) {
        measure.bounds = Bounds::exact(0);
        return measure;
    }

    const Nodes below = reached(nodes, inner_);
    Lower least = lower(below);
    Upper most = upper(nodes);
    if (least.impossible || contradict(below) || (least.value && most.value && *least.value > *most.value)) {
        measure.assumptions.emplace_back("counts_contradict");
        least = lower(nodes);
        most = apart(nodes);
    }
    measure.bounds = {least.value, most.value};

    Nodes used = most.outermost;
    used.insert(used.end(), least.used.begin(), least.used.end());
    used.insert(used.end(), most.used.begin(), most.used.end());
    sort_unique(used);
    std::set<std::string> dates;
    for (Node node : used) dates.insert(stated_[node].dates.begin(), stated_[node].dates.end());
    if (dates.size() > 1) measure.assumptions.emplace_back("as_of_differs");
    if (!least.exact || !most.exact) measure.assumptions.emplace_back("loose_bound");
    for (Node node : used)
        if (stated_[node].inexact) measure.assumptions.push_back("count_as_stated:" + ids_[node]);

    for (Node node : most.uncapped) measure.missing.push_back("count:" + ids_[node]);
    // The count of a group within another of the set would narrow nothing.
    for (Node node : most.outermost) {
        const bool uncounted = stated_[node].bounds == Bounds::unknown();
        if (uncounted && !contains(most.uncapped, node)) measure.missing.push_back("count:" + ids_[node]);
    }
    return measure;
}

}  // namespace nagarezu::metrics
