// What reaches whom: the least fixpoint of the holdings of a case, and by which shortest way.
//
//   lower(f)     = certain(f)                              stated, neither optional nor joint
//   upper(f)     = add(f) | (upper(u) & pass(f))           stated at all, or let through by an open list
//   potential(f) = add(f) | (potential(u) & potential mask) every item filter dropped
//
// and holdings of v are the union over flows into v, with what v creates. Definitions: docs/metrics.md.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "nagarezu/graph/flow_graph.hpp"

namespace nagarezu::graph {

enum class Reach { lower, upper, potential };

/// The way by which one pair arrives at a holder: flows in order, the last one into the holder.
/// Empty for what the holder itself creates or collects.
struct Witness {
    std::vector<FlowIndex> flows;
    std::vector<HolderIndex> holders;  // the origin first, the holder last: one more than flows
    [[nodiscard]] std::size_t depth() const { return flows.size(); }
};

class Holdings {
public:
    /// Computes all three bounds. Throws InvalidInput (too_many) for a case beyond FlowGraph's limit.
    explicit Holdings(const Case& source);

    [[nodiscard]] const FlowGraph& graph() const { return graph_; }

    /// Bits over (group, item), `unlisted` included.
    [[nodiscard]] ConstBits at(HolderIndex holder, Reach reach) const;
    [[nodiscard]] bool holds(HolderIndex holder, SubjectIndex group, ItemIndex item, Reach reach) const;

    /// Items that reach the holder for at least one group (upper excludes the unlisted remainder).
    [[nodiscard]] std::size_t item_count(HolderIndex holder, Reach reach) const;
    [[nodiscard]] bool has_item(HolderIndex holder, ItemIndex item, Reach reach) const;
    /// Whether something that no list names may reach the holder: its upper counts are then unbounded.
    [[nodiscard]] bool unlisted(HolderIndex holder) const;
    /// Groups of whom at least one item (or something unlisted) reaches the holder.
    [[nodiscard]] std::vector<SubjectIndex> groups(HolderIndex holder, Reach reach) const;
    /// Groups for which this item reaches the holder.
    [[nodiscard]] std::vector<SubjectIndex> groups(HolderIndex holder, ItemIndex item, Reach reach) const;

    /// Fewest flows by which the pair arrives (0: it originates here); nothing if it does not.
    /// A stated pair comes from what its source holds, or from what it holds unlisted of the group; if it
    /// holds neither, the pair starts with the flow (depth 1). So does a pair that goes round in a circle of
    /// flows that state it without anyone originating it.
    [[nodiscard]] std::optional<std::size_t> depth(HolderIndex holder, SubjectIndex group, ItemIndex item,
                                                   Reach reach) const;
    /// The same for every holder of the case, in one pass over the graph.
    [[nodiscard]] std::vector<std::optional<std::size_t>> depths(SubjectIndex group, ItemIndex item, Reach reach) const;
    /// A shortest way. Where several are equally short, the one whose last flow stands first in the case,
    /// then the one whose last flow but one does, and so on.
    [[nodiscard]] std::optional<Witness> witness(HolderIndex holder, SubjectIndex group, ItemIndex item,
                                                 Reach reach) const;

    /// Pairs that a flow states and its source does not hold even in its upper bound (unsourced): by
    /// flow, group and item. What is collected from the persons needs no source, and a source that holds
    /// something unlisted of the group may hold the pair.
    struct Unsourced {
        FlowIndex flow;
        SubjectIndex group;
        ItemIndex item;
        friend bool operator==(const Unsourced&, const Unsourced&) = default;
    };
    [[nodiscard]] std::vector<Unsourced> unsourced() const;

private:
    [[nodiscard]] ConstBits rows(Reach reach) const;

    FlowGraph graph_;
    std::vector<Word> lower_, upper_, potential_;  // holders() rows of words() words
};

}  // namespace nagarezu::graph
