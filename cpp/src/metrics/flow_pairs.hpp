// Which pairs (group, item) may travel on a flow: those that it states, and those that an open list lets
// through from its source.
#pragma once

#include <bit>
#include <cstddef>
#include <optional>
#include <vector>

#include "nagarezu/metrics/measured.hpp"

namespace nagarezu::metrics {

/// Keep `measured` alive.
class FlowPairs {
public:
    explicit FlowPairs(const Measured& measured);

    /// Calls `visit(group, item)` for each pair that may travel on the flow, in ascending order, until it
    /// returns false; says whether all were visited. The item behind the last one of the case stands for
    /// something unlisted. Of several targets the flow's own list counts, once; a removed flow has no pairs.
    template <class Visit>
    bool each(std::size_t flow, Visit visit) const {
        const graph::Arc* arc = arc_of_[flow];
        if (arc == nullptr) return true;
        const graph::ConstBits add = graph().mask(arc->add);
        if (arc->created) return each_in([&](std::size_t word) { return add[word]; }, visit);
        const graph::ConstBits pass = graph().mask(arc->pass);
        const graph::ConstBits held = holdings_.at(HolderIndex{arc->from}, graph::Reach::upper);
        return each_in([&](std::size_t word) { return add[word] | (held[word] & pass[word]); }, visit);
    }

private:
    [[nodiscard]] const graph::FlowGraph& graph() const { return issuing_ ? *issuing_ : holdings_.graph(); }

    template <class WordAt, class Visit>
    bool each_in(WordAt word_at, Visit visit) const {
        const std::size_t stride = graph().stride();
        for (std::size_t word = 0; word < graph().words(); ++word)
            for (graph::Word rest = word_at(word); rest != 0; rest &= rest - 1) {
                const std::size_t bit = word * graph::word_bits + static_cast<std::size_t>(std::countr_zero(rest));
                if (!visit(bit / stride, bit % stride)) return false;
            }
        return true;
    }

    const graph::Holdings& holdings_;
    std::optional<graph::FlowGraph> issuing_;  // only for a case that issues something to the persons
    std::vector<const graph::Arc*> arc_of_;    // the last one of a joint flow, whose arcs state the same
};

}  // namespace nagarezu::metrics
