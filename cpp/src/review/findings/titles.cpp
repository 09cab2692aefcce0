// What the titles announce against what the lists, flows and lines of work state.
#include <algorithm>
#include <array>
#include <string_view>

#include "raised.hpp"

namespace nagarezu::review::rules {

namespace {

/// The titles that announce the same thing, and the matters they speak of (none: all of the case).
struct Announced {
    Topic topic{};
    std::string label;
    PlaceList places;
    std::vector<MatterIndex> matters;

    [[nodiscard]] bool covers(MatterIndex matter) const {
        return matters.empty() || std::ranges::find(matters, matter) != matters.end();
    }
};

/// The title of the case mostly repeats that of a matter, which then says where to look.
std::vector<Announced> announced(const Case& source) {
    std::vector<Announced> all;
    for (const Announcement& entry : source.announcements) {
        if (entry.topic == Topic::matter || entry.topic == Topic::kind) continue;
        if (entry.topic != Topic::work && entry.change != Change::added) continue;
        auto same = std::ranges::find_if(
            all, [&](const Announced& a) { return a.topic == entry.topic && a.label == entry.label; });
        if (same == all.end()) same = all.insert(all.end(), Announced{entry.topic, entry.label, {}, {}});
        same->places.add(entry.source);
        if (entry.matter.valid()) same->matters.push_back(entry.matter);
    }
    return all;
}

/// What was found in place of something added: whether all of it is stated as not new, and where.
struct Instead {
    PlaceList places;
    LabelList labels;
    bool sure{true};
};

void raise(Raised& raised, const Announced& title, const Instead& instead) {
    if (!instead.labels.empty())
        raised.add(FindingCode::title_without_content, instead.sure ? Severity::warning : Severity::question,
                   title.places.text(), instead.places.text(), title.label, title.label, instead.labels.text());
}

void items_added(Raised& raised, const Announced& title) {
    const Case& source = raised.source();
    Instead instead;
    for (const ItemList& list : source.lists) {
        if (!title.covers(list.matter)) continue;
        if (list.open) return;  // what is added may stand in the rest
        for (const ListEntry& entry : list.entries) {
            if (entry.change == Change::added || entry.change == Change::changed) return;
            instead.sure = instead.sure && entry.change == Change::existing;
        }
        instead.places.add(list.source);
        instead.labels.add(list.label);
    }
    if (std::ranges::any_of(source.flows, [&](const Flow& flow) { return title.covers(flow.matter) && flow.open; }))
        return;
    raise(raised, title, instead);
}

/// Partners of whom the document says that they are linked already; the others may be the new ones.
void recipients_added(Raised& raised, const Announced& title) {
    const Case& source = raised.source();
    Instead instead;
    for (const Flow& flow : source.flows) {
        if (!title.covers(flow.matter)) continue;
        const bool sends = flow.from.valid() && source.holders[flow.from.get()].external;
        if (sends && flow.change == Change::added) return;  // a new partner that only gives
        for (const HolderIndex to : flow.to) {
            const Holder& holder = source.holders[to.get()];
            if (!holder.external) continue;
            if (flow.change == Change::added) return;
            if (flow.change == Change::unknown || flow.change == Change::removed) {
                instead.sure = false;
                continue;
            }
            instead.places.add(place_of(flow, "change"));
            instead.labels.add(holder.label);
        }
    }
    raise(raised, title, instead);
}

/// Something of which the reader found nothing under its title; the matters say where it looked.
void kind_untold(Raised& raised, const Announcement& part) {
    Instead instead;
    instead.sure = false;
    for (std::size_t i = 0; i < raised.source().matters.size(); ++i) {
        const Matter& matter = raised.source().matters[i];
        if (part.matter.valid() && part.matter != MatterIndex{i}) continue;
        instead.places.add(matter.source);
        instead.labels.add(matter.title);
    }
    Announced title{part.topic, part.label, {}, {}};
    title.places.add(part.source);
    raise(raised, title, instead);
}

struct KindWord {
    std::string_view word;
    MatterKind kind;
};
constexpr std::array<KindWord, 6> kind_words{{{"外部結合", MatterKind::link},
                                              {"電算処理", MatterKind::process},
                                              {"業務委託", MatterKind::entrust},
                                              {"委託", MatterKind::entrust},
                                              {"再委託", MatterKind::reentrust},
                                              {"委任", MatterKind::delegate}}};

/// A kind of matter that the title of the case names, and of which there is no sheet.
void kind_without_sheet(Raised& raised, const Announced& title, MatterKind kind) {
    Instead instead;
    instead.sure = false;
    for (const Matter& matter : raised.source().matters) {
        if (std::ranges::find(matter.kinds, kind) != matter.kinds.end()) return;
        instead.labels.add(matter.title);
        instead.places.add(matter.source);
    }
    raise(raised, title, instead);
}

/// Work is looked for among headings, which name kinds of work as titles do; without any, in vain.
void work_done(Raised& raised, const Announced& title) {
    const Case& source = raised.source();
    const auto* named = std::ranges::find(kind_words, std::string_view{title.label}, &KindWord::word);
    if (named != kind_words.end()) return kind_without_sheet(raised, title, named->kind);
    Instead instead;
    for (std::size_t i = 0; i < source.matters.size(); ++i) {
        if (!title.covers(MatterIndex{i})) continue;
        for (const Work& work : source.matters[i].work) {
            if (work.heading.find(title.label) != std::string::npos ||
                work.label.find(title.label) != std::string::npos)
                return;
            instead.labels.add(work.heading);
            instead.places.add(work.source);
        }
    }
    instead.sure = false;
    raise(raised, title, instead);
}

}  // namespace

void titles(Raised& raised) {
    for (const Announcement& part : raised.source().announcements)
        if (part.topic == Topic::kind) kind_untold(raised, part);
    for (const Announced& title : announced(raised.source())) {
        if (title.topic == Topic::item) items_added(raised, title);
        if (title.topic == Topic::recipient) recipients_added(raised, title);
        if (title.topic == Topic::work) work_done(raised, title);
    }
}

}  // namespace nagarezu::review::rules
