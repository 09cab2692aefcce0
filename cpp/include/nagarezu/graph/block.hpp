// 256 bits at a time: the unit in which fixpoints are computed, and the code that computes on it.
#pragma once

#include <array>
#include <bit>
#include <cstddef>

#include "nagarezu/graph/bits.hpp"

namespace nagarezu::graph {

struct alignas(32) Block {
    std::array<Word, 4> words{};
    friend bool operator==(const Block&, const Block&) = default;

    [[nodiscard]] bool test(std::size_t i) const { return graph::test(words, i); }
    void set(std::size_t i) { graph::set(words, i); }
    [[nodiscard]] std::size_t count() const { return graph::count(words); }
};

inline constexpr std::size_t block_words = 4;
inline constexpr std::size_t block_bits = block_words * word_bits;

/// Which machine code runs. All give the same bits; `automatic` is the fastest that this processor has.
enum class Kernel { automatic, portable, avx2 };

/// Whether this processor can run it.
bool available(Kernel kernel);

}  // namespace nagarezu::graph
