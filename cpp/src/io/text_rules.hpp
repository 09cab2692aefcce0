// The texts that a rule admits: the check, the pattern for the schema, and the form for a hint.
#pragma once

#include <array>
#include <string_view>

#include "nagarezu/base/error.hpp"
#include "shape.hpp"

namespace nagarezu::io {

struct TextRule {
    bool (*holds)(std::string_view);
    ErrorCode code;            // if it does not hold
    std::string_view form;     // for hints
    std::string_view pattern;  // ECMA 262, for the schema
};

inline constexpr std::array<std::string_view, 5> source_kinds{"text", "pdf", "workbook", "csv", "document"};

bool is_id(std::string_view text);
bool is_place(std::string_view text);
bool is_path(std::string_view text);
bool is_token(std::string_view text);
bool is_municipality_code(std::string_view text);
bool is_source_kind(std::string_view text);

inline constexpr TextRule id_rule{is_id, ErrorCode::bad_id, "a-z 0-9 _ -", "^[a-z0-9_-]{1,64}$"};
inline constexpr TextRule place_rule{is_place, ErrorCode::bad_place, "SOURCE:LINE SOURCE:pPAGE SOURCE:SHEET!CELL",
                                     // One place, then others: an id, a colon, and a line, a page or a cell.
                                     "^[a-z0-9_-]{1,64}:([1-9][0-9]*|p[1-9][0-9]*|[^ ]+![A-Z]{1,3}[1-9][0-9]*)"
                                     "( [a-z0-9_-]{1,64}:([1-9][0-9]*|p[1-9][0-9]*|[^ ]+![A-Z]{1,3}[1-9][0-9]*))*$"};
inline constexpr TextRule path_rule{is_path, ErrorCode::unknown_value, "4.1", "^[0-9]+(\\.[0-9]+)*$"};
inline constexpr TextRule token_rule{is_token, ErrorCode::unknown_value, "no spaces", "^\\S+$"};
inline constexpr TextRule municipality_rule{is_municipality_code, ErrorCode::unknown_value, "131041", "^[0-9]{6}$"};
inline constexpr TextRule source_kind_rule{is_source_kind, ErrorCode::unknown_value,
                                           "text, pdf, workbook, csv, document", "^(text|pdf|workbook|csv|document)$"};

/// The rule for texts, nothing for rules of numbers and for free text.
constexpr const TextRule* text_rule(Rule rule) {
    switch (rule) {
        case Rule::id:
        case Rule::own_id:
            return &id_rule;
        case Rule::places:
            return &place_rule;
        case Rule::path:
            return &path_rule;
        case Rule::token:
            return &token_rule;
        case Rule::municipality_code:
            return &municipality_rule;
        case Rule::source_kind:
            return &source_kind_rule;
        default:
            return nullptr;
    }
}

}  // namespace nagarezu::io
