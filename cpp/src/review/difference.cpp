#include "nagarezu/review/difference.hpp"

#include <algorithm>
#include <array>

#include "../metrics/row.hpp"
#include "identity.hpp"
#include "renames.hpp"

namespace nagarezu::review {

namespace {

std::optional<std::string> stated(std::string text) {
    return text.empty() ? std::nullopt : std::optional{std::move(text)};
}

template <class T>
Places place_of(const T& value) {
    if constexpr (std::is_base_of_v<Sourced, T>)
        return value.source;
    else
        return {};
}

/// What an entity says beyond its id and label, as one text: each field that is not at its default.
template <class T>
std::string content_of(const Case& source, const T& value) {
    std::string text;
    for_each_field<T>([&](const auto& field) {
        if (field.sense != Sense::meaning || field.name == "id" || value.*field.at == T{}.*field.at) return;
        const std::string part = shown(source, value.*field.at);
        const bool is_label = field.name == "label" || field.name == "title" || field.name == "place";
        if (!is_label || part != label_of(value)) append(text, std::string{field.name} + ": " + part, "; ");
    });
    return text;
}

/// The same values, in another order.
template <class T>
bool reordered(const Case& a, const std::vector<T>& x, const Case& b, const std::vector<T>& y) {
    std::vector<std::string> before;
    std::vector<std::string> after;
    before.reserve(x.size());
    after.reserve(y.size());
    for (const T& value : x) before.push_back(shown(a, value));
    for (const T& value : y) after.push_back(shown(b, value));
    std::ranges::sort(before);
    std::ranges::sort(after);
    return before == after;
}

class Comparison {
public:
    Comparison(const Case& a, const Case& b) : a_{a}, b_{b}, around_a_{a}, around_b_{b} {}

    Difference take() {
        fields(a_, b_, {Fields<Case>::kind, b_.id, b_.title, Turn::changed, {}, {}, {}, {}, {}, true}, {});
        return std::move(out_);
    }

private:
    /// A row for each field that differs. `row` says of what; parts have `owner` before their own key.
    template <class T>
    void fields(const T& x, const T& y, DifferenceRow row, const std::string& owner) {
        for_each_field<T>([&](const auto& field) {
            using F = ValueOf<decltype(field)>;
            if constexpr (lists_entities<F>::value) {
                const Pairing pairing = list(x.*field.at, y.*field.at, owner);
                if constexpr (std::is_same_v<T, Case>)
                    rewrite(x.*field.at, y.*field.at, pairing, out_.rewriting.values.*field.at);
            } else {
                value(x.*field.at, y.*field.at, row, std::string{field.name}, field.sense);
                if constexpr (std::is_same_v<T, Case>) out_.rewriting.values.*field.at = y.*field.at;
            }
        });
        if constexpr (!std::is_same_v<T, Case>)
            if (differs_beyond_fields(x, y)) put(row, "other", {}, {}, true);
    }

    template <class F>
    void value(const F& x, const F& y, const DifferenceRow& row, const std::string& name, Sense sense) {
        if (same(a_, x, b_, y)) return;
        if constexpr (Described<F>) {
            for_each_field<F>([&](const auto& part) {
                value(x.*part.at, y.*part.at, row, name + "." + std::string{part.name}, part.sense);
            });
            if (differs_beyond_fields(x, y)) put(row, name + ".other", {}, {}, true);
        } else {
            bool meaning = sense == Sense::meaning;
            // The candidates of a reference are ranked; elsewhere the order in which things are named says nothing.
            if constexpr (listed<F>) meaning = meaning && (name == "candidates" || !reordered(a_, x, b_, y));
            put(row, name, shown(a_, x), shown(b_, y), meaning);
        }
    }

    void put(DifferenceRow row, std::string field, std::string before, std::string after, bool meaning) {
        row.field = std::move(field);
        row.before = stated(std::move(before));
        row.after = stated(std::move(after));
        row.meaning = meaning;
        out_.rows.push_back(std::move(row));
    }

    template <class T>
    Pairing list(const std::vector<T>& x, const std::vector<T>& y, const std::string& owner) {
        Pairing pairing = pair_up(a_, x, b_, y);
        const auto old_ids = ids_to_show(a_, x, owner);
        const auto new_ids = ids_to_show(b_, y, owner);
        for (std::size_t i = 0; i < y.size(); ++i) {
            DifferenceRow row{Fields<T>::kind, new_ids[i], label_of(y[i]), Turn::added, {}, {}, {}, {}, {},
                              is_meant<T>()};
            row.place_after = place_of(y[i]);
            if (pairing.before[i]) {
                const T& was = x[*pairing.before[i]];
                row.turn = Turn::changed;
                row.place_before = place_of(was);
                fields(was, y[i], row, new_ids[i]);
            } else {
                row.after = stated(content_of(b_, y[i]));
                out_.rows.push_back(std::move(row));
            }
        }
        for (std::size_t i = 0; i < x.size(); ++i)
            if (!pairing.continued[i])
                out_.rows.push_back({Fields<T>::kind,
                                     old_ids[i],
                                     label_of(x[i]),
                                     Turn::removed,
                                     {},
                                     stated(content_of(a_, x[i])),
                                     {},
                                     place_of(x[i]),
                                     {},
                                     is_meant<T>()});
        order(pairing, old_ids, new_ids, Fields<T>::kind, owner);
        if constexpr (Named<T> && std::is_base_of_v<Sourced, T>) {
            auto proposed = renames(a_, x, around_a_, b_, y, around_b_, pairing);
            out_.renames.insert(out_.renames.end(), proposed.begin(), proposed.end());
        }
        return pairing;
    }

    /// Documents, and the parts of them that name a holder, are where things are printed.
    template <class T>
    static constexpr bool is_meant() {
        return !std::is_same_v<T, Source> && !std::is_same_v<T, Mention>;
    }

    /// A row if what is in both stands in another order.
    void order(const Pairing& pairing, const std::vector<std::string>& old_ids, const std::vector<std::string>& new_ids,
               std::string_view kind, const std::string& owner) {
        std::string before;
        std::string after;
        std::vector<std::size_t> common;
        for (std::size_t i = 0; i < pairing.before.size(); ++i) {
            if (!pairing.before[i]) continue;
            common.push_back(*pairing.before[i]);
            append(after, new_ids[i], " ");
        }
        if (std::ranges::is_sorted(common)) return;
        std::ranges::sort(common);
        for (const std::size_t i : common) append(before, old_ids[i], " ");
        out_.rows.push_back({kind, owner, {}, Turn::changed, "order", before, after, {}, {}, false});
    }

    template <class T>
    void rewrite(const std::vector<T>& x, const std::vector<T>& y, const Pairing& pairing, std::vector<T>& values) {
        Rewriting::Sequence sequence{x.size(), {}};
        for (std::size_t i = 0; i < y.size(); ++i) {
            const auto before = pairing.before[i];
            if (before && same(a_, x[*before], b_, y[i])) {
                sequence.from.push_back(*before);
            } else {
                sequence.from.push_back(x.size() + values.size());
                values.push_back(y[i]);
            }
        }
        out_.rewriting.lists.push_back(std::move(sequence));
    }

    const Case& a_;
    const Case& b_;
    Neighbourhood around_a_;
    Neighbourhood around_b_;
    Difference out_;
};

}  // namespace

std::string_view name_of(Turn turn) {
    constexpr std::array<std::string_view, 4> names{"added", "removed", "changed", "renamed"};
    return names[static_cast<std::size_t>(turn)];
}

bool Difference::changes_meaning() const {
    return std::ranges::any_of(rows, &DifferenceRow::meaning);
}

Difference difference(const Case& a, const Case& b) {
    return Comparison{a, b}.take();
}

Frame difference_table(const Difference& difference, const Case& after) {
    using enum metrics::Cells;
    Frame frame = metrics::frame_of({{"case", text},
                                     {"kind", text},
                                     {"id", text},
                                     {"label", text},
                                     {"change", text},
                                     {"field", text},
                                     {"before", text},
                                     {"after", text},
                                     {"place_before", text},
                                     {"place_after", text},
                                     {"meaning", truth},
                                     {"reason", text}});
    for (const DifferenceRow& row : difference.rows)
        metrics::Row{frame}
            .text(after.id)
            .text(row.kind)
            .text(stated(row.id))
            .text(stated(row.label))
            .text(name_of(row.turn))
            .text(stated(row.field))
            .text(row.before)
            .text(row.after)
            .text(stated(row.place_before))
            .text(stated(row.place_after))
            .truth(row.meaning)
            .text(std::optional<std::string>{});
    for (const Rename& rename : difference.renames)
        metrics::Row{frame}
            .text(after.id)
            .text(rename.kind)
            .text(rename.after)
            .text(stated(rename.label_after))
            .text(name_of(Turn::renamed))
            .text("id")
            .text(rename.before)
            .text(rename.after)
            .text(stated(rename.place_before))
            .text(stated(rename.place_after))
            .truth(true)
            .text(rename.reason);
    return frame;
}

}  // namespace nagarezu::review
