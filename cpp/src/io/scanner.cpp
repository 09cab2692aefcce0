#include "scanner.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace nagarezu::io {
namespace {

constexpr std::string_view blanks = " \t\r\n";
constexpr std::string_view marks = "{}[],:\"";
constexpr std::string_view number_bytes = "+-.0123456789Ee";

// The text of a key token; the token as it stands if it is not a JSON string.
std::string unescaped(std::string_view token) {
    const auto value = nlohmann::json::parse(token, nullptr, false);
    return value.is_string() ? value.get<std::string>() : std::string{token};
}

void append_segment(std::string& pointer, std::string_view segment) {
    pointer += '/';
    for (const char c : segment) {
        if (c == '~') {
            pointer += "~0";
        } else if (c == '/') {
            pointer += "~1";
        } else {
            pointer += c;
        }
    }
}

// A quote ends a string unless an odd number of backslashes stands before it.
bool escaped(std::string_view text, std::size_t quote) {
    std::size_t at = quote;
    while (at > 0 && text[at - 1] == '\\') --at;
    return (quote - at) % 2 == 1;
}

}  // namespace

std::size_t Scanner::token_end() const {
    const char first = text_[begin_];
    if (first == '"') {
        std::size_t at = begin_ + 1;
        while (at < text_.size() && text_[at] != '"') at += text_[at] == '\\' ? 2 : 1;
        return std::min(at + 1, text_.size());
    }
    if (marks.find(first) != std::string_view::npos) return begin_ + 1;
    std::size_t at = begin_ + 1;
    while (at < text_.size() && marks.find(text_[at]) == std::string_view::npos &&
           blanks.find(text_[at]) == std::string_view::npos)
        ++at;
    return at;
}

bool Scanner::next() {
    if (opened_ != '\0') steps_.push_back({opened_ == '{', 0, {}});
    opened_ = '\0';
    at_key_ = false;
    begin_ = text_.find_first_not_of(blanks, end_);
    if (begin_ == std::string_view::npos) {
        begin_ = end_ = text_.size();
        return false;
    }
    end_ = token_end();
    track();
    return true;
}

void Scanner::track() {
    const char first = text_[begin_];
    if (first == '{' || first == '[') {
        opened_ = first;
    } else if (steps_.empty()) {
        return;
    } else if (first == '}' || first == ']') {
        steps_.pop_back();
    } else if (first == ',') {
        ++steps_.back().index;
        steps_.back().key = {};
    } else if (first == '"' && steps_.back().object && steps_.back().key.empty()) {
        steps_.back().key = text_.substr(begin_, end_ - begin_);
        at_key_ = true;
    }
}

std::string Scanner::pointer() const {
    std::string pointer;
    for (const Step& step : steps_) {
        if (!step.object) {
            append_segment(pointer, std::to_string(step.index));
        } else if (!step.key.empty()) {
            append_segment(pointer, unescaped(step.key));
        }
    }
    return pointer;
}

std::size_t offset_of(std::string_view text, std::size_t from, std::string_view pointer) {
    const auto depth = static_cast<std::size_t>(std::count(pointer.begin(), pointer.end(), '/'));
    if (depth == 0) return from;
    Scanner scanner{text, from};
    while (scanner.next() && !(scanner.begin() > from && scanner.depth() == 0)) {
        const char first = text[scanner.begin()];
        const bool value = !scanner.at_key() && first != ':' && first != ',';
        if (value && scanner.depth() == depth && scanner.pointer() == pointer) return scanner.begin();
    }
    return from;
}

std::size_t token_begin(std::string_view text, std::size_t end, bool number) {
    if (number) {
        if (number_bytes.find(text[end - 1]) == std::string_view::npos) --end;
        const std::size_t before = text.substr(0, end).find_last_not_of(number_bytes);
        return before == std::string_view::npos ? 0 : before + 1;
    }
    std::size_t at = end - 1;
    if (text[at] == '"') {
        do --at;
        while (text[at] != '"' || escaped(text, at));
        return at;
    }
    while (at > 0 && text[at] >= 'a' && text[at] <= 'z' && text[at - 1] >= 'a' && text[at - 1] <= 'z') --at;
    return at;
}

}  // namespace nagarezu::io
