#include "nagarezu/metrics/concentration.hpp"

#include <Eigen/Core>
#include <array>
#include <charconv>
#include <set>
#include <string>

#include "cells.hpp"
#include "nagarezu/metrics/exposure.hpp"
#include "nagarezu/metrics/recipients.hpp"
#include "row.hpp"

namespace nagarezu::metrics {

namespace {

using Counts = Eigen::Map<const Eigen::Array<Count, Eigen::Dynamic, 1>>;

/// The largest number whose square is a Count.
constexpr Count square_limit = 3'037'000'499;

std::string decimal(double value) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.begin(), digits.end(), value, std::chars_format::fixed, 6).ptr;
    return {digits.begin(), end};
}

/// The holders that may have more items than they certainly have.
std::string unsettled_holders(const Case& source, const Concentration& found) {
    std::vector<HolderIndex> holders;
    for (std::size_t i = 0; i < found.holders.size(); ++i)
        if (!found.items[i].is_exact()) holders.push_back(found.holders[i]);
    return ids_of(source.holders, holders);
}

}  // namespace

std::optional<Fraction> herfindahl(const std::vector<Count>& items) {
    Count sum = 0;
    for (Count count : items) sum = saturating_add(sum, count);
    if (sum == 0 || sum > square_limit) return std::nullopt;
    const Counts counts{items.data(), static_cast<Eigen::Index>(items.size())};
    return Fraction{counts.square().sum(), sum * sum};
}

std::vector<std::optional<double>> Concentration::shares() const {
    std::vector<std::optional<double>> all;
    for (const Bounds& bounds : items) all.push_back(Fraction{bounds.lower.value_or(0), distinct}.value());
    return all;
}

std::optional<Fraction> Concentration::index() const {
    std::vector<Count> counts;
    for (const Bounds& bounds : items) counts.push_back(bounds.lower.value_or(0));
    return herfindahl(counts);
}

Concentration concentration_of(const Measured& measured) {
    Concentration result;
    std::set<ItemIndex> reached;
    for (HolderIndex holder : external_recipients_of(measured.source)) {
        const auto items = items_at(measured, holder, graph::Reach::lower);
        reached.insert(items.begin(), items.end());
        result.holders.push_back(holder);
        result.items.push_back(item_bounds(measured, holder));
    }
    result.distinct = static_cast<Count>(reached.size());
    return result;
}

Frame concentration(const Measured& measured) {
    using enum Cells;
    Frame frame =
        frame_of({{"holder", text}, {"items", whole}, {"share", real}, {"items_upper", whole}, {"dominators", text}});
    const Case& source = measured.source;
    const Concentration found = concentration_of(measured);
    const auto shares = found.shares();
    const auto passed = dominators(measured);
    for (std::size_t i = 0; i < found.holders.size(); ++i) {
        const HolderIndex holder = found.holders[i];
        Row row{frame};
        row.text(source.holders[holder.get()].id).whole(found.items[i].lower).real(shares[i]);
        row.whole(found.items[i].upper).text(ids_of(source.holders, passed[holder.get()]));
    }
    if (const auto index = found.index()) {
        const auto part = std::to_string(index->part);
        const auto whole_ = std::to_string(index->whole);
        frame.notes.push_back({"herfindahl",
                               {{"numerator", part},
                                {"denominator", whole_},
                                {"decimal", decimal(*index->value())},
                                {"value", part + "/" + whole_}}});
    }
    // An index of certain items would pass for the whole truth where others may have them as well.
    if (const auto unsettled = unsettled_holders(source, found); !unsettled.empty())
        frame.notes.push_back({"certain_only", {{"holders", unsettled}}});
    for (auto& note : open_classes(source, found.holders)) frame.notes.push_back(std::move(note));
    return frame;
}

}  // namespace nagarezu::metrics
