// The ids of one kind of entity, numbered as they are met, whether defined yet or only referred to.
//
// A reference may stand before its entity. So the reader stores the slot of the id at once, and when all is
// read `entity(slot)` tells which entity that is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nagarezu::io {

class Ids {
public:
    using Slot = std::uint32_t;
    static constexpr Slot nothing = static_cast<Slot>(-1);

    /// The slot of an id, `nothing` if it was not met.
    [[nodiscard]] Slot find(std::string_view id) const;
    /// The slot of an id, made if need be.
    Slot meet(std::string_view id);
    /// The slot stands for the next entity of its kind. False if it stands for one already.
    bool define(Slot slot);

    [[nodiscard]] bool defined(Slot slot) const { return entities_[slot] != nothing; }
    [[nodiscard]] std::size_t entity(Slot slot) const { return entities_[slot]; }
    [[nodiscard]] const std::string& name(Slot slot) const { return names_[slot]; }
    /// No reference stood before its entity: every slot is its entity.
    [[nodiscard]] bool in_order() const { return in_order_; }
    /// The nearest defined id, or nothing.
    [[nodiscard]] std::string nearest_to(std::string_view id) const;

private:
    struct Bucket {
        std::uint32_t hash;
        Slot slot;
    };
    [[nodiscard]] std::size_t bucket(std::string_view id, std::uint32_t hash) const;
    void grow();

    std::vector<std::string> names_;
    std::vector<Slot> entities_;
    std::vector<Bucket> buckets_;  // open addressing, a power of two long
    Slot definitions_{0};
    bool in_order_{true};
};

}  // namespace nagarezu::io
