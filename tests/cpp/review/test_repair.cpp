// Repairs against brute force: every subset of flows, and of items, is removed and the claim judged anew.
#include <gtest/gtest.h>

#include <optional>

#include "graph/random_case.hpp"
#include "judged.hpp"

namespace nagarezu::review {
namespace {

bool chosen(std::size_t set, std::size_t element) {
    return ((set >> element) & 1U) != 0;
}

std::size_t size_of(std::size_t set) {
    std::size_t size = 0;
    for (; set != 0; set &= set - 1) ++size;
    return size;
}

Case without_flows(Case source, std::size_t set) {
    for (std::size_t f = 0; f < source.flows.size(); ++f)
        if (chosen(set, f)) source.flows[f].change = Change::removed;
    return source;
}

Case without_items(Case source, std::size_t set) {
    const auto drop = [&](auto& stated) {
        std::erase_if(stated.items, [&](ItemIndex item) { return chosen(set, item.get()); });
    };
    for (auto& flow : source.flows) drop(flow);
    for (auto& holder : source.holders)
        for (auto& creation : holder.creates) drop(creation);
    for (auto& list : source.lists)
        std::erase_if(list.entries,
                      [&](const ListEntry& entry) { return entry.leaf() && chosen(set, entry.item.get()); });
    return source;
}

bool holds(const Case& source, const Claim& claim) {
    return judge(metrics::Measured{source}, claim).holds == Verdict::yes;
}

/// The size of a smallest subset without which the claim holds.
template <class Without>
std::optional<std::size_t> smallest(const Case& source, const Claim& claim, std::size_t elements, Without without) {
    std::optional<std::size_t> best;
    for (std::size_t set = 0; set < (std::size_t{1} << elements); ++set) {
        if (best && size_of(set) >= *best) continue;
        if (holds(without(source, set), claim)) best = size_of(set);
    }
    return best;
}

std::size_t set_of(const auto& indices) {
    std::size_t set = 0;
    for (auto index : indices) set |= std::size_t{1} << index.get();
    return set;
}

/// Returns whether there was anything to repair.
bool compare(const Case& source, const Claim& claim) {
    const Judgement judged = judge(metrics::Measured{source}, claim);
    if (judged.holds == Verdict::yes) return false;
    const auto flows = smallest(source, claim, source.flows.size(), without_flows);
    const bool about_items = claim.kind == ClaimKind::only || claim.kind == ClaimKind::never;
    const auto items = about_items ? smallest(source, claim, source.items.size(), without_items) : std::nullopt;
    EXPECT_EQ(judged.repair.has_value(), flows || items);
    if (!judged.repair) return flows || items;
    const Repair& repair = *judged.repair;
    EXPECT_TRUE(repair.flows.empty() || repair.items.empty());
    EXPECT_TRUE(holds(without_items(without_flows(source, set_of(repair.flows)), set_of(repair.items)), claim));
    const std::size_t best = std::min(flows.value_or(repair.size()), items.value_or(repair.size()));
    EXPECT_EQ(repair.size(), best);
    EXPECT_TRUE(repair.exact());
    return true;
}

TEST(Repair, IsAsSmallAsBruteForceFindsForItemsAtHolders) {
    std::mt19937 random{7};
    std::size_t repaired = 0;
    for (int round = 0; round < 800 && repaired < 40; ++round) {
        const Case source = graph::random_case(random, 5, 4);
        if (source.flows.size() > 7 || source.items.empty()) continue;
        Claim claim;
        claim.kind = round % 2 == 0 ? ClaimKind::only : ClaimKind::never;
        for (auto h : graph::some_of(random, source.holders.size(), 40)) claim.holders.emplace_back(h);
        for (auto i : graph::some_of(random, source.items.size(), 50)) claim.items.emplace_back(i);
        if (claim.holders.empty() || claim.items.empty()) continue;
        SCOPED_TRACE(round);
        if (compare(source, claim)) ++repaired;
    }
    EXPECT_EQ(repaired, 40U);
}

TEST(Repair, IsAsSmallAsBruteForceFindsForChains) {
    std::mt19937 random{11};
    std::size_t repaired = 0;
    for (int round = 0; round < 800 && repaired < 40; ++round) {
        built::Claims it;
        for (std::size_t h = 0; h < 5; ++h) {
            const int tier = static_cast<int>(random() % 3);
            it.holder(built::numbered("h", h), tier > 0, tier);
        }
        for (std::size_t f = 0; f < 7; ++f)
            it.flow(built::numbered("f", f), HolderIndex{random() % 5}, {HolderIndex{random() % 5}}, {}).relation =
                random() % 4 == 0 ? Relation::link : Relation::reentrust;
        auto& claim = it.claim(ClaimKind::depth_at_most);
        claim.limit = static_cast<Count>(random() % 4);
        if (random() % 2 == 0) claim.holders = {HolderIndex{random() % 5}};
        SCOPED_TRACE(round);
        if (compare(it.made, claim)) ++repaired;
    }
    EXPECT_EQ(repaired, 40U);
}

TEST(Repair, CutsWhereTheWaysAreNarrow) {
    // Three flows feed relay, one goes on from it.
    built::Claims it;
    const auto s = it.subject("s");
    const auto secret = it.item("secret");
    const auto relay = it.holder("relay");
    const auto target = it.outsider("target");
    for (std::size_t h = 0; h < 3; ++h) {
        const auto source = it.holder(built::numbered("source", h));
        it.creates(source, {s}, {secret});
        it.flow(built::numbered("in", h), source, {relay}, {s}, {secret});
    }
    it.flow("on", relay, {target}, {s}).open = true;
    it.never({target}, {secret});
    EXPECT_EQ(it.holds(), Verdict::unknown);
    EXPECT_EQ(it.repair(it.judged()), "on ");
}

TEST(Repair, IsNoneWhereTheHolderItselfHasSomethingUnlisted) {
    built::Claims it;
    const auto s = it.subject("s");
    const auto secret = it.item("secret");
    const auto target = it.outsider("target");
    it.creates(target, {s}, {}).open = true;
    it.never({target}, {secret});
    EXPECT_EQ(it.repair(it.judged()), "none");
}

TEST(Repair, TakesFlowsOutWhereALaterOneWouldBeLeftWithoutAKnownSource) {
    // Without `in`, relay is not said to hold anything of s, and nothing limits what the open flow brings.
    built::Claims it;
    const auto s = it.subject("s");
    const auto secret = it.item("secret");
    const auto city = it.holder("city");
    const auto relay = it.holder("relay");
    const auto target = it.outsider("target");
    it.creates(city, {s}, {secret});
    it.flow("in", city, {relay}, {s}, {secret});
    it.flow("on", relay, {target}, {s}).open = true;
    it.never({target}, {secret});
    EXPECT_EQ(it.repair(it.judged()), "on ");
}

/// Ways of two flows each, which have none in common.
struct Ways : built::Claims {
    explicit Ways(std::size_t ways) {
        const auto s = subject("s");
        const auto secret = item("secret");
        const auto city = holder("city");
        const auto target = outsider("target");
        creates(city, {s}, {secret});
        for (std::size_t w = 0; w < ways; ++w) {
            const auto relay = holder(built::numbered("relay", w));
            flow(built::numbered("in", w), city, {relay}, {s}, {secret}).relation = Relation::entrust;
            auto& on = flow(built::numbered("on", w), relay, {target}, {s}, {secret});
            on.relation = Relation::entrust;
        }
        claim(ClaimKind::depth_at_most).limit = 1;
    }
};

TEST(Repair, IsExactForSmallCutsAndSaysSoIfNot) {
    const Judgement few = Ways{6}.judged();
    ASSERT_TRUE(few.repair);
    EXPECT_TRUE(few.repair->exact());
    EXPECT_EQ(few.repair->size(), 6U);

    const Ways ways{12};
    const Judgement many = ways.judged();
    ASSERT_TRUE(many.repair);
    EXPECT_FALSE(many.repair->exact());
    EXPECT_LT(many.repair->lower, 12U);
    EXPECT_GT(many.repair->lower, 3U);
    EXPECT_EQ(many.repair->size(), 12U);  // nothing can be spared
    EXPECT_TRUE(holds(without_flows(ways.made, set_of(many.repair->flows)), ways.made.claims.back()));
}

TEST(Repair, PrefersOneItemToManyFlows) {
    Ways it{3};
    it.never({HolderIndex{1}}, {ItemIndex{std::size_t{0}}});
    EXPECT_EQ(it.repair(it.judged()), "secret ");
}

}  // namespace
}  // namespace nagarezu::review
