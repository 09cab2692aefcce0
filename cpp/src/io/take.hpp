// Taking one scalar into a field of the model: what the field's type and its rule admit.
#pragma once

#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "intake.hpp"
#include "nagarezu/base/date.hpp"
#include "nagarezu/base/wording.hpp"
#include "text_rules.hpp"

namespace nagarezu::io {

inline constexpr std::string_view date_form = "2019-11-05, 2020-06, FY2019";

/// Reports a word that is not in the list; the hint is the nearest, or a short list as a whole.
void fail_word(Intake& in, std::string_view word, std::span<const std::string_view> words);
void fail_rule(Intake& in, std::string_view value, const TextRule& rule);

// Each `take` is false, with the fault reported, if the value is not admitted.

template <Rule rule, Kind kind>
bool take(Intake& in, std::string_view value, std::string& field) {
    if constexpr (rule == Rule::own_id) {
        if (!in.define(kind, value)) return false;
    } else if constexpr (rule == Rule::places) {
        if (!in.check_places(value)) return false;
    } else if (const TextRule* form = text_rule(rule); form != nullptr && !form->holds(value)) {
        // Not `if constexpr`: under UBSan gcc does not take the comparison for a constant.
        fail_rule(in, value, *form);
        return false;
    }
    field = std::string{value};  // the field is empty: quicker than to assign
    return true;
}

template <Rule rule, Kind kind>
bool take(Intake& in, std::string_view value, std::optional<Date>& field) {
    field = parse_date(value);
    if (!field) in.fail(ErrorCode::bad_date, value, std::string{date_form});
    return field.has_value();
}

template <Rule rule, Kind kind, WordEnum Word>
bool take(Intake& in, std::string_view value, Word& field) {
    const auto word = parse<Word>(value);
    if (word) field = *word;
    if (!word) fail_word(in, value, words<Word>());
    return word.has_value();
}

template <Rule rule, Kind kind, EntityIndex I>
bool take(Intake& in, std::string_view value, I& field) {
    const Ids::Slot slot = in.refer(kind_of<I>, value);
    if (slot != Ids::nothing) field = I{slot};
    return slot != Ids::nothing;
}

/// Clauses count from 1, everything else from 0.
constexpr Count least_whole(Rule rule) {
    return rule == Rule::own_number || rule == Rule::clause_number ? 1 : 0;
}

/// The whole numbers that a field takes.
template <class F, Rule rule>
struct WholeRange {
    static constexpr Count least = least_whole(rule);
    static constexpr Count most =
        std::is_same_v<F, int> ? std::numeric_limits<int>::max() : std::numeric_limits<Count>::max();
    static constexpr std::string_view form =
        std::is_same_v<F, int> ? (least == 1 ? "1 to 2147483647" : "0 to 2147483647") : "0 to 9223372036854775807";
};
inline constexpr std::string_view share_form = "0 to 1";

template <Rule rule, class F>
bool take_whole(Intake& in, Count value, F& field) {
    using Range = WholeRange<F, rule>;
    if (value < Range::least || value > Range::most) {
        in.fail(ErrorCode::number_range, in.token(), std::string{Range::form});
        return false;
    }
    if constexpr (std::is_same_v<F, int>) {
        field = static_cast<int>(value);
        if constexpr (rule == Rule::own_number) in.define_clause(field);
        if constexpr (rule == Rule::clause_number) in.refer_to_clause(field);
    } else {
        field = value;
    }
    return true;
}

template <class F>
void take_share(Intake& in, double value, F& field) {
    if (value < 0 || value > 1) {
        in.fail(ErrorCode::number_range, in.token(), std::string{share_form});
    } else {
        field = value;
    }
}

}  // namespace nagarezu::io
