// The tables of reach.hpp.
#include <algorithm>
#include <array>
#include <string_view>

#include "nagarezu/metrics/reach.hpp"
#include "nagarezu/metrics/recipients.hpp"
#include "row.hpp"
#include "stated_items.hpp"
#include "targets.hpp"

namespace nagarezu::metrics {

namespace {

using graph::Reach;

/// Items that some flow to a single holder, or a creation, states there as optional only.
std::vector<std::vector<bool>> optional_items(const Case& source) {
    std::vector<std::vector<bool>> optional(source.holders.size(), std::vector<bool>(source.items.size()));
    const auto mark = [&](HolderIndex holder, const StatedItems& stated) {
        for (ItemIndex item : stated.optional) optional[holder.get()][item.get()] = true;
    };
    for (std::size_t h = 0; h < source.holders.size(); ++h)
        for (const Creation& creation : source.holders[h].creates) mark(HolderIndex{h}, stated_items(source, creation));
    for (const Flow& flow : source.flows) {
        const auto targets = targets_of(flow);
        if (targets.size() == 1) mark(targets.front(), stated_items(source, flow));
    }
    return optional;
}

}  // namespace

Frame item_recipient(const Measured& measured) {
    using enum Cells;
    static constexpr std::array<std::string_view, 3> taken{"case", "item", "label"};
    const Case& source = measured.source;
    const auto holders = recipients_of(source);
    const auto optional = optional_items(source);
    Frame frame = frame_of({{"item", text}, {"label", text}});
    for (HolderIndex holder : holders) {
        const auto& id = source.holders[holder.get()].id;
        frame.add_text(std::ranges::find(taken, id) == taken.end() ? id : "holder:" + id);
    }
    for (std::size_t i = 0; i < source.items.size(); ++i) {
        Row row{frame};
        row.text(source.items[i].id).text(source.items[i].label);
        for (HolderIndex holder : holders) {
            const ItemIndex item{i};
            if (measured.holdings.has_item(holder, item, Reach::lower))
                row.text("yes");
            else if (!measured.holdings.has_item(holder, item, Reach::upper))
                row.text("no");
            else
                row.text(optional[holder.get()][i] ? "optional" : "maybe");
        }
    }
    return frame;
}

Frame item_reach(const Measured& measured) {
    using enum Cells;
    Frame frame = frame_of({{"item", text},
                            {"label", text},
                            {"recipients_lower", whole},
                            {"recipients_upper", whole},
                            {"person_items_lower", whole},
                            {"person_items_upper", whole},
                            {"as_stated_lower", whole},
                            {"as_stated_upper", whole}});
    const Case& source = measured.source;
    for (std::size_t i = 0; i < source.items.size(); ++i) {
        const ItemIndex item{i};
        Row{frame}
            .text(source.items[i].id)
            .text(source.items[i].label)
            .bounds(item_reach_of(measured, item))
            .bounds(item_exposure(measured, item).bounds)
            .bounds(item_exposure(measured, item, Reading::as_stated).bounds);
    }
    frame.notes = open_classes(source, external_recipients_of(source));
    return frame;
}

}  // namespace nagarezu::metrics
