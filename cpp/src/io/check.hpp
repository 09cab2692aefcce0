// The rules that bind the members of one object together. Each runs when its object was read without a fault.
//
// Indices are slots at this time (ids.hpp): two are equal if and only if their ids are.
#pragma once

#include "intake.hpp"
#include "nagarezu/model/bands.hpp"
#include "nagarezu/model/case.hpp"

namespace nagarezu::io {

/// A count has a value unless its bound is unknown.
void check(Intake& in, const SubjectCount& count);
/// A period does not end before it starts.
void check(Intake& in, const Period& period);
/// No group is within, same as, or disjoint with itself, or both disjoint with and part of another.
void check(Intake& in, const Subject& subject);
/// No item is derived from itself.
void check(Intake& in, const Item& item);
/// What lacks an attachment is open.
void check(Intake& in, const ItemList& list);
/// A flow has its ends, lists something or is open, and names subjects or says that it does not.
void check(Intake& in, const Flow& flow);
/// The rows of a table of bands leave no gap and do not overlap.
void check(Intake& in, const BandTable& table);

}  // namespace nagarezu::io
