// What a case says of itself: claims, papers that it points at, its purposes and titles.
//
// Part of the case (model/case.hpp), whose rules hold here, too.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "nagarezu/base/bounds.hpp"
#include "nagarezu/base/index.hpp"
#include "nagarezu/model/provenance.hpp"
#include "nagarezu/model/words.hpp"

namespace nagarezu {

/// A statement that the case makes about itself. Which fields count depends on the kind:
/// only(holders, items) · never(items or classes, holders or zone) · requires(flows, categories) ·
/// depth_at_most(limit) · count(label, value, unit).
struct Claim : Sourced {
    std::string id;
    ClaimKind kind{ClaimKind::only};
    std::string label;  // in our own words
    MatterIndex matter;
    std::vector<HolderIndex> holders;
    std::string zone;
    std::vector<ItemIndex> items;
    ItemClasses classes;
    std::vector<FlowIndex> flows;
    Categories categories;
    std::optional<Count> limit;
    std::optional<Count> value;
    std::string unit;
    Bound bound{Bound::exact};  // how the claimed count bounds the true one; unknown: 約
    std::string printed;        // the claimed count as printed
    bool storage{false};        // that nobody outside keeps it; `holders` are those that the text names
    friend bool operator==(const Claim&, const Claim&) = default;
};

/// An attachment or document that the case points at.
struct Reference : Sourced {
    std::string label;
    bool resolved{false};
    std::string listed;    // what a list of contents calls it, beside its label
    std::string title;     // the title that stands on the paper itself
    bool unlisted{false};  // it is there, but the list of contents that names its fellows passes over it
    friend bool operator==(const Reference&, const Reference&) = default;
};

/// A place that speaks of more persons than the purpose does.
struct WiderPlace : Sourced {
    std::string label;  // of whom it speaks, as printed
    friend bool operator==(const WiderPlace&, const WiderPlace&) = default;
};

/// What the document gives as its purpose, and whom it speaks of there.
struct Purpose : Sourced {
    std::string label;  // in our own words
    MatterIndex matter;
    std::string concerns;               // of whom it speaks, as printed
    std::vector<SubjectIndex> part_of;  // groups of which these are only a part
    std::vector<WiderPlace> wider;      // sentences that speak of more than these
    friend bool operator==(const Purpose&, const Purpose&) = default;
};

/// What a title says of the content, such as 結合先の追加 or 保守業務; or one line of a list of contents.
struct Announcement : Sourced {
    Topic topic{Topic::work};
    std::string label;  // as printed
    MatterIndex matter;
    Change change{Change::unknown};
    friend bool operator==(const Announcement&, const Announcement&) = default;
};

}  // namespace nagarezu
