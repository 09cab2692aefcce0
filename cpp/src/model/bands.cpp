#include "nagarezu/model/bands.hpp"

namespace nagarezu {

namespace {

using Word = std::string_view;

constexpr Word band[]{"not_obligatory", "basic", "priority", "full"};
constexpr Word evidence[]{"verified", "partly", "not_found"};
constexpr Word escalated[]{"either", "no", "yes"};

}  // namespace

template <>
std::span<const Word> words<Band>() {
    return band;
}
template <>
std::span<const Word> words<Evidence>() {
    return evidence;
}
template <>
std::span<const Word> words<Escalated>() {
    return escalated;
}

bool BandTable::complete() const {
    for (const bool now : {false, true}) {
        std::optional<Count> next = 0;  // where the next row has to start; nothing behind an endless one
        for (const BandRow& row : rows) {
            if (!row.holds(now)) continue;
            if (next != Count{row.persons_from} || (row.persons_below && *row.persons_below <= row.persons_from))
                return false;
            next = row.persons_below;
        }
        if (next) return false;
    }
    return true;
}

}  // namespace nagarezu
