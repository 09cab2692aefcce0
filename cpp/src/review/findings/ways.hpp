// What ways and media carry, for the rules that hold ways against the row of the media.
#pragma once

#include <algorithm>
#include <array>

#include "nagarezu/model/words.hpp"

namespace nagarezu::review::rules {

/// What is carried beside paper.
inline constexpr std::array carriers{MediaKind::magnetic_disk, MediaKind::optical_disk, MediaKind::usb_memory};

/// What can be handed over: paper and what is carried, no server on which things are kept.
constexpr bool is_portable(MediaKind kind) {
    return kind == MediaKind::paper || std::ranges::find(carriers, kind) != carriers.end();
}

/// The kind of medium that a row has for it; a line has none.
constexpr MediaKind medium_of(Way way) {
    switch (way) {
        case Way::usb_memory:
        case Way::memory_card:
            return MediaKind::usb_memory;
        case Way::optical_disk:
            return MediaKind::optical_disk;
        case Way::magnetic_disk:
        case Way::magnetic_tape:
            return MediaKind::magnetic_disk;
        case Way::paper:
            return MediaKind::paper;
        default:
            return MediaKind::unspecified;
    }
}

}  // namespace nagarezu::review::rules
