// What a way of handing over carries, for the rules that hold ways against the row of the media.
#pragma once

#include "nagarezu/model/words.hpp"

namespace nagarezu::review::rules {

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
