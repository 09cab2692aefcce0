#include "generate.hpp"

#include <algorithm>
#include <numeric>

namespace nagarezu::bench {
namespace {

using graph::Carry;
using graph::MaskId;
using graph::Node;
using graph::Seed;
using graph::Word;

// Sparse: one item in eight, as in a list. Dense: three in four, as in what an open list lets through.
void append_mask(Random& random, std::vector<Word>& pool, std::size_t items, std::size_t words, bool dense) {
    for (std::size_t w = 0; w < words; ++w) {
        const Word bits = dense ? random.next() | random.next() : random.next() & random.next() & random.next();
        const std::size_t first = w * graph::word_bits;
        const std::size_t used = items > first ? std::min(items - first, graph::word_bits) : 0;
        pool.push_back(used == graph::word_bits ? bits : bits & ((Word{1} << used) - 1));
    }
}

// The first half of the pool is sparse, the second dense.
class Pool {
public:
    Pool(Random& random, Raw& raw, std::size_t items, std::size_t size) : random_{random}, half_{(size + 1) / 2} {
        for (std::size_t m = 0; m < 2 * half_; ++m) append_mask(random, raw.masks, items, raw.words, m >= half_);
    }
    MaskId list() { return static_cast<MaskId>(random_.below(half_)); }
    MaskId filter() { return static_cast<MaskId>(half_ + random_.below(half_)); }

private:
    Random& random_;
    std::size_t half_;
};

struct Ends {
    Node from;
    Node to;
};

// Most flows lead from earlier to later nodes, and few nodes get most of them. Replies and the hub make cycles.
Ends ends(Random& random, std::size_t nodes, bool giant) {
    const auto any = [&] { return static_cast<Node>(random.below(nodes)); };
    if (giant && random.chance(10)) return random.chance(50) ? Ends{0, any()} : Ends{any(), 0};
    if (!giant && random.chance(5)) {
        const auto pair = static_cast<Node>(2 * random.below(nodes / 2));
        return random.chance(50) ? Ends{pair, pair + 1} : Ends{pair + 1, pair};
    }
    const double x = random.fraction();
    const auto back = static_cast<std::size_t>(static_cast<double>(nodes - 1) * x * x * x);
    const auto to = static_cast<Node>(nodes - 1 - std::min(back, nodes - 2));
    return {static_cast<Node>(random.below(to)), to};
}

void fill(Random& random, Raw& raw, std::size_t flows, std::size_t items, Options options, unsigned creators) {
    const std::size_t pool_size = options.diverse ? flows / 4 : 16;
    Pool pool{random, raw, items, pool_size};
    for (std::size_t n = 0; n < raw.nodes; ++n)
        if (random.chance(creators)) raw.seeds.push_back({static_cast<Node>(n), pool.list()});
    for (std::size_t f = 0; f < flows; ++f) {
        const Ends at = ends(random, raw.nodes, options.giant);
        if (random.chance(25))
            raw.seeds.push_back({at.to, pool.list()});
        else
            raw.carries.push_back({at.from, at.to, pool.filter()});
    }
}

}  // namespace

Raw small_graph(std::uint64_t seed, Options options) {
    Random random{seed * 4 + (options.giant ? 2 : 0) + (options.diverse ? 1 : 0)};
    Raw raw;
    raw.nodes = 20 + random.below(81);
    raw.words = 4;
    const std::size_t flows = 50 + random.below(351);
    const std::size_t items = 64 + random.below(193);
    fill(random, raw, flows, items, options, 30);
    return raw;
}

Raw large_graph(std::size_t nodes, std::size_t flows, std::size_t items, Options options) {
    Random random{nodes + (options.giant ? 2U : 0U) + (options.diverse ? 1U : 0U)};
    Raw raw;
    raw.nodes = nodes;
    raw.words = graph::words_for(items);
    fill(random, raw, flows, items, options, 5);
    std::vector<Node> shuffled(nodes);
    std::iota(shuffled.begin(), shuffled.end(), Node{0});
    for (std::size_t n = nodes - 1; n > 0; --n) std::swap(shuffled[n], shuffled[random.below(n + 1)]);
    for (Seed& seed : raw.seeds) seed.node = shuffled[seed.node];
    for (Carry& carry : raw.carries) {
        carry.from = shuffled[carry.from];
        carry.to = shuffled[carry.to];
    }
    return raw;
}

}  // namespace nagarezu::bench
