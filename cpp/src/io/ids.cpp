#include "ids.hpp"

#include <algorithm>
#include <utility>

#include "head.hpp"
#include "nagarezu/base/wording.hpp"

namespace nagarezu::io {
namespace {

// A hint is a courtesy: in a case with a million ids it looks at the first so many.
constexpr std::size_t hint_candidates = 10'000;

// The upper half of a product mixes all its bits (Fibonacci hashing), eight bytes of the id at a time.
std::uint32_t hash_of(std::string_view id) {
    std::uint64_t hash = id.size();
    while (!id.empty()) {
        hash = (hash ^ head_of(id)) * 0x9E3779B97F4A7C15U;
        hash ^= hash >> 32;
        id.remove_prefix(std::min<std::size_t>(8, id.size()));
    }
    return static_cast<std::uint32_t>(hash);
}

}  // namespace

// The bucket that holds the id, or the empty one where it belongs.
std::size_t Ids::bucket(std::string_view id, std::uint32_t hash) const {
    const std::size_t mask = buckets_.size() - 1;
    std::size_t at = hash & mask;
    while (buckets_[at].slot != nothing && (buckets_[at].hash != hash || names_[buckets_[at].slot] != id))
        at = (at + 1) & mask;
    return at;
}

Ids::Slot Ids::find(std::string_view id) const {
    return buckets_.empty() ? nothing : buckets_[bucket(id, hash_of(id))].slot;
}

Ids::Slot Ids::meet(std::string_view id) {
    if (2 * (names_.size() + 1) > buckets_.size()) grow();
    const std::uint32_t hash = hash_of(id);
    Bucket& found = buckets_[bucket(id, hash)];
    if (found.slot == nothing) {
        found = {hash, static_cast<Slot>(names_.size())};
        names_.emplace_back(id);
        entities_.push_back(nothing);
    }
    return found.slot;
}

void Ids::grow() {
    const std::vector<Bucket> old = std::exchange(buckets_, {});
    buckets_.assign(std::max<std::size_t>(16, 2 * old.size()), {0, nothing});
    for (const Bucket& bucket : old) {
        if (bucket.slot == nothing) continue;
        std::size_t at = bucket.hash & (buckets_.size() - 1);
        while (buckets_[at].slot != nothing) at = (at + 1) & (buckets_.size() - 1);
        buckets_[at] = bucket;
    }
}

bool Ids::define(Slot slot) {
    if (defined(slot)) return false;
    in_order_ = in_order_ && slot == definitions_;
    entities_[slot] = definitions_++;
    return true;
}

std::string Ids::nearest_to(std::string_view id) const {
    Nearest nearest{id};
    for (std::size_t i = 0; i < std::min(names_.size(), hint_candidates); ++i)
        if (defined(static_cast<Slot>(i))) nearest.offer(names_[i]);
    return std::string{nearest.name()};
}

}  // namespace nagarezu::io
