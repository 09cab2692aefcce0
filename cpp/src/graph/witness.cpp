// Depths and shortest ways of one pair: a breadth-first search over the holders that hold it.
#include <algorithm>
#include <limits>
#include <stdexcept>

#include "nagarezu/graph/holdings.hpp"

namespace nagarezu::graph {
namespace {

class PairSearch {
public:
    PairSearch(const Holdings& holdings, SubjectIndex group, ItemIndex item, Reach reach)
        : graph_{holdings.graph()},
          pair_{graph_.bit(group.get(), item.get())},
          stated_{reach == Reach::lower ? &Arc::certain : &Arc::add},
          passed_{reach == Reach::lower   ? &Arc::certain
                  : reach == Reach::upper ? &Arc::pass
                                          : &Arc::potential} {
        for (std::size_t h = 0; h < graph_.holders(); ++h)
            held_.push_back(holdings.holds(HolderIndex{h}, group, item, reach));
        places_.resize(graph_.holders());
        search();
    }

    [[nodiscard]] std::vector<std::optional<std::size_t>> depths() const {
        std::vector<std::optional<std::size_t>> depths(places_.size());
        for (std::size_t h = 0; h < places_.size(); ++h)
            if (places_[h].depth != unreached) depths[h] = places_[h].depth;
        return depths;
    }

    [[nodiscard]] Witness witness(Node holder) const {
        Witness way;
        way.holders.emplace_back(holder);
        for (bool started = places_[holder].depth == 0; !started;) {
            const Arc& last = last_arc(holder);
            way.flows.emplace_back(last.flow);
            way.holders.emplace_back(last.from);
            started = starts(last) || places_[last.from].depth == 0;
            holder = last.from;
        }
        std::ranges::reverse(way.flows);
        std::ranges::reverse(way.holders);
        return way;
    }

private:
    static constexpr std::size_t unreached = std::numeric_limits<std::size_t>::max();
    struct Place {
        std::size_t depth{unreached};
        bool circular{false};  // held only because flows in a circle state it
    };

    [[nodiscard]] bool states(const Arc& arc) const { return test(graph_.mask(arc.*stated_), pair_); }
    [[nodiscard]] bool carries(const Arc& arc) const { return states(arc) || test(graph_.mask(arc.*passed_), pair_); }
    // The pair goes no further back than this arc.
    [[nodiscard]] bool starts(const Arc& arc) const {
        return states(arc) && (!held_[arc.from] || (places_[arc.from].circular && places_[arc.to].circular));
    }

    // What only a circle of stating flows holds is found by searching without it first.
    void search() {
        spread();
        bool circles = false;
        for (std::size_t h = 0; h < places_.size(); ++h)
            circles |= places_[h].circular = held_[h] && places_[h].depth == unreached;
        if (!circles) return;
        for (Place& place : places_) place.depth = unreached;
        spread();
    }

    // Level by level: origins, what flows start, and from there along every arc that carries the pair.
    void spread() {
        std::vector<Node> here;
        std::vector<Node> next;
        const auto reach = [this](Node holder, std::size_t depth, std::vector<Node>& level) {
            if (places_[holder].depth != unreached) return;
            places_[holder].depth = depth;
            level.push_back(holder);
        };
        for (const Arc& arc : graph_.created())
            if (states(arc)) reach(arc.to, 0, here);
        for (const Arc& arc : graph_.arcs().subspan(graph_.created().size()))
            if (starts(arc)) reach(arc.to, 1, next);
        for (std::size_t depth = 1; !here.empty() || !next.empty(); ++depth) {
            for (Node holder : here)
                for (const Arc& arc : graph_.arcs_from(holder))
                    if (carries(arc)) reach(arc.to, depth, next);
            here.swap(next);
            next.clear();
        }
    }

    // The arc of the earliest flow among those that give the pair at its smallest depth.
    [[nodiscard]] const Arc& last_arc(Node holder) const {
        const Arc* best = nullptr;
        for (const Arc& arc : graph_.arcs()) {
            if (arc.created || arc.to != holder || (best != nullptr && best->flow <= arc.flow)) continue;
            const std::size_t depth = places_[holder].depth;
            const bool from_start = depth == 1 && starts(arc);
            const bool onward = held_[arc.from] && places_[arc.from].depth + 1 == depth && carries(arc);
            if (from_start || onward) best = &arc;
        }
        if (best == nullptr) throw std::logic_error{"a pair is held that no flow gives"};
        return *best;
    }

    const FlowGraph& graph_;
    std::size_t pair_;
    MaskId Arc::*stated_;
    MaskId Arc::*passed_;
    std::vector<bool> held_;
    std::vector<Place> places_;
};

}  // namespace

std::vector<std::optional<std::size_t>> Holdings::depths(SubjectIndex group, ItemIndex item, Reach reach) const {
    return PairSearch{*this, group, item, reach}.depths();
}

std::optional<std::size_t> Holdings::depth(HolderIndex holder, SubjectIndex group, ItemIndex item, Reach reach) const {
    if (!holds(holder, group, item, reach)) return std::nullopt;
    return depths(group, item, reach)[holder.get()];
}

std::optional<Witness> Holdings::witness(HolderIndex holder, SubjectIndex group, ItemIndex item, Reach reach) const {
    if (!holds(holder, group, item, reach)) return std::nullopt;
    return PairSearch{*this, group, item, reach}.witness(static_cast<Node>(holder.get()));
}

}  // namespace nagarezu::graph
