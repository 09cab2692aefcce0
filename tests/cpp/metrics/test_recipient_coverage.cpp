#include <gtest/gtest.h>

#include <random>

#include "builder.hpp"
#include "cells.hpp"
#include "nagarezu/metrics/coverage.hpp"
#include "nagarezu/metrics/recipients.hpp"
#include "safeguarded.hpp"

namespace nagarezu::metrics {
namespace {

using enum Category;
using built::safeguard;
using Cells = std::vector<std::string>;

// Into `partner` go f1 (LOG and ENC stated), f2 (LOG) and, of the second matter, f3 (LAW); `sub` has f3 alone.
struct Received : built::Builder {
    HolderIndex own = holder("own");
    HolderIndex partner = outsider("partner");
    HolderIndex sub = outsider("sub");

    Received() {
        matter("m2");
        flow("f1", own, {partner}, {});
        flow("f2", own, {partner}, {});
        flow("f3", own, {partner, sub}, {}).matter = MatterIndex{1};
        safeguard(made, MatterIndex{0}, "own", {LOG});
        safeguard(made, MatterIndex{0}, "own", {ENC}).applies_to = {FlowIndex{0}};
        safeguard(made, MatterIndex{1}, "own", {LAW, LOG});
    }
};

TEST(RecipientCoverage, WorkedByHand) {
    const Profile profile{"p", "", "", {LAW, ENC, LOG}, {}};
    const Frame frame = recipient_coverage(Received{}.measured(), {&profile, 1});
    EXPECT_EQ(built::names(frame), (Cells{"holder", "profile", "stated_lower", "stated_upper", "applicable",
                                          "ratio_lower", "ratio_upper", "missing"}));
    ASSERT_EQ(frame.rows(), 2U);
    EXPECT_EQ(built::row(frame, 0), (Cells{"partner", "p", "1", "3", "3", "0.333333", "1.000000", "LAW ENC"}));
    EXPECT_EQ(built::row(frame, 1), (Cells{"sub", "p", "2", "2", "3", "0.666667", "0.666667", "ENC"}));
}

// ENC applies to entrustments only, which the second matter is: f1 is not asked for it, so it states none.
TEST(RecipientCoverage, AFlowIsAskedForWhatAppliesToItsMatter) {
    Received received;
    received.made.matters[1].kinds = {MatterKind::entrust};
    Profile profile{"p", "", "", {LOG}, {}};
    profile.triggers.push_back({"entrusted", {MatterKind::entrust}, {}, {}, {}, {ENC}});
    EXPECT_EQ(built::row(recipient_coverage(received.measured(), {&profile, 1}), 0),
              (Cells{"partner", "p", "1", "1", "2", "0.500000", "0.500000", "ENC"}));
    received.made.flows[2].change = Change::removed;
    const Frame frame = recipient_coverage(received.measured(), {&profile, 1});
    ASSERT_EQ(frame.rows(), 1U);
    EXPECT_EQ(built::row(frame, 0), (Cells{"partner", "p", "1", "1", "1", "1.000000", "1.000000", ""}));
}

TEST(RecipientCoverage, WithoutApplicableCategoriesIsUnknown) {
    const Profile none{"none", "", "", {}, {}};
    EXPECT_EQ(built::row(recipient_coverage(Received{}.measured(), {&none, 1}), 1),
              (Cells{"sub", "none", "0", "0", "0", "null", "null", ""}));
    EXPECT_EQ(recipient_coverages(Received{}.made, none)[0].some.applicable, Categories{});  // no recipient
}

// One more safeguard never lowers it, `every` is part of `some`, and of a single flow they agree.
TEST(RecipientCoverage, IsMonotoneAndOrdered) {
    std::mt19937 random{42};
    const Profile profile{"all", "", "", built::all_categories, {}};
    for (int round = 0; round < 100; ++round) {
        built::Builder built;
        built.matter("m2");
        for (std::size_t i = 0; i < 4; ++i) built.holder(built::numbered("h", i));
        for (std::size_t i = 0; i < 6; ++i)
            built.flow(built::numbered("f", i), HolderIndex{0}, {HolderIndex{random() % 4}}, {}).matter =
                MatterIndex{random() % 2};
        const auto add = [&] {
            Safeguard& added = safeguard(built.made, random() % 3 == 0 ? MatterIndex{} : MatterIndex{random() % 2},
                                         "own", Categories::of_bits(static_cast<std::uint32_t>(random() % 1024)));
            if (random() % 2 == 0) added.applies_to = {FlowIndex{random() % 6}};
        };
        for (int i = 0; i < 4; ++i) add();
        const auto before = recipient_coverages(built.made, profile);
        add();
        const auto after = recipient_coverages(built.made, profile);
        for (std::size_t h = 0; h < before.size(); ++h) {
            EXPECT_EQ(before[h].every.stated - after[h].every.stated, Categories{});
            EXPECT_EQ(before[h].some.stated - after[h].some.stated, Categories{});
            EXPECT_EQ(after[h].every.stated - after[h].some.stated, Categories{});
            std::size_t flows = 0;
            for (const Flow& flow : built.made.flows) flows += flow.to.front() == HolderIndex{h};
            EXPECT_TRUE(flows != 1 || after[h].every.stated == after[h].some.stated);
        }
    }
}

}  // namespace
}  // namespace nagarezu::metrics
