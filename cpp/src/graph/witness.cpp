// Depths and shortest ways of one pair: a breadth-first search over the holders that hold it.
//
// A source that holds something unlisted of the group may hold the pair as part of it, so a flow that
// states the pair also continues the way of the unlisted remainder (docs/metrics.md, Depth).
#include <algorithm>
#include <limits>
#include <memory>
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
        if (item.get() != graph_.items()) follow_unlisted(holdings, group, reach);
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
            if (from_unlisted(last) && !onward(last)) return continued(unlisted_->witness(last.from), way);
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
    [[nodiscard]] bool may_hold(Node holder) const {
        return held_[holder] || (unlisted_ && unlisted_->places_[holder].depth != unreached);
    }
    // The pair goes no further back than this arc.
    [[nodiscard]] bool starts(const Arc& arc) const {
        return states(arc) && (!may_hold(arc.from) || (places_[arc.from].circular && places_[arc.to].circular));
    }
    // The arc gives its target the pair at the target's depth: from the source's own, or from its unlisted.
    [[nodiscard]] bool onward(const Arc& arc) const {
        return held_[arc.from] && places_[arc.from].depth + 1 == places_[arc.to].depth && carries(arc);
    }
    [[nodiscard]] bool from_unlisted(const Arc& arc) const {
        return unlisted_ && states(arc) && unlisted_->places_[arc.from].depth + 1 == places_[arc.to].depth;
    }

    // Even a certain pair may come out of the unlisted, which is only ever in the upper bound.
    void follow_unlisted(const Holdings& holdings, SubjectIndex group, Reach reach) {
        const Reach wide = reach == Reach::lower ? Reach::upper : reach;
        unlisted_ = std::make_unique<PairSearch>(holdings, group, ItemIndex{graph_.items()}, wide);
        for (const Arc& arc : graph_.arcs()) {
            const std::size_t depth = unlisted_->places_[arc.from].depth;
            if (!arc.created && states(arc) && depth != unreached) from_unlisted_.push_back({depth + 1, arc.to});
        }
        std::ranges::sort(from_unlisted_);
    }

    // The way up to `first`, then `rest`, which was collected from its end and begins where `first` ends.
    static Witness continued(Witness first, const Witness& rest) {
        first.holders.pop_back();
        first.flows.insert(first.flows.end(), rest.flows.rbegin(), rest.flows.rend());
        first.holders.insert(first.holders.end(), rest.holders.rbegin(), rest.holders.rend());
        return first;
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
        auto waiting = from_unlisted_.begin();
        for (std::size_t depth = 1; !here.empty() || !next.empty() || waiting != from_unlisted_.end(); ++depth) {
            for (Node holder : here)
                for (const Arc& arc : graph_.arcs_from(holder))
                    if (carries(arc)) reach(arc.to, depth, next);
            for (; waiting != from_unlisted_.end() && waiting->first == depth; ++waiting)
                reach(waiting->second, depth, next);
            here.swap(next);
            next.clear();
        }
    }

    // The arc of the earliest flow among those that give the pair at its smallest depth.
    [[nodiscard]] const Arc& last_arc(Node holder) const {
        const Arc* best = nullptr;
        for (const Arc& arc : graph_.arcs()) {
            if (arc.created || arc.to != holder || (best != nullptr && best->flow <= arc.flow)) continue;
            const bool from_start = places_[holder].depth == 1 && starts(arc);
            if (from_start || onward(arc) || from_unlisted(arc)) best = &arc;
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
    std::unique_ptr<const PairSearch> unlisted_;               // nothing in a search for the unlisted itself
    std::vector<std::pair<std::size_t, Node>> from_unlisted_;  // depth and target of what flows state out of it
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
