// Checklists that were filled in without choosing, or repeated for the partner as they stood.
#include <algorithm>
#include <map>

#include "quantities.hpp"
#include "raised.hpp"

namespace nagarezu::review::rules {

namespace {

using Rows = std::vector<const ChecklistRow*>;

std::vector<Rows> blocks_of(const Case& source) {
    std::vector<Rows> blocks;
    for (const ChecklistRow& row : source.checklist) {
        const auto same =
            std::ranges::find_if(blocks, [&](const Rows& rows) { return rows.front()->block == row.block; });
        (same == blocks.end() ? blocks.emplace_back() : *same).push_back(&row);
    }
    return blocks;
}

/// A legend that offers ー was never used, in checklists long enough for that to mean something. One question for
/// all of them if none was filled in with care.
void selection(Raised& raised) {
    constexpr std::size_t long_enough = 10;
    const auto unchosen = [](const Rows& rows) {
        return std::ranges::all_of(rows, [](const ChecklistRow* row) { return row->mark == Mark::yes; });
    };
    const auto ask = [&](const ChecklistRow& first, const ChecklistRow& last, std::size_t count) {
        if (count >= long_enough)
            raised.add(FindingCode::checklist_without_selection, Severity::question, first.source, last.source,
                       first.block, std::to_string(count));
    };
    const auto blocks = blocks_of(raised.source());
    if (blocks.empty()) return;
    const auto& all = raised.source().checklist;
    if (std::ranges::all_of(blocks, unchosen)) return ask(all.front(), all.back(), all.size());
    for (const Rows& rows : blocks)
        if (unchosen(rows)) ask(*rows.front(), *rows.back(), rows.size());
}

/// Rows of one block that stand under another party in the same words.
void repeated(Raised& raised) {
    struct Pair {
        PlaceList first, second;
        LabelList labels;
    };
    const Case& source = raised.source();
    std::vector<std::pair<std::string, Pair>> blocks;
    std::map<std::pair<std::string, std::string>, const ChecklistRow*> seen;
    for (const ChecklistRow& row : source.checklist) {
        if (row.wording.empty()) continue;
        const auto [first, fresh] = seen.try_emplace({row.block, row.wording}, &row);
        if (fresh || first->second->party == row.party) continue;
        auto block = std::ranges::find(blocks, row.block, &std::pair<std::string, Pair>::first);
        if (block == blocks.end()) block = blocks.insert(block, {row.block, Pair{}});
        block->second.first.add(first->second->source);
        block->second.second.add(row.source);
        for (const SafeguardIndex measure : row.measures)
            block->second.labels.add(source.safeguards[measure.get()].label);
    }
    for (const auto& [block, pair] : blocks)
        raised.add(FindingCode::partner_column_identical, Severity::question, pair.first.text(), pair.second.text(),
                   block, pair.labels.text());
}

/// The measures of one party for the same partners in one layer of a matter, as far as their wording is known.
struct Column {
    MatterIndex matter;
    std::string_view party;
    Layer layer{};
    std::vector<FlowIndex> applies_to;
    std::vector<const Safeguard*> measures;
};

std::vector<Column> columns_of(const Case& source) {
    std::vector<Column> columns;
    for (const Safeguard& measure : source.safeguards) {
        if (measure.wording.empty() || !stated(measure)) continue;
        const bool own = measure.party == "own";  // whatever partner its measures are about
        auto same = std::ranges::find_if(columns, [&](const Column& column) {
            return column.matter == measure.matter && column.party == measure.party && column.layer == measure.layer &&
                   (own || column.applies_to == measure.applies_to);
        });
        if (same == columns.end())
            same = columns.insert(same, {measure.matter, measure.party, measure.layer, measure.applies_to, {}});
        same->measures.push_back(&measure);
    }
    return columns;
}

const Safeguard* worded(const Column& column, const std::string& wording) {
    const auto found = std::ranges::find(column.measures, wording, &Safeguard::wording);
    return found == column.measures.end() ? nullptr : *found;
}

/// The measures of the own side of which a line of the partner is nothing but the sentences: copied into one cell.
std::vector<const Safeguard*> sentence_by_sentence(const Column& own, const Safeguard& measure) {
    std::vector<const Safeguard*> found;
    for (const std::string_view sentence : sentences(measure.label)) {
        const auto same = std::ranges::find_if(own.measures, [&](const Safeguard* other) {
            return !sentence.empty() && std::string_view{other->label}.starts_with(sentence) &&
                   sentences(other->label).front() == sentence;
        });
        if (same == own.measures.end()) return {};
        found.push_back(*same);
    }
    return found;
}

/// A column that repeats the other one from top to bottom, or in three lines or more that are most of it. A single
/// line may well be alike.
void copied(Raised& raised, const Column& own, const Column& partner) {
    constexpr std::size_t telling = 2;
    constexpr std::size_t many = 3;
    PlaceList first;
    PlaceList second;
    LabelList labels;
    std::size_t alike = 0;
    std::size_t lines = partner.measures.size();
    for (const Safeguard* measure : partner.measures) {
        const Safeguard* other = worded(own, measure->wording);
        const auto others = other != nullptr ? std::vector{other} : sentence_by_sentence(own, *measure);
        if (others.empty()) continue;
        alike += others.size();
        lines += others.size() - 1;
        for (const Safeguard* each : others) first.add(each->source);
        second.add(measure->source);
        labels.add(measure->label);
    }
    const bool all = alike == lines && alike >= telling;
    if (!all && (alike < many || alike * 2 < lines)) return;
    const Case& source = raised.source();
    raised.add(FindingCode::partner_column_identical, Severity::question, first.text(), second.text(),
               own.matter.valid() ? source.matters[own.matter.get()].title : source.title, labels.text());
}

void copies(Raised& raised) {
    const auto columns = columns_of(raised.source());
    for (const Column& own : columns) {
        if (own.party != "own") continue;
        for (const Column& other : columns)
            if (other.party != "own" && other.matter == own.matter && other.layer == own.layer)
                copied(raised, own, other);
    }
}

}  // namespace

void checklists(Raised& raised) {
    selection(raised);
    repeated(raised);
    copies(raised);
}

}  // namespace nagarezu::review::rules
