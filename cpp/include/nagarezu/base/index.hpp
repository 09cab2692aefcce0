// Strong indices: the position of an entity within its case, typed by what it points at.
//
// An ItemIndex is not a HolderIndex: mixing them does not compile (tests/cpp/must_not_compile).
// The default value points at nothing; `valid()` tells.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>

namespace nagarezu {

template <class Tag>
class Index {
public:
    using value_type = std::uint32_t;
    static constexpr value_type nothing = std::numeric_limits<value_type>::max();

    constexpr Index() = default;
    constexpr explicit Index(std::size_t position) : value_{static_cast<value_type>(position)} {}

    [[nodiscard]] constexpr bool valid() const { return value_ != nothing; }
    [[nodiscard]] constexpr std::size_t get() const { return value_; }

    friend constexpr auto operator<=>(Index, Index) = default;

private:
    value_type value_{nothing};
};

using MatterIndex = Index<struct MatterTag>;
using SubjectIndex = Index<struct SubjectTag>;
using ItemIndex = Index<struct ItemTag>;
using ListIndex = Index<struct ListTag>;
using HolderIndex = Index<struct HolderTag>;
using FlowIndex = Index<struct FlowTag>;
using SafeguardIndex = Index<struct SafeguardTag>;

}  // namespace nagarezu

template <class Tag>
struct std::hash<nagarezu::Index<Tag>> {
    std::size_t operator()(nagarezu::Index<Tag> index) const noexcept { return index.get(); }
};
