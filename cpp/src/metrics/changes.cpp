#include "nagarezu/metrics/changes.hpp"

#include <array>
#include <utility>

#include "cells.hpp"
#include "first_seen.hpp"
#include "row.hpp"

namespace nagarezu::metrics {

namespace {

constexpr std::array<std::pair<Changed, const char*>, 3> changed_words{
    {{Changed::items, "items"}, {Changed::entries, "entries"}, {Changed::flows, "flows"}}};

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
        else if (places.unknown) {
            ++(places.removed ? maybe_removed_ : maybe_added_);
            if (!places.added) ++maybe_gone_;
        } else if (places.added)
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
        return {Fraction{added_, after},
                Fraction{added_ + maybe_added_, after - maybe_removed_},
                missing_.keys(),
                {added_, added_ + maybe_added_},
                {after - maybe_gone_, after}};
    }

private:
    Count added_{}, kept_{}, maybe_added_{}, maybe_removed_{};
    Count maybe_gone_{};  // of these, what may be removed after all
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
    if (auto lost = emphasis_lost(source, matter); !lost.empty()) return {{}, {}, std::move(lost), {}, {}};
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

Frame change_ratios(const Measured& measured) {
    using enum Cells;
    const Case& source = measured.source;
    Frame frame = frame_of({{"kind", text},
                            {"matter", text},
                            {"added_lower", whole},
                            {"added_upper", whole},
                            {"after_lower", whole},
                            {"after_upper", whole},
                            {"ratio_lower", real},
                            {"ratio_upper", real},
                            {"missing", text}});
    const auto add = [&](MatterIndex matter) {
        for (const auto& [kind, word] : changed_words) {
            const ChangeRatio ratio = change_ratio(source, kind, matter);
            Row{frame}
                .text(word)
                .text(id_of(source.matters, matter))
                .bounds(ratio.added)
                .bounds(ratio.after)
                .real(ratio.lower ? ratio.lower->value() : std::nullopt)
                .real(ratio.upper ? ratio.upper->value() : std::nullopt)
                .text(joined(ratio.missing));
        }
    };
    if (!source.matters.empty()) add({});
    for (std::size_t i = 0; i < source.matters.size(); ++i) add(MatterIndex{i});
    return frame;
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
