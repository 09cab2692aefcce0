// Why a text is not JSON, once the parser has said that it is not.
#pragma once

#include <cstddef>
#include <string_view>

#include "faults.hpp"

namespace nagarezu::io {

/// `read` is the number of bytes that the parser took; one more than there are if it met the end.
/// `overflow`: the parser refused a number as too large for a double.
Fault diagnose(std::string_view text, std::size_t read, bool overflow);

}  // namespace nagarezu::io
