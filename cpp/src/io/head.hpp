// Short names as numbers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace nagarezu::io {

/// The first eight bytes of a name as one number, so that most names differ or agree in one comparison.
constexpr std::uint64_t head_of(std::string_view name) {
    std::uint64_t head = 0;
    const std::size_t bytes = name.size() < 8 ? name.size() : 8;
    for (std::size_t i = 0; i < bytes; ++i) head |= std::uint64_t{static_cast<unsigned char>(name[i])} << 8 * i;
    return head;
}

}  // namespace nagarezu::io
