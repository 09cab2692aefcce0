// M21 assessment band: which 特定個人情報保護評価 the persons and the handling of a file ask for.
//
//   band = that of the row of the table (data/bands) with the number of persons, escalated or not
//
// Escalated: at least so many handlers as the table says, or a serious accident in the past year. A case
// states neither, so both are unknown unless the caller gives them. Bands are ordered by what they ask for.
// A municipality may do more than its band asks. The bands are those of the table, and what rests on a row
// that was not verified is marked.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "nagarezu/base/frame.hpp"
#include "nagarezu/metrics/measured.hpp"
#include "nagarezu/model/bands.hpp"

namespace nagarezu::metrics {

/// What no case states; nothing is assumed of what is not given.
struct Handling {
    Bounds handlers;
    std::optional<bool> accident;
};

/// Bounds on the bands, the facts that could settle them, and how far the next ones are. A distance is how
/// many persons (handlers) more or fewer change the band, all else equal. An end of it is null where no
/// number does, or nothing limits it; both ends are null where no number does in any reading.
struct BandRange {
    std::optional<Band> lower;
    std::optional<Band> upper;
    Bounds persons_up, persons_down, handlers_up, handlers_down;
    bool by_persons{false};   // more of the persons known would narrow the bands
    bool by_handling{false};  // so would knowing handlers or accident
    // Rows that are not verified, in the order of the table: those that the bands rest on, and those that
    // the distances do.
    std::vector<BandRow> unverified;
    std::vector<BandRow> unverified_distances;
};

/// The bands of every number of persons and every handling within the bounds. The table is complete; a
/// missing lower end of the persons is 0. Bounds must not cross.
BandRange band_range(const Bounds& persons, const Handling& handling, const BandTable& table);

/// Whether the law asks for an assessment at all: what is assessed is a file with individual numbers or
/// with codes that stand for them (item class NB).
enum class Applies {
    stated_item,        // a list, flow or creation states such an item
    assessment_matter,  // the document is such an assessment
    optional_item,      // it may: such an item is optional
    open_list,          // it may: a list, flow or creation is open
    no_item,            // not as stated
};

/// True, false, or unknown for the two that may.
std::optional<bool> truth_of(Applies applies);
/// `stated_item` and so on, as printed.
std::string_view name_of(Applies applies);

/// The assessment of what a matter states, or the whole case if `matter` is nothing. Where it is not known
/// to apply, `range.lower` is null; where it does not, the whole range is. `missing` names what could settle the
/// band: items and lists (`item:`, `list:`, `flow:`, `holder:`), then counts or `persons`, `handlers`, `accident`.
struct Assessment {
    Applies applies{Applies::no_item};
    Measure persons;  // M01 of all groups of the case, or of those of whom a flow of the matter is
    BandRange range;
    std::vector<std::string> missing;
};
Assessment assess(const Measured& measured, MatterIndex matter, const Handling& handling, const BandTable& table);

/// Whether a change of the case crosses from one band to another, to none or from none.
enum class Crossing { none, up, down, unknown };
std::string_view name_of(Crossing crossing);

/// Compares two cases under the same handling, whatever it is. Where both state the same subject groups,
/// the persons are the same, too, and where the same open lists leave it open, so is whether there is an
/// individual number. Unknown where the bounds allow several answers.
Crossing crossing(const Measured& before, const Measured& after, const Handling& handling, const BandTable& table);

/// Table `assessment`: the case and each of its matters. No rows without a table of bands, or of a case
/// without matters. Notes: `assessment_table`, `more_allowed`, `open_distance`, and `unverified_band` for each row of
/// the table that is not verified and that bands or distances rest on.
Frame assessment(const Measured& measured, const BandTable* table, const Handling& handling = {});

}  // namespace nagarezu::metrics
