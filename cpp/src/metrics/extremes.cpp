#include "nagarezu/metrics/extremes.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <numeric>
#include <optional>
#include <unordered_map>

namespace nagarezu::metrics {

namespace {

using Nodes = std::vector<std::size_t>;
using Mask = std::uint32_t;
static_assert(exact_limit < 32);

/// Nodes that belong together, by joining pairs.
class Parts {
public:
    explicit Parts(std::size_t nodes) : parent_(nodes) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }

    std::size_t root(std::size_t node) {
        while (parent_[node] != node) node = parent_[node] = parent_[parent_[node]];
        return node;
    }
    void join(std::size_t a, std::size_t b) { parent_[std::max(root(a), root(b))] = std::min(root(a), root(b)); }

    /// Parts in the order of their first node, nodes ascending.
    std::vector<Nodes> all() {
        std::vector<Nodes> by_root(parent_.size());
        for (std::size_t node = 0; node < parent_.size(); ++node) by_root[root(node)].push_back(node);
        std::erase_if(by_root, [](const Nodes& nodes) { return nodes.empty(); });
        return by_root;
    }

private:
    std::vector<std::size_t> parent_;
};

Mask bit(std::size_t position) {
    return Mask{1} << position;
}

// Either the first node is in the clique, with its neighbours only, or it is not.
class CliqueSearch {
public:
    CliqueSearch(std::span<const Count> weights, std::span<const Nodes> neighbours, const Nodes& part) {
        for (std::size_t node : part) {
            weight_.push_back(weights[node]);
            Mask mask = 0;
            for (std::size_t other : neighbours[node]) {
                const auto found = std::ranges::lower_bound(part, other);
                if (found != part.end() && *found == other) mask |= bit(static_cast<std::size_t>(found - part.begin()));
            }
            adjacent_.push_back(mask);
        }
    }

    /// The clique's members as a mask over the part.
    Mask run() {
        extend(0, 0, bit(weight_.size()) - 1);
        return best_mask_;
    }

private:
    void extend(Mask chosen, Count weight, Mask open) {
        if (weight > best_) {
            best_ = weight;
            best_mask_ = chosen;
        }
        Count hope = weight;
        for (std::size_t i = 0; i < weight_.size(); ++i)
            if (open & bit(i)) hope = saturating_add(hope, weight_[i]);
        if (hope <= best_) return;
        for (std::size_t i = 0; i < weight_.size(); ++i) {
            if (!(open & bit(i))) continue;
            open &= ~bit(i);
            extend(chosen | bit(i), saturating_add(weight, weight_[i]), open & adjacent_[i]);
        }
    }

    std::vector<Count> weight_;
    std::vector<Mask> adjacent_;
    Count best_{-1};
    Mask best_mask_{0};
};

Count weight_of(std::span<const Count> weights, const Nodes& nodes) {
    Count sum = 0;
    for (std::size_t node : nodes) sum = saturating_add(sum, weights[node]);
    return sum;
}

// From each of the heaviest nodes, take what still fits in the order of weight.
Nodes greedy_clique(std::span<const Count> weights, std::span<const Nodes> neighbours, Nodes part) {
    std::ranges::stable_sort(part, [&](std::size_t a, std::size_t b) { return weights[a] > weights[b]; });
    Nodes best;
    for (std::size_t start = 0; start < std::min(part.size(), exact_limit); ++start) {
        Nodes clique{part[start]};
        for (std::size_t node : part) {
            const auto fits = [&](std::size_t member) {
                return member != node && std::ranges::find(neighbours[node], member) != neighbours[node].end();
            };
            if (std::ranges::all_of(clique, fits)) clique.push_back(node);
        }
        if (best.empty() || weight_of(weights, clique) > weight_of(weights, best)) best = clique;
    }
    std::ranges::sort(best);
    return best;
}

// Minimal cost of covering a set of elements: by the offers for its first element, remembered by set.
class CoverSearch {
public:
    CoverSearch(std::span<const Offer> offers, const Nodes& elements) : offers_{offers}, offers_for_(elements.size()) {
        for (std::size_t offer = 0; offer < offers.size(); ++offer) {
            Mask mask = 0;
            for (std::size_t element : offers[offer].covers) {
                const auto found = std::ranges::lower_bound(elements, element);
                if (found != elements.end() && *found == element)
                    mask |= bit(static_cast<std::size_t>(found - elements.begin()));
            }
            for (std::size_t i = 0; i < elements.size(); ++i)
                if (mask & bit(i)) offers_for_[i].push_back({offer, mask});
        }
        all_ = bit(elements.size()) - 1;
    }

    Nodes run() {
        Nodes chosen;
        cost(all_);
        for (Mask open = all_; open != 0;) {
            const auto& step = best_.at(open);
            chosen.push_back(step.offer);
            open = step.rest;
        }
        return chosen;
    }

private:
    struct Choice {
        std::size_t offer;
        Mask covers;
    };
    struct Step {
        Count cost;
        std::size_t offer;
        Mask rest;
    };

    Count cost(Mask open) {
        if (open == 0) return 0;
        if (const auto known = best_.find(open); known != best_.end()) return known->second.cost;
        std::optional<Step> best;
        for (const auto& [offer, covers] : offers_for_[static_cast<std::size_t>(std::countr_zero(open))]) {
            const Mask rest = open & ~covers;
            const Count total = saturating_add(offers_[offer].cost, cost(rest));
            if (!best || total < best->cost) best = Step{total, offer, rest};
        }
        best_.emplace(open, *best);
        return best->cost;
    }

    std::span<const Offer> offers_;
    std::vector<std::vector<Choice>> offers_for_;
    Mask all_{};
    std::unordered_map<Mask, Step> best_;
};

// Elements in order, each by its cheapest offer unless one taken before covers it.
Nodes greedy_cover(std::span<const Offer> offers, const std::vector<Nodes>& offers_for, const Nodes& elements) {
    Nodes chosen;
    for (std::size_t element : elements) {
        const auto& choices = offers_for[element];
        const auto taken = [&](std::size_t offer) { return std::ranges::find(chosen, offer) != chosen.end(); };
        if (std::ranges::any_of(choices, taken)) continue;
        chosen.push_back(*std::ranges::min_element(choices, {}, [&](std::size_t offer) { return offers[offer].cost; }));
    }
    return chosen;
}

// A price for each element such that no offer is worth more than it costs: every cover costs their sum.
Count priced(std::span<const Offer> offers, const std::vector<Nodes>& offers_for, const Nodes& elements) {
    std::unordered_map<std::size_t, Count> left;
    Count sum = 0;
    for (std::size_t element : elements) {
        Count price = std::numeric_limits<Count>::max();
        for (std::size_t offer : offers_for[element])
            price = std::min(price, left.try_emplace(offer, offers[offer].cost).first->second);
        for (std::size_t offer : offers_for[element]) left[offer] -= price;
        sum = saturating_add(sum, price);
    }
    return sum;
}

}  // namespace

Clique heaviest_clique(std::span<const Count> weights, std::span<const Nodes> neighbours) {
    Parts parts{weights.size()};
    for (std::size_t node = 0; node < weights.size(); ++node)
        for (std::size_t other : neighbours[node]) parts.join(node, other);
    Clique best;
    bool exact = true;
    for (const Nodes& part : parts.all()) {
        Nodes members;
        if (part.size() > exact_limit) {
            exact = false;
            members = greedy_clique(weights, neighbours, part);
        } else {
            const Mask found = CliqueSearch{weights, neighbours, part}.run();
            for (std::size_t i = 0; i < part.size(); ++i)
                if (found & bit(i)) members.push_back(part[i]);
        }
        if (const Count weight = weight_of(weights, members); best.chosen.empty() || weight > best.weight)
            best = {weight, members, true};
    }
    best.exact = exact;
    return best;
}

Cover cheapest_cover(std::size_t elements, std::span<const Offer> offers) {
    Parts parts{elements};
    std::vector<Nodes> offers_for(elements);
    for (std::size_t offer = 0; offer < offers.size(); ++offer)
        for (std::size_t element : offers[offer].covers) {
            parts.join(element, offers[offer].covers.front());
            offers_for[element].push_back(offer);
        }
    Cover total;
    for (const Nodes& part : parts.all()) {
        // Offers of this part only, so that one part never costs time for another.
        Nodes near;
        for (std::size_t element : part)
            near.insert(near.end(), offers_for[element].begin(), offers_for[element].end());
        std::ranges::sort(near);
        near.erase(std::unique(near.begin(), near.end()), near.end());
        std::vector<Offer> local;
        for (std::size_t offer : near) local.push_back(offers[offer]);

        const bool exact = part.size() <= exact_limit;
        Nodes chosen;
        if (exact) {
            for (std::size_t offer : CoverSearch{local, part}.run()) chosen.push_back(near[offer]);
        } else {
            chosen = greedy_cover(offers, offers_for, part);
        }
        Count cost = 0;
        for (std::size_t offer : chosen) cost = saturating_add(cost, offers[offer].cost);
        total.upper = saturating_add(total.upper, cost);
        total.lower = saturating_add(total.lower, exact ? cost : priced(offers, offers_for, part));
        total.exact = total.exact && exact;
        total.chosen.insert(total.chosen.end(), chosen.begin(), chosen.end());
    }
    std::ranges::sort(total.chosen);
    return total;
}

}  // namespace nagarezu::metrics
