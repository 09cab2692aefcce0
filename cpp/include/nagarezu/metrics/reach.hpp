// M09: how many named external recipients an item reaches, and how many person-items that is.
//
// Lower: the holders that certainly have the item, and as few of those named together as explain every
// joint flow that states it (each needs one of its holders). Upper: all that may have it. An open class
// counts as one.
#pragma once

#include "nagarezu/base/frame.hpp"
#include "nagarezu/metrics/group_union.hpp"
#include "nagarezu/metrics/measured.hpp"

namespace nagarezu::metrics {

/// External recipients of one item, in recipients.
Bounds item_reach_of(const Measured& measured, ItemIndex item);

/// Person-items of one item over all external recipients: persons at each recipient, added. Read as
/// stated, counts with a bound stand for themselves, and an assumption names each. An open class is
/// counted as one recipient, which the assumption `open_class:<holder id>` says.
Measure item_exposure(const Measured& measured, ItemIndex item, Reading reading = Reading::bounds);

/// Items by recipients, `yes`, `optional`, `maybe` or `no`. A column is named by the holder's id, or
/// `holder:<id>` where that id is the name of another column.
Frame item_recipient(const Measured& measured);

/// A row for each item: external recipients, person-items over them, and the same with every count read
/// as stated. Notes: `open_class` for each open class among the external recipients.
Frame item_reach(const Measured& measured);

}  // namespace nagarezu::metrics
