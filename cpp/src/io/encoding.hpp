// UTF-8: where a text stops being it, and which other encoding a byte order mark announces.
#pragma once

#include <cstddef>
#include <string_view>

namespace nagarezu::io {

inline constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

/// Bytes of the well-formed sequence at the start of the text (Unicode, table 3-7); 0 if there is none.
std::size_t utf8_length(std::string_view text);

/// Offset of the first byte that no well-formed UTF-8 sequence contains; the size if there is none.
std::size_t first_invalid_utf8(std::string_view text);

/// `UTF-16` or `UTF-32` if the text starts as such a file does (mark, or a zero byte); else empty.
std::string_view foreign_encoding(std::string_view text);

/// Number of code points of well-formed UTF-8.
std::size_t code_points(std::string_view text);

}  // namespace nagarezu::io
