// The people of a case: its subject groups, and how many they are together (M01, group_union.hpp).
#pragma once

#include <vector>

#include "nagarezu/base/frame.hpp"
#include "nagarezu/metrics/group_union.hpp"
#include "nagarezu/metrics/measured.hpp"

namespace nagarezu::metrics {

/// The groups that the case counts in a unit, in its order.
std::vector<SubjectIndex> counted_in(const Case& source, Unit unit);

/// A row for each count of a group; a group without count has one row with bound `unknown`.
Frame subjects(const Measured& measured);

/// A row for each unit in which a group is counted: M01 over the groups counted in it.
Frame subject_unions(const Measured& measured);

}  // namespace nagarezu::metrics
