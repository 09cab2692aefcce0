#include "nagarezu/base/bounds.hpp"

#include <limits>

namespace nagarezu {

Count saturating_add(Count a, Count b) {
    Count sum{};
    if (!__builtin_add_overflow(a, b, &sum)) return sum;
    return a > 0 ? std::numeric_limits<Count>::max() : std::numeric_limits<Count>::min();
}

Count saturating_multiply(Count a, Count b) {
    Count product{};
    if (!__builtin_mul_overflow(a, b, &product)) return product;
    return (a > 0) == (b > 0) ? std::numeric_limits<Count>::max() : std::numeric_limits<Count>::min();
}

namespace {

template <class Operation>
std::optional<Count> combined(std::optional<Count> a, std::optional<Count> b, Operation operation) {
    if (!a || !b) return std::nullopt;
    return operation(*a, *b);
}

}  // namespace

Bounds operator+(const Bounds& a, const Bounds& b) {
    return {combined(a.lower, b.lower, saturating_add), combined(a.upper, b.upper, saturating_add)};
}

Bounds operator*(const Bounds& a, Count factor) {
    // Nothing of an unknown number is still nothing.
    if (factor == 0) return Bounds::exact(0);
    return {combined(a.lower, factor, saturating_multiply), combined(a.upper, factor, saturating_multiply)};
}

}  // namespace nagarezu
