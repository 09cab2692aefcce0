// The smallest set whose removal settles a claim: a search that grows sets along what must be hit.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

namespace nagarezu::review {

using Elements = std::vector<std::size_t>;  // ascending

/// What is known of a set that has been removed.
struct Progress {
    bool settled{false};  // the claim holds without it
    Elements next;        // else: every larger set that settles the claim has one of these; none: no such set
};

/// A removable set, and how few could do at least.
struct Smallest {
    Elements chosen;
    std::size_t lower{};
};

/// How many sets are tried before the search gives bounds instead.
inline constexpr std::size_t repair_limit = 1000;

/// Tries sets by size, hence exact where the sets tried stay within `limit`. Beyond it: the sizes that were
/// tried in full bound the size from below, and a set that settles the claim and from which no single
/// element can be spared bounds it from above. Nothing if no set does, or none was found.
std::optional<Smallest> smallest_removal(const std::function<Progress(const Elements&)>& progress,
                                         std::size_t limit = repair_limit);

}  // namespace nagarezu::review
