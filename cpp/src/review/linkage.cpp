#include "nagarezu/review/linkage.hpp"

#include <algorithm>
#include <set>

#include "../metrics/codes.hpp"
#include "linkage_parts.hpp"
#include "nagarezu/metrics/recipients.hpp"

namespace nagarezu::review {

namespace {

using graph::Reach;
using graph::Word;
using metrics::Measured;

using Holders = std::vector<HolderIndex>;
using ItemSet = std::vector<Word>;

/// Keys that all of them hold of one group, as the items that all of them hold; where only the concept is
/// common, as the items of that concept that any of them holds.
std::set<ItemIndex> common_keys(const Measured& measured, const Keys& keys, const Holders& holders, Reach reach) {
    std::set<ItemIndex> common;
    for (std::size_t g = 0; g < measured.source.subjects.size() && !holders.empty(); ++g) {
        const SubjectIndex group{g};
        for (std::size_t key = 0; key < keys.size(); ++key) {
            const auto holds_key = [&](HolderIndex holder) { return keys.holds(holder, group, key, reach); };
            if (!std::ranges::all_of(holders, holds_key)) continue;
            std::vector<ItemIndex> of_all;
            std::vector<ItemIndex> of_any;
            for (ItemIndex item : keys.items(key)) {
                const auto holds = [&](HolderIndex h) { return measured.holdings.holds(h, group, item, reach); };
                if (std::ranges::all_of(holders, holds)) of_all.push_back(item);
                if (std::ranges::any_of(holders, holds)) of_any.push_back(item);
            }
            const auto& shown = of_all.empty() ? of_any : of_all;
            common.insert(shown.begin(), shown.end());
        }
    }
    return common;
}

/// The person's own items that a holder holds of a group.
ItemSet own_items(const Measured& measured, HolderIndex holder, SubjectIndex group, Reach reach) {
    const auto& items = measured.source.items;
    ItemSet set(graph::words_for(items.size()), 0);
    for (std::size_t i = 0; i < items.size(); ++i)
        if (is_own(items[i]) && measured.holdings.holds(holder, group, ItemIndex{i}, reach)) graph::set(set, i);
    return set;
}

/// What the members of a joined set hold of one group: what makes a pair, and what makes it nothing new. For the
/// fewest pairs these are the lower and the upper bound of the holdings, for the most the other way round.
struct Joined {
    std::vector<ItemSet> present;
    std::vector<ItemSet> together;
};

std::vector<Joined> joined_groups(const Measured& measured, const Keys& keys, const Holders& holders, Reach reach) {
    const Reach other = reach == Reach::lower ? Reach::upper : Reach::lower;
    std::vector<Joined> groups;
    for (std::size_t g = 0; g < measured.source.subjects.size(); ++g) {
        const SubjectIndex group{g};
        if (!keys.joined(holders, group, reach)) continue;
        Joined joined;
        for (HolderIndex holder : holders) {
            joined.present.push_back(own_items(measured, holder, group, reach));
            joined.together.push_back(own_items(measured, holder, group, other));
        }
        groups.push_back(std::move(joined));
    }
    return groups;
}

/// Adds the items that make a new pair with this one: it at one member, they at another, and neither of the two
/// nor any other member has both.
void add_partners(const Joined& group, std::size_t item, ItemSet& partners) {
    ItemSet found(partners.size(), 0);
    for (std::size_t a = 0; a < group.present.size(); ++a) {
        if (!graph::test(group.present[a], item)) continue;
        for (std::size_t b = 0; b < group.present.size(); ++b) {
            if (a == b || graph::test(group.together[b], item)) continue;
            for (std::size_t w = 0; w < found.size(); ++w) found[w] |= group.present[b][w] & ~group.together[a][w];
        }
    }
    for (const ItemSet& member : group.together) {
        if (!graph::test(member, item)) continue;
        for (std::size_t w = 0; w < found.size(); ++w) found[w] &= ~member[w];
    }
    for (std::size_t w = 0; w < found.size(); ++w) partners[w] |= found[w];
}

Count new_pairs(const std::vector<Joined>& groups, std::size_t items) {
    Count pairs = 0;
    for (std::size_t i = 0; i < items; ++i) {
        ItemSet partners(graph::words_for(items), 0);
        for (const Joined& group : groups) add_partners(group, i, partners);
        for (std::size_t j = i + 1; j < items; ++j) pairs += graph::test(partners, j) ? 1 : 0;
    }
    return pairs;
}

Bounds new_combinations(const Measured& measured, const Keys& keys, const Holders& holders, bool open) {
    const std::size_t items = measured.source.items.size();
    if (holders.size() < 2) return Bounds::exact(0);
    // Who may hold anything may hold every pair alone.
    if (open) return Bounds::at_least(0);
    return {new_pairs(joined_groups(measured, keys, holders, Reach::lower), items),
            new_pairs(joined_groups(measured, keys, holders, Reach::upper), items)};
}

bool reaches(const Measured& measured, const Keys& keys, const Holders& holders, Reach reach) {
    for (std::size_t g = 0; g < measured.source.subjects.size(); ++g) {
        const SubjectIndex group{g};
        const auto identifies = [&](HolderIndex holder) { return keys.identifies(holder, group, reach); };
        if (std::ranges::any_of(holders, identifies) && keys.joined(holders, group, reach)) return true;
    }
    return false;
}

Count union_of(const Measured& measured, const Holders& holders, Reach reach) {
    Count items = 0;
    for (std::size_t i = 0; i < measured.source.items.size(); ++i)
        if (std::ranges::any_of(holders,
                                [&](HolderIndex h) { return measured.holdings.has_item(h, ItemIndex{i}, reach); }))
            ++items;
    return items;
}

}  // namespace

Linkage linkage(const Measured& measured, std::span<const HolderIndex> holders) {
    return linkage(measured, Keys{measured}, holders);
}

Linkage linkage(const Measured& measured, const Keys& keys, std::span<const HolderIndex> holders) {
    const std::set<HolderIndex> once(holders.begin(), holders.end());
    Linkage result;
    result.holders.assign(once.begin(), once.end());
    for (HolderIndex holder : result.holders) metrics::merge_codes(result.missing, metrics::openings(measured, holder));

    const auto certain = common_keys(measured, keys, result.holders, Reach::lower);
    result.join_keys.assign(certain.begin(), certain.end());
    for (ItemIndex item : common_keys(measured, keys, result.holders, Reach::upper))
        if (!certain.contains(item)) result.possible_keys.push_back(item);

    const bool open =
        std::ranges::any_of(result.holders, [&](HolderIndex holder) { return measured.holdings.unlisted(holder); });
    result.union_items.lower = union_of(measured, result.holders, Reach::lower);
    if (!open) result.union_items.upper = union_of(measured, result.holders, Reach::upper);
    result.new_combinations = new_combinations(measured, keys, result.holders, open);
    if (reaches(measured, keys, result.holders, Reach::lower))
        result.reaches_direct_identifier = true;
    else if (!open && !reaches(measured, keys, result.holders, Reach::upper))
        result.reaches_direct_identifier = false;
    return result;
}

}  // namespace nagarezu::review
