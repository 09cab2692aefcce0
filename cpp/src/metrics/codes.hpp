// Lists of codes, such as assumptions and missing facts, in which each stands once.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

namespace nagarezu::metrics {

inline void merge_codes(std::vector<std::string>& into, const std::vector<std::string>& codes) {
    for (const auto& code : codes)
        if (std::ranges::find(into, code) == into.end()) into.push_back(code);
}

}  // namespace nagarezu::metrics
