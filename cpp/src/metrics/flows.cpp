#include "nagarezu/metrics/flows.hpp"

#include "cells.hpp"
#include "nagarezu/metrics/coverage.hpp"
#include "row.hpp"

namespace nagarezu::metrics {

namespace {

std::optional<std::string> media_labels(const Flow& flow) {
    std::vector<std::string> labels;
    for (const Medium& medium : flow.media)
        labels.push_back(medium.label.empty() ? std::string{name_of(medium.kind)} : medium.label);
    return labels_of(labels);
}

std::optional<std::string> media_kinds(const Flow& flow) {
    std::vector<MediaKind> kinds;
    for (const Medium& medium : flow.media) kinds.push_back(medium.kind);
    return stated(words_of(kinds));
}

}  // namespace

Frame flows(const Measured& measured) {
    using enum Cells;
    using enum Category;
    const Case& source = measured.source;
    Frame frame = frame_of({{"matter", text},       {"flow", text},        {"from", text},   {"to", text},
                            {"relation", text},     {"channel", text},     {"media", text},  {"items_lower", whole},
                            {"items_upper", whole}, {"NET", truth},        {"SEP", truth},   {"ENC", truth},
                            {"FWL", truth},         {"MAL", truth},        {"LOG", truth},   {"TRN", truth},
                            {"channel_kind", text}, {"media_kinds", text}, {"change", text}, {"purpose", text},
                            {"source", text}});
    const auto items = flow_items(measured);
    const auto categories = stated_by_flow(source);
    for (std::size_t i = 0; i < source.flows.size(); ++i) {
        const Flow& flow = source.flows[i];
        const auto has = [&](Category category) { return categories[i].contains(category); };
        Row{frame}
            .text(id_of(source.matters, flow.matter))
            .text(flow.id)
            .text(id_of(source.holders, flow.from))
            .text(stated(ids_of(source.holders, flow.to)))
            .text(name_of(flow.relation))
            .text(stated(flow.channel.label))
            .text(media_labels(flow))
            .whole(items[i].lower)
            .whole(items[i].upper)
            .truth(has(NET))
            .truth(has(SEP))
            .truth(has(ENC))
            .truth(has(FWL))
            .truth(has(MAL))
            .truth(has(LOG))
            .truth(has(TRN))
            .text(name_of(flow.channel.kind))
            .text(media_kinds(flow))
            .text(name_of(flow.change))
            .text(stated(flow.purpose))
            .text(stated(flow.source));
    }
    return frame;
}

}  // namespace nagarezu::metrics
