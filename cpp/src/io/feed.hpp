// What the parser reads: the text, shortened where the parser would only copy.
//
// The parser takes one byte at a time and copies each string twice. So a plain string (well-formed UTF-8
// without escapes and control characters) is fed as `""` and kept aside for the handler, and of a run of
// white space at most the last byte is fed. All else, broken or escaped strings too, is fed as it stands:
// grammar, numbers and escapes stay the parser's. It made reading a quarter to two thirds faster.
#pragma once

#include <cstddef>
#include <iterator>
#include <string_view>

namespace nagarezu::io {

class Feed {
public:
    explicit Feed(std::string_view text) : begin_{text.data()}, at_{begin_}, end_{begin_ + text.size()} {}

    [[nodiscard]] bool at_end() const { return at_ == end_; }
    /// The byte that the parser gets next. Precondition: not at the end.
    const char& front() {
        if (state_ == State::between && blank(*at_)) skip_blanks();
        return *at_;
    }
    void pop() {
        ++fed_;
        const char byte = *at_++;
        if (state_ == State::between) {
            after_mark_ = byte == ',' || byte == ':' || byte == '{' || byte == '[' || byte == '}' || byte == ']';
            if (byte == '"') start_string();
        } else if (state_ == State::in_plain) {
            after_mark_ = true;
            state_ = State::between;
        } else {
            pop_in_string(byte);
        }
    }

    /// Bytes of the text that were read.
    [[nodiscard]] std::size_t read() const { return static_cast<std::size_t>(at_ - begin_); }
    /// The same for a number of bytes that the parser says it got; beyond the text if it met the end.
    [[nodiscard]] std::size_t read(std::size_t got) const { return read() + got - fed_; }
    /// The string just read if it was kept aside; else no data.
    [[nodiscard]] std::string_view plain() const { return plain_; }

private:
    enum class State { between, in_plain, in_string, after_backslash };
    static bool blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }
    void skip_blanks();
    void start_string();
    void pop_in_string(char byte);

    const char* begin_;
    const char* at_;
    const char* end_;
    std::size_t fed_{0};
    State state_{State::between};
    bool after_mark_{false};  // the byte before is a bracket, comma, colon, or the end of a plain string
    std::string_view plain_;
};

/// The feed as the input iterator that the parser asks for; equal to another if the feed is at its end.
struct Cursor {
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    Feed* feed;

    const char& operator*() const { return feed->front(); }
    Cursor& operator++() {
        feed->pop();
        return *this;
    }
    friend bool operator==(const Cursor& a, const Cursor&) { return a.feed->at_end(); }
};

}  // namespace nagarezu::io
