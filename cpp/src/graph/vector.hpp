// Blocks as vectors of the compiler, and the attributes by which one body of code is compiled twice:
// for any processor and for AVX2. References only: by value, vectors would change the calling convention.
#pragma once

#include "nagarezu/graph/block.hpp"

#define NAGAREZU_INLINE [[gnu::always_inline]] inline

#if defined(__x86_64__)
#define NAGAREZU_AVX2 [[gnu::target("avx2,popcnt")]]
#else
#define NAGAREZU_AVX2
#endif

namespace nagarezu::graph {

using Vector [[gnu::vector_size(32), gnu::may_alias]] = Word;

NAGAREZU_INLINE Vector& vector_of(Block& block) {
    return *reinterpret_cast<Vector*>(&block);
}
NAGAREZU_INLINE const Vector& vector_of(const Block& block) {
    return *reinterpret_cast<const Vector*>(&block);
}
NAGAREZU_INLINE bool any(const Vector& bits) {
    return (bits[0] | bits[1] | bits[2] | bits[3]) != 0;
}

/// Whether the AVX2 code shall run; throws std::invalid_argument if it was asked for and cannot.
bool use_avx2(Kernel kernel);

}  // namespace nagarezu::graph
