#include "nagarezu/metrics/consistency.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace nagarezu::metrics {

Consistency consistency(std::span<const ItemIndex> claimed, std::span<const ItemIndex> listed) {
    const std::set<ItemIndex> claim{claimed.begin(), claimed.end()};
    const std::set<ItemIndex> list{listed.begin(), listed.end()};
    Consistency result;
    std::ranges::set_difference(claim, list, std::back_inserter(result.unlisted));
    std::ranges::set_difference(list, claim, std::back_inserter(result.unclaimed));
    const auto claims = static_cast<Count>(claim.size());
    const Count agreed = claims - static_cast<Count>(result.unlisted.size());
    result.precision = {agreed, claims};
    result.recall = {agreed, static_cast<Count>(list.size())};
    return result;
}

}  // namespace nagarezu::metrics
