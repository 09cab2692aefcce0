// Walks JSON text token by token and knows the path to each: how an offset becomes a JSON pointer.
//
// Used only when there is an error to place, so that reading need not keep track. It does not judge:
// the text is taken to be well formed up to the place of interest, and odd bytes pass as a token.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace nagarezu::io {

class Scanner {
public:
    explicit Scanner(std::string_view text, std::size_t from = 0) : text_{text}, end_{from} {}

    /// Moves to the next token; false at the end of the text.
    bool next();

    [[nodiscard]] std::size_t begin() const { return begin_; }
    [[nodiscard]] std::size_t end() const { return end_; }
    [[nodiscard]] bool at_key() const { return at_key_; }
    /// Arrays and objects around the token.
    [[nodiscard]] std::size_t depth() const { return steps_.size(); }
    /// RFC 6901 pointer to the token; a key has that of its member.
    [[nodiscard]] std::string pointer() const;

private:
    struct Step {
        bool object;
        std::size_t index;
        std::string_view key;  // the token with its quotes; empty before the first and after a comma
    };
    [[nodiscard]] std::size_t token_end() const;
    void track();

    std::string_view text_;
    std::size_t begin_{0};
    std::size_t end_;
    char opened_{'\0'};  // a bracket whose inside starts with the next token
    bool at_key_{false};
    std::vector<Step> steps_;
};

/// Offset of the value that `pointer`, relative to the object or array at `from`, points at.
/// The empty pointer and one that leads nowhere give `from`.
std::size_t offset_of(std::string_view text, std::size_t from, std::string_view pointer);

/// Where the string, number, literal or bracket begins whose last byte stands before `end`.
/// A number may have been read one byte too far, so say whether it is one.
std::size_t token_begin(std::string_view text, std::size_t end, bool number);

}  // namespace nagarezu::io
