// What an error says about a name or value: shortened, made harmless, and the nearest valid name.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace nagarezu {

/// At most 80 bytes, whole characters; control and direction characters become U+FFFD.
std::string shortened(std::string_view text);

/// Insertions, deletions, replacements and swaps of neighbours between two names, in bytes; `most` + 1 if
/// there are more, or if a name is longer than an id.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t most);

/// Collects the nearest of the names offered; the first wins among equals.
class Nearest {
public:
    explicit Nearest(std::string_view wanted);
    void offer(std::string_view name);
    /// Empty if nothing is near: a third of the name may differ, three bytes at most.
    [[nodiscard]] std::string_view name() const { return name_; }

private:
    std::string_view wanted_;
    std::size_t most_;
    std::string_view name_;
};

std::string nearest(std::string_view wanted, std::span<const std::string_view> names);

}  // namespace nagarezu
