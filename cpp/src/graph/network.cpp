#include "nagarezu/graph/network.hpp"

#include <algorithm>

#include "parallel.hpp"
#include "vector.hpp"

namespace nagarezu::graph {

namespace {

// How many carries ahead the target and its mask are asked from memory.
constexpr std::size_t lookahead = 12;

std::vector<std::vector<Block>> planes_of(const MaskTable& masks) {
    std::vector<std::vector<Block>> planes((masks.words() + block_words - 1) / block_words);
    for (std::size_t p = 0; p < planes.size(); ++p) {
        planes[p].resize(masks.size());
        const std::size_t first = p * block_words;
        const std::size_t length = std::min(block_words, masks.words() - first);
        for (std::size_t id = 0; id < masks.size(); ++id)
            std::ranges::copy(masks[static_cast<MaskId>(id)].subspan(first, length), planes[p][id].words.begin());
    }
    return planes;
}

}  // namespace

Network::Network(Order order, std::span<const Seed> seeds, std::span<const Carry> carries, const MaskTable& masks)
    : order_{std::move(order)}, words_{masks.words()}, masks_{planes_of(masks)} {
    const std::size_t nodes = order_.size();
    for (std::size_t r = 0; r < nodes; ++r)
        if (r + 1 == nodes || order_.component[order_.nodes[r]] != order_.component[order_.nodes[r + 1]])
            component_end_.push_back(static_cast<std::uint32_t>(r + 1));

    // Seeds and carries without effect (nothing in the mask, or back to the node itself) are left out.
    const auto idle = [](const Carry& carry) { return carry.mask == MaskTable::empty || carry.from == carry.to; };
    std::vector<std::size_t> start_of(nodes + 1, 0);
    target_start_.assign(nodes + 1, 0);
    for (const Seed& seed : seeds)
        if (seed.mask != MaskTable::empty) ++start_of[order_.rank[seed.node] + 1];
    for (const Carry& carry : carries)
        if (!idle(carry)) ++target_start_[order_.rank[carry.from] + 1];
    for (std::size_t r = 0; r < nodes; ++r) {
        start_of[r + 1] += start_of[r];
        target_start_[r + 1] += target_start_[r];
    }
    starts_.resize(start_of[nodes]);
    targets_.resize(target_start_[nodes]);
    for (const Seed& seed : seeds)
        if (seed.mask != MaskTable::empty) {
            const auto rank = order_.rank[seed.node];
            starts_[start_of[rank]++] = {rank, seed.mask};
        }
    std::vector<std::size_t> next{target_start_.begin(), target_start_.end() - 1};
    for (const Carry& carry : carries)
        if (!idle(carry)) targets_[next[order_.rank[carry.from]]++] = {order_.rank[carry.to], carry.mask};
}

// The work on 256 bits: nothing of it is shared with another plane.
struct Network::Plane {
    const Network& network;
    const std::vector<Block>& masks;
    std::vector<Block>& held;
    std::vector<Block> pushed;         // what a node of the component has passed on already
    std::vector<std::uint8_t> behind;  // whether it holds more than that

    NAGAREZU_INLINE void seed() {
        const std::vector<Start>& starts = network.starts_;
        for (std::size_t s = 0; s < starts.size(); ++s) {
            if (s + lookahead < starts.size()) __builtin_prefetch(&masks[starts[s + lookahead].mask]);
            vector_of(held[starts[s].rank]) |= vector_of(masks[starts[s].mask]);
        }
    }

    NAGAREZU_INLINE void prefetch(std::size_t e) const {
        if (e + lookahead >= network.targets_.size()) return;
        const Target& ahead = network.targets_[e + lookahead];
        __builtin_prefetch(&held[ahead.rank], 1);
        __builtin_prefetch(&masks[ahead.mask], 0);
    }

    NAGAREZU_INLINE void push_once(std::size_t rank) {
        const Vector all = vector_of(held[rank]);
        const std::size_t end = network.target_start_[rank + 1];
        for (std::size_t e = network.target_start_[rank]; e < end; ++e) {
            const Target target = network.targets_[e];
            prefetch(e);
            vector_of(held[target.rank]) |= all & vector_of(masks[target.mask]);
        }
    }

    NAGAREZU_INLINE void push_difference(std::size_t rank) {
        behind[rank] = 0;
        const Vector more = vector_of(held[rank]) & ~vector_of(pushed[rank]);
        vector_of(pushed[rank]) = vector_of(held[rank]);
        if (!any(more)) return;
        const std::size_t end = network.target_start_[rank + 1];
        for (std::size_t e = network.target_start_[rank]; e < end; ++e) {
            const Target target = network.targets_[e];
            prefetch(e);
            Vector& at = vector_of(held[target.rank]);
            const Vector fresh = more & vector_of(masks[target.mask]) & ~at;
            at |= fresh;
            behind[target.rank] |= static_cast<std::uint8_t>(any(fresh));
        }
    }

    // Sweeps in order until no node of the component is behind.
    NAGAREZU_INLINE void settle(std::size_t begin, std::size_t end) {
        std::fill(behind.begin() + static_cast<std::ptrdiff_t>(begin),
                  behind.begin() + static_cast<std::ptrdiff_t>(end), std::uint8_t{1});
        for (bool again = true; again;) {
            again = false;
            for (std::size_t rank = begin; rank < end; ++rank)
                if (behind[rank] != 0) {
                    again = true;
                    push_difference(rank);
                }
        }
    }

    NAGAREZU_INLINE void solve() {
        seed();
        std::size_t begin = 0;
        for (const std::size_t end : network.component_end_) {
            if (end - begin == 1)
                push_once(begin);
            else
                settle(begin, end);
            begin = end;
        }
    }
};

struct Network::Kernels {
    static void portable(Plane& plane) { plane.solve(); }
    NAGAREZU_AVX2 static void avx2(Plane& plane) { plane.solve(); }
};

Solution Network::solve(std::size_t threads, Kernel kernel) const {
    const auto run = use_avx2(kernel) ? Kernels::avx2 : Kernels::portable;
    Solution solution;
    solution.words_ = words_;
    solution.rank_ = order_.rank;
    solution.planes_.resize(masks_.size());
    const bool cyclic = component_end_.size() < nodes();
    const std::size_t workers = std::clamp<std::size_t>(threads, 1, std::max<std::size_t>(masks_.size(), 1));
    in_parallel(workers, [&](std::size_t worker) {
        for (std::size_t p = worker; p < masks_.size(); p += workers) {
            solution.planes_[p].resize(nodes());
            Plane plane{*this, masks_[p], solution.planes_[p], {}, {}};
            plane.pushed.resize(cyclic ? nodes() : 0);
            plane.behind.resize(nodes());
            run(plane);
        }
    });
    return solution;
}

std::vector<Word> Solution::row(Node node) const {
    std::vector<Word> words;
    for (const auto& plane : planes_) {
        const Block& block = plane[rank_[node]];
        words.insert(words.end(), block.words.begin(), block.words.end());
    }
    words.resize(words_);
    return words;
}

std::vector<Word> Solution::rows() const {
    std::vector<Word> words;
    words.reserve(nodes() * words_);
    for (std::size_t n = 0; n < nodes(); ++n) {
        const auto one = row(static_cast<Node>(n));
        words.insert(words.end(), one.begin(), one.end());
    }
    return words;
}

std::size_t Solution::count(Node node) const {
    std::size_t total = 0;
    for (const auto& plane : planes_) total += plane[rank_[node]].count();
    return total;
}

}  // namespace nagarezu::graph
