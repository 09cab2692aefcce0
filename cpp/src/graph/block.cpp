#include "nagarezu/graph/block.hpp"

#include <stdexcept>

#include "vector.hpp"

namespace nagarezu::graph {
namespace {

bool has_avx2() {
#if defined(__x86_64__)
    return __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("popcnt") != 0;
#else
    return false;
#endif
}

}  // namespace

bool available(Kernel kernel) {
    return kernel != Kernel::avx2 || has_avx2();
}

bool use_avx2(Kernel kernel) {
    if (!available(kernel)) throw std::invalid_argument{"this processor has no AVX2"};
    return kernel != Kernel::portable && has_avx2();
}

}  // namespace nagarezu::graph
