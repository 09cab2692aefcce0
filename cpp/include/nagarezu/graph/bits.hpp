// Bitset words over (subject group, item) pairs: rows of 64-bit words, without ownership.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>

namespace nagarezu::graph {

using Word = std::uint64_t;
inline constexpr std::size_t word_bits = 64;

constexpr std::size_t words_for(std::size_t bits) {
    return (bits + word_bits - 1) / word_bits;
}

using ConstBits = std::span<const Word>;
using Bits = std::span<Word>;

inline bool test(ConstBits bits, std::size_t i) {
    return (bits[i / word_bits] >> (i % word_bits)) & 1U;
}
inline void set(Bits bits, std::size_t i) {
    bits[i / word_bits] |= Word{1} << (i % word_bits);
}

inline std::size_t count(ConstBits bits) {
    std::size_t total = 0;
    for (Word word : bits) total += static_cast<std::size_t>(std::popcount(word));
    return total;
}

}  // namespace nagarezu::graph
