// Holders named together as targets of a flow, of whom at least one receives each listed item.
#pragma once

#include <algorithm>
#include <set>
#include <vector>

#include "nagarezu/model/case.hpp"

namespace nagarezu::metrics {

using Targets = std::vector<HolderIndex>;

/// Distinct targets, ascending; none if the flow is removed.
inline Targets targets_of(const Flow& flow) {
    if (flow.change == Change::removed) return {};
    const std::set<HolderIndex> once(flow.to.begin(), flow.to.end());
    return {once.begin(), once.end()};
}

/// Leaves the joint flows that no certain holder explains already.
inline void drop_satisfied(std::vector<Targets>& joint, const std::set<HolderIndex>& certain) {
    std::erase_if(joint, [&](const Targets& targets) {
        return std::ranges::any_of(targets, [&](HolderIndex target) { return certain.contains(target); });
    });
}

}  // namespace nagarezu::metrics
