#include "diagnose.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

#include "encoding.hpp"
#include "scanner.hpp"
#include "wording.hpp"

namespace nagarezu::io {
namespace {

constexpr std::array<std::string_view, 6> not_numbers{"NaN", "nan", "Infinity", "-Infinity", "inf", "-inf"};

std::string hexadecimal(char byte) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    const auto value = static_cast<unsigned char>(byte);
    return {'0', 'x', digits[value / 16], digits[value % 16]};
}

// The token to which the last byte read belongs.
Scanner last_token(std::string_view text, std::size_t read) {
    Scanner scanner{text, text.starts_with(utf8_mark) ? utf8_mark.size() : 0};
    while (scanner.next() && scanner.end() < read) continue;
    return scanner;
}

}  // namespace

Fault diagnose(std::string_view text, std::size_t read, bool overflow) {
    if (read > text.size()) return {ErrorCode::truncated, text.size(), {}, {}};
    const std::size_t invalid = first_invalid_utf8(text.substr(0, std::min(read + 3, text.size())));
    if (invalid < read) return {ErrorCode::encoding, invalid, hexadecimal(text[invalid]), "UTF-8"};
    const Scanner scanner = last_token(text, read);
    const std::string_view token = text.substr(scanner.begin(), scanner.end() - scanner.begin());
    if (overflow) return {ErrorCode::number_range, scanner.begin(), shortened(token), {}};
    if (std::find(not_numbers.begin(), not_numbers.end(), token) != not_numbers.end())
        return {ErrorCode::not_finite, scanner.begin(), std::string{token}, "null"};
    // Inside a string the parser stops at the very byte that is wrong.
    const bool inside = token.starts_with('"') && read != scanner.end();
    const std::size_t offset = inside ? read - 1 : scanner.begin();
    return {ErrorCode::syntax, offset, shortened(text.substr(offset, scanner.end() - offset)), {}};
}

}  // namespace nagarezu::io
