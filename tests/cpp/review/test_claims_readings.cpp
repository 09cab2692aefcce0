// Verdicts against single readings of random cases: what is decided stays decided however the rest is read.
#include <gtest/gtest.h>

#include <array>

#include "graph/random_case.hpp"
#include "judged.hpp"

namespace nagarezu::review {
namespace {

/// Optional entries are there or not, a joint flow goes to one of its holders, and open lists end.
Case reading_of(Case source, std::mt19937& random) {
    for (ItemList& list : source.lists) {
        list.open = false;
        for (ListEntry& entry : list.entries) {
            if (entry.optional && random() % 2 == 0) entry.change = Change::removed;
            entry.optional = false;
        }
    }
    for (Flow& flow : source.flows) {
        flow.open = false;
        if (flow.to.size() > 1) flow.to = {flow.to[random() % flow.to.size()]};
    }
    for (Holder& holder : source.holders)
        for (Creation& creation : holder.creates) creation.open = false;
    return source;
}

TEST(Claims, KeepTheirVerdictInEveryReading) {
    std::mt19937 random{21};
    std::array<std::size_t, 3> verdicts{};
    for (unsigned round = 0; round < 900; ++round) {
        const Case source = graph::random_case(random, 4, 4);
        Claim claim;
        claim.kind = std::array{ClaimKind::only, ClaimKind::never, ClaimKind::includes}.at(round % 3U);
        for (auto h : graph::some_of(random, source.holders.size(), 50)) claim.holders.emplace_back(h);
        for (auto i : graph::some_of(random, source.items.size(), 50)) claim.items.emplace_back(i);
        if (claim.holders.empty() || claim.items.empty()) continue;
        const Judgement judged = judge(metrics::Measured{source}, claim);
        ++verdicts.at(static_cast<std::size_t>(judged.holds));
        EXPECT_EQ(judged.settling.empty(), judged.holds != Verdict::unknown) << round;
        const bool arrives = judged.holds != Verdict::yes && claim.kind != ClaimKind::includes;
        EXPECT_EQ(judged.witness.has_value(), arrives) << round;
        if (judged.holds == Verdict::unknown) continue;
        for (int reading = 0; reading < 6; ++reading) {
            const metrics::Measured measured{reading_of(source, random)};
            const Verdict against = judged.holds == Verdict::yes ? Verdict::no : Verdict::yes;
            EXPECT_NE(judge(measured, claim).holds, against) << round;
        }
    }
    for (const std::size_t verdict : verdicts) EXPECT_GT(verdict, 30U);
}

}  // namespace
}  // namespace nagarezu::review
