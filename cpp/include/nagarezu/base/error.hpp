// Every way in which input can be wrong: one code each, with the place where it stands.
//
// Codes are stable; their text in Japanese and English lives with the Python package. The core
// collects errors (to `error_limit`) instead of stopping at the first.
#pragma once

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace nagarezu {

enum class ErrorCode {
    file_unreadable,     // the file does not exist, is a directory, or the system refuses to read it
    file_too_large,      // more bytes than the limit
    encoding,            // not UTF-8, or a byte order mark of another encoding
    empty,               // no bytes, or white space only
    syntax,              // not JSON
    truncated,           // JSON that ends before it is complete
    too_deep,            // arrays and objects nested beyond the limit
    too_many,            // more entities of one kind than the limit
    text_too_long,       // a string beyond the limit
    number_range,        // a number that the field cannot hold: beyond 64 bits, negative, or a fraction
    not_finite,          // NaN or Infinity, which JSON does not have
    wrong_type,          // a value of another JSON type than the field takes
    unknown_key,         // a member that the format does not have
    duplicate_key,       // a member given twice in one object
    missing_key,         // a member that the format requires
    unknown_value,       // a word outside the list that the field takes
    bad_format_version,  // `format` is not one that this release reads
    bad_date,            // neither YYYY-MM-DD, YYYY-MM nor FYYYYY, or no such day
    bad_place,           // a source place that is not SOURCE:LINE, SOURCE:pPAGE or SOURCE:SHEET!CELL
    bad_id,              // an id with characters outside a-z, 0-9, - and _
    duplicate_id,        // an id used twice for one kind of entity
    dangling_id,         // a reference to an entity that the case does not have
    unlisted_flow,       // a flow without items that does not say it is open
    endpoint_missing,    // a flow that lacks its `from` or `to` where its relation needs one
    self_relation,       // a group within, same as, or disjoint with itself, or an item derived from itself
    contradiction,       // facts of one entity that exclude each other
    no_effect,           // an edit that would leave the case as it is
    too_many_errors,     // the limit of collected errors is reached; the rest is not reported
};

/// The stable name of a code, such as `unknown_key`.
std::string_view name_of(ErrorCode code);

enum class Severity { error, warning };
std::string_view name_of(Severity severity);

/// One fault. Lines and columns count from 1, columns in bytes of UTF-8; 0 where there is none.
/// `subject` is the offending name or value, shortened and free of control characters; `hint` is
/// a nearby valid name, an expected form or a limit, and may be empty.
struct Error {
    ErrorCode code{};
    Severity severity{Severity::error};
    std::string file;
    std::size_t line{};
    std::size_t column{};
    std::string pointer;  // RFC 6901
    std::string subject;
    std::string hint;
};

inline constexpr std::size_t error_limit = 100;

/// Thrown where a caller asked for a value and the input has none to give.
class InvalidInput : public std::runtime_error {
public:
    explicit InvalidInput(std::vector<Error> errors);
    [[nodiscard]] const std::vector<Error>& errors() const { return errors_; }

private:
    std::vector<Error> errors_;
};

/// `file:line:column: code subject (hint)` on one line, for logs and exception texts.
std::string describe(const Error& error);

}  // namespace nagarezu
