// Keys numbered in the order in which they first appear: how tables group rows without sorting them.
#pragma once

#include <cstddef>
#include <map>
#include <vector>

namespace nagarezu::metrics {

template <class Key>
class FirstSeen {
public:
    /// The number of the key, a new one at its first appearance.
    std::size_t operator()(const Key& key) {
        const auto [place, fresh] = numbers_.try_emplace(key, keys_.size());
        if (fresh) keys_.push_back(key);
        return place->second;
    }
    [[nodiscard]] const std::vector<Key>& keys() const { return keys_; }
    [[nodiscard]] std::size_t size() const { return keys_.size(); }

private:
    std::map<Key, std::size_t> numbers_;
    std::vector<Key> keys_;
};

}  // namespace nagarezu::metrics
