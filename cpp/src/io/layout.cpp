#include "layout.hpp"

#include <stdexcept>
#include <utility>

#include "encoding.hpp"

namespace nagarezu::io {
namespace {

constexpr std::size_t line_width = 110;
constexpr std::size_t indentation = 2;

char closing(char bracket) {
    return bracket == '{' ? '}' : ']';
}

}  // namespace

void Layout::start_element() {
    if (!std::exchange(after_key_, false) && !groups_.empty()) elements_.push_back(out_.size());
}

void Layout::key(std::string_view name) {
    start_element();
    append_quoted(name);
    out_ += ": ";
    after_key_ = true;
}

void Layout::text(std::string_view value) {
    if (first_invalid_utf8(value) != value.size()) throw std::invalid_argument("text is not UTF-8");
    start_element();
    append_quoted(value);
}

void Layout::literal(std::string_view value) {
    start_element();
    out_ += value;
}

void Layout::append_quoted(std::string_view value) {
    static constexpr std::string_view digits = "0123456789abcdef";
    out_ += '"';
    for (const char c : value) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out_ += {'\\', c};
        } else if (c == '\n') {
            out_ += "\\n";
        } else if (byte < 0x20 || byte == 0x7F) {
            out_ += {'\\', 'u', '0', '0', digits[byte / 16], digits[byte % 16]};
        } else {
            out_ += c;
        }
    }
    out_ += '"';
}

void Layout::open(char bracket) {
    start_element();
    const std::size_t key = elements_.empty() ? 0 : code_points(std::string_view{out_}.substr(elements_.back()));
    groups_.push_back({bracket, groups_.size() * indentation + key, out_.size(), elements_.size(), false});
}

bool Layout::fits(const Group& group) const {
    const bool list_of_document = groups_.size() == 1 && group.bracket == '[';
    if (group.broken || groups_.empty() || list_of_document) return false;
    const std::size_t separators = 2 * (elements_.size() - group.first - 1);
    return group.lead + 2 + separators + code_points(std::string_view{out_}.substr(group.begin)) <= line_width;
}

std::string Layout::joined(const Group& group, bool one_line) const {
    const std::size_t depth = groups_.size();  // of the brackets; the group is closed already
    std::string result{group.bracket};
    for (std::size_t i = group.first; i < elements_.size(); ++i) {
        const std::size_t end = i + 1 < elements_.size() ? elements_[i + 1] : out_.size();
        if (i > group.first) result += one_line ? ", " : ",";
        if (!one_line) result.append(1, '\n').append((depth + 1) * indentation, ' ');
        result.append(out_, elements_[i], end - elements_[i]);
    }
    if (!one_line) result.append(1, '\n').append(depth * indentation, ' ');
    return result += closing(group.bracket);
}

void Layout::close() {
    const Group group = groups_.back();
    groups_.pop_back();
    const bool one_line = elements_.size() == group.first || fits(group);
    std::string text = joined(group, one_line);
    elements_.resize(group.first);
    out_.replace(group.begin, std::string::npos, text);
    if (!one_line && !groups_.empty()) groups_.back().broken = true;
}

std::string Layout::finish() && {
    return std::move(out_ += '\n');
}

}  // namespace nagarezu::io
