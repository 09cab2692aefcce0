#include "nagarezu/review/effects.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <unordered_map>

#include "../metrics/row.hpp"
#include "nagarezu/review/tables.hpp"

namespace nagarezu::review {

namespace {

using Names = std::vector<std::string_view>;

/// One number of a row. A unit `@x` is the word in the column x.
struct Number {
    std::string_view name;
    std::string_view unit;
    std::string_view lower;
    std::string_view upper;
};

/// A number whose ends stand in `name_lower` and `name_upper`, or in one column `name`.
constexpr Number number(std::string_view name, std::string_view unit) {
    return {name, unit, {}, {}};
}

struct Compared {
    std::string_view table;
    Names keys;
    std::vector<Number> numbers;
};

// One line for each table with numbers.
const std::vector<Compared>& compared() {
    static const std::vector<Compared> tables{
        {"subject_unions", {"unit"}, {{"subjects", "@unit", "lower", "upper"}}},
        {"item_counts",
         {"holder"},
         {number("labels", "label"), number("leaves", "item"), number("distinct_labels", "label"),
          number("distinct_concepts", "concept")}},
        {"item_reach",
         {"item"},
         {number("recipients", "recipient"), number("person_items", "person_item"),
          number("as_stated", "person_item")}},
        {"item_classes", {"holder", "class"}, {number("leaves", "item"), number("distinct", "item")}},
        {"recipients",
         {"holder"},
         {number("items", "item"),
          number("persons", "person"),
          number("person_items", "person_item"),
          {"depth", "flow", "depth_min", "depth_max"},
          number("basic_four", "item"),
          number("linkage", "item")}},
        {"flows",
         {"flow"},
         {number("items", "item"), number("NET", "category"), number("SEP", "category"), number("ENC", "category"),
          number("FWL", "category"), number("MAL", "category"), number("LOG", "category"), number("TRN", "category")}},
        {"safeguard_counts", {"matter", "party", "layer"}, {number("stated", "measure")}},
        {"coverage",
         {"scope", "matter", "party", "profile", "with_clauses"},
         {number("stated", "category"), number("applicable", "category")}},
        {"recipient_coverage", {"holder", "profile"}, {number("stated", "category"), number("applicable", "category")}},
        {"weighted_coverage",
         {"scope", "matter", "category"},
         {number("stated", "person_item"), number("total", "person_item")}},
        {"mirror", {"matter", "party_a", "party_b"}, {number("both", "category"), number("either", "category")}},
        {"checklist",
         {"block", "party", "layer"},
         {number("yes", "row"), number("not_needed", "row"), number("blank", "row"), number("measures", "measure")}},
        {"crosswalk", {"criterion"}, {number("resolved", "reference"), number("unresolved", "reference")}},
        {"references", {"label"}, {number("resolved", "reference")}},
        {"change_reasons", {"reason"}, {number("places", "place")}},
        {"change_ratios", {"kind", "matter"}, {number("added", ""), number("after", "")}},
        {"periods", {"matter", "label"}, {number("days", "day")}},
        {"concentration", {"holder"}, {{"items", "item", "items", "items_upper"}}},
        {"assessment", {"scope", "matter"}, {number("persons", "person"), number("distance_up", "person")}},
        {"claims", {"claim"}, {number("holds", "")}},
        {"linkage",
         {"holders"},
         {{"union_items", "item", "union_items", "union_items_upper"},
          {"new_combinations", "", "new_combinations", "new_combinations_upper"},
          number("reaches_direct_identifier", "")}},
    };
    return tables;
}

// Their rows are what the document says, one by one; the difference of the cases names them.
constexpr std::array<std::string_view, 9> texts{"cases",   "subjects",  "item_lists", "item_recipient", "safeguards",
                                                "clauses", "transfers", "changes",    "findings"};

const Column* find(const Frame& frame, std::string_view name) {
    const auto found = std::ranges::find_if(frame.columns, [&](const Column& column) { return column.name() == name; });
    return found == frame.columns.end() ? nullptr : &*found;
}

/// A cell as text; `-` for what is not stated.
std::string text_of(const Column& column, std::size_t row) {
    if (column.valid()[row] == 0) return "-";
    if (const auto* texts_of = std::get_if<Column::Texts>(&column.values())) return (*texts_of)[row];
    if (const auto* truths = std::get_if<Column::Truths>(&column.values()))
        return (*truths)[row] != 0 ? "true" : "false";
    return std::to_string(std::get<Column::Wholes>(column.values())[row]);
}

Bounds bounds_of(const Column& column, std::size_t row) {
    if (column.valid()[row] == 0) return Bounds::unknown();
    if (const auto* wholes = std::get_if<Column::Wholes>(&column.values())) return Bounds::exact((*wholes)[row]);
    if (const auto* truths = std::get_if<Column::Truths>(&column.values()))
        return Bounds::exact((*truths)[row] != 0 ? 1 : 0);
    const std::string word = text_of(column, row);
    if (word == "yes") return Bounds::exact(1);
    if (word == "no") return Bounds::exact(0);
    return {0, 1};
}

/// One table of one case, its rows found by their keys.
class Rows {
public:
    Rows(Frame frame, const Compared& what) : frame_{std::move(frame)} {
        std::unordered_map<std::string, std::size_t> seen;
        for (std::size_t row = 0; row < frame_.rows(); ++row) {
            std::string key;
            for (const std::string_view name : what.keys) {
                if (!key.empty()) key += ' ';
                key += text_of(frame_.at(name), row);
            }
            if (const std::size_t number_of = ++seen[key]; number_of > 1) key += "#" + std::to_string(number_of);
            places_.emplace(key, row);
            keys_.push_back(std::move(key));
        }
    }

    [[nodiscard]] const std::vector<std::string>& keys() const { return keys_; }
    [[nodiscard]] std::optional<std::size_t> row(const std::string& key) const {
        const auto found = places_.find(key);
        return found == places_.end() ? std::nullopt : std::optional{found->second};
    }
    [[nodiscard]] std::optional<Bounds> value(const Number& wanted, std::optional<std::size_t> at) const {
        if (!at) return std::nullopt;
        if (!wanted.lower.empty()) return ends(wanted.lower, wanted.upper, *at);
        const std::string name{wanted.name};
        if (find(frame_, name + "_lower") != nullptr) return ends(name + "_lower", name + "_upper", *at);
        return bounds_of(frame_.at(name), *at);
    }
    [[nodiscard]] std::string unit(const Number& wanted, std::size_t at) const {
        if (!wanted.unit.starts_with('@')) return std::string{wanted.unit};
        return text_of(frame_.at(wanted.unit.substr(1)), at);
    }
    [[nodiscard]] std::string cell(std::string_view name, std::size_t at) const {
        const Column* column = find(frame_, name);
        return column == nullptr || column->valid()[at] == 0 ? std::string{} : text_of(*column, at);
    }

private:
    [[nodiscard]] Bounds ends(std::string_view lower, std::string_view upper, std::size_t at) const {
        return {bounds_of(frame_.at(lower), at).lower, bounds_of(frame_.at(upper), at).upper};
    }

    Frame frame_;
    std::vector<std::string> keys_;
    std::unordered_map<std::string, std::size_t> places_;
};

template <class T>
std::string label_in(const std::vector<T>& entities, const std::string& id) {
    const auto found = std::ranges::find(entities, id, &T::id);
    return found == entities.end() ? std::string{} : found->label;
}

std::string flow_label(const Case& source, const std::string& id) {
    const auto flow = std::ranges::find(source.flows, id, &Flow::id);
    if (flow == source.flows.end()) return {};
    std::string label = flow->from.valid() ? source.holders[flow->from.get()].label : std::string{};
    label += " → ";
    for (std::size_t i = 0; i < flow->to.size(); ++i)
        label.append(i == 0 ? "" : "・").append(source.holders[flow->to[i].get()].label);
    return label;
}

/// The label of what a row speaks of: its own, or that of the first thing by which it is known.
std::string label_of(const Case& source, const Compared& what, const Rows& rows, std::size_t at) {
    if (std::string own = rows.cell("label", at); !own.empty()) return own;
    const std::string id = rows.cell(what.keys.front(), at);
    if (what.keys.front() == "holder") return label_in(source.holders, id);
    return what.keys.front() == "flow" ? flow_label(source, id) : std::string{};
}

Trend trend_of(const std::optional<Bounds>& before, const std::optional<Bounds>& after) {
    if (!before) return Trend::added;
    if (!after) return Trend::removed;
    constexpr Count below = std::numeric_limits<Count>::min();
    constexpr Count above = std::numeric_limits<Count>::max();
    const auto lower = after->lower.value_or(below) <=> before->lower.value_or(below);
    const auto upper = after->upper.value_or(above) <=> before->upper.value_or(above);
    if (lower >= 0 && upper >= 0) return Trend::raised;
    if (lower <= 0 && upper <= 0) return Trend::lowered;
    return lower > 0 ? Trend::narrowed : Trend::widened;
}

struct Side {
    const Case& source;
    const Rows& rows;
};

/// The effects on one row, as it is known in the case where it stands.
void compare_row(const Compared& what, const std::string& key, const Side& before, const Side& after,
                 std::vector<Effect>& out) {
    const auto old_row = before.rows.row(key);
    const auto new_row = after.rows.row(key);
    const Side& side = new_row ? after : before;
    const std::size_t at = new_row ? *new_row : *old_row;
    for (const Number& wanted : what.numbers) {
        const auto old_value = before.rows.value(wanted, old_row);
        const auto new_value = after.rows.value(wanted, new_row);
        if (old_value == new_value) continue;
        std::string metric{what.table};
        metric.append(".").append(wanted.name);
        out.push_back({std::move(metric), key, label_of(side.source, what, side.rows, at), side.rows.unit(wanted, at),
                       old_value, new_value, trend_of(old_value, new_value)});
    }
}

}  // namespace

std::string_view name_of(Trend trend) {
    constexpr std::array<std::string_view, 6> names{"added", "removed", "raised", "lowered", "narrowed", "widened"};
    return names[static_cast<std::size_t>(trend)];
}

std::vector<Effect> effects(const metrics::Measured& before, const metrics::Measured& after,
                            std::span<const Profile> profiles, const BandTable* bands) {
    std::vector<Effect> found;
    for (const Compared& what : compared()) {
        const Rows old_rows{table(what.table, before, profiles, bands), what};
        const Rows new_rows{table(what.table, after, profiles, bands), what};
        const Side from{before.source, old_rows};
        const Side to{after.source, new_rows};
        for (const std::string& key : new_rows.keys()) compare_row(what, key, from, to, found);
        for (const std::string& key : old_rows.keys())
            if (!new_rows.row(key)) compare_row(what, key, from, to, found);
    }
    return found;
}

Frame effects_table(const std::vector<Effect>& effects, const Case& after) {
    using enum metrics::Cells;
    Frame frame = metrics::frame_of({{"case", text},
                                     {"metric", text},
                                     {"about", text},
                                     {"label", text},
                                     {"unit", text},
                                     {"before_lower", whole},
                                     {"before_upper", whole},
                                     {"after_lower", whole},
                                     {"after_upper", whole},
                                     {"change", text}});
    const auto stated = [](const std::string& value) {
        return value.empty() ? std::optional<std::string>{} : std::optional{value};
    };
    for (const Effect& effect : effects)
        metrics::Row{frame}
            .text(after.id)
            .text(effect.metric)
            .text(effect.about)
            .text(stated(effect.label))
            .text(stated(effect.unit))
            .bounds(effect.before.value_or(Bounds::unknown()))
            .bounds(effect.after.value_or(Bounds::unknown()))
            .text(name_of(effect.trend));
    return frame;
}

std::vector<std::string_view> compared_tables() {
    std::vector<std::string_view> names;
    for (const Compared& what : compared()) names.push_back(what.table);
    return names;
}

std::vector<std::string_view> tables_without_numbers() {
    return {texts.begin(), texts.end()};
}

}  // namespace nagarezu::review
