// An interval of whole numbers of which either end may be unknown.
//
// Nothing here guesses: a missing lower end is "not stated", a missing upper end "nothing limits it".
// Sums saturate instead of wrapping, and an unknown end makes the end of a sum unknown.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace nagarezu {

using Count = std::int64_t;

struct Bounds {
    std::optional<Count> lower;
    std::optional<Count> upper;

    static constexpr Bounds exact(Count value) { return {value, value}; }
    static constexpr Bounds at_least(Count value) { return {value, std::nullopt}; }
    static constexpr Bounds at_most(Count value) { return {0, value}; }
    static constexpr Bounds unknown() { return {}; }

    [[nodiscard]] constexpr bool is_exact() const { return lower && upper && *lower == *upper; }
    friend constexpr bool operator==(const Bounds&, const Bounds&) = default;
};

/// Both ends added; an end is known only if both summands know it.
Bounds operator+(const Bounds& a, const Bounds& b);

/// Both ends multiplied by a non-negative factor; zero times unknown is zero.
Bounds operator*(const Bounds& a, Count factor);

/// Saturating arithmetic: the largest Count stands for "too large to state".
Count saturating_add(Count a, Count b);
Count saturating_multiply(Count a, Count b);

/// What every metric returns: bounds in a unit, what was assumed, and which facts would narrow them,
/// the most useful first. Assumptions and missing facts are codes such as `count:s1`; the catalogue
/// of tables turns them into sentences.
struct Measure {
    Bounds bounds;
    std::string unit;
    std::vector<std::string> assumptions;
    std::vector<std::string> missing;
};

}  // namespace nagarezu
