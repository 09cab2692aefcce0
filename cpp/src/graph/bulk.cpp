#include "nagarezu/graph/bulk.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <iterator>
#include <stdexcept>

#include "parallel.hpp"
#include "vector.hpp"

namespace nagarezu::graph {
namespace {

constexpr std::size_t chunk = 256;           // graphs that a thread takes at a time
constexpr std::size_t worth_a_thread = 512;  // graphs: fewer are solved before another thread has started

std::size_t hash(const Block& block) {
    Word mixed = 0x9e3779b97f4a7c15U;
    for (Word word : block.words) {
        mixed = (mixed ^ word) * 0xff51afd7ed558ccdU;
        mixed ^= mixed >> 32U;
    }
    return static_cast<std::size_t>(mixed);
}

}  // namespace

// The masks of one graph by their local number, added to the arena when first met.
struct Bulk::Interned {
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    std::span<const Block> given;
    std::vector<Block>& arena;
    std::size_t begin{arena.size()};
    std::vector<std::uint32_t> local{std::vector<std::uint32_t>(given.size(), none)};
    std::vector<std::uint32_t> slots{std::vector<std::uint32_t>(std::bit_ceil(given.size() * 2 + 2), none)};

    std::uint16_t operator()(MaskId id) {
        if (local[id] == none) local[id] = find(given[id]);
        return static_cast<std::uint16_t>(local[id]);
    }

    std::uint32_t find(const Block& mask) {
        const std::size_t wrap = slots.size() - 1;
        std::size_t slot = hash(mask) & wrap;
        for (; slots[slot] != none; slot = (slot + 1) & wrap)
            if (arena[begin + slots[slot]] == mask) return slots[slot];
        if (arena.size() - begin == mask_limit) throw std::length_error{"more masks than a bulk graph may have"};
        arena.push_back(mask);
        return slots[slot] = static_cast<std::uint32_t>(arena.size() - 1 - begin);
    }
};

// The carries of one graph, component by component in topological order: first those within (its loop), then
// those that leave it. So when a component is left, what its nodes hold is final.
struct Bulk::Layout {
    const Order& order;
    std::vector<Carry> carries;
    std::vector<Loop> loops;

    Layout(std::size_t nodes, std::span<const Carry> given, const Order& by) : order{by} {
        std::vector<std::size_t> place(nodes + 1, 0);  // of the carries from each node, by rank
        for (const Carry& carry : given) ++place[order.rank[carry.from] + 1];
        for (std::size_t r = 0; r < nodes; ++r) place[r + 1] += place[r];
        std::vector<Carry> sorted(given.size());
        for (const Carry& carry : given) sorted[place[order.rank[carry.from]]++] = carry;

        carries.reserve(sorted.size());
        for (auto first = sorted.begin(); first != sorted.end();) {
            const auto last = std::find_if(first, sorted.end(), [&](const Carry& carry) {
                return order.component[carry.from] != order.component[first->from];
            });
            append({first, last});
            first = last;
        }
    }

private:
    // The carries from one component, by rank of their source.
    void append(std::span<const Carry> from) {
        const auto begin = carries.size();
        const auto within = [&](const Carry& carry) {
            return carry.from != carry.to && order.component[carry.from] == order.component[carry.to];
        };
        const auto forward = [&](const Carry& carry) { return order.rank[carry.from] < order.rank[carry.to]; };
        const auto inner_forward = [&](const Carry& carry) { return within(carry) && forward(carry); };
        const auto inner_back = [&](const Carry& carry) { return within(carry) && !forward(carry); };
        const auto leaving = [&](const Carry& carry) { return carry.from != carry.to && !within(carry); };
        std::ranges::copy_if(from, std::back_inserter(carries), inner_forward);
        const auto back = carries.size();
        std::ranges::copy_if(from, std::back_inserter(carries), inner_back);
        if (carries.size() != begin)
            loops.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(back),
                             static_cast<std::uint32_t>(carries.size())});
        std::ranges::copy_if(from, std::back_inserter(carries), leaving);
    }
};

void Bulk::append(std::size_t nodes, std::span<const Seed> seeds, std::span<const Carry> carries,
                  std::span<const Block> masks) {
    if (nodes > node_limit) throw std::length_error{"more nodes than a bulk graph may have"};
    const Order order = order_of(successors_of(nodes, carries));
    const Layout layout{nodes, carries, order};

    const Start before = starts_.back();
    try {
        Interned number{masks, masks_};
        for (const Seed& seed : seeds) seeds_.push_back({number(seed.mask), static_cast<std::uint8_t>(seed.node)});
        for (const Carry& carry : layout.carries)
            carries_.push_back(
                {number(carry.mask), static_cast<std::uint8_t>(carry.from), static_cast<std::uint8_t>(carry.to)});
        loops_.insert(loops_.end(), layout.loops.begin(), layout.loops.end());
        starts_.push_back({before.node + nodes, seeds_.size(), carries_.size(), loops_.size(), masks_.size()});
    } catch (...) {
        seeds_.resize(before.seed);
        carries_.resize(before.carry);
        loops_.resize(before.loop);
        masks_.resize(before.mask);
        throw;
    }
}

struct Bulk::Kernels {
    // `held` are the nodes of this graph alone.
    NAGAREZU_INLINE static void solve(const Bulk& bulk, std::size_t graph, Block* held) {
        const Start& start = bulk.starts_[graph];
        const Start& end = bulk.starts_[graph + 1];
        const Block* const masks = bulk.masks_.data() + start.mask;
        const LocalCarry* const carries = bulk.carries_.data() + start.carry;
        const std::size_t carry_count = end.carry - start.carry;

        const std::size_t nodes = end.node - start.node;
        for (std::size_t n = 0; n < nodes; ++n) vector_of(held[n]) = Vector{};
        for (std::size_t s = start.seed; s < end.seed; ++s)
            vector_of(held[bulk.seeds_[s].node]) |= vector_of(masks[bulk.seeds_[s].mask]);

        std::size_t done = 0;
        for (std::size_t l = start.loop; l < end.loop; ++l) {
            const Loop& loop = bulk.loops_[l];
            push({carries + done, carries + loop.begin}, masks, held);
            do push({carries + loop.begin, carries + loop.back}, masks, held);
            while (push_changes({carries + loop.back, carries + loop.end}, masks, held));
            done = loop.end;
        }
        push({carries + done, carries + carry_count}, masks, held);
    }

    using Carries = std::span<const LocalCarry>;

    NAGAREZU_INLINE static void push(Carries carries, const Block* masks, Block* held) {
        for (const LocalCarry& c : carries) vector_of(held[c.to]) |= vector_of(held[c.from]) & vector_of(masks[c.mask]);
    }

    // Whether any target held less before.
    NAGAREZU_INLINE static bool push_changes(Carries carries, const Block* masks, Block* held) {
        Vector changed{};
        for (const LocalCarry& c : carries) {
            const Vector through = vector_of(held[c.from]) & vector_of(masks[c.mask]);
            changed |= through & ~vector_of(held[c.to]);
            vector_of(held[c.to]) |= through;
        }
        return any(changed);
    }

    struct Work {
        const Bulk& bulk;
        Block* held;            // of all graphs; null to keep counts instead
        std::uint16_t* counts;  // of all graphs, or null
    };

    NAGAREZU_INLINE static void graphs(const Work& work, std::size_t first, std::size_t last) {
        std::array<Block, node_limit> scratch;
        for (std::size_t g = first; g < last; ++g) {
            const std::size_t node = work.bulk.starts_[g].node;
            if (work.held != nullptr) {
                solve(work.bulk, g, work.held + node);
                continue;
            }
            solve(work.bulk, g, scratch.data());
            const std::size_t nodes = work.bulk.starts_[g + 1].node - node;
            for (std::size_t n = 0; n < nodes; ++n) {
                const auto& words = scratch[n].words;
                work.counts[node + n] = static_cast<std::uint16_t>(std::popcount(words[0]) + std::popcount(words[1]) +
                                                                   std::popcount(words[2]) + std::popcount(words[3]));
            }
        }
    }

    static void portable(const Work& work, std::size_t first, std::size_t last) { graphs(work, first, last); }
    NAGAREZU_AVX2 static void avx2(const Work& work, std::size_t first, std::size_t last) { graphs(work, first, last); }

    // Threads take chunks as they come; which one solves a graph does not show in the result.
    static void run(const Work& work, const Run& run) {
        const auto kernel = use_avx2(run.kernel) ? avx2 : portable;
        const std::size_t last = std::min(run.last, work.bulk.graphs());
        if (run.first >= last) return;
        const std::size_t chunks = (last - run.first + chunk - 1) / chunk;
        std::atomic<std::size_t> next{0};
        const std::size_t most = std::max<std::size_t>((last - run.first) / worth_a_thread, 1);
        in_parallel(std::clamp<std::size_t>(run.threads, 1, most), [&](std::size_t) {
            for (std::size_t c = next++; c < chunks; c = next++) {
                const std::size_t first = run.first + c * chunk;
                kernel(work, first, std::min(first + chunk, last));
            }
        });
    }
};

void Bulk::solve(std::span<Block> held, const Run& run) const {
    if (held.size() != nodes()) throw std::invalid_argument{"one block for each node is needed"};
    Kernels::run({*this, held.data(), nullptr}, run);
}

void Bulk::count(std::span<std::uint16_t> counts, const Run& run) const {
    if (counts.size() != nodes()) throw std::invalid_argument{"one number for each node is needed"};
    Kernels::run({*this, nullptr, counts.data()}, run);
}

}  // namespace nagarezu::graph
