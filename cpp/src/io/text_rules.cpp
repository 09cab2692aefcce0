#include "text_rules.hpp"

#include <algorithm>

namespace nagarezu::io {
namespace {

constexpr std::size_t id_bytes = 64;

bool digit(char c) {
    return c >= '0' && c <= '9';
}
bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), digit);
}
// Lines, pages and rows count from 1 and have no leading zero.
bool ordinal(std::string_view text) {
    return all_digits(text) && text.front() != '0';
}

bool is_cell(std::string_view text) {
    std::size_t letters = 0;
    while (letters < text.size() && text[letters] >= 'A' && text[letters] <= 'Z') ++letters;
    return letters >= 1 && letters <= 3 && ordinal(text.substr(letters));
}

}  // namespace

bool is_id(std::string_view text) {
    return !text.empty() && text.size() <= id_bytes && std::all_of(text.begin(), text.end(), [](char c) {
        return digit(c) || (c >= 'a' && c <= 'z') || c == '-' || c == '_';
    });
}

bool is_place(std::string_view text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || !is_id(text.substr(0, colon))) return false;
    const std::string_view locator = text.substr(colon + 1);
    const std::size_t bang = locator.rfind('!');
    if (bang != std::string_view::npos) return bang > 0 && is_cell(locator.substr(bang + 1));
    return ordinal(locator) || (locator.starts_with('p') && ordinal(locator.substr(1)));
}

bool is_path(std::string_view text) {
    for (std::size_t point = text.find('.'); point != std::string_view::npos; point = text.find('.')) {
        if (!all_digits(text.substr(0, point))) return false;
        text.remove_prefix(point + 1);
    }
    return all_digits(text);
}

bool is_token(std::string_view text) {
    return !text.empty() && text.find_first_of(" \t\r\n") == std::string_view::npos;
}

bool is_municipality_code(std::string_view text) {
    if (text.size() != 6 || !all_digits(text)) return false;
    int sum = 0;
    for (std::size_t i = 0; i < 5; ++i) sum += (text[i] - '0') * static_cast<int>(6 - i);
    return text[5] - '0' == (11 - sum % 11) % 10;
}

bool is_source_kind(std::string_view text) {
    return std::find(source_kinds.begin(), source_kinds.end(), text) != source_kinds.end();
}

}  // namespace nagarezu::io
