#include "nagarezu/metrics/exposure.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "codes.hpp"
#include "stated_items.hpp"

namespace nagarezu::metrics {

namespace {

using graph::Reach;

/// What arrives of persons whom nothing names, where nothing else says of whom the holder holds anything.
struct OfNobodyNamed {
    std::vector<std::string> flows;  // those that leave open whom they are about
    bool certain{false};             // one of them certainly carries an item
};

OfNobodyNamed of_nobody_named(const Measured& measured, HolderIndex holder) {
    OfNobodyNamed found;
    if (!measured.holdings.groups(holder, Reach::upper).empty()) return found;
    for (const Flow& flow : measured.source.flows) {
        const bool arrives = std::ranges::find(flow.to, holder) != flow.to.end();
        if (!arrives || !flow.open_subjects || flow.change == Change::removed) continue;
        const StatedItems listed = stated_items(measured.source, flow);
        if (listed.certain.empty() && listed.optional.empty() && !listed.open) continue;
        found.flows.push_back("subjects:" + flow.id);
        found.certain = found.certain || !listed.certain.empty();
    }
    return found;
}

std::optional<double> share(const std::vector<ItemIndex>& before, const std::vector<ItemIndex>& after) {
    if (before.empty()) return std::nullopt;
    std::vector<ItemIndex> kept;
    std::ranges::set_intersection(before, after, std::back_inserter(kept));
    return static_cast<double>(kept.size()) / static_cast<double>(before.size());
}

}  // namespace

Exposure::Exposure(const Measured& measured, Reading reading)
    : measured_{&measured}, groups_{measured.source.subjects, Unit::person, reading} {}

const Measure& Exposure::persons(const std::vector<SubjectIndex>& groups) {
    const auto place = known_.find(groups);
    if (place != known_.end()) return place->second;
    return known_.emplace(groups, groups_.of(groups)).first->second;
}

Measure Exposure::between(const std::vector<SubjectIndex>& certain, const std::vector<SubjectIndex>& possible) {
    Measure measure = persons(possible);
    const Measure& least = persons(certain);
    measure.bounds.lower = least.bounds.lower;
    merge_codes(measure.assumptions, least.assumptions);
    return measure;
}

Measure Exposure::persons(HolderIndex holder) {
    const auto& holdings = measured_->holdings;
    auto unnamed = of_nobody_named(*measured_, holder);
    if (!unnamed.flows.empty()) return {Bounds::unknown(), "person", {}, std::move(unnamed.flows)};
    return between(holdings.groups(holder, Reach::lower), holdings.groups(holder, Reach::upper));
}

Measure Exposure::persons(HolderIndex holder, ItemIndex item) {
    const auto& holdings = measured_->holdings;
    return between(holdings.groups(holder, item, Reach::lower), holdings.groups(holder, item, Reach::upper));
}

Measure Exposure::person_items(HolderIndex holder) {
    const auto& holdings = measured_->holdings;
    auto unnamed = of_nobody_named(*measured_, holder);
    if (!unnamed.flows.empty())
        return {unnamed.certain ? Bounds::unknown() : Bounds::at_least(0), "person_item", {}, std::move(unnamed.flows)};
    Measure sum{Bounds::exact(0), "person_item", {}, {}};
    bool certain = false;  // some item certainly reaches the holder
    bool counted = false;  // and for some of them persons are known
    Count lower = 0;
    for (std::size_t i = 0; i < measured_->source.items.size(); ++i) {
        if (!holdings.has_item(holder, ItemIndex{i}, Reach::upper)) continue;
        const Measure here = persons(holder, ItemIndex{i});
        if (holdings.has_item(holder, ItemIndex{i}, Reach::lower)) {
            certain = true;
            counted = counted || here.bounds.lower.has_value();
            lower = saturating_add(lower, here.bounds.lower.value_or(0));
        }
        sum.bounds = sum.bounds + Bounds{0, here.bounds.upper};
        merge_codes(sum.assumptions, here.assumptions);
        merge_codes(sum.missing, here.missing);
    }
    sum.bounds.lower = certain && !counted ? std::nullopt : std::optional{lower};
    if (holdings.unlisted(holder)) sum.bounds.upper.reset();
    return sum;
}

std::vector<Hop> chain(const Measured& measured, const graph::Witness& way) {
    std::vector<Hop> hops;
    for (std::size_t i = 0; i < way.holders.size(); ++i) {
        Hop hop;
        hop.holder = way.holders[i];
        if (i > 0) hop.flow = way.flows[i - 1];
        hop.lower = items_at(measured, hop.holder, Reach::lower);
        hop.upper = items_at(measured, hop.holder, Reach::upper);
        hop.items = item_bounds(measured, hop.holder);
        if (!hops.empty()) {
            hop.kept_lower = share(hops.back().lower, hop.lower);
            hop.kept_upper = share(hops.back().upper, hop.upper);
        }
        hops.push_back(std::move(hop));
    }
    return hops;
}

std::vector<ItemIndex> items_at(const Measured& measured, HolderIndex holder, Reach reach) {
    std::vector<ItemIndex> found;
    for (std::size_t i = 0; i < measured.source.items.size(); ++i)
        if (measured.holdings.has_item(holder, ItemIndex{i}, reach)) found.emplace_back(i);
    return found;
}

Bounds item_bounds(const Measured& measured, HolderIndex holder) {
    const auto& holdings = measured.holdings;
    Bounds bounds = Bounds::at_least(static_cast<Count>(holdings.item_count(holder, Reach::lower)));
    if (!holdings.unlisted(holder)) bounds.upper = static_cast<Count>(holdings.item_count(holder, Reach::upper));
    return bounds;
}

}  // namespace nagarezu::metrics
