// Filling a frame row by row: declare the columns once, then append the cells in their order.
//
// A row that leaves columns unfilled makes the columns unequal; each table's test compares whole rows.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "nagarezu/base/frame.hpp"
#include "nagarezu/model/words.hpp"

namespace nagarezu::metrics {

enum class Cells { text, whole, real, truth };

struct Declared {
    std::string_view name;
    Cells cells;
};

/// A frame without rows.
inline Frame frame_of(std::initializer_list<Declared> columns) {
    Frame frame;
    for (const auto& [name, cells] : columns) {
        switch (cells) {
            case Cells::text:
                frame.add_text(std::string{name});
                break;
            case Cells::whole:
                frame.add_whole(std::string{name});
                break;
            case Cells::real:
                frame.add_real(std::string{name});
                break;
            case Cells::truth:
                frame.add_truth(std::string{name});
                break;
        }
    }
    return frame;
}

/// Appends one cell after the other, from the first column on.
class Row {
public:
    explicit Row(Frame& frame) : frame_{frame} {}

    Row& text(std::string_view value) { return next().text(value), *this; }
    Row& text(const std::optional<std::string>& value) { return next().text(value), *this; }
    Row& text(const char* value) { return text(std::string_view{value}); }
    Row& text(const std::string& value) { return text(std::string_view{value}); }
    Row& whole(std::optional<Count> value) { return next().whole(value), *this; }
    Row& whole(std::size_t value) { return whole(static_cast<Count>(value)); }
    Row& whole(Count value) { return whole(std::optional{value}); }
    Row& whole(int value) { return whole(static_cast<Count>(value)); }
    Row& real(std::optional<double> value) { return next().real(value), *this; }
    Row& truth(std::optional<bool> value) { return next().truth(value), *this; }
    /// Two cells: the lower end and the upper end.
    Row& bounds(const Bounds& value) { return whole(value.lower).whole(value.upper); }

private:
    Column& next() { return frame_.columns[column_++]; }

    Frame& frame_;
    std::size_t column_{0};
};

/// The words of a set, in the order of their enum, as one cell.
template <class Enum>
std::string cell_of(WordSet<Enum> set) {
    std::vector<std::string> found;
    for (std::size_t i = 0; i < words<Enum>().size(); ++i)
        if (set.contains(static_cast<Enum>(i))) found.emplace_back(words<Enum>()[i]);
    return joined(found);
}

}  // namespace nagarezu::metrics
