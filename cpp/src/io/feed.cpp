#include "feed.hpp"

#include "encoding.hpp"

namespace nagarezu::io {
namespace {

bool tail(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

// Kana and most kanji: three bytes whose first is E1 to EC, of which any two tails are well formed.
bool common_kanji(const char* at, const char* end) {
    const auto lead = static_cast<unsigned char>(*at);
    return lead > 0xE0 && lead < 0xED && end - at >= 3 && tail(at[1]) && tail(at[2]);
}

// The quote that ends a plain string; `end` if the string is not plain.
const char* end_of_plain(const char* at, const char* end) {
    while (at != end) {
        const auto byte = static_cast<unsigned char>(*at);
        if (byte == '"') return at;
        if (byte < 0x20 || byte == '\\') return end;
        if (byte < 0x80) {
            ++at;
        } else if (common_kanji(at, end)) {
            at += 3;
        } else {
            const std::size_t length = utf8_length({at, static_cast<std::size_t>(end - at)});
            if (length == 0) return end;
            at += length;
        }
    }
    return end;
}

}  // namespace

void Feed::skip_blanks() {
    while (at_ + 1 != end_ && blank(at_[1])) ++at_;
    // Between a number or word and the next, white space matters; its last byte will do.
    if (after_mark_ && at_ + 1 != end_) ++at_;
}

void Feed::start_string() {
    const char* quote = end_of_plain(at_, end_);
    if (quote == end_) {
        plain_ = {};
        state_ = State::in_string;
    } else {
        plain_ = {at_, static_cast<std::size_t>(quote - at_)};
        at_ = quote;
        state_ = State::in_plain;
    }
}

void Feed::pop_in_string(char byte) {
    if (state_ == State::after_backslash) {
        state_ = State::in_string;
    } else if (byte == '"') {
        state_ = State::between;
    } else if (byte == '\\') {
        state_ = State::after_backslash;
    }
}

}  // namespace nagarezu::io
