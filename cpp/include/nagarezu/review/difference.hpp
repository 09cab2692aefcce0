// The difference of two cases by meaning: what was added, removed, changed, and what may have a new name.
//
// Entities match by id; those without one by what tells them apart (a clause by matter and number, a period
// by kind and label, a checklist row by block, party, layer and measures), the n-th with the n-th where
// several are alike. References compare by the id of what they point at, never by position.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "nagarezu/base/frame.hpp"
#include "nagarezu/model/case.hpp"

namespace nagarezu::review {

enum class Turn { added, removed, changed, renamed };
std::string_view name_of(Turn turn);

/// One thing that differs. An entity that is added or removed has one row, its content in `after` or
/// `before`; one in both cases has a row for each field that differs. A row that says nothing new about the
/// matter itself (where it is printed, how it was read, in which order) has `meaning` false.
struct DifferenceRow {
    std::string_view kind;  // such as `item`, `entry`, `period`; `case` for the head
    std::string id;         // of a part: the owner's id, `/`, what tells it apart
    std::string label;
    Turn turn{Turn::changed};
    std::string field;                  // empty for a whole entity; `order`; `other` if no known field explains it
    std::optional<std::string> before;  // nothing: not stated, or not there
    std::optional<std::string> after;
    Places place_before;
    Places place_after;
    bool meaning{true};
    friend bool operator==(const DifferenceRow&, const DifferenceRow&) = default;
};

/// An entity that was removed and one that was added, which look like the same under a new id. It is a
/// proposal: both also stand among the rows.
struct Rename {
    std::string_view kind;
    std::string before;  // the old id
    std::string after;   // the new one
    std::string label_before;
    std::string label_after;
    std::string_view reason;  // `content`, `label`, `concept`, `position` or `neighbours`: what is the same
    Places place_before;
    Places place_after;
    friend bool operator==(const Rename&, const Rename&) = default;
};

/// What `apply` needs: full values of all that is new or changed, and where each entity comes from.
struct Rewriting {
    /// A list of the case: how long it was, and for each of its new elements the position among the old
    /// ones, or `before` plus the position among the values.
    struct Sequence {
        std::size_t before{};
        std::vector<std::size_t> from;
    };
    Case values;  // the new head; of each list only what is new or changed
    std::vector<Sequence> lists;
};

struct Difference {
    std::vector<DifferenceRow> rows;  // by kind in the order of the format; removed ones behind the others
    std::vector<Rename> renames;
    Rewriting rewriting;

    [[nodiscard]] bool empty() const { return rows.empty(); }
    [[nodiscard]] bool changes_meaning() const;
};

/// What leads from a to b. Empty if and only if they are equal.
Difference difference(const Case& a, const Case& b);

/// Gives back b exactly, its order included. Throws std::invalid_argument if the lists of `a` are not as
/// long as those of the case from which the difference was taken.
Case apply(const Difference& difference, const Case& a);

/// Table `difference`: kind, id, label, change, field, before, after, place_before, place_after, meaning,
/// reason. Proposed names stand last: `before` and `after` are the ids, `reason` says what is the same.
Frame difference_table(const Difference& difference, const Case& after);

}  // namespace nagarezu::review
