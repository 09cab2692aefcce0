// Deterministic random graphs of the shapes that council documents have.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "nagarezu/graph/network.hpp"

namespace nagarezu::bench {

/// SplitMix64: the same numbers on every machine and compiler.
class Random {
public:
    explicit Random(std::uint64_t seed) : state_{seed} {}

    std::uint64_t next() {
        std::uint64_t z = (state_ += 0x9e3779b97f4a7c15U);
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31U);
    }
    std::size_t below(std::size_t end) { return static_cast<std::size_t>(next() % end); }
    double fraction() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }
    bool chance(unsigned percent) { return below(100) < percent; }

private:
    std::uint64_t state_;
};

struct Options {
    bool giant{false};   // a hub that sends and receives makes one giant component; otherwise pairs that reply
    bool diverse{true};  // a quarter of the flows has an item set of its own; otherwise a handful for all
};

/// A graph as it comes from a case: item sets by position in a pool that may repeat itself.
struct Raw {
    std::size_t nodes{};
    std::size_t words{};  // of a mask
    std::vector<graph::Seed> seeds;
    std::vector<graph::Carry> carries;
    std::vector<graph::Word> masks;  // the pool; `mask` of a seed or carry is a position in it
};

/// A case: 20 to 100 holders, 50 to 400 flows, 64 to 256 items. A quarter of the flows states a list; the
/// others let through three quarters of the items that their source holds.
Raw small_graph(std::uint64_t seed, Options options);

/// The nation: in-degrees follow a power law; node numbers say nothing about the order of solving.
Raw large_graph(std::size_t nodes, std::size_t flows, std::size_t items, Options options);

}  // namespace nagarezu::bench
