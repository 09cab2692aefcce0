#include "cells.hpp"

#include <algorithm>
#include <array>

namespace nagarezu::metrics {

std::string single_word(std::string_view label) {
    static constexpr std::array<std::string_view, 8> blanks{" ",  "\t", "\n",           "\r",
                                                            "\v", "\f", "\xE3\x80\x80", "\xC2\xA0"};
    std::string word;
    word.reserve(label.size());
    while (!label.empty()) {
        const auto blank = std::ranges::find_if(blanks, [&](std::string_view b) { return label.starts_with(b); });
        const bool found = blank != blanks.end();
        word += found ? '_' : label.front();
        label.remove_prefix(found ? blank->size() : 1);
    }
    return word;
}

std::optional<std::string> labels_of(const std::vector<std::string>& labels) {
    if (labels.empty()) return std::nullopt;
    if (labels.size() == 1) return stated(labels.front());
    std::vector<std::string> separate;
    separate.reserve(labels.size());
    for (const auto& label : labels) separate.push_back(single_word(label));
    return joined(separate);
}

}  // namespace nagarezu::metrics
