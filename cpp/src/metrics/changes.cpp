#include "nagarezu/metrics/changes.hpp"

#include "cells.hpp"
#include "first_seen.hpp"
#include "row.hpp"

namespace nagarezu::metrics {

namespace {

/// The changes of all places that state one entity.
struct Places {
    bool there{false};  // existing or changed
    bool added{false};
    bool removed{false};
    bool unknown{false};

    void include(Change change) {
        there = there || change == Change::existing || change == Change::changed;
        added = added || change == Change::added;
        removed = removed || change == Change::removed;
        unknown = unknown || change == Change::unknown;
    }
    [[nodiscard]] bool was_there() const { return there || (added && removed); }
};

/// Counts entities by what their places say together.
class Tally {
public:
    void add(const Places& places, const std::string& code) {
        if (places.was_there())
            ++kept_;
        else if (places.unknown)
            ++(places.removed ? maybe_removed_ : maybe_added_);
        else if (places.added)
            ++added_;
        if (places.unknown && !places.was_there()) missing_(code);
    }
    void add(Change change, const std::string& code) {
        Places places;
        places.include(change);
        add(places, code);
    }
    [[nodiscard]] ChangeRatio ratio() const {
        // The share grows when an unknown one was added, and when what is counted as left was removed.
        const Count after = added_ + maybe_added_ + kept_ + maybe_removed_;
        return {Fraction{added_, after}, Fraction{added_ + maybe_added_, after - maybe_removed_}, missing_.keys()};
    }

private:
    Count added_{}, kept_{}, maybe_added_{}, maybe_removed_{};
    FirstSeen<std::string> missing_;
};

/// Whether an entity of this matter belongs to the scope; no scope is the whole case.
bool within(MatterIndex matter, MatterIndex scope) {
    return !scope.valid() || matter == scope;
}

std::vector<std::string> emphasis_lost(const Case& source, MatterIndex scope) {
    std::vector<std::string> codes;
    for (std::size_t i = 0; i < source.matters.size(); ++i)
        if (source.matters[i].emphasis_lost && within(MatterIndex{i}, scope))
            codes.push_back("emphasis_lost:" + source.matters[i].id);
    return codes;
}

Tally tally_entries(const Case& source, MatterIndex scope) {
    Tally tally;
    for (const ItemList& list : source.lists)
        for (const ListEntry& entry : list.entries)
            if (within(list.matter, scope)) tally.add(entry.change, "change:" + list.id);
    return tally;
}

Tally tally_flows(const Case& source, MatterIndex scope) {
    Tally tally;
    for (const Flow& flow : source.flows)
        if (within(flow.matter, scope)) tally.add(flow.change, "change:" + flow.id);
    return tally;
}

Tally tally_items(const Case& source, MatterIndex scope) {
    std::vector<Places> places(source.items.size());
    for (const ItemList& list : source.lists)
        for (const ListEntry& entry : list.entries)
            if (entry.leaf() && within(list.matter, scope)) places[entry.item.get()].include(entry.change);
    for (const Flow& flow : source.flows)
        for (const ItemIndex item : flow.items)
            if (within(flow.matter, scope)) places[item.get()].include(flow.change);
    for (const Holder& holder : source.holders)
        for (const Creation& creation : holder.creates)
            for (const ItemIndex item : creation.items)
                if (!scope.valid()) places[item.get()].include(Change::existing);

    Tally tally;
    for (std::size_t i = 0; i < places.size(); ++i) tally.add(places[i], "change:" + source.items[i].id);
    return tally;
}

}  // namespace

ChangeRatio change_ratio(const Case& source, Changed kind, MatterIndex matter) {
    if (auto lost = emphasis_lost(source, matter); !lost.empty()) return {{}, {}, std::move(lost)};
    switch (kind) {
        case Changed::items:
            return tally_items(source, matter).ratio();
        case Changed::entries:
            return tally_entries(source, matter).ratio();
        case Changed::flows:
            break;
    }
    return tally_flows(source, matter).ratio();
}

Frame changes(const Measured& measured) {
    using enum Cells;
    Frame frame = frame_of(
        {{"place", text}, {"page", text}, {"reason", text}, {"before", text}, {"after", text}, {"source", text}});
    for (const ChangeRow& row : measured.source.changes)
        Row{frame}
            .text(row.place)
            .text(stated(row.page))
            .text(stated(row.reason))
            .text(stated(row.before))
            .text(stated(row.after))
            .text(stated(row.source));
    return frame;
}

Frame change_reasons(const Measured& measured) {
    using enum Cells;
    FirstSeen<std::string> reasons;
    std::vector<Count> places;
    for (const ChangeRow& row : measured.source.changes) {
        const std::size_t reason = reasons(row.reason);
        places.resize(reasons.size());
        ++places[reason];
    }
    Frame frame = frame_of({{"reason", text}, {"places", whole}});
    for (std::size_t i = 0; i < reasons.size(); ++i) Row{frame}.text(stated(reasons.keys()[i])).whole(places[i]);
    return frame;
}

}  // namespace nagarezu::metrics
