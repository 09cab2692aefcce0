#include "chains.hpp"

#include <algorithm>

#include "../metrics/targets.hpp"
#include "nagarezu/graph/order.hpp"

namespace nagarezu::review {

namespace {

bool entrusts(Relation relation) {
    return relation == Relation::delegate || relation == Relation::entrust || relation == Relation::reentrust;
}

}  // namespace

Chains::Chains(const Case& source) : holders_{source.holders.size()} {
    for (const Holder& holder : source.holders) tiers_.push_back(holder.tier);
    for (std::size_t f = 0; f < source.flows.size(); ++f) {
        const Flow& flow = source.flows[f];
        if (!entrusts(flow.relation) || !flow.from.valid()) continue;
        for (HolderIndex target : metrics::targets_of(flow))
            arcs_.push_back({static_cast<std::uint32_t>(flow.from.get()), static_cast<std::uint32_t>(target.get()), f});
    }
}

/// One question to the chains: depth first along a path that is lengthened and shortened in place.
class Chains::Search {
public:
    Search(const Chains& chains, std::span<const HolderIndex> through, std::span<const std::size_t> removed)
        : chains_{chains}, next_(chains.holders_), anyone_{through.empty()}, wanted_(chains.holders_, anyone_) {
        std::vector<Arc> left;
        for (const Arc& arc : chains.arcs_)
            if (std::ranges::find(removed, arc.flow) == removed.end()) left.push_back(arc);
        for (const Arc& arc : left) next_[arc.from].push_back(arc);
        for (HolderIndex holder : through) wanted_[holder.get()] = true;
        measure(left);
    }

    Longer run(Count limit) {
        for (std::size_t length = 1; length < chains_.holders_; ++length)
            for (std::uint32_t start = 0; start < chains_.holders_; ++start) {
                if (!starts_[start] || longest_[start] < length) continue;
                const Count depth = static_cast<Count>(length) + chains_.tiers_[start];
                if (depth <= limit) continue;
                // The first flows of a longer chain are a chain too, but need not go through those named.
                if (anyone_ && length > 1 && depth > limit + 1) continue;
                if (auto chain = of_length(start, length)) return {std::move(chain), true};
                if (steps_ >= step_limit) return {std::nullopt, false};
            }
        return {};
    }

private:
    /// Which holders chains begin at, and how long one from each holder can be at most: a strongly connected
    /// part can be visited whole, and is not entered again.
    void measure(const std::vector<Arc>& arcs) {
        const auto successors = graph::successors_of(chains_.holders_, arcs);
        const auto order = graph::order_of(successors);
        starts_.assign(chains_.holders_, true);
        std::vector<bool> reached(chains_.holders_, false);
        for (std::uint32_t h = 0; h < chains_.holders_; ++h) reached[h] = chains_.tiers_[h] == 0;
        std::vector<std::size_t> size(chains_.holders_, 0);
        std::vector<std::size_t> best(chains_.holders_, 0);  // flows behind each part
        for (std::uint32_t h = 0; h < chains_.holders_; ++h) ++size[order.component[h]];
        for (auto h = order.nodes.rbegin(); h != order.nodes.rend(); ++h)
            for (const Arc& arc : next_[*h]) {
                const auto here = order.component[*h];
                const auto there = order.component[arc.to];
                if (here != there) best[here] = std::max(best[here], best[there] + size[there]);
            }
        for (std::uint32_t h = 0; h < chains_.holders_; ++h)
            longest_.push_back(best[order.component[h]] + size[order.component[h]] - 1);
        for (std::vector<std::uint32_t> open = own_side(); !open.empty();) {
            const std::uint32_t at = open.back();
            open.pop_back();
            for (const Arc& arc : next_[at]) {
                if (reached[arc.to]) continue;
                reached[arc.to] = true;
                open.push_back(arc.to);
            }
        }
        for (std::uint32_t h = 0; h < chains_.holders_; ++h) starts_[h] = chains_.tiers_[h] == 0 || !reached[h];
    }

    [[nodiscard]] std::vector<std::uint32_t> own_side() const {
        std::vector<std::uint32_t> found;
        for (std::uint32_t h = 0; h < chains_.holders_; ++h)
            if (chains_.tiers_[h] == 0) found.push_back(h);
        return found;
    }

    std::optional<graph::Witness> of_length(std::uint32_t start, std::size_t length) {
        std::vector<std::uint32_t> holders{start};
        std::vector<std::size_t> flows;
        std::vector<std::size_t> tried{0};  // how many arcs of each holder on the path
        std::vector<bool> visited(chains_.holders_, false);
        visited[start] = true;
        while (!holders.empty()) {
            const std::uint32_t at = holders.back();
            if (flows.size() == length && std::ranges::any_of(holders, [&](auto h) { return wanted_[h]; }))
                return witness(holders, flows);
            if (flows.size() == length || tried.back() == next_[at].size()) {
                visited[at] = false;
                holders.pop_back();
                tried.pop_back();
                if (!flows.empty()) flows.pop_back();
                continue;
            }
            if (++steps_ >= step_limit) return std::nullopt;
            const Arc& arc = next_[at][tried.back()++];
            if (visited[arc.to]) continue;
            visited[arc.to] = true;
            holders.push_back(arc.to);
            flows.push_back(arc.flow);
            tried.push_back(0);
        }
        return std::nullopt;
    }

    static graph::Witness witness(const std::vector<std::uint32_t>& holders, const std::vector<std::size_t>& flows) {
        graph::Witness chain;
        for (auto holder : holders) chain.holders.emplace_back(holder);
        for (auto flow : flows) chain.flows.emplace_back(flow);
        return chain;
    }

    const Chains& chains_;
    std::vector<std::vector<Arc>> next_;
    bool anyone_;
    std::vector<bool> wanted_;
    std::vector<bool> starts_;
    std::vector<std::size_t> longest_;
    std::size_t steps_{0};
};

Chains::Longer Chains::longer_than(Count limit, std::span<const HolderIndex> through,
                                   std::span<const std::size_t> removed) const {
    return Search{*this, through, removed}.run(limit);
}

}  // namespace nagarezu::review
