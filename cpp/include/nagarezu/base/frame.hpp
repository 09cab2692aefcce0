// Columns of equal length: what the core hands to the outside, one array per column.
//
// A column holds text, whole numbers, real numbers or truth values, and a validity flag per row:
// a row without validity is unknown. Notes are codes with values; the catalogue words them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "nagarezu/base/bounds.hpp"

namespace nagarezu {

class Column {
public:
    using Texts = std::vector<std::string>;
    using Wholes = std::vector<std::int64_t>;
    using Reals = std::vector<double>;
    using Truths = std::vector<std::uint8_t>;
    using Values = std::variant<Texts, Wholes, Reals, Truths>;

    Column(std::string name, Values values) : name_{std::move(name)}, values_{std::move(values)} {}

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] const Values& values() const { return values_; }
    [[nodiscard]] const Truths& valid() const { return valid_; }
    [[nodiscard]] std::size_t size() const { return valid_.size(); }

    // Each appends one row. The kind must be the column's own; a mismatch throws std::bad_variant_access.
    void text(std::string_view value);
    void text(const std::optional<std::string>& value);
    void whole(std::optional<Count> value);
    void real(std::optional<double> value);
    void truth(std::optional<bool> value);

private:
    std::string name_;
    Values values_;
    Truths valid_;
};

/// A remark under a table: a code such as `herfindahl` and its values, in order.
struct Note {
    std::string code;
    std::vector<std::pair<std::string, std::string>> values;
    friend bool operator==(const Note&, const Note&) = default;
};

struct Frame {
    std::vector<Column> columns;
    std::vector<Note> notes;

    [[nodiscard]] std::size_t rows() const { return columns.empty() ? 0 : columns.front().size(); }
    /// The column of that name; throws std::out_of_range if there is none.
    [[nodiscard]] const Column& at(std::string_view name) const;

    // Declare columns in the order in which they shall stand; each returns the column's position.
    std::size_t add_text(std::string name);
    std::size_t add_whole(std::string name);
    std::size_t add_real(std::string name);
    std::size_t add_truth(std::string name);
};

/// Several values in one cell, separated by a single space, as the contract prints lists.
std::string joined(const std::vector<std::string>& values);

}  // namespace nagarezu
