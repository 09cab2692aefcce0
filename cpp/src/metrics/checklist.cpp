#include "nagarezu/metrics/checklist.hpp"

#include <tuple>

#include "first_seen.hpp"
#include "row.hpp"

namespace nagarezu::metrics {

void ChecklistCount::add(const ChecklistRow& row) {
    yes += row.mark == Mark::yes;
    not_needed += row.mark == Mark::not_needed;
    blank += row.mark == Mark::blank;
    measures += static_cast<Count>(row.measures.size());
}

ChecklistCount checklist_count(const Case& source) {
    ChecklistCount total;
    for (const ChecklistRow& row : source.checklist) total.add(row);
    return total;
}

Frame checklist(const Measured& measured) {
    using enum Cells;
    FirstSeen<std::tuple<std::string, std::string, Layer>> groups;
    std::vector<ChecklistCount> counts;
    for (const ChecklistRow& row : measured.source.checklist) {
        const std::size_t group = groups({row.block, row.party, row.layer});
        counts.resize(groups.size());
        counts[group].add(row);
    }

    Frame frame = frame_of({{"block", text},
                            {"party", text},
                            {"layer", text},
                            {"yes", whole},
                            {"not_needed", whole},
                            {"blank", whole},
                            {"rows", whole},
                            {"measures", whole},
                            {"rate", real},
                            {"selection_rate", real}});
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const auto& [block, party, layer] = groups.keys()[i];
        const ChecklistCount& count = counts[i];
        Row{frame}
            .text(block)
            .text(party)
            .text(name_of(layer))
            .whole(count.yes)
            .whole(count.not_needed)
            .whole(count.blank)
            .whole(count.rows())
            .whole(count.measures)
            .real(count.rate().value())
            .real(count.selection_rate().value());
    }
    return frame;
}

}  // namespace nagarezu::metrics
