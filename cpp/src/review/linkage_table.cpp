// Table `linkage`: pairs across the border of the municipality, the smallest ties, and what holders infer alone.
#include <algorithm>
#include <map>
#include <set>

#include "../metrics/cells.hpp"
#include "../metrics/row.hpp"
#include "linkage_parts.hpp"

namespace nagarezu::review {

namespace {

using graph::Reach;
using metrics::Measured;
using Holders = std::vector<HolderIndex>;

struct Smaller {
    bool operator()(const Holders& a, const Holders& b) const {
        return a.size() != b.size() ? a.size() < b.size() : a < b;
    }
};

/// The sets of the table, each with the pseudonymous holders that it ties.
using Sets = std::map<Holders, std::set<HolderIndex>, Smaller>;

/// Pairs that certainly share a key; returns how many more may.
std::size_t add_pairs(const Measured& measured, const Keys& keys, Sets& sets) {
    const auto& holders = measured.source.holders;
    const auto share = [&](HolderIndex a, HolderIndex b, Reach reach) {
        for (std::size_t g = 0; g < measured.source.subjects.size(); ++g)
            if (keys.share(a, b, SubjectIndex{g}, reach)) return true;
        return false;
    };
    std::size_t possible = 0;
    for (std::size_t a = 0; a < holders.size(); ++a)
        for (std::size_t b = a + 1; b < holders.size(); ++b) {
            if (!holders[a].external && !holders[b].external) continue;
            if (share(HolderIndex{a}, HolderIndex{b}, Reach::lower))
                sets[{HolderIndex{a}, HolderIndex{b}}];
            else if (share(HolderIndex{a}, HolderIndex{b}, Reach::upper))
                ++possible;
        }
    return possible;
}

/// The certain ones; where there is none, those that the upper bound of the holdings leaves possible.
Ties ties_of(const Measured& measured, const Keys& keys, HolderIndex holder) {
    Ties ties = smallest_ties(measured, keys, holder, Reach::lower);
    return ties.sets.empty() ? smallest_ties(measured, keys, holder, Reach::upper) : ties;
}

void add_ties(const Measured& measured, const Keys& keys, Sets& sets, std::vector<Note>& notes) {
    for (std::size_t h = 0; h < measured.source.holders.size(); ++h) {
        const Ties ties = ties_of(measured, keys, HolderIndex{h});
        for (const Holders& set : ties.sets) sets[set].insert(HolderIndex{h});
        const Holder& holder = measured.source.holders[h];
        if (!ties.complete) notes.push_back({"more_ties", {{"holder", holder.id}, {"label", holder.label}}});
    }
}

std::string inference_text(const Measured& measured, const std::vector<Inference>& found, bool certain) {
    std::vector<std::string> codes;
    for (const Inference& inference : found) {
        if (inference.certain != certain) continue;
        std::string code{name_of(inference.clue)};
        code += ':';
        code += measured.source.items[inference.item.get()].id;
        if (std::ranges::find(codes, code) == codes.end()) codes.push_back(std::move(code));
    }
    return joined(codes);
}

Frame columns() {
    using enum metrics::Cells;
    return metrics::frame_of({{"holders", text},
                              {"join_keys", text},
                              {"union_items", whole},
                              {"new_combinations", whole},
                              {"reaches_direct_identifier", truth},
                              {"union_items_upper", whole},
                              {"new_combinations_upper", whole},
                              {"possible_keys", text},
                              {"ties", text},
                              {"inferences", text},
                              {"possible_inferences", text},
                              {"missing", text}});
}

void add_row(Frame& frame, const Measured& measured, const Keys& keys, const Holders& holders,
             const std::set<HolderIndex>& tied) {
    const Case& source = measured.source;
    const Linkage linked = linkage(measured, keys, holders);
    std::optional<std::string> certain;
    std::optional<std::string> possible;
    if (linked.holders.size() == 1) {
        const auto found = inferences(measured, keys, linked.holders.front());
        certain = inference_text(measured, found, true);
        possible = inference_text(measured, found, false);
    }
    metrics::Row row{frame};
    row.text(metrics::ids_of(source.holders, linked.holders)).text(metrics::ids_of(source.items, linked.join_keys));
    row.whole(linked.union_items.lower).whole(linked.new_combinations.lower).truth(linked.reaches_direct_identifier);
    row.whole(linked.union_items.upper).whole(linked.new_combinations.upper);
    row.text(metrics::ids_of(source.items, linked.possible_keys));
    row.text(metrics::ids_of(source.holders, Holders(tied.begin(), tied.end())));
    row.text(certain).text(possible).text(joined(linked.missing));
}

}  // namespace

Frame linkages(const Measured& measured) {
    Frame frame = columns();
    const Keys keys{measured};
    Sets sets;
    for (std::size_t h = 0; h < measured.source.holders.size(); ++h)
        if (!inferences(measured, keys, HolderIndex{h}).empty()) sets[{HolderIndex{h}}];
    const std::size_t possible = add_pairs(measured, keys, sets);
    if (possible > 0) frame.notes.push_back({"possible_pairs", {{"pairs", std::to_string(possible)}}});
    add_ties(measured, keys, sets, frame.notes);
    for (const auto& [holders, tied] : sets) add_row(frame, measured, keys, holders, tied);
    return frame;
}

Frame linkage_table(const Measured& measured, std::span<const HolderIndex> holders) {
    Frame frame = columns();
    const Keys keys{measured};
    const std::set<HolderIndex> once(holders.begin(), holders.end());
    const Holders set{once.begin(), once.end()};
    std::set<HolderIndex> tied;
    for (HolderIndex holder : set) {
        const auto sets = ties_of(measured, keys, holder).sets;
        if (std::ranges::find(sets, set) != sets.end()) tied.insert(holder);
    }
    add_row(frame, measured, keys, set, tied);
    return frame;
}

}  // namespace nagarezu::review
