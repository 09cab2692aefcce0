#include "nagarezu/base/wording.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace nagarezu {
namespace {

constexpr std::size_t subject_bytes = 80;
constexpr std::size_t longest_name = 64;

bool continues(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

// Controls, line separators, and the marks that turn the direction of writing or have no width.
bool harmful(std::string_view character) {
    static constexpr std::array<std::string_view, 16> marks{"\u200B", "\u200C", "\u200D", "\u200E", "\u200F", "\u2028",
                                                            "\u2029", "\u202A", "\u202B", "\u202C", "\u202D", "\u202E",
                                                            "\u2066", "\u2067", "\u2068", "\u2069"};
    const auto first = static_cast<unsigned char>(character.front());
    if (character.size() == 1) return first < 0x20 || first >= 0x7F;
    if (character.size() == 2 && first == 0xC2) return static_cast<unsigned char>(character[1]) < 0xA0;
    return character == "\uFEFF" || std::find(marks.begin(), marks.end(), character) != marks.end();
}

}  // namespace

std::string shortened(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at + 1;
        while (end < text.size() && end - at < 4 && continues(text[end])) ++end;
        const std::string_view character = text.substr(at, end - at);
        if (result.size() + character.size() > subject_bytes) return result + "…";
        result += harmful(character) ? std::string_view{"\uFFFD"} : character;
        at = end;
    }
    return result;
}

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t most) {
    if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > most || a.size() > longest_name ||
        b.size() > longest_name)
        return most + 1;
    using Row = std::array<std::size_t, longest_name + 1>;
    Row before{};  // two rows up
    Row above{};
    Row row{};
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        before = std::exchange(above, row);
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({replaced, above[j] + 1, row[j - 1] + 1});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
        }
    }
    return std::min(row[b.size()], most + 1);
}

Nearest::Nearest(std::string_view wanted) : wanted_{wanted}, most_{std::clamp<std::size_t>(wanted.size() / 3, 1, 3)} {}

void Nearest::offer(std::string_view name) {
    // A name that is no nearer than the best so far does not replace it.
    const std::size_t allowed = name_.empty() ? most_ : most_ - 1;
    if (!name_.empty() && most_ == 0) return;
    const std::size_t distance = edit_distance(wanted_, name, allowed);
    if (distance > allowed) return;
    name_ = name;
    most_ = distance;
}

std::string nearest(std::string_view wanted, std::span<const std::string_view> names) {
    Nearest nearest{wanted};
    for (const std::string_view name : names) nearest.offer(name);
    return std::string{nearest.name()};
}

}  // namespace nagarezu
