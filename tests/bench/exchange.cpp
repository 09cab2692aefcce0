#include "exchange.hpp"

#include <algorithm>

namespace nagarezu::bench {
namespace {

void write_bytes(std::ofstream& file, const void* data, std::size_t size) {
    file.write(static_cast<const char*>(data), static_cast<std::streamsize>(size));
}

}  // namespace

void write_words(std::ofstream& file, std::span<const graph::Word> words) {
    write_bytes(file, words.data(), words.size_bytes());
}

void write_graph(std::ofstream& file, const Raw& raw) {
    const graph::Order order = order_of(graph::successors_of(raw.nodes, raw.carries));
    std::vector<graph::Carry> carries = raw.carries;
    std::erase_if(carries, [](const graph::Carry& c) { return c.from == c.to; });
    const auto forward = [&](const graph::Carry& c) { return order.rank[c.from] < order.rank[c.to]; };
    std::ranges::stable_sort(carries, {}, [&](const graph::Carry& c) { return order.rank[c.from]; });
    const auto back = std::stable_partition(carries.begin(), carries.end(), forward);

    const auto number = [](auto value) { return static_cast<std::uint32_t>(value); };
    std::vector<std::uint32_t> out{number(raw.nodes),
                                   number(raw.words),
                                   number(raw.masks.size() / raw.words),
                                   number(raw.seeds.size()),
                                   number(back - carries.begin()),
                                   number(carries.end() - back)};
    write_bytes(file, out.data(), out.size() * sizeof out[0]);
    write_words(file, raw.masks);
    out.clear();
    for (const graph::Seed& seed : raw.seeds) out.insert(out.end(), {seed.node, seed.mask});
    for (const graph::Carry& carry : carries) out.insert(out.end(), {carry.from, carry.to, carry.mask});
    write_bytes(file, out.data(), out.size() * sizeof out[0]);
}

}  // namespace nagarezu::bench
