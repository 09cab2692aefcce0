// Reading frames in tests: cells as text, `null` where a row is unknown.
#pragma once

#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "nagarezu/base/frame.hpp"

namespace nagarezu::built {

inline std::string cell(const Column& column, std::size_t row) {
    if (column.valid().at(row) == 0) return "null";
    return std::visit(
        [row](const auto& values) -> std::string {
            using Values = std::decay_t<decltype(values)>;
            if constexpr (std::is_same_v<Values, Column::Texts>)
                return values.at(row);
            else if constexpr (std::is_same_v<Values, Column::Truths>)
                return values.at(row) != 0 ? "true" : "false";
            else
                return std::to_string(values.at(row));
        },
        column.values());
}

/// A column from top to bottom.
inline std::vector<std::string> cells(const Frame& frame, std::string_view name) {
    std::vector<std::string> found;
    const auto& column = frame.at(name);
    for (std::size_t row = 0; row < column.size(); ++row) found.push_back(cell(column, row));
    return found;
}

/// A row from left to right; every column must have it.
inline std::vector<std::string> row(const Frame& frame, std::size_t position) {
    std::vector<std::string> found;
    for (const auto& column : frame.columns) found.push_back(cell(column, position));
    return found;
}

inline std::vector<std::string> names(const Frame& frame) {
    std::vector<std::string> found;
    for (const auto& column : frame.columns) found.push_back(column.name());
    return found;
}

}  // namespace nagarezu::built
