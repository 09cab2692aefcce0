// The smallest ties against brute force over all sets of holders, on random holdings.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "metrics/builder.hpp"
#include "nagarezu/review/linkage.hpp"

namespace nagarezu::review {
namespace {

using graph::Reach;
using Holders = std::vector<HolderIndex>;

/// Holders with three keys (two of one concept), another person's key, a name and a plain item.
struct Random : built::Builder {
    explicit Random(std::mt19937& random) {
        subject("s1");
        subject("s2");
        item("k1", {ItemClass::OI}, "same");
        item("k2", {ItemClass::NB}, "same");
        item("k3", {ItemClass::SY});
        item("k4", {ItemClass::JC});
        item("theirs", {ItemClass::OI}, "same", "other");
        item("name", {ItemClass::DI});
        item("plain", {ItemClass::ST});
        for (std::size_t h = 0; h < 6; ++h) {
            const auto here = holder(built::numbered("h", h));
            for (std::size_t g = 0; g < 2; ++g) {
                const auto list_ = list(built::numbered("l", made.lists.size()), {here});
                for (std::size_t i = 0; i < made.items.size(); ++i)
                    if (random() % 100 < (i == 5 ? 15U : 25U)) entry(list_, ItemIndex{i}, random() % 4 == 0);
                creates(here, {SubjectIndex{g}}, {}).lists = {list_};
            }
        }
    }
};

bool key_of(const Item& item) {
    constexpr ItemClasses keys{ItemClass::NB, ItemClass::JC, ItemClass::SY, ItemClass::OI};
    return item.role.empty() && !(item.classes & keys).empty();
}

bool same_key(const Item& a, const Item& b) {
    return a.id == b.id || (!a.concept_id.empty() && a.concept_id == b.concept_id);
}

struct Oracle {
    const metrics::Measured& measured;
    Reach reach;

    [[nodiscard]] bool share(HolderIndex a, HolderIndex b, SubjectIndex g) const {
        const auto& items = measured.source.items;
        for (std::size_t i = 0; i < items.size(); ++i)
            for (std::size_t j = 0; j < items.size(); ++j)
                if (key_of(items[i]) && key_of(items[j]) && same_key(items[i], items[j]) &&
                    measured.holdings.holds(a, g, ItemIndex{i}, reach) &&
                    measured.holdings.holds(b, g, ItemIndex{j}, reach))
                    return true;
        return false;
    }
    [[nodiscard]] bool named(HolderIndex h, SubjectIndex g, Reach by) const {
        return measured.holdings.holds(h, g, ItemIndex{std::size_t{5}}, by);
    }
    [[nodiscard]] bool connected(const Holders& set, SubjectIndex g) const {
        std::set<HolderIndex> reached{set.front()};
        for (std::size_t round = 0; round < set.size(); ++round)
            for (auto a : set)
                for (auto b : set)
                    if (reached.contains(a) && share(a, b, g)) reached.insert(b);
        return reached.size() == set.size();
    }
    [[nodiscard]] bool ties(const Holders& set) const {
        for (std::size_t g = 0; g < 2; ++g) {
            const auto has_name = [&](HolderIndex h) { return named(h, SubjectIndex{g}, reach); };
            if (std::ranges::any_of(set, has_name) && connected(set, SubjectIndex{g})) return true;
        }
        return false;
    }
    [[nodiscard]] std::vector<Holders> smallest(HolderIndex holder) const {
        bool has_key = false;
        for (std::size_t g = 0; g < 2; ++g) {
            if (named(holder, SubjectIndex{g}, Reach::upper)) return {};
            has_key = has_key || share(holder, holder, SubjectIndex{g});
        }
        if (!has_key) return {};
        std::vector<Holders> best;
        for (unsigned bits = 0; bits < 64; ++bits) {
            Holders set;
            for (unsigned h = 0; h < 6; ++h)
                if (((bits >> h) & 1U) != 0) set.emplace_back(h);
            if (std::ranges::find(set, holder) == set.end() || !ties(set)) continue;
            if (!best.empty() && set.size() > best.front().size()) continue;
            if (!best.empty() && set.size() < best.front().size()) best.clear();
            best.push_back(set);
        }
        std::ranges::sort(best);
        return best;
    }
};

TEST(Ties, AreAllTheSmallestSetsThatBruteForceFinds) {
    std::mt19937 random{3};
    std::size_t chains = 0;
    std::size_t several = 0;
    for (int round = 0; round < 60; ++round) {
        const Random it{random};
        const auto measured = it.measured();
        for (const Reach reach : {Reach::lower, Reach::upper})
            for (std::size_t h = 0; h < 6; ++h) {
                const auto expected = Oracle{measured, reach}.smallest(HolderIndex{h});
                const Ties ties = smallest_ties(measured, HolderIndex{h}, reach);
                ASSERT_EQ(ties.sets, expected) << round << ' ' << h;
                EXPECT_TRUE(ties.complete);
                if (!expected.empty() && expected.front().size() > 2) ++chains;
                if (expected.size() > 1) ++several;
            }
    }
    EXPECT_GT(chains, 10U);
    EXPECT_GT(several, 10U);
}

TEST(Ties, AreSetsThatReachAnIdentifierAndNoSmallerOneDoes) {
    std::mt19937 random{5};
    for (int round = 0; round < 20; ++round) {
        const Random it{random};
        const auto measured = it.measured();
        for (std::size_t h = 0; h < 6; ++h)
            for (const Holders& set : smallest_ties(measured, HolderIndex{h}, Reach::lower).sets) {
                EXPECT_EQ(linkage(measured, set).reaches_direct_identifier, true);
                for (std::size_t leave = 0; leave < set.size(); ++leave) {
                    Holders fewer = set;
                    fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(leave));
                    const bool has_start = std::ranges::find(fewer, HolderIndex{h}) != fewer.end();
                    if (!has_start) continue;
                    EXPECT_NE(linkage(measured, fewer).reaches_direct_identifier, true);
                }
            }
    }
}

/// The case in one of its readings: each optional entry is there for good or not at all.
Case reading_of(Case source, std::mt19937& random) {
    for (ItemList& list : source.lists)
        for (ListEntry& entry : list.entries) {
            if (entry.optional && random() % 2 == 0) entry.change = Change::removed;
            entry.optional = false;
        }
    return source;
}

TEST(Linkage, BoundsEncloseEveryReading) {
    std::mt19937 random{9};
    std::size_t open = 0;
    for (int round = 0; round < 400; ++round) {
        const Random it{random};
        Holders set;
        for (std::size_t h = 0; h < 6; ++h)
            if (random() % 2 == 0) set.emplace_back(h);
        const Linkage bounds = linkage(it.measured(), set);
        if (bounds.new_combinations.lower != bounds.new_combinations.upper) ++open;
        for (int reading = 0; reading < 4; ++reading) {
            const metrics::Measured measured{reading_of(it.made, random)};
            const Linkage exact = linkage(measured, set);
            ASSERT_TRUE(exact.new_combinations.is_exact());
            EXPECT_LE(bounds.new_combinations.lower, exact.new_combinations.lower) << round;
            EXPECT_GE(bounds.new_combinations.upper, exact.new_combinations.upper) << round;
            EXPECT_LE(bounds.union_items.lower, exact.union_items.lower);
            EXPECT_GE(bounds.union_items.upper, exact.union_items.upper);
            ASSERT_TRUE(exact.reaches_direct_identifier);
            if (bounds.reaches_direct_identifier) {
                EXPECT_EQ(bounds.reaches_direct_identifier, exact.reaches_direct_identifier);
            }
            for (ItemIndex key : bounds.join_keys) {
                // A key of all stays one, be it shown as another item of its concept.
                const auto same = [&](ItemIndex other) {
                    return same_key(it.made.items[key.get()], it.made.items[other.get()]);
                };
                EXPECT_TRUE(std::ranges::any_of(exact.join_keys, same)) << round;
            }
        }
    }
    EXPECT_GT(open, 50U);
}

TEST(Ties, AreNoneForAHolderThatMayHoldNames) {
    built::Builder it;
    const auto s = it.subject("s");
    const auto key = it.item("key", {ItemClass::OI});
    const auto name = it.item("name", {ItemClass::DI});
    const auto city = it.holder("city");
    const auto site = it.outsider("site");
    it.creates(city, {s}, {key, name});
    it.creates(site, {s}, {key});
    EXPECT_EQ(smallest_ties(it.measured(), site, Reach::lower).sets, (std::vector<Holders>{{city, site}}));
    EXPECT_TRUE(smallest_ties(it.measured(), city, Reach::lower).sets.empty());
    it.creates(site, {s}, {}).open = true;
    EXPECT_TRUE(smallest_ties(it.measured(), site, Reach::lower).sets.empty());
}

}  // namespace
}  // namespace nagarezu::review
