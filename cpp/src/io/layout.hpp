// Lays JSON out for people: two spaces of indentation, and what is short on one line.
//
// The document and its lists always take one line per element, so that a change of one entity is a change
// of its own lines; what stands deeper takes one line if it fits.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace nagarezu::io {

class Layout {
public:
    void open(char bracket);
    void close();
    void key(std::string_view name);
    /// A string; throws std::invalid_argument if it is not UTF-8.
    void text(std::string_view value);
    /// A number or literal.
    void literal(std::string_view value);
    /// The whole document with a line feed at its end.
    [[nodiscard]] std::string finish() &&;

private:
    struct Group {
        char bracket;
        std::size_t lead;   // characters before the bracket on its line
        std::size_t begin;  // where its elements start in `out_`
        std::size_t first;  // its first element in `elements_`
        bool broken;        // an element takes several lines
    };
    void start_element();
    void append_quoted(std::string_view value);
    [[nodiscard]] bool fits(const Group& group) const;
    [[nodiscard]] std::string joined(const Group& group, bool one_line) const;

    std::string out_;                    // elements without what separates them
    std::vector<std::size_t> elements_;  // where each element of an open group starts
    std::vector<Group> groups_;
    bool after_key_{false};
};

}  // namespace nagarezu::io
