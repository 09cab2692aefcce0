// Rows that say the same where they should differ, and lists that name one thing differently.
#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

#include "raised.hpp"

namespace nagarezu::review::rules {

namespace {

/// The rows of one law item: each names a section that may receive.
struct LawItem {
    std::string_view basis, number;
    std::vector<const Transfer*> rows;
};

std::vector<LawItem> law_items(const Case& source) {
    std::vector<LawItem> items;
    for (const Transfer& row : source.transfers) {
        const auto same = std::ranges::find_if(
            items, [&](const LawItem& item) { return item.basis == row.basis && item.number == row.law_item; });
        (same == items.end() ? items.emplace_back(LawItem{row.basis, row.law_item, {}}) : *same).rows.push_back(&row);
    }
    return items;
}

/// The purpose that every row of both repeats, if it is long enough to tell something.
bool same_purpose(const LawItem& a, const LawItem& b, std::size_t telling) {
    const std::string& purpose = a.rows.front()->purpose;
    const auto repeats = [&](const Transfer* row) { return row->purpose == purpose; };
    return purpose.size() >= telling && std::ranges::all_of(a.rows, repeats) && std::ranges::all_of(b.rows, repeats);
}

bool share_section(const LawItem& a, const LawItem& b) {
    return std::ranges::any_of(a.rows, [&](const Transfer* one) {
        return std::ranges::any_of(b.rows, [&](const Transfer* other) { return one->section == other->section; });
    });
}

/// Bytes of five Japanese characters, for less is a mere title; of fifteen, which two laws hardly share by chance.
constexpr std::size_t telling = 15;
constexpr std::size_t long_text = 45;

/// At odds where one section has the same text under two law items; asked where two sections have one long text.
std::optional<Severity> repeated(const LawItem& a, const LawItem& b) {
    if (same_purpose(a, b, telling) && share_section(a, b)) return Severity::warning;
    if (same_purpose(a, b, long_text)) return Severity::question;
    return std::nullopt;
}

Places places_of(const LawItem& item) {
    PlaceList places;
    for (const Transfer* row : item.rows) places.add(row->source);
    return places.text();
}

/// One row of a law item that is printed twice: the same section for the same purpose.
void printed_twice(Raised& raised, const LawItem& item) {
    for (std::size_t i = 0; i < item.rows.size(); ++i) {
        for (std::size_t j = i + 1; j < item.rows.size(); ++j) {
            const Transfer &one = *item.rows[i], &other = *item.rows[j];
            const bool same = one.section == other.section && one.purpose == other.purpose;
            if (!same || one.purpose.size() < telling || one.source == other.source) continue;
            raised.add(FindingCode::duplicated_row, Severity::warning, one.source, other.source, one.section,
                       one.purpose, other.purpose);
        }
    }
}

void transfers(Raised& raised) {
    const auto items = law_items(raised.source());
    for (const LawItem& item : items) printed_twice(raised, item);
    for (std::size_t i = 0; i < items.size(); ++i) {
        for (std::size_t j = i + 1; j < items.size(); ++j) {
            const auto severity = repeated(items[i], items[j]);
            if (items[i].basis != items[j].basis || !severity) continue;
            const Places a = places_of(items[i]);
            const Places b = places_of(items[j]);
            // Both name the heading of the table; what differs is the row.
            raised.add(FindingCode::duplicated_row, *severity, apart(a, b), apart(b, a), items[i].rows.front()->purpose,
                       std::string{items[i].number}, std::string{items[j].number});
        }
    }
}

/// The items of the record lists of the own side in one matter, in their order.
std::vector<ItemIndex> recorded(const Case& source, MatterIndex matter) {
    const auto outside = [&](HolderIndex holder) { return source.holders[holder.get()].external; };
    std::vector<ItemIndex> items;
    for (const ItemList& list : source.lists) {
        if (list.matter != matter || list.holders.empty() || std::ranges::any_of(list.holders, outside)) continue;
        for (const ListEntry& entry : list.entries)
            if (entry.leaf()) items.push_back(entry.item);
    }
    return items;
}

/// A file that a register has twice: same name, section and reason, and the same items.
void matters(Raised& raised) {
    constexpr std::size_t telling_items = 3;
    const Case& source = raised.source();
    const auto name_of = [](const Matter& matter) { return std::tie(matter.title, matter.department, matter.reason); };
    for (std::size_t i = 0; i < source.matters.size(); ++i) {
        const Matter& first = source.matters[i];
        for (std::size_t j = i + 1; j < source.matters.size(); ++j) {
            const Matter& second = source.matters[j];
            if (first.reason.empty() || name_of(first) != name_of(second)) continue;
            const auto items = recorded(source, MatterIndex{i});
            if (items.size() >= telling_items && items == recorded(source, MatterIndex{j}))
                raised.add(FindingCode::duplicated_row, Severity::warning, first.source, second.source, first.title,
                           std::to_string(i + 1), std::to_string(j + 1));
        }
    }
}

std::string group_of(const std::string& position) {
    const auto point = position.rfind('.');
    return point == std::string::npos ? std::string{} : position.substr(0, point);
}

void entries(Raised& raised) {
    for (const ItemList& list : raised.source().lists) {
        std::map<std::pair<std::string, ItemIndex>, const ListEntry*> seen;
        for (const ListEntry& entry : list.entries) {
            if (!entry.leaf() || entry.change == Change::removed) continue;
            const auto [first, fresh] = seen.try_emplace({group_of(entry.position), entry.item}, &entry);
            if (!fresh && first->second->label == entry.label)
                raised.add(FindingCode::duplicated_row, Severity::warning, either(first->second->source, list.source),
                           either(entry.source, list.source), entry.label, first->second->position, entry.position);
        }
    }
}

/// Leaves that stand side by side: those of a list, or of one group in it.
struct Block {
    std::string group;
    std::vector<const ListEntry*> leaves;
    const ItemList* list{};
};

std::vector<Block> blocks_of(const Case& source) {
    std::vector<Block> blocks;
    for (const ItemList& list : source.lists) {
        const std::size_t before = blocks.size();
        for (const ListEntry& entry : list.entries) {
            if (!entry.leaf() || entry.change == Change::removed) continue;
            const std::string group = group_of(entry.position);
            const auto same = std::find_if(blocks.begin() + static_cast<std::ptrdiff_t>(before), blocks.end(),
                                           [&](const Block& block) { return block.group == group; });
            (same == blocks.end() ? blocks.emplace_back(Block{group, {}, &list}) : *same).leaves.push_back(&entry);
        }
    }
    return blocks;
}

std::size_t common_start(std::string_view a, std::string_view b) {
    const auto [end, other] = std::ranges::mismatch(a, b);
    return static_cast<std::size_t>(end - a.begin());
}

/// Whether two items look like one under two names: same classes, and names that begin alike.
bool look_alike(const Case& source, const ListEntry& a, const ListEntry& b) {
    constexpr std::size_t two_characters = 6;  // bytes of two Japanese characters
    const Item& one = source.items[a.item.get()];
    const Item& other = source.items[b.item.get()];
    return !one.classes.empty() && one.classes == other.classes && one.role == other.role &&
           common_start(one.label, other.label) >= two_characters;
}

bool stands_in(const Block& block, ItemIndex item) {
    return std::ranges::find(block.leaves, item, &ListEntry::item) != block.leaves.end();
}

void names(Raised& raised) {
    constexpr std::size_t shortest = 4;
    const auto blocks = blocks_of(raised.source());
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        for (std::size_t j = i + 1; j < blocks.size(); ++j) {
            const Block& a = blocks[i];
            const Block& b = blocks[j];
            if (a.leaves.size() != b.leaves.size() || a.leaves.size() < shortest) continue;
            std::vector<std::size_t> unlike;
            for (std::size_t n = 0; n < a.leaves.size(); ++n)
                if (a.leaves[n]->item != b.leaves[n]->item) unlike.push_back(n);
            if (unlike.size() != 1) continue;
            const ListEntry& one = *a.leaves[unlike.front()];
            const ListEntry& other = *b.leaves[unlike.front()];
            if (stands_in(a, other.item) || stands_in(b, one.item) || !look_alike(raised.source(), one, other))
                continue;
            raised.add(FindingCode::item_name_differs, Severity::question, either(one.source, a.list->source),
                       either(other.source, b.list->source), b.list->label, one.label, other.label);
        }
    }
}

/// Whether the numbers of one column only go up from one measure to another: then they stand in one list.
bool in_one_list(const std::vector<Safeguard>& all, const Safeguard& first, const Safeguard& second) {
    const auto after = [](const std::string& a, const std::string& b) {
        return a.size() != b.size() ? a.size() < b.size() : a < b;
    };
    const std::string* before = &first.position;
    for (const Safeguard* one = &first + 1; one <= &second && one < all.data() + all.size(); ++one) {
        if (one->party != first.party || one->matter != first.matter || one->layer != first.layer) continue;
        const bool twice = one == &second && *before == one->position;  // a line copied with its number
        if (!one->position.empty() && !twice && !after(*before, one->position)) return false;
        before = &one->position;
    }
    return true;
}

/// A measure that stands twice in one column, word for word, and for the same partners.
void measures(Raised& raised) {
    using Column = std::tuple<std::string_view, std::string_view, Layer, std::string_view, std::size_t>;
    const Case& source = raised.source();
    std::map<Column, const Safeguard*> seen;
    const auto compare = [&](std::string_view block, const auto& row, const Safeguard& measure, bool numbered) {
        if (row.wording.empty() || !stated(measure)) return;
        const std::size_t whom = measure.applies_to.empty() ? 0 : measure.applies_to.front().get() + 1;
        const auto [first, fresh] = seen.try_emplace({block, row.party, row.layer, row.wording, whom}, &measure);
        if (!fresh && (!numbered || in_one_list(source.safeguards, *first->second, measure)))
            raised.add(FindingCode::duplicated_row, Severity::warning, first->second->source, measure.source,
                       measure.label, first->second->position, measure.position);
    };
    for (const Safeguard& measure : source.safeguards) {
        const bool whole = !measure.matter.valid();
        compare(whole ? std::string_view{} : source.matters[measure.matter.get()].id, measure, measure, true);
    }
    for (const ChecklistRow& row : source.checklist)
        if (row.measures.size() == 1) compare(row.block, row, source.safeguards[row.measures.front().get()], false);
}

/// A clause that stands twice under two numbers.
void clauses(Raised& raised) {
    constexpr std::size_t long_enough = 45;  // bytes of fifteen Japanese characters
    std::map<std::string_view, const Clause*> seen;
    for (const Clause& clause : raised.source().clauses) {
        if (clause.label.size() < long_enough) continue;
        const auto [first, fresh] = seen.try_emplace(clause.label, &clause);
        if (!fresh && first->second->matter == clause.matter && first->second->number != clause.number)
            raised.add(FindingCode::duplicated_row, Severity::warning, first->second->source, clause.source,
                       clause.label, std::to_string(first->second->number), std::to_string(clause.number));
    }
}

/// A row of a table of flows that stands there twice, word for word.
void retold(Raised& raised) {
    for (const Matter& matter : raised.source().matters)
        for (auto row = matter.retold.begin(); row != matter.retold.end(); ++row) {
            const auto twin = std::find_if(matter.retold.begin(), row, [&](const Retelling& other) {
                return other.sheet == Sheet::figure && row->sheet == Sheet::figure && other.label == row->label &&
                       other.items == row->items && other.holders == row->holders;
            });
            if (twin != row)
                raised.add(FindingCode::duplicated_row, Severity::warning, twin->source, row->source, row->label);
        }
}

}  // namespace

void rows(Raised& raised) {
    transfers(raised);
    matters(raised);
    entries(raised);
    measures(raised);
    clauses(raised);
    retold(raised);
    names(raised);
}

}  // namespace nagarezu::review::rules
