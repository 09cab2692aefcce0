// Sets of bits of one length, each stored once and named by a number.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "nagarezu/graph/bits.hpp"

namespace nagarezu::graph {

using MaskId = std::uint32_t;

/// The empty set is always number 0. Equal sets get equal numbers, in order of first appearance.
class MaskTable {
public:
    static constexpr MaskId empty = 0;

    /// A table of sets of `words` words each (0 is allowed: then there is the empty set alone).
    explicit MaskTable(std::size_t words);

    /// The number of this set; `bits` has exactly `words()` words.
    MaskId intern(ConstBits bits);

    [[nodiscard]] ConstBits operator[](MaskId id) const {
        return ConstBits{masks_}.subspan(std::size_t{id} * words_, words_);
    }
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] std::size_t words() const { return words_; }

private:
    [[nodiscard]] std::size_t slot_of(ConstBits bits) const;
    void grow();

    std::size_t words_;
    std::size_t size_{0};
    std::vector<Word> masks_;
    std::vector<MaskId> slots_;  // open addressing; a power of two of them, at most half of them taken
};

}  // namespace nagarezu::graph
