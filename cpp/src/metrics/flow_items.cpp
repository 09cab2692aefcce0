// How many items a flow may carry: its own lists, and what an open list lets through.
#include <algorithm>
#include <bit>

#include "nagarezu/metrics/flows.hpp"
#include "stated_items.hpp"

namespace nagarezu::metrics {

namespace {

/// Flows to the persons themselves reach no holder, so the graph has no arc for them. With a holder that
/// stands for the persons they have one, and nothing goes on from there, so all else stays as it is.
Case with_persons(Case source) {
    const HolderIndex persons{source.holders.size()};
    source.holders.emplace_back();
    for (Flow& flow : source.flows)
        if (flow.to.empty()) flow.to = {persons};
    return source;
}

class FlowItems {
public:
    explicit FlowItems(const Measured& measured)
        : source_{measured.source}, holdings_{measured.holdings}, arc_of_(source_.flows.size(), nullptr) {
        if (std::ranges::any_of(source_.flows, &std::vector<HolderIndex>::empty, &Flow::to))
            issuing_.emplace(with_persons(source_));
        for (const graph::Arc& arc : graph().arcs())
            if (arc.flow != FlowIndex::nothing) arc_of_[arc.flow] = &arc;
    }

    Bounds of(std::size_t position) {
        const Flow& flow = source_.flows[position];
        if (flow.change == Change::removed) return Bounds::exact(0);
        const StatedItems listed = stated_items(source_, flow);
        const auto lower = static_cast<Count>(listed.certain.size());
        if (!listed.open) return {lower, lower + static_cast<Count>(listed.optional.size())};

        items_.assign(graph::words_for(source_.items.size()), 0);
        for (const ItemIndex item : listed.certain) graph::set(items_, item.get());
        for (const ItemIndex item : listed.optional) graph::set(items_, item.get());
        if (!add_let_through(flow, *arc_of_[position])) return Bounds::at_least(lower);
        return {lower, static_cast<Count>(graph::count(items_))};
    }

private:
    [[nodiscard]] const graph::FlowGraph& graph() const { return issuing_ ? *issuing_ : holdings_.graph(); }

    /// Adds what an open flow takes along of its source's holdings; false if nothing limits that.
    bool add_let_through(const Flow& flow, const graph::Arc& arc) {
        if (flow.subjects.empty() && !flow.open_subjects) return false;
        if (graph().groups() == 0) return false;
        const graph::ConstBits add = graph().mask(arc.add);
        if (arc.created) return add_bits([&](std::size_t w) { return add[w]; });
        const graph::ConstBits pass = graph().mask(arc.pass);
        const graph::ConstBits held = holdings_.at(flow.from, graph::Reach::upper);
        return add_bits([&](std::size_t w) { return add[w] | (held[w] & pass[w]); });
    }

    /// Adds the items of all pairs in these words; false at the first pair that stands for something unlisted.
    template <class WordAt>
    bool add_bits(WordAt word_at) {
        const std::size_t stride = graph().stride();
        for (std::size_t w = 0; w < graph().words(); ++w)
            for (graph::Word rest = word_at(w); rest != 0; rest &= rest - 1) {
                const std::size_t bit = w * graph::word_bits + static_cast<std::size_t>(std::countr_zero(rest));
                const std::size_t item = bit % stride;
                if (item == stride - 1) return false;
                graph::set(items_, item);
            }
        return true;
    }

    const Case& source_;
    const graph::Holdings& holdings_;
    std::optional<graph::FlowGraph> issuing_;  // only for a case that issues something to the persons
    std::vector<const graph::Arc*> arc_of_;    // the last one of a joint flow, whose arcs state the same
    std::vector<graph::Word> items_;           // of the open flow at hand
};

}  // namespace

std::vector<Bounds> flow_items(const Measured& measured) {
    FlowItems items{measured};
    std::vector<Bounds> bounds;
    bounds.reserve(measured.source.flows.size());
    for (std::size_t position = 0; position < measured.source.flows.size(); ++position)
        bounds.push_back(items.of(position));
    return bounds;
}

}  // namespace nagarezu::metrics
