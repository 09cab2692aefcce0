// How many items a flow may carry: its own lists, and what an open list lets through.
#include "flow_pairs.hpp"
#include "nagarezu/metrics/flows.hpp"
#include "stated_items.hpp"

namespace nagarezu::metrics {

namespace {

class FlowItems {
public:
    explicit FlowItems(const Measured& measured) : source_{measured.source}, pairs_{measured} {}

    Bounds of(std::size_t position) {
        const Flow& flow = source_.flows[position];
        if (flow.change == Change::removed) return Bounds::exact(0);
        const StatedItems listed = stated_items(source_, flow);
        const auto lower = static_cast<Count>(listed.certain.size());
        if (!listed.open) return {lower, lower + static_cast<Count>(listed.optional.size())};

        items_.assign(graph::words_for(source_.items.size()), 0);
        for (const ItemIndex item : listed.certain) graph::set(items_, item.get());
        for (const ItemIndex item : listed.optional) graph::set(items_, item.get());
        if (!add_let_through(position)) return Bounds::at_least(lower);
        return {lower, static_cast<Count>(graph::count(items_))};
    }

private:
    /// Adds what an open flow takes along of its source's holdings; false if nothing limits that.
    bool add_let_through(std::size_t position) {
        const Flow& flow = source_.flows[position];
        if (flow.subjects.empty() && !flow.open_subjects) return false;
        if (source_.subjects.empty()) return false;
        const std::size_t unlisted = source_.items.size();
        return pairs_.each(position, [&](std::size_t, std::size_t item) {
            if (item == unlisted) return false;
            graph::set(items_, item);
            return true;
        });
    }

    const Case& source_;
    FlowPairs pairs_;
    std::vector<graph::Word> items_;  // of the open flow at hand
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
