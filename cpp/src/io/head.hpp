// Short names as numbers.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace nagarezu::io {

/// The first eight bytes of a name as one number, so that most names differ or agree in one comparison.
constexpr std::uint64_t head_of(std::string_view name) {
    if (!std::is_constant_evaluated() && name.size() >= 8) {
        std::uint64_t head = 0;
        std::memcpy(&head, name.data(), 8);
        return std::endian::native == std::endian::little ? head : __builtin_bswap64(head);
    }
    std::uint64_t head = 0;
    const std::size_t bytes = name.size() < 8 ? name.size() : 8;
    for (std::size_t i = 0; i < bytes; ++i) head |= std::uint64_t{static_cast<unsigned char>(name[i])} << 8 * i;
    return head;
}

}  // namespace nagarezu::io
