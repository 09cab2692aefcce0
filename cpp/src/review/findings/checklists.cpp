// Checklists that were filled in without choosing, or repeated for the partner as they stood.
#include <algorithm>
#include <map>

#include "raised.hpp"

namespace nagarezu::review::rules {

namespace {

/// A legend that offers ー was never used, in a checklist long enough for that to mean something.
void selection(Raised& raised) {
    constexpr std::size_t long_enough = 10;
    const auto& rows = raised.source().checklist;
    if (rows.size() < long_enough) return;
    if (!std::ranges::all_of(rows, [](const ChecklistRow& row) { return row.mark == Mark::yes; })) return;
    raised.add(FindingCode::checklist_without_selection, Severity::question, rows.front().source, rows.back().source,
               rows.front().block, std::to_string(rows.size()));
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

}  // namespace

void checklists(Raised& raised) {
    selection(raised);
    repeated(raised);
}

}  // namespace nagarezu::review::rules
