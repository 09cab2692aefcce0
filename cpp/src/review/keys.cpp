#include "keys.hpp"

#include <algorithm>
#include <map>
#include <string_view>

namespace nagarezu::review {

namespace {

constexpr ItemClasses key_classes{ItemClass::NB, ItemClass::JC, ItemClass::SY, ItemClass::OI};

bool is_key(const Item& item) {
    return is_own(item) && !(item.classes & key_classes).empty();
}

}  // namespace

bool is_direct_identifier(const Item& item) {
    return is_own(item) && item.classes.contains(ItemClass::DI);
}

Keys::Keys(const metrics::Measured& measured) : groups_{measured.source.subjects.size()} {
    const auto& items = measured.source.items;
    std::map<std::string_view, std::size_t> by_concept;
    std::vector<ItemIndex> identifiers;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (is_direct_identifier(items[i])) identifiers.emplace_back(i);
        if (!is_key(items[i])) continue;
        std::size_t key = items_.size();
        if (!items[i].concept_id.empty()) key = by_concept.try_emplace(items[i].concept_id, key).first->second;
        if (key == items_.size()) items_.emplace_back();
        items_[key].emplace_back(i);
    }
    words_ = graph::words_for(items_.size());
    lower_ = look_up(measured, identifiers, graph::Reach::lower);
    upper_ = look_up(measured, identifiers, graph::Reach::upper);
}

Keys::Held Keys::look_up(const metrics::Measured& measured, const std::vector<ItemIndex>& identifiers,
                         graph::Reach reach) const {
    const std::size_t holders = measured.source.holders.size();
    Held found{std::vector<graph::Word>(holders * groups_ * words_, 0), std::vector<bool>(holders * groups_, false)};
    for (std::size_t h = 0; h < holders; ++h)
        for (std::size_t g = 0; g < groups_; ++g) {
            const auto holds = [&](ItemIndex item) {
                return measured.holdings.holds(HolderIndex{h}, SubjectIndex{g}, item, reach);
            };
            const std::size_t at = row(HolderIndex{h}, SubjectIndex{g});
            const graph::Bits keys = graph::Bits{found.keys}.subspan(at * words_, words_);
            for (std::size_t key = 0; key < items_.size(); ++key)
                if (std::ranges::any_of(items_[key], holds)) graph::set(keys, key);
            found.identifies[at] = std::ranges::any_of(identifiers, holds);
        }
    return found;
}

bool Keys::holds(HolderIndex holder, SubjectIndex group, std::size_t key, graph::Reach reach) const {
    return graph::test(keys_of(holder, group, reach), key);
}

bool Keys::holds_any(HolderIndex holder, SubjectIndex group, graph::Reach reach) const {
    return share(holder, holder, group, reach);
}

bool Keys::share(HolderIndex a, HolderIndex b, SubjectIndex group, graph::Reach reach) const {
    const auto of_a = keys_of(a, group, reach);
    const auto of_b = keys_of(b, group, reach);
    for (std::size_t w = 0; w < words_; ++w)
        if ((of_a[w] & of_b[w]) != 0) return true;
    return false;
}

bool Keys::identifies(HolderIndex holder, SubjectIndex group, graph::Reach reach) const {
    return held(reach).identifies[row(holder, group)];
}

bool Keys::joined(const std::vector<HolderIndex>& holders, SubjectIndex group, graph::Reach reach) const {
    if (holders.empty()) return true;
    std::vector<HolderIndex> apart(holders.begin() + 1, holders.end());
    std::vector<HolderIndex> open{holders.front()};
    while (!open.empty()) {
        const HolderIndex at = open.back();
        open.pop_back();
        const auto split = std::partition(apart.begin(), apart.end(),
                                          [&](HolderIndex other) { return !share(at, other, group, reach); });
        open.insert(open.end(), split, apart.end());
        apart.erase(split, apart.end());
    }
    return apart.empty();
}

}  // namespace nagarezu::review
