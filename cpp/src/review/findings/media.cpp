// The row of the media of a matter against channels, measures, systems and lists.
#include <algorithm>

#include "raised.hpp"
#include "ways.hpp"

namespace nagarezu::review::rules {

namespace {

bool is_any(MediaKind kind) {
    return kind == MediaKind::unspecified;
}

/// A row that names systems means what is in them; without, 電磁的媒体 is any medium that is not paper.
bool covers(const MediumRow& row, MediaKind kind) {
    if (row.kind == kind || row.kind == MediaKind::unspecified) return true;
    return row.kind == MediaKind::electromagnetic && row.systems.empty() && kind != MediaKind::paper;
}

bool covered(const Matter& matter, MediaKind kind) {
    return std::ranges::any_of(matter.media, [kind](const MediumRow& row) { return covers(row, kind); });
}

/// Whether the row has nothing but paper and what is carried: then nothing is in a place from which a line leads.
bool only_portable(const Matter& matter) {
    return std::ranges::all_of(matter.media, [](const MediumRow& row) { return is_portable(row.kind); });
}

/// Whether what goes this way can stand in the row of the media.
bool carried(const Matter& matter, ChannelKind kind) {
    switch (kind) {
        case ChannelKind::paper:
            return covered(matter, MediaKind::paper);
        case ChannelKind::media:
            return std::ranges::any_of(carriers, [&](MediaKind medium) { return covered(matter, medium); });
        case ChannelKind::internet:
            return !only_portable(matter);
        default:  // a line between two buildings, or within one, leads to what the row need not name
            return true;
    }
}

/// The same against the ways that a document ticks for one flow: there a line is a way like the others.
bool carried(const std::vector<Medium>& ticked, ChannelKind kind) {
    const auto any = [&](auto fits) { return std::ranges::any_of(ticked, fits, &Medium::kind); };
    const auto is_carrier = [](MediaKind medium) { return is_portable(medium) && medium != MediaKind::paper; };
    if (kind == ChannelKind::unspecified || kind == ChannelKind::in_person || any(is_any)) return true;
    if (kind == ChannelKind::paper) return any([](MediaKind medium) { return medium == MediaKind::paper; });
    if (kind != ChannelKind::media) return !std::ranges::all_of(ticked, is_portable, &Medium::kind);
    return any([&](MediaKind medium) { return is_carrier(medium) || medium == MediaKind::electromagnetic; });
}

/// The rows of the media of one matter, as one place and one text.
struct Row {
    Places places;
    std::string text;
};

Row row_of(const Matter& matter) {
    PlaceList places;
    LabelList labels;
    for (const MediumRow& row : matter.media) {
        places.add(row.source);
        labels.add(row.label.empty() ? name_of(row.kind) : std::string_view{row.label});
    }
    return {places.text(), labels.text()};
}

void channels(Raised& raised, const Matter& matter, MatterIndex index) {
    const Case& source = raised.source();
    PlaceList places;
    LabelList labels;
    for (const Safeguard& safeguard : source.safeguards) {
        if (safeguard.matter != index || !stated(safeguard)) continue;
        for (const Channel& channel : safeguard.channels) {
            if (carried(matter, channel.kind)) continue;
            places.add(place_of(safeguard, "channels"));
            labels.add(channel.label.empty() ? name_of(channel.kind) : std::string_view{channel.label});
        }
    }
    for (const Flow& flow : source.flows) {
        // What is collected from the persons or issued to them has its own paper.
        if (flow.matter != index || !active(flow) || !flow.from.valid() || flow.to.empty()) continue;
        if (carried(matter, flow.channel.kind) || !labels.empty()) continue;
        places.add(place_of(flow, "channel"));
        labels.add(flow.channel.label.empty() ? name_of(flow.channel.kind) : std::string_view{flow.channel.label});
    }
    const Row row = row_of(matter);
    if (!labels.empty())
        raised.add(FindingCode::channel_not_in_media, Severity::question, places.text(), row.places, matter.title,
                   labels.text(), row.text);
}

/// Where the ways are ticked flow by flow and there is no row: the way that the text tells, against the ticks.
void ticks(Raised& raised, MatterIndex index) {
    const Case& source = raised.source();
    for (const Flow& flow : source.flows) {
        if (flow.matter != index || !active(flow) || flow.media.empty() || carried(flow.media, flow.channel.kind))
            continue;
        LabelList ticked;
        for (const Medium& medium : flow.media)
            ticked.add(medium.label.empty() ? name_of(medium.kind) : std::string_view{medium.label});
        raised.add(FindingCode::channel_not_in_media, Severity::question, place_of(flow, "channel"),
                   place_of(flow, "media"), source.matters[index.get()].title,
                   flow.channel.label.empty() ? std::string{name_of(flow.channel.kind)} : flow.channel.label,
                   ticked.text());
    }
}

void measures(Raised& raised, const Matter& matter, MatterIndex index) {
    PlaceList places;
    LabelList labels;
    for (const Safeguard& safeguard : raised.source().safeguards) {
        if (safeguard.matter != index || !stated(safeguard)) continue;
        for (const Medium& medium : safeguard.media) {
            if (!is_portable(medium.kind) || covered(matter, medium.kind)) continue;
            places.add(place_of(safeguard, "media"));
            labels.add(medium.label.empty() ? name_of(medium.kind) : std::string_view{medium.label});
        }
    }
    const Row row = row_of(matter);
    if (!labels.empty())
        raised.add(FindingCode::medium_not_stated, Severity::question, places.text(), row.places, matter.title,
                   labels.text(), row.text);
}

bool handed_over(ChannelKind kind) {
    return kind == ChannelKind::media || kind == ChannelKind::paper || kind == ChannelKind::in_person;
}

/// Whether the row has nothing but paper, and something is told to be handed over by hand: then it is the line that
/// the row lacks, and not the paper that nothing uses.
bool beside_paper(const Matter& matter) {
    const auto by_hand = [](const Handover& one) {
        return !one.listed && std::ranges::any_of(one.ways, [](Way way) {
            return way == Way::paper || way == Way::in_person || way == Way::post || way == Way::courier;
        });
    };
    const auto is_paper = [](const MediumRow& row) { return row.kind == MediaKind::paper; };
    return !matter.media.empty() && std::ranges::all_of(matter.media, is_paper) &&
           std::ranges::any_of(matter.handovers, by_hand);
}

/// A medium that is carried, in a matter whose channels are all stated and all lines.
void carried_by_nothing(Raised& raised, const Matter& matter, MatterIndex index) {
    const Case& source = raised.source();
    PlaceList lines;
    LabelList labels;
    for (const Flow& flow : source.flows) {
        if (flow.matter != index || !active(flow)) continue;
        if (flow.channel.kind == ChannelKind::unspecified || handed_over(flow.channel.kind)) return;
        lines.add(place_of(flow, "channel"));
        labels.add(flow.channel.label.empty() ? name_of(flow.channel.kind) : std::string_view{flow.channel.label});
    }
    for (const Safeguard& safeguard : source.safeguards) {
        if (safeguard.matter != index) continue;
        if (std::ranges::any_of(safeguard.channels, [](const Channel& c) { return handed_over(c.kind); })) return;
    }
    if (labels.empty()) return;
    if (beside_paper(matter)) {
        const Row row = row_of(matter);
        raised.add(FindingCode::channel_not_in_media, Severity::question, lines.text(), row.places, matter.title,
                   labels.text(), row.text);
        return;
    }
    for (const MediumRow& row : matter.media)
        if (is_portable(row.kind))
            raised.add(FindingCode::medium_without_channel, Severity::question, row.source, lines.text(), matter.title,
                       row.label.empty() ? std::string{name_of(row.kind)} : row.label, labels.text());
}

/// Whether a statement or a measure of the matter has a use for a medium.
bool is_used(const Case& source, MatterIndex index, MediaKind kind) {
    const auto of_kind = [kind](Way way) { return medium_of(way) == kind; };
    const auto& told = source.matters[index.get()].handovers;
    const auto measured = [&](const Safeguard& measure) {
        return measure.matter == index && std::ranges::find(measure.media, kind, &Medium::kind) != measure.media.end();
    };
    return std::ranges::any_of(told, [&](const Handover& one) { return std::ranges::any_of(one.ways, of_kind); }) ||
           std::ranges::any_of(source.safeguards, measured);
}

/// A stick or disk of the row, where the one way of handing over that is told is said to be all.
void left_without_way(Raised& raised, const Matter& matter, MatterIndex index) {
    const auto& told = matter.handovers;
    if (told.empty() || std::ranges::any_of(told, &Handover::listed)) return;
    if (!std::ranges::all_of(told, [](const Handover& one) { return one.only && !one.partner.empty(); })) return;
    PlaceList places;
    LabelList labels;
    for (const Handover& one : told) {
        places.add(place_of(one, "ways"));
        for (const Way way : one.ways) labels.add(name_of(way));
    }
    for (const MediumRow& row : matter.media) {
        const bool carrier = row.kind == MediaKind::usb_memory || row.kind == MediaKind::optical_disk;
        if (carrier && !is_used(raised.source(), index, row.kind))
            raised.add(FindingCode::medium_without_channel, Severity::question, row.source, places.text(), matter.title,
                       row.label.empty() ? std::string{name_of(row.kind)} : row.label, labels.text());
    }
}

bool names(const Matter& matter, HolderIndex system) {
    return std::ranges::any_of(matter.media, [system](const MediumRow& row) {
        return std::ranges::find(row.systems, system) != row.systems.end();
    });
}

void systems(Raised& raised, const Matter& matter) {
    const Case& source = raised.source();
    if (std::ranges::all_of(matter.media, [](const MediumRow& row) { return row.systems.empty(); })) return;
    const Row row = row_of(matter);
    for (const PartnerRow& partner : matter.partners)
        for (const HolderIndex system : partner.systems)
            if (!names(matter, system))
                raised.add(FindingCode::medium_names_part, Severity::question, row.places, partner.source, matter.title,
                           row.text, source.holders[system.get()].label);
}

/// Lists of the matter that go further than those of the only system that its media name.
void lists(Raised& raised, const Matter& matter, MatterIndex index) {
    const Case& source = raised.source();
    if (matter.media.size() != 1 || matter.media.front().systems.size() != 1) return;
    const HolderIndex system = matter.media.front().systems.front();
    const auto own = own_lists(source, system);
    const auto held = listed_items(source, system);
    if (held.empty() || std::ranges::any_of(own, &ItemList::open)) return;
    PlaceList held_at;
    for (const ItemList* list : own) held_at.add(list->source);
    held_at.add(matter.media.front().source);
    for (const ItemList& list : source.lists) {
        if (list.matter != index || std::ranges::find(own, &list) != own.end()) continue;
        PlaceList places;
        LabelList labels;
        for (const ListEntry& entry : list.entries) {
            if (!entry.leaf() || entry.change == Change::removed) continue;
            if (std::ranges::find(held, entry.item, &StatedItem::item) != held.end()) continue;
            places.add(either(entry.source, list.source));
            labels.add(entry.label);
        }
        if (!labels.empty())
            raised.add(FindingCode::items_beyond_system, Severity::question, places.text(), held_at.text(),
                       source.holders[system.get()].label, labels.text());
    }
}

}  // namespace

void media_and_channels(Raised& raised) {
    for (std::size_t i = 0; i < raised.source().matters.size(); ++i) {
        const Matter& matter = raised.source().matters[i];
        const MatterIndex index{i};
        if (matter.media.empty()) {
            ticks(raised, index);
            continue;
        }
        channels(raised, matter, index);
        measures(raised, matter, index);
        carried_by_nothing(raised, matter, index);
        left_without_way(raised, matter, index);
        systems(raised, matter);
        lists(raised, matter, index);
    }
}

}  // namespace nagarezu::review::rules
