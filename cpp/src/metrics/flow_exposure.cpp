// Person-items of single flows: what travels, by the persons of whom it does.
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "codes.hpp"
#include "flow_pairs.hpp"
#include "nagarezu/metrics/exposure.hpp"
#include "nagarezu/metrics/weighted_coverage.hpp"
#include "stated_items.hpp"

namespace nagarezu::metrics {

namespace {

using Groups = std::vector<SubjectIndex>;

/// The groups of whom a flow certainly and possibly carries an item.
struct Span {
    Groups certain;
    Groups possible;
    friend auto operator<=>(const Span&, const Span&) = default;
};

/// Groups that the flow names, and those that its source certainly holds something of if it may mean more.
Groups certain_groups(const Measured& measured, const Flow& flow) {
    std::set<SubjectIndex> groups(flow.subjects.begin(), flow.subjects.end());
    if (flow.from.valid())
        for (const SubjectIndex group : measured.holdings.groups(flow.from, graph::Reach::lower)) groups.insert(group);
    return {groups.begin(), groups.end()};
}

class FlowExposures {
public:
    explicit FlowExposures(const Measured& measured) : measured_{measured}, pairs_{measured}, exposure_{measured} {}

    FlowExposure of(std::size_t position) {
        const Flow& flow = measured_.source.flows[position];
        if (flow.change == Change::removed) return {};
        now_ = {};
        const StatedItems listed = stated_items(measured_.source, flow);
        if (measured_.source.subjects.empty() || (flow.subjects.empty() && !flow.open_subjects)) {
            of_nobody_named(flow, listed);
        } else {
            const auto possible = travelling(position);
            add_listed(flow, listed, possible);
            add_optional(listed, possible);
        }
        return std::exchange(now_, {});
    }

private:
    /// For each item the groups of whom it may travel.
    [[nodiscard]] std::map<ItemIndex, Groups> travelling(std::size_t position) const {
        std::map<ItemIndex, Groups> possible;
        pairs_.each(position, [&](std::size_t group, std::size_t item) {
            possible[ItemIndex{item}].emplace_back(group);
            return true;
        });
        return possible;
    }

    void add(std::size_t people, Bounds persons, Bounds items) { now_.portions.push_back({people, persons, items}); }

    /// A flow that carries something of persons whom nothing names: any number of them.
    void of_nobody_named(const Flow& flow, const StatedItems& listed) {
        now_.missing.push_back("subjects:" + flow.id);
        const auto certain = static_cast<Count>(listed.certain.size());
        add(next_++, Bounds::unknown(), {certain, certain + static_cast<Count>(listed.optional.size())});
        if (!listed.open) return;
        add_unlisted();
        add_openings(flow);
    }

    void add_listed(const Flow& flow, const StatedItems& listed, const std::map<ItemIndex, Groups>& possible) {
        const Groups known = flow.open_subjects ? certain_groups(measured_, flow) : Groups{};
        std::map<Span, Count> counts;
        for (const ItemIndex item : listed.certain) {
            const Groups& all = possible.at(item);
            ++counts[{flow.open_subjects ? known : all, all}];
        }
        const bool unlisted = possible.contains(ItemIndex{measured_.source.items.size()});
        if (unlisted) add_unlisted();
        if (flow.open_subjects) now_.missing.push_back("subjects:" + flow.id);
        if (unlisted) add_openings(flow);
        for (const auto& [span, items] : counts) add_span(span, items);
    }

    /// What is listed as optional only, or may come along with an open list.
    void add_optional(const StatedItems& listed, const std::map<ItemIndex, Groups>& possible) {
        std::map<Groups, Count> counts;
        for (const auto& [item, groups] : possible)
            if (item.get() < measured_.source.items.size() && !std::ranges::binary_search(listed.certain, item))
                ++counts[groups];
        for (const auto& [groups, items] : counts) add(people_of(groups), persons(groups), {0, items});
    }

    void add_span(const Span& span, Count items) {
        const Bounds most = persons(span.possible);
        if (span.certain == span.possible) return add(people_of(span.possible), most, Bounds::exact(items));
        add(next_++, {persons(span.certain).lower, most.upper}, Bounds::exact(items));
    }

    void add_unlisted() { add(next_++, Bounds::at_least(0), Bounds::at_most(1)); }

    void add_openings(const Flow& flow) {
        for (const ListIndex list : flow.lists)
            if (measured_.source.lists[list.get()].open)
                merge_codes(now_.missing, {"list:" + measured_.source.lists[list.get()].id});
        if (flow.open) now_.missing.push_back("flow:" + flow.id);
    }

    Bounds persons(const Groups& groups) {
        const Measure& measure = exposure_.persons(groups);
        merge_codes(now_.missing, measure.missing);
        return measure.bounds;
    }

    /// A number for the persons of these groups, the same on every flow.
    std::size_t people_of(const Groups& groups) {
        const auto [place, fresh] = people_.try_emplace(groups, next_);
        next_ += fresh;
        return place->second;
    }

    const Measured& measured_;
    FlowPairs pairs_;
    Exposure exposure_;
    std::map<Groups, std::size_t> people_;
    std::size_t next_{};
    FlowExposure now_;  // of the flow at hand
};

}  // namespace

Bounds FlowExposure::person_items() const {
    Bounds sum = Bounds::exact(0);
    bool certain = false;
    bool counted = false;
    for (const Portion& portion : portions) {
        const Bounds most{0, portion.persons.upper};
        sum = sum + Bounds{saturating_multiply(portion.persons.lower.value_or(0), *portion.items.lower),
                           (most * *portion.items.upper).upper};
        if (*portion.items.lower == 0) continue;
        certain = true;
        counted = counted || portion.persons.lower.has_value();
    }
    if (certain && !counted) sum.lower.reset();
    return sum;
}

std::vector<FlowExposure> flow_exposures(const Measured& measured) {
    FlowExposures exposures{measured};
    std::vector<FlowExposure> all;
    all.reserve(measured.source.flows.size());
    for (std::size_t position = 0; position < measured.source.flows.size(); ++position)
        all.push_back(exposures.of(position));
    return all;
}

}  // namespace nagarezu::metrics
