// Claims `requires`, `depth_at_most` and `count`, each reading of the facts by hand.
#include <gtest/gtest.h>

#include "judged.hpp"
#include "metrics/cells.hpp"

namespace nagarezu::review {
namespace {

using built::Codes;

struct Line : built::Claims {
    SubjectIndex s = subject("s");
    ItemIndex item_ = item("item");
    HolderIndex city = holder("city");
    HolderIndex partner = outsider("partner");
    HolderIndex sub = holder("sub", true, 2);

    Line() {
        creates(city, {s}, {item_});
        flow("f1", city, {partner}, {s}, {item_}).relation = Relation::entrust;
    }
    Safeguard& states(Categories categories, Status status = Status::stated) {
        Safeguard safeguard;
        safeguard.id = built::numbered("s", made.safeguards.size() + 1);
        safeguard.matter = MatterIndex{0};
        safeguard.categories = categories;
        safeguard.status = status;
        made.safeguards.push_back(safeguard);
        return made.safeguards.back();
    }
    Claim& requires_(std::vector<FlowIndex> flows, Categories categories) {
        Claim& made_claim = claim(ClaimKind::requires_);
        made_claim.flows = std::move(flows);
        made_claim.categories = categories;
        return made_claim;
    }
    Claim& depth(Count limit, std::vector<HolderIndex> holders = {}) {
        Claim& made_claim = claim(ClaimKind::depth_at_most);
        made_claim.limit = limit;
        made_claim.holders = std::move(holders);
        return made_claim;
    }
    void passes_on(std::string id, HolderIndex from, std::vector<HolderIndex> to,
                   Relation relation = Relation::reentrust) {
        flow(std::move(id), from, std::move(to), {s}, {item_}).relation = relation;
    }
    Claim& count_is(Count value, std::string unit = "person", std::string label = {}) {
        Claim& made_claim = claim(ClaimKind::count);
        made_claim.value = value;
        made_claim.unit = std::move(unit);
        made_claim.label = std::move(label);
        return made_claim;
    }
};

constexpr FlowIndex first{std::size_t{0}};

TEST(ClaimRequires, HoldsWhereEveryCategoryIsStatedForEveryFlow) {
    Line it;
    it.states({Category::ENC, Category::NET});
    it.states({Category::LOG}).applies_to = {first};
    it.requires_({first}, {Category::ENC, Category::LOG});
    EXPECT_EQ(it.holds(), Verdict::yes);
    EXPECT_FALSE(it.judged().repair);
}

TEST(ClaimRequires, FailsWhereACategoryIsNotStatedAndShowsTheFlow) {
    Line it;
    it.states({Category::ENC}, Status::not_needed);
    it.passes_on("f2", it.partner, {it.sub});
    it.states({Category::NET}).applies_to = {first};
    it.requires_({FlowIndex{1}, first, first}, {Category::NET, Category::ENC});
    const Judgement judged = it.judged();
    EXPECT_EQ(judged.holds, Verdict::no);
    EXPECT_EQ(it.way(judged), "city f1 partner");
    EXPECT_EQ(judged.contradictions, (Codes{"safeguard:f1:ENC", "safeguard:f2:ENC", "safeguard:f2:NET"}));
    EXPECT_TRUE(judged.settling.empty());
    EXPECT_EQ(it.repair(judged), "f1 f2 ");
    EXPECT_TRUE(judged.repair->exact());
}

TEST(ClaimRequires, IsUnknownWhereABlankOrUnknownSafeguardCouldStateIt) {
    for (const Status status : {Status::blank, Status::unknown}) {
        Line it;
        it.states({Category::ENC}, status);
        it.requires_({first}, {Category::ENC});
        EXPECT_EQ(it.holds(), Verdict::unknown);
        EXPECT_EQ(it.judged().settling, (Codes{"safeguard:f1:ENC"}));
        EXPECT_EQ(it.way(it.judged()), "city f1 partner");
        it.requires_({first}, {Category::ENC, Category::NET});
        EXPECT_EQ(it.holds(), Verdict::no);  // nothing could state NET
        EXPECT_TRUE(it.judged().settling.empty());
    }
}

TEST(ClaimRequires, TakesABlankSafeguardOnlyForTheFlowsOfItsOwn) {
    Line it;
    const auto other = it.matter("m2");
    it.states({Category::ENC}, Status::blank).matter = other;
    it.requires_({first}, {Category::ENC});
    EXPECT_EQ(it.holds(), Verdict::no);
    it.passes_on("f2", it.partner, {it.sub});
    it.states({Category::ENC}, Status::blank).applies_to = {FlowIndex{1}};
    EXPECT_EQ(it.holds(), Verdict::no);
    it.states({Category::ENC}, Status::blank).matter = {};  // of the whole case
    EXPECT_EQ(it.holds(), Verdict::unknown);
    it.requires_({first, FlowIndex{1}}, {Category::ENC});
    EXPECT_EQ(it.judged().settling, (Codes{"safeguard:f1:ENC", "safeguard:f2:ENC"}));
}

TEST(ClaimRequires, PrefersAFlowThatFailsToOneThatMay) {
    Line it;
    it.states({Category::ENC}, Status::blank).applies_to = {first};
    it.passes_on("f2", it.partner, {it.sub});
    it.requires_({first, FlowIndex{1}}, {Category::ENC});
    EXPECT_EQ(it.holds(), Verdict::no);
    EXPECT_EQ(it.way(it.judged()), "partner f2 sub");
}

TEST(ClaimRequires, AsksNothingOfARemovedFlow) {
    Line it;
    it.made.flows[0].change = Change::removed;
    it.requires_({first}, {Category::ENC});
    EXPECT_EQ(it.holds(), Verdict::yes);
}

TEST(ClaimRequires, ShowsFlowsFromAndToThePersonsAsFarAsTheyHaveHolders) {
    Line it;
    it.flow("in", {}, {it.city}, {it.s}, {it.item_}).relation = Relation::collect;
    it.requires_({FlowIndex{1}}, {Category::ENC});
    EXPECT_EQ(it.way(it.judged()), "city");
    EXPECT_EQ(it.judged().collected_by, FlowIndex{1});
    it.flow("out", it.city, {}, {it.s}, {it.item_}).relation = Relation::issue;
    it.requires_({FlowIndex{2}}, {Category::ENC});
    const Judgement judged = it.judged();
    EXPECT_EQ(judged.witness->holders, (std::vector{it.city}));
    EXPECT_EQ(judged.witness->flows, (std::vector{FlowIndex{2}}));
    EXPECT_EQ(built::cells(claims(it.measured()), "witness"), (Codes{"city", "city out"}));
}

TEST(ClaimRequires, IsUnknownWithoutFlowsOrCategories) {
    Line it;
    it.requires_({}, {Category::ENC});
    EXPECT_EQ(it.judged().settling, (Codes{"claim:c1"}));
    it.requires_({first}, {});
    EXPECT_EQ(it.holds(), Verdict::unknown);
}

TEST(ClaimDepth, CountsFlowsOfEntrustmentFromTheOwnSide) {
    Line it;
    it.depth(0);
    EXPECT_EQ(it.holds(), Verdict::no);
    EXPECT_EQ(it.way(it.judged()), "city f1 partner");
    it.depth(1);
    EXPECT_EQ(it.holds(), Verdict::yes);
    it.passes_on("f2", it.partner, {it.sub});
    EXPECT_EQ(it.holds(), Verdict::no);
    EXPECT_EQ(it.way(it.judged()), "city f1 partner f2 sub");
    EXPECT_EQ(it.judged().contradictions, (Codes{"flow:f1", "flow:f2"}));
    EXPECT_EQ(it.repair(it.judged()), "f2 ");  // without f1, partner's tier still counts
    it.depth(2);
    EXPECT_EQ(it.holds(), Verdict::yes);
}

TEST(ClaimDepth, DisregardsOtherRelationsAndRemovedFlows) {
    Line it;
    it.passes_on("f2", it.partner, {it.sub}, Relation::provide);
    it.depth(1);
    EXPECT_EQ(it.holds(), Verdict::yes);
    it.passes_on("f3", it.partner, {it.sub}, Relation::delegate);
    it.made.flows.back().change = Change::removed;
    EXPECT_EQ(it.holds(), Verdict::yes);
    it.flow("f4", {}, {it.sub}, {it.s}).relation = Relation::entrust;  // from nobody
    EXPECT_EQ(it.holds(), Verdict::yes);
}

TEST(ClaimDepth, IsTheLongestSimpleChainEvenInACircle) {
    Line it;
    it.passes_on("f2", it.partner, {it.sub});
    it.passes_on("back", it.sub, {it.partner, it.sub});
    it.depth(2);
    EXPECT_EQ(it.holds(), Verdict::yes);
    it.depth(1);
    EXPECT_EQ(it.way(it.judged()), "city f1 partner f2 sub");
}

TEST(ClaimDepth, CountsTheTierWhereNoChainFromTheOwnSideLeads) {
    Line it;
    const auto outside = it.holder("outside", true, 1);
    it.passes_on("f2", outside, {it.sub});
    it.depth(1);
    const Judgement judged = it.judged();
    EXPECT_EQ(judged.holds, Verdict::no);
    EXPECT_EQ(it.way(judged), "outside f2 sub");
    it.depth(2);
    EXPECT_EQ(it.holds(), Verdict::yes);
}

TEST(ClaimDepth, AboutHoldersLooksAtChainsThroughThem) {
    Line it;
    const auto second = it.outsider("second");
    it.passes_on("f2", it.city, {second}, Relation::entrust);
    it.passes_on("f3", second, {it.sub});
    it.depth(1, {it.partner});
    EXPECT_EQ(it.holds(), Verdict::yes);  // the long chain does not pass partner
    it.depth(1, {it.partner, it.sub});
    EXPECT_EQ(it.way(it.judged()), "city f2 second f3 sub");
    // A longer chain is found where the first two flows do not go through the holder.
    const auto last = it.holder("last", true, 3);
    it.passes_on("f4", it.sub, {last});
    it.depth(1, {last});
    EXPECT_EQ(it.way(it.judged()), "city f2 second f3 sub f4 last");
}

TEST(ClaimDepth, NeedsALimit) {
    Line it;
    it.claim(ClaimKind::depth_at_most);
    EXPECT_EQ(it.judged().settling, (Codes{"claim:c1"}));
}

TEST(ClaimDepth, GivesUpWhereThereAreTooManyChains) {
    // Three groups of ten that all entrust each other, connected by city alone: no chain visits them all.
    Line it;
    for (int g = 0; g < 3; ++g) {
        std::vector<HolderIndex> members;
        for (std::size_t m = 0; m < 10; ++m)
            members.push_back(it.outsider(built::numbered("h", it.made.holders.size())));
        members.push_back(it.city);
        for (HolderIndex from : members) it.passes_on(built::numbered("g", it.made.flows.size()), from, members);
    }
    it.depth(25);
    EXPECT_EQ(it.holds(), Verdict::unknown);
    EXPECT_EQ(it.judged().settling, (Codes{"too_many_chains"}));
    EXPECT_FALSE(it.judged().repair);
    it.depth(40);
    EXPECT_EQ(it.holds(), Verdict::yes);  // there are not that many holders
}

TEST(ClaimCount, AgreesWithOneGroupOrWithAllTogether) {
    Line it;
    const auto a = it.subject("a", 100);
    const auto b = it.subject("b", 30);
    it.disjoint(a, b);
    it.count_is(100);
    EXPECT_EQ(it.holds(), Verdict::yes);
    it.count_is(130);
    EXPECT_EQ(it.holds(), Verdict::yes);
    it.count_is(120);
    EXPECT_EQ(it.holds(), Verdict::no);
    EXPECT_EQ(it.judged().contradictions, (Codes{"count:a", "count:b"}));
    EXPECT_FALSE(it.judged().witness);
    EXPECT_FALSE(it.judged().repair);
}

TEST(ClaimCount, IsUnknownWhereTheGroupsMayOverlap) {
    Line it;
    it.subject("a", 100);
    it.subject("b", 30);
    it.count_is(120);
    EXPECT_EQ(it.holds(), Verdict::unknown);
    EXPECT_EQ(it.judged().settling, (Codes{"overlap:person"}));
    it.count_is(131);
    EXPECT_EQ(it.holds(), Verdict::no);
}

TEST(ClaimCount, OfALabelledGroupIsThatGroupsAlone) {
    Line it;
    it.subject("a", 100);
    it.subject("b", 30);
    it.count_is(30, "person", "a");
    EXPECT_EQ(it.holds(), Verdict::no);
    it.count_is(100, "person", "a");
    EXPECT_EQ(it.holds(), Verdict::yes);
    it.count_is(5, "record", "a");
    EXPECT_EQ(it.holds(), Verdict::unknown);
    EXPECT_EQ(it.judged().settling, (Codes{"count:a"}));
}

TEST(ClaimCount, DoesNotTakeABoundForTheNumberItself) {
    Line it;
    it.subject("a", 100, Unit::person, Bound::at_least);
    it.count_is(100);
    EXPECT_EQ(it.holds(), Verdict::unknown);
    EXPECT_EQ(it.judged().settling, (Codes{"count:a"}));
    it.count_is(99);
    EXPECT_EQ(it.holds(), Verdict::no);
    it.subject("b", 7, Unit::person, Bound::at_least);
    it.count_is(150);
    EXPECT_EQ(it.judged().settling, (Codes{"count:a", "count:b"}));
}

TEST(ClaimCount, HoldsForAnExactCountOfAnyDate) {
    Line it;
    const auto a = it.subject("a");
    it.count(a, 100, Unit::person, Bound::exact, "2019-01-01");
    it.count(a, 110, Unit::person, Bound::exact, "2020-01-01");
    it.count_is(110);
    EXPECT_EQ(it.holds(), Verdict::yes);
    it.count_is(105);
    EXPECT_EQ(it.holds(), Verdict::unknown);
}

TEST(ClaimCount, NeverMixesUnits) {
    Line it;
    it.subject("a", 100, Unit::record);
    it.count_is(100, "household");
    EXPECT_EQ(it.holds(), Verdict::unknown);
    EXPECT_EQ(it.judged().settling, (Codes{"unit:household"}));
    it.count_is(100, "record");
    EXPECT_EQ(it.holds(), Verdict::yes);
    it.count_is(100, "boxes");
    EXPECT_EQ(it.judged().settling, (Codes{"claim:c3"}));
    it.claim(ClaimKind::count).unit = "record";
    EXPECT_EQ(it.judged().settling, (Codes{"claim:c4"}));
}

TEST(ClaimsTable, HasARowForEachClaim) {
    Line it;
    const auto list = it.list("l", {it.partner}, {it.item_});
    it.made.lists[list.get()].label = "list";
    auto& only = it.only({it.partner}, {it.item_});
    only.label = "nothing else";
    only.matter = MatterIndex{0};
    only.source = "000:1";
    it.never({it.partner}, {it.item_});
    it.never({it.city}, {it.item_});
    it.count_is(1, "household");
    const Frame frame = claims(it.measured());
    EXPECT_EQ(built::names(frame), (Codes{"claim", "kind", "holds", "precision", "recall", "witness", "label", "matter",
                                          "contradictions", "settling", "caveats", "repair", "repair_exact",
                                          "repair_size_lower", "repair_size_upper", "collected_by", "source"}));
    EXPECT_EQ(built::row(frame, 0), (Codes{"c1", "only", "yes", "1.000000", "1.000000", "null", "nothing else", "m1",
                                           "", "", "", "", "null", "null", "null", "null", "000:1"}));
    EXPECT_EQ(built::row(frame, 1), (Codes{"c2", "never", "no", "null", "null", "city f1 partner", "null", "null",
                                           "item:item", "", "", "flow:f1", "true", "1", "1", "null", "null"}));
    EXPECT_EQ(built::cell(frame.at("repair"), 2), "item:item");
    EXPECT_EQ(built::row(frame, 3), (Codes{"c4", "count", "unknown", "null", "null", "null", "null", "null", "",
                                           "unit:household", "", "null", "null", "null", "null", "null", "null"}));
}

}  // namespace
}  // namespace nagarezu::review
