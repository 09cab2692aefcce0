#include "diagnose.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string>

#include "encoding.hpp"
#include "nagarezu/base/wording.hpp"
#include "scanner.hpp"

namespace nagarezu::io {
namespace {

constexpr std::array<std::string_view, 6> not_numbers{"NaN", "nan", "Infinity", "-Infinity", "inf", "-inf"};

std::string hexadecimal(char byte) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    const auto value = static_cast<unsigned char>(byte);
    return {'0', 'x', digits[value / 16], digits[value % 16]};
}

struct Token {
    std::size_t begin;
    std::size_t end;
};

// The token at which the parser stopped: the one that holds the last byte read. A broken number or word is
// known as such only by the byte after it.
Token last_token(std::string_view text, std::size_t read) {
    Scanner scanner{text, text.starts_with(utf8_mark) ? utf8_mark.size() : 0};
    Token before{0, 0};
    while (scanner.next() && scanner.end() < read) before = {scanner.begin(), scanner.end()};
    const std::string_view word = text.substr(before.begin, before.end - before.begin);
    const bool broken = before.end + 1 == read && word.find_first_of("{}[],:\"") == std::string_view::npos;
    if (broken && !nlohmann::json::accept(word)) return before;
    return {scanner.begin(), scanner.end()};
}

}  // namespace

Fault diagnose(std::string_view text, std::size_t read, bool overflow) {
    if (read > text.size()) return {ErrorCode::truncated, text.size(), {}, {}};
    const std::size_t invalid = first_invalid_utf8(text.substr(0, std::min(read + 3, text.size())));
    if (invalid < read) return {ErrorCode::encoding, invalid, hexadecimal(text[invalid]), "UTF-8"};
    const auto [begin, end] = last_token(text, read);
    const std::string_view token = text.substr(begin, end - begin);
    if (overflow) return {ErrorCode::number_range, begin, shortened(token), {}};
    if (std::find(not_numbers.begin(), not_numbers.end(), token) != not_numbers.end())
        return {ErrorCode::not_finite, begin, std::string{token}, "null"};
    // Inside a string the parser stops at the very byte that is wrong.
    const std::size_t offset = token.starts_with('"') && read != end ? read - 1 : begin;
    return {ErrorCode::syntax, offset, shortened(text.substr(offset, end - offset)), {}};
}

}  // namespace nagarezu::io
