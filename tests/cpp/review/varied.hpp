// Variations of a case: entities in another order, under other ids, some of them gone or new.
#pragma once

#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

#include "io/random_case.hpp"
#include "nagarezu/model/references.hpp"

namespace nagarezu::review::testing {

using io::testing::Random;

/// Shifts the references into one list as `to` says.
template <class Tag>
struct Shift {
    const std::vector<Index<Tag>>& to;
    void operator()(Index<Tag>& index) const {
        if (index.valid()) index = to[index.get()];
    }
    void operator()(std::vector<Index<Tag>>& indices) const {
        for (auto& index : indices) (*this)(index);
    }
};

template <class Tag>
void shuffle(Case& c, Random& random) {
    auto& list = c.*Table<Tag>::at;
    std::vector<std::size_t> order(list.size());
    std::iota(order.begin(), order.end(), 0U);
    for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random.below(i)]);
    auto old = list;
    std::vector<Index<Tag>> to(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        list[i] = old[order[i]];
        to[order[i]] = Index<Tag>{i};
    }
    for_each_reference(c, Shift<Tag>{to});
}

template <class T>
void rename_some(std::vector<T>& list, Random& random) {
    for (T& entity : list)
        if (random.below(4) == 0) entity.id += "-new";
}

/// A case that shares ids with those of other seeds, in an order of its own, with some ids of its own.
inline Case varied_case(std::uint64_t seed) {
    Case c = io::testing::random_case(seed);
    Random random{seed + 7};
    if (random.coin()) {
        shuffle<ItemTag>(c, random);
        shuffle<HolderTag>(c, random);
        shuffle<FlowTag>(c, random);
        shuffle<SubjectTag>(c, random);
        shuffle<ListTag>(c, random);
        shuffle<SafeguardTag>(c, random);
        shuffle<MatterTag>(c, random);
        std::reverse(c.clauses.begin(), c.clauses.end());
    }
    rename_some(c.items, random);
    rename_some(c.holders, random);
    rename_some(c.flows, random);
    rename_some(c.safeguards, random);
    rename_some(c.claims, random);
    if (random.coin()) c.items.push_back({{}, "i-last", "last", "", "", {}, {}, {}});
    return c;
}

/// The same case with a few fields changed at random, most of it as it was.
inline Case touched(Case c, std::uint64_t seed) {
    Random random{seed};
    c.items[random.below(c.items.size())].label += "x";
    if (random.coin()) c.holders[0].external = !c.holders[0].external;
    if (random.coin() && !c.lists[0].entries.empty()) c.lists[0].entries.pop_back();
    if (random.coin()) c.flows[1].source = "000:99";
    if (random.coin()) c.claims.clear();
    if (random.coin()) c.transfers.push_back({{}, "b", "l", "s", ""});
    if (random.coin()) shuffle<HolderTag>(c, random);
    return c;
}

}  // namespace nagarezu::review::testing
