// A list of contents against the sheets, files, cards or papers that are there; a list of items that is told again.
#include <algorithm>
#include <iterator>

#include "raised.hpp"

namespace nagarezu::review::rules {

namespace {

/// Lines that stand for nothing that is there, and what is there without a line.
struct Unmatched {
    std::vector<const Announcement*> lines;
    std::vector<const Matter*> matters;
};

Unmatched unmatched(const Case& source) {
    Unmatched found;
    std::vector<bool> listed(source.matters.size());
    for (const Announcement& line : source.announcements) {
        if (line.topic != Topic::matter) continue;
        if (line.matter.valid())
            listed[line.matter.get()] = true;
        else
            found.lines.push_back(&line);
    }
    for (std::size_t i = 0; i < listed.size(); ++i)
        if (!listed[i]) found.matters.push_back(&source.matters[i]);
    return found;
}

/// Papers that a list of contents names and that are not there, or are called otherwise, or that it passes over.
void papers(Raised& raised) {
    const Case& source = raised.source();
    for (const Reference& paper : source.references) {
        if (paper.listed.empty() && !paper.unlisted) continue;
        if (paper.unlisted || !paper.resolved || (!paper.title.empty() && paper.title != paper.listed))
            raised.add(FindingCode::contents_differ, Severity::question, place_of(paper, "listed"),
                       place_of(paper, "title"), paper.label, either(paper.listed, paper.title),
                       paper.unlisted ? std::string{} : paper.title);
    }
}

using Items = std::vector<ItemIndex>;

bool has(const Items& items, ItemIndex item) {
    return std::ranges::find(items, item) != items.end();
}

/// The items of the one that the other lacks.
Items beyond(const Items& one, const Items& other) {
    Items found;
    std::ranges::copy_if(one, std::back_inserter(found), [&](ItemIndex item) { return !has(other, item); });
    return found;
}

std::string labels(const Case& source, const Items& items) {
    LabelList found;
    for (const ItemIndex item : items) found.add(source.items[item.get()].label);
    return found.text();
}

Items items_of(const ItemList& list) {
    Items found;
    for (const ListEntry& entry : list.entries)
        if (entry.leaf() && entry.change != Change::removed && !has(found, entry.item)) found.push_back(entry.item);
    return found;
}

bool shares(const std::vector<HolderIndex>& some, const std::vector<HolderIndex>& others) {
    return std::ranges::any_of(some, [&](HolderIndex one) { return std::ranges::find(others, one) != others.end(); });
}

/// Whether a list is of these holders, or a flow from or to one of them carries it.
bool theirs(const Case& source, std::size_t list, const std::vector<HolderIndex>& holders) {
    if (shares(source.lists[list].holders, holders)) return true;
    return std::ranges::any_of(source.flows, [&](const Flow& flow) {
        const bool carries = std::ranges::find(flow.lists, ListIndex{list}) != flow.lists.end();
        return carries && (shares(flow.to, holders) || std::ranges::find(holders, flow.from) != holders.end());
    });
}

/// The list that is told once more: the one with the most in common; none if one of them agrees.
const ItemList* retold_list(const Case& source, const Retelling& told) {
    const ItemList* best = nullptr;
    std::size_t most = 0;
    std::size_t fewest = 0;  // what they do not have in common
    for (std::size_t i = 0; i < source.lists.size(); ++i) {
        const ItemList& list = source.lists[i];
        if (list.open || !theirs(source, i, told.holders)) continue;
        const Items items = items_of(list);
        const Items missing = beyond(items, told.items);
        const std::size_t common = items.size() - missing.size();
        const std::size_t unlike = missing.size() + told.items.size() - common;
        if (unlike == 0) return nullptr;
        if (common < most || (common == most && unlike >= fewest)) continue;
        best = &list;
        most = common;
        fewest = unlike;
    }
    const std::size_t least = 2;
    return most >= least && (most == told.items.size() || 2 * most >= most + fewest) ? best : nullptr;
}

/// A list that is told again elsewhere with an item more, less or other.
void retold(Raised& raised, const Matter& matter) {
    const Case& source = raised.source();
    for (const Retelling& told : matter.retold) {
        const ItemList* list = retold_list(source, told);
        if (list == nullptr) continue;
        const Items items = items_of(*list);
        raised.add(FindingCode::contents_differ, Severity::question, told.source, list->source,
                   told.label.empty() ? list->label : told.label, labels(source, beyond(told.items, items)),
                   labels(source, beyond(items, told.items)));
    }
}

/// The title of a matter, with its section where the line names another one behind the title; or with the other
/// answer, for 甲事務（委託：無）.
std::string as_listed(const Announcement& line, const Matter& matter) {
    if (!line.label.starts_with(matter.title + "（")) return matter.title;
    constexpr std::string_view yes = "：有）";
    constexpr std::string_view no = "：無）";
    if (line.label.ends_with(yes)) return line.label.substr(0, line.label.size() - yes.size()) + std::string{no};
    if (line.label.ends_with(no)) return line.label.substr(0, line.label.size() - no.size()) + std::string{yes};
    if (line.label.find("：", matter.title.size()) != std::string::npos) return matter.title;
    return matter.title + "（" + matter.department + "）";
}

}  // namespace

void listings(Raised& raised) {
    const Case& source = raised.source();
    papers(raised);
    for (const Matter& matter : source.matters) retold(raised, matter);
    const auto is_line = [](const Announcement& entry) { return entry.topic == Topic::matter; };
    if (!std::ranges::any_of(source.announcements, is_line)) return;
    for (const Announcement& line : source.announcements) {
        if (!is_line(line) || !line.matter.valid()) continue;
        const Matter& matter = source.matters[line.matter.get()];
        if (line.label != matter.title)
            raised.add(FindingCode::contents_differ, Severity::question, line.source, matter.source, line.label,
                       line.label, as_listed(line, matter));
    }
    const auto [lines, matters] = unmatched(source);
    const std::size_t pairs = std::min(lines.size(), matters.size());  // the one may be meant by the other
    for (std::size_t i = 0; i < pairs; ++i)
        raised.add(FindingCode::contents_differ, Severity::question, lines[i]->source, matters[i]->source,
                   lines[i]->label, lines[i]->label, matters[i]->title);
    const auto alone = [&](const Places& place, const std::string& label) {
        raised.add(FindingCode::contents_differ, Severity::question, place, {}, label, label);
    };
    for (std::size_t i = pairs; i < lines.size(); ++i) alone(lines[i]->source, lines[i]->label);
    for (std::size_t i = pairs; i < matters.size(); ++i) alone(matters[i]->source, matters[i]->title);
}

}  // namespace nagarezu::review::rules
