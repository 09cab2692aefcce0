// Statements of how something is handed over, against each other and against the row of the media.
#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "raised.hpp"
#include "ways.hpp"

namespace nagarezu::review::rules {

namespace {

using Statements = std::vector<const Handover*>;

constexpr std::array lines{Way::lgwan,
                           Way::resident_network,
                           Way::dedicated_line,
                           Way::local_network,
                           Way::vpn,
                           Way::internet,
                           Way::email,
                           Way::cloud,
                           Way::fax,
                           Way::phone,
                           Way::view};
constexpr std::array online{Way::internet, Way::email, Way::cloud};
constexpr std::array portable{Way::usb_memory, Way::memory_card, Way::optical_disk, Way::magnetic_disk,
                              Way::magnetic_tape};
constexpr std::array made_to_carry{Way::usb_memory, Way::memory_card};
constexpr std::array moves{Way::post, Way::courier, Way::in_person};

template <std::size_t size>
bool among(const std::array<Way, size>& kinds, Way way) {
    return std::ranges::find(kinds, way) != kinds.end();
}

template <std::size_t size>
std::vector<Way> of_kind(const Handover& one, const std::array<Way, size>& kinds) {
    std::vector<Way> found;
    std::ranges::copy_if(one.ways, std::back_inserter(found), [&](Way way) { return among(kinds, way); });
    return found;
}

/// What is carried: neither a line nor a way of carrying it.
std::vector<Way> things(const Handover& one) {
    std::vector<Way> found;
    std::ranges::copy_if(one.ways, std::back_inserter(found),
                         [](Way way) { return !among(lines, way) && !among(moves, way); });
    return found;
}

/// The internet is any of what goes over it; a private network may be a leased line.
bool alike(Way one, Way other) {
    const auto either_is = [&](Way way) { return one == way || other == way; };
    if (either_is(Way::internet)) return among(online, one) && among(online, other);
    return one == other || (either_is(Way::vpn) && either_is(Way::dedicated_line));
}

/// Whether two may be the same: one of them says nothing, or they have one in common.
bool agree(const std::vector<Way>& one, const std::vector<Way>& other) {
    if (one.empty() || other.empty()) return true;
    return std::ranges::any_of(one,
                               [&](Way a) { return std::ranges::any_of(other, [a](Way b) { return alike(a, b); }); });
}

/// Whether two statements may tell of one way.
bool fits(const Handover& one, const Handover& other) {
    const auto line = of_kind(one, lines);
    const auto other_line = of_kind(other, lines);
    if (line.empty() != other_line.empty()) return false;
    if (!line.empty()) return agree(line, other_line);
    return agree(things(one), things(other)) && agree(of_kind(one, moves), of_kind(other, moves));
}

bool fits_any(const Handover& one, const Statements& others) {
    return std::ranges::any_of(others, [&](const Handover* other) { return fits(one, *other); });
}

bool same_way_round(const Handover& one, const Handover& other) {
    return one.direction == other.direction || one.direction == Direction::unspecified ||
           other.direction == Direction::unspecified;
}

/// Rows of one table say of different things how each of them goes.
bool of_other_things(const Handover& one, const Handover& other) {
    return one.only && other.only && !one.label.empty() && !other.label.empty() && one.label != other.label;
}

/// 入力後のデータ and 入力済みデータ: the last word of both is the same, in two characters or more.
bool same_thing(const Handover& one, const Handover& other) {
    constexpr std::size_t two_characters = 6;
    const std::string_view a = one.label;
    const std::string_view b = other.label;
    std::size_t common = 0;
    while (common < std::min(a.size(), b.size()) && a[a.size() - 1 - common] == b[b.size() - 1 - common]) ++common;
    return common >= two_characters;
}

/// Whether a place is a page (d:p3), on which much more stands than one row.
bool is_page(std::string_view source) {
    const auto at = source.rfind(':');
    if (at == std::string_view::npos || source.size() < at + 3 || source[at + 1] != 'p') return false;
    return std::ranges::all_of(source.substr(at + 2), [](char c) { return c >= '0' && c <= '9'; });
}

/// Of one row. On one page a row of media and a sentence, which is no column of ways, are two places; so are a
/// sentence that names nobody and what is told of each partner.
bool of_one_row(const Handover& one, const Handover& other) {
    if (other.source != one.source) return false;
    const bool apart = one.listed ? !other.only : !one.only && one.partner.empty();
    return !(apart && is_page(one.source));
}

/// The statements of the same partner and direction that are no row of media and stand elsewhere.
Statements told_beside(const Matter& matter, const Handover& one) {
    Statements found;
    for (const Handover& other : matter.handovers) {
        if (&other == &one || other.listed || of_one_row(one, other) || !same_way_round(one, other)) continue;
        if (!one.partner.empty() && other.partner != one.partner) continue;
        found.push_back(&other);
    }
    return found;
}

/// Those that leave no other way; without any, those that tell it of the same thing in the same direction.
Statements bound_by(const Matter& matter, const Handover& one) {
    Statements told = told_beside(matter, one);
    Statements closed;
    std::ranges::copy_if(told, std::back_inserter(closed),
                         [&](const Handover* other) { return other->only && !of_other_things(one, *other); });
    if (!closed.empty() || one.only || one.partner.empty()) return closed;
    std::erase_if(told, [&](const Handover* other) {
        return one.direction == Direction::unspecified || other->direction != one.direction || !same_thing(one, *other);
    });
    return told;
}

/// The ways of a statement as they are printed, else by their names.
void add_words(LabelList& labels, const Handover& one) {
    const auto proof = std::ranges::find(one.provenance, "ways", &Provenance::field);
    if (proof != one.provenance.end() && !proof->normalised.empty()) {
        labels.add(proof->normalised);
        return;
    }
    for (const Way way : one.ways) labels.add(name_of(way));
}

std::string text_of(const Statements& statements) {
    LabelList labels;
    for (const Handover* one : statements) add_words(labels, *one);
    return labels.text();
}

Places places_of(const Statements& statements) {
    PlaceList places;
    for (const Handover* one : statements) places.add(place_of(*one, "ways"));
    return places.text();
}

void raise(Raised& raised, FindingCode code, const Matter& matter, const Handover& one, const Statements& others) {
    raised.add(code, Severity::question, place_of(one, "ways"), places_of(others),
               one.partner.empty() ? matter.title : one.partner, text_of({&one}), text_of(others));
}

/// Nothing is said of whom it is with: within the own side, or how all comes in, asks for nothing.
bool within_own_side(const Handover& one) {
    return one.partner.empty() && (one.only || std::ranges::find(one.ways, Way::local_network) != one.ways.end());
}

bool in_row(const Matter& matter, Way way) {
    return std::ranges::find(matter.media, medium_of(way), &MediumRow::kind) != matter.media.end();
}

bool is_carried(const MediumRow& row) {
    return is_portable(row.kind);
}

bool is_carried_or_kept(const MediumRow& row) {
    return is_carried(row) || row.kind == MediaKind::server;
}

/// The row of the media has nothing but what is carried; then nothing goes online, and on nothing else. What it has
/// beside on a server carries nothing, either.
bool beyond_row(const Matter& matter, const Handover& one) {
    const auto& row = matter.media;
    if (one.partner.empty() || std::ranges::none_of(row, is_carried)) return false;
    if (!std::ranges::all_of(row, is_carried_or_kept)) return false;
    const bool all_carried = std::ranges::all_of(row, is_carried);
    if (!of_kind(one, online).empty()) return all_carried;
    if (all_carried && std::ranges::find(one.ways, Way::fax) != one.ways.end() && !in_row(matter, Way::paper))
        return true;
    const bool on_paper = std::ranges::find(one.ways, Way::paper) != one.ways.end();
    if (all_carried && on_paper && !of_kind(one, moves).empty() && !in_row(matter, Way::paper)) return true;
    const auto carried = of_kind(one, portable);
    const bool moved = !of_kind(one, moves).empty() || !of_kind(one, made_to_carry).empty();
    return !carried.empty() && moved && std::ranges::none_of(carried, [&](Way way) { return in_row(matter, way); });
}

void against_row(Raised& raised, const Matter& matter, const Handover& one) {
    PlaceList places;
    LabelList labels;
    for (const MediumRow& row : matter.media) {
        places.add(row.source);
        labels.add(row.label.empty() ? name_of(row.kind) : std::string_view{row.label});
    }
    raised.add(FindingCode::channel_not_in_media, Severity::question, place_of(one, "ways"), places.text(), one.partner,
               text_of({&one}), labels.text());
}

/// Whether another way of the same row is what is told of: the row has this one too many.
bool beside_told(const Matter& matter, const Handover& one, const Statements& others) {
    return std::ranges::any_of(matter.handovers, [&](const Handover& other) {
        return &other != &one && other.only && !other.listed && other.source == one.source &&
               other.partner == one.partner && other.direction == one.direction && fits_any(other, others);
    });
}

/// A medium of a row that names all its ways, where another place says that there are lines only, or that the
/// other ways of the row are all.
FindingCode code_of(const Matter& matter, const Handover& one, const Statements& others) {
    const bool lines_only = std::ranges::none_of(others, [](const Handover* other) {
        return of_kind(*other, lines).empty() || !of_kind(*other, online).empty();
    });
    const bool ruled = one.only && !of_kind(one, portable).empty() && (lines_only || beside_told(matter, one, others));
    return ruled ? FindingCode::medium_without_channel : FindingCode::channel_not_in_media;
}

/// What is told against what is said to be all; of two that are both all, the first asks.
void told(Raised& raised, const Matter& matter) {
    Statements asked;
    for (const Handover& one : matter.handovers) {
        if (one.listed || within_own_side(one)) continue;
        const auto others = bound_by(matter, one);
        if (others.empty() || fits_any(one, others)) {
            if (beyond_row(matter, one)) against_row(raised, matter, one);
            continue;
        }
        const bool known = std::ranges::any_of(
            others, [&](const Handover* other) { return std::ranges::find(asked, other) != asked.end(); });
        asked.push_back(&one);
        if (!known) raise(raised, code_of(matter, one, others), matter, one, others);
    }
}

/// Those that name a medium or a line, and not only how it is carried.
Statements naming(Statements others) {
    std::erase_if(others, [](const Handover* one) { return things(*one).empty() && of_kind(*one, lines).empty(); });
    return others;
}

/// What the column of ways of the same row leaves no way for: 「紙、USBメモリ | 書留（紙に限る）」.
bool asks_within_row(Raised& raised, const Matter& matter, const Handover& row) {
    Statements beside;
    for (const Handover& other : matter.handovers)
        if (&other != &row && !other.listed && other.only && other.source == row.source && other.partner == row.partner)
            beside.push_back(&other);
    if (of_kind(row, portable).empty() || beside.empty() || fits_any(row, beside)) return false;
    raise(raised, FindingCode::medium_without_channel, matter, row, beside);
    return true;
}

/// Whether each other medium of the row is told of by somebody, and one at least.
bool others_told(const Matter& matter, const Handover& row, const Statements& others) {
    const auto told = [&](MediaKind kind) {
        return std::ranges::any_of(others, [kind](const Handover* other) {
            return std::ranges::any_of(other->ways, [kind](Way way) { return medium_of(way) == kind; });
        });
    };
    const auto own = [&](const MediumRow& medium) {
        return std::ranges::any_of(row.ways, [&](Way way) { return medium_of(way) == medium.kind; });
    };
    return std::ranges::all_of(matter.media, is_carried_or_kept) &&
           std::ranges::count_if(matter.media, is_carried) > 1 &&
           std::ranges::all_of(matter.media,
                               [&](const MediumRow& m) { return !is_carried(m) || own(m) != told(m.kind); });
}

/// What is sent by fax lies there on paper.
bool on_paper_by_fax(const Handover& row, const Statements& others) {
    const auto has = [](const Handover& one, Way way) { return std::ranges::find(one.ways, way) != one.ways.end(); };
    return has(row, Way::paper) &&
           std::ranges::any_of(others, [&](const Handover* other) { return has(*other, Way::fax); });
}

/// Whether the row has data on no medium beside this one (電子データ及びDVD-R), which go online: then it is this one
/// that nothing uses.
bool beside_data(const Matter& matter, const Handover& row) {
    return std::ranges::any_of(matter.media, [&](const MediumRow& medium) {
        return medium.source == row.source && medium.kind == MediaKind::electromagnetic;
    });
}

/// A row of media that nothing which is told uses. The internet is no way to what is carried.
void listed(Raised& raised, const Matter& matter) {
    for (const Handover& row : matter.handovers) {
        if (!row.listed || asks_within_row(raised, matter, row)) continue;
        const bool carried = !of_kind(row, portable).empty();
        const auto others = naming(told_beside(matter, row));
        const bool left_over = others_told(matter, row, others);
        const bool closed =
            row.direction != Direction::unspecified || left_over ||
            std::ranges::any_of(others, [](const Handover* other) {
                return other->only || (!of_kind(*other, portable).empty() && !of_kind(*other, moves).empty());
            });
        if (others.empty() || !closed || (!carried && !row.only && !left_over) || fits_any(row, others) ||
            on_paper_by_fax(row, others))
            continue;
        const auto wired =
            std::ranges::find_if(others, [](const Handover* other) { return !of_kind(*other, online).empty(); });
        if (wired != others.end() && !beside_data(matter, row))
            raise(raised, FindingCode::channel_not_in_media, matter, **wired, {&row});
        else
            raise(raised, FindingCode::medium_without_channel, matter, row, others);
    }
}

}  // namespace

void handovers(Raised& raised) {
    for (const Matter& matter : raised.source().matters) {
        told(raised, matter);
        listed(raised, matter);
    }
}

}  // namespace nagarezu::review::rules
