#include "encoding.hpp"

#include <algorithm>

namespace nagarezu::io {
namespace {

constexpr bool between(int byte, int low, int high) {
    return byte >= low && byte <= high;
}

}  // namespace

std::size_t utf8_length(std::string_view text) {
    // A missing byte is 0, which no range below admits.
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0; };
    const auto tail = [&](std::size_t i) { return between(byte(i), 0x80, 0xBF); };
    const auto lead = byte(0);
    if (lead < 0x80) return text.empty() ? 0 : 1;
    if (between(lead, 0xC2, 0xDF)) return tail(1) ? 2 : 0;
    if (between(lead, 0xE0, 0xEF)) {
        const bool fits = between(byte(1), lead == 0xE0 ? 0xA0 : 0x80, lead == 0xED ? 0x9F : 0xBF);
        return fits && tail(2) ? 3 : 0;
    }
    if (between(lead, 0xF0, 0xF4)) {
        const bool fits = between(byte(1), lead == 0xF0 ? 0x90 : 0x80, lead == 0xF4 ? 0x8F : 0xBF);
        return fits && tail(2) && tail(3) ? 4 : 0;
    }
    return 0;
}

std::size_t first_invalid_utf8(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t length = utf8_length(text.substr(at));
        if (length == 0) return at;
        at += length;
    }
    return at;
}

std::string_view foreign_encoding(std::string_view text) {
    using namespace std::string_view_literals;
    if (text.starts_with("\xFF\xFE\0\0"sv) || text.starts_with("\0\0\xFE\xFF"sv)) return "UTF-32";
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) return "UTF-16";
    // No JSON text holds a zero byte, and the first character is ASCII.
    if (text.size() >= 2 && (text[0] == '\0') != (text[1] == '\0')) return "UTF-16";
    return {};
}

std::size_t code_points(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

}  // namespace nagarezu::io
