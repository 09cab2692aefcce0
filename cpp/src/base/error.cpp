#include "nagarezu/base/error.hpp"

#include <array>

namespace nagarezu {

std::string_view name_of(ErrorCode code) {
    constexpr std::array<std::string_view, 28> names{"file_unreadable",
                                                     "file_too_large",
                                                     "encoding",
                                                     "empty",
                                                     "syntax",
                                                     "truncated",
                                                     "too_deep",
                                                     "too_many",
                                                     "text_too_long",
                                                     "number_range",
                                                     "not_finite",
                                                     "wrong_type",
                                                     "unknown_key",
                                                     "duplicate_key",
                                                     "missing_key",
                                                     "unknown_value",
                                                     "bad_format_version",
                                                     "bad_date",
                                                     "bad_place",
                                                     "bad_id",
                                                     "duplicate_id",
                                                     "dangling_id",
                                                     "unlisted_flow",
                                                     "endpoint_missing",
                                                     "self_relation",
                                                     "contradiction",
                                                     "no_effect",
                                                     "too_many_errors"};
    static_assert(names.size() == static_cast<std::size_t>(ErrorCode::too_many_errors) + 1);
    return names[static_cast<std::size_t>(code)];
}

std::string_view name_of(Severity severity) {
    return severity == Severity::error ? "error" : "warning";
}

std::string describe(const Error& error) {
    std::string text = error.file;
    if (error.line != 0) text += ':' + std::to_string(error.line) + ':' + std::to_string(error.column);
    text += ": ";
    text += name_of(error.code);
    if (!error.subject.empty()) text += ' ' + error.subject;
    if (!error.hint.empty()) text += " (" + error.hint + ')';
    return text;
}

namespace {

std::string first_of(const std::vector<Error>& errors) {
    if (errors.empty()) return "invalid input";
    std::string text = describe(errors.front());
    if (errors.size() > 1) text += " and " + std::to_string(errors.size() - 1) + " more";
    return text;
}

}  // namespace

InvalidInput::InvalidInput(std::vector<Error> errors)
    : std::runtime_error{first_of(errors)}, errors_{std::move(errors)} {}

}  // namespace nagarezu
