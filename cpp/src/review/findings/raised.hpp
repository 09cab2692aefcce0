// What the rules of the findings share: where something stands, how labels join, and how a finding is raised.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "nagarezu/review/findings.hpp"

namespace nagarezu::review::rules {

/// The case under a rule, and what the rules have raised so far.
class Raised {
public:
    explicit Raised(const metrics::Measured& measured) : measured_{measured} {}

    [[nodiscard]] const metrics::Measured& measured() const { return measured_; }
    [[nodiscard]] const Case& source() const { return measured_.source; }
    [[nodiscard]] const graph::Holdings& holdings() const { return measured_.holdings; }

    /// Adds a finding. An empty second place, or one equal to the first, is none.
    void add(FindingCode code, Severity severity, Places place_a, Places place_b, std::string about,
             std::string says_a = {}, std::string says_b = {});

    std::vector<Finding> all;

private:
    const metrics::Measured& measured_;
};

/// Collects places, each once, in the order of first appearance.
class PlaceList {
public:
    PlaceList& add(std::string_view places);
    [[nodiscard]] Places text() const { return joined(tokens_); }

private:
    std::vector<std::string> tokens_;
};

/// Collects labels, each once, joined by 、.
class LabelList {
public:
    LabelList& add(std::string_view label);
    [[nodiscard]] bool empty() const { return labels_.empty(); }
    [[nodiscard]] std::string text() const;

private:
    std::vector<std::string> labels_;
};

/// Where a member of an entity is printed: as its provenance says, else where the entity stands.
Places place_of(const Sourced& entity, std::string_view field);
/// The places of the one that are not places of the other; all of them if none is left.
Places apart(const Places& places, const Places& others);
/// `places` if there are any, else `otherwise`.
inline const Places& either(const Places& places, const Places& otherwise) {
    return places.empty() ? otherwise : places;
}

inline bool active(const Flow& flow) {
    return flow.change != Change::removed;
}
inline bool stated(const Safeguard& safeguard) {
    return safeguard.status == Status::stated;
}
/// Whether something of one matter, or of the whole case, concerns that matter.
inline bool concerns(MatterIndex matter, MatterIndex wanted) {
    return !matter.valid() || matter == wanted;
}

/// One printed entry that names an item which reaches a holder, and where it stands.
struct StatedItem {
    ItemIndex item;
    Places place;
    bool optional{false};
};
/// Lists that belong to this holder and to nobody else, of one matter if it is given.
std::vector<const ItemList*> own_lists(const Case& source, HolderIndex holder, MatterIndex matter = {});
/// What those lists state: entries that are leaves and not removed; and items beside a list in a flow.
std::vector<StatedItem> listed_items(const Case& source, HolderIndex holder, MatterIndex matter = {});
/// The same, and what active flows to this holder alone carry; each item once, the list's place first.
std::vector<StatedItem> stated_items(const Case& source, HolderIndex holder, MatterIndex matter = {});
/// What lists of, and active flows to, several of these holders at once state: some of them have it.
std::vector<StatedItem> stated_together(const Case& source, const std::vector<HolderIndex>& holders,
                                        MatterIndex matter = {});

/// A claim that the document itself makes about how far work may be handed on: 再委託の禁止.
bool forbids_handing_on(const Claim& claim);
/// Whether what is said of the work of a matter binds a flow: it stands there, or is what a partner of that matter
/// hands on where he has no contract of his own, for a second one may allow what the first forbids.
bool binds(const Case& source, MatterIndex matter, const Flow& flow);
/// Whether a re-entrustment goes further than that claim says.
bool handed_on_beyond(const Case& source, const Claim& claim);

// The families of rules, in the order in which they run.
void claims_against_statements(Raised& raised);
void media_and_channels(Raised& raised);
void handovers(Raised& raised);
void titles(Raised& raised);
void contents(Raised& raised);
void listings(Raised& raised);
void periods(Raised& raised);
void parties(Raised& raised);
void checklists(Raised& raised);
void counts(Raised& raised);
void scopes(Raised& raised);
void rows(Raised& raised);
void items(Raised& raised);
void references(Raised& raised);
void safeguards(Raised& raised);

}  // namespace nagarezu::review::rules
