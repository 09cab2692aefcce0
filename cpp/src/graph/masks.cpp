#include "nagarezu/graph/masks.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>

namespace nagarezu::graph {
namespace {

constexpr MaskId vacant = std::numeric_limits<MaskId>::max();

std::size_t hash(ConstBits bits) {
    Word mixed = 0x9e3779b97f4a7c15U;
    for (Word word : bits) {
        mixed = (mixed ^ word) * 0xff51afd7ed558ccdU;
        mixed ^= mixed >> 32U;
    }
    return static_cast<std::size_t>(mixed);
}

}  // namespace

MaskTable::MaskTable(std::size_t words) : words_{words}, slots_(16, vacant) {
    const std::vector<Word> none(words, 0);
    intern(none);
}

MaskId MaskTable::intern(ConstBits bits) {
    if (bits.size() != words_) throw std::invalid_argument{"a mask of another length than the table's"};
    const std::size_t slot = slot_of(bits);
    if (slots_[slot] != vacant) return slots_[slot];
    const auto id = static_cast<MaskId>(size_++);
    slots_[slot] = id;
    masks_.insert(masks_.end(), bits.begin(), bits.end());
    if (size_ * 2 > slots_.size()) grow();
    return id;
}

std::size_t MaskTable::slot_of(ConstBits bits) const {
    const std::size_t wrap = slots_.size() - 1;
    std::size_t slot = hash(bits) & wrap;
    while (slots_[slot] != vacant && !std::ranges::equal((*this)[slots_[slot]], bits)) slot = (slot + 1) & wrap;
    return slot;
}

void MaskTable::grow() {
    slots_.assign(slots_.size() * 2, vacant);
    for (std::size_t id = 0; id < size_; ++id) {
        const auto mask = static_cast<MaskId>(id);
        slots_[slot_of((*this)[mask])] = mask;
    }
}

}  // namespace nagarezu::graph
