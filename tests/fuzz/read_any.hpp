// What must hold for any bytes given to the reader; the fuzzer and the replay of its corpus share it.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>

#include "nagarezu/io/read.hpp"
#include "nagarezu/io/write.hpp"

namespace nagarezu::fuzz {

inline void require(bool holds, const char* what) {
    if (!holds) throw std::logic_error{what};
}

/// Errors have a place within the text, in order; none but the last says that there are too many.
inline void require_sound(const std::vector<Error>& errors, std::string_view text) {
    require(errors.size() <= error_limit + 1, "more errors than the limit");
    for (std::size_t i = 0; i < errors.size(); ++i) {
        const Error& error = errors[i];
        const bool last = i + 1 == errors.size();
        require(error.line >= 1 && error.column >= 1, "an error without a place");
        require(error.column <= text.size() + 1, "a column beyond the text");
        require(error.subject.size() <= 100, "a subject that is not shortened");
        require(error.code != ErrorCode::too_many_errors || last, "too_many_errors is not the last");
        if (i == 0 || error.code == ErrorCode::too_many_errors) continue;
        require(errors[i - 1].line <= error.line, "errors out of order");
    }
}

/// A text has either a value or errors; a value is written and read back equal, and written again alike.
inline void read_any(std::string_view text, const io::Limits& limits) {
    const io::Reading<Case> reading = io::read_case(text, "fuzz", limits);
    require(reading.value.has_value() == reading.errors.empty(), "neither value nor errors");
    require_sound(reading.errors, text);
    if (!reading.value) return;
    const std::string written = io::write_case(*reading.value);
    const io::Reading<Case> again = io::read_case(written, "written");
    require(again.value == reading.value, "what was written reads as another case");
    require(io::write_case(*again.value) == written, "what was written is written otherwise");
}

inline void read_any(std::string_view text) {
    read_any(text, {});
    // Small limits reach the faults that large files have.
    const io::Reading<Case> small =
        io::read_case(text, "fuzz", {.bytes = text.size(), .depth = 5, .entities = 2, .text_bytes = 12});
    require_sound(small.errors, text);
    const io::Reading<Profile> profile = io::read_profile(text, "fuzz");
    require(profile.value.has_value() == profile.errors.empty(), "neither profile nor errors");
    require_sound(profile.errors, text);
}

}  // namespace nagarezu::fuzz
