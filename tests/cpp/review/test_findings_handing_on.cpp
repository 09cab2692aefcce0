// Who may hand work on: clauses, measures and remarks against the flows to sub-contractors.
#include <gtest/gtest.h>

#include "parties.hpp"

namespace nagarezu::review::testing {
namespace {

class HandingOn : public Parties {};

TEST_F(HandingOn, WorkHandedOnAgainstAClauseIsAsked) {
    const auto third = built.outsider("third");
    built.made.holders[third.get()].source = "d:9";
    flow("2", own, partner);
    auto& handed_on = flow("3", partner, third);
    handed_on.relation = Relation::reentrust;
    handed_on.matter = built.matter("m2");
    auto& clause = built.made.clauses.emplace_back();
    clause.number = 1;
    clause.heading = "再委託の禁止";
    clause.matter = first;
    clause.categories = {Category::SUB};
    clause.modality = Modality::prohibition;
    clause.source = "d:5";
    EXPECT_EQ(raised(built.made), Lines{"reentrustment_forbidden question d:5 / d:9"});
    measured_by(measure("g", {}, "partner", "承諾を要する", "d:6", {Category::SUB})).modality = Modality::consent;
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.safeguards[0].modality = Modality::prohibition;
    EXPECT_EQ(raised(built.made), Lines{"reentrustment_forbidden question d:5 d:6 / d:9"});
    built.made.flows.pop_back();
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(HandingOn, WhatOneContractForbidsASecondOneOfThatPartnerMayAllow) {
    const auto third = built.outsider("third");
    built.made.holders[third.get()].source = "d:9";
    built.made.holders[third.get()].tier = 2;
    flow("2", own, partner);
    auto& handed_on = flow("3", partner, third);
    handed_on.relation = Relation::reentrust;
    const auto second = built.matter("m2");
    built.made.flows.back().matter = second;
    auto& claim = built.made.claims.emplace_back();
    claim.kind = ClaimKind::depth_at_most;
    claim.label = "再委託なし";
    claim.holders = {partner};
    claim.matter = first;
    claim.limit = 1;
    claim.source = "d:6";
    EXPECT_EQ(raised(built.made), Lines{"reentrustment_forbidden question d:6 / d:9"});
    flow("4", own, partner).matter = second;
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.claims[0].matter = second;
    EXPECT_EQ(raised(built.made), Lines{"reentrustment_forbidden question d:6 / d:9"});
}

TEST_F(HandingOn, AMeasureForOnePartnerForbidsOthersNothing) {
    const auto third = built.outsider("third");
    const auto other = built.outsider("other");
    built.made.holders[third.get()].source = "d:9";
    flow("2", own, partner);
    const FlowIndex to_partner{built.made.flows.size() - 1};
    flow("3", partner, third).relation = Relation::reentrust;
    flow("4", own, other);
    const FlowIndex to_other{built.made.flows.size() - 1};
    measured_by(measure("g", {}, "partner", "再委託してはならない", "d:6", {Category::SUB})).modality =
        Modality::prohibition;
    measured_by(measure("h", {}, "partner", "誓約書を提出する", "d:7"));
    built.made.safeguards[0].applies_to = {to_other};
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.safeguards[0].applies_to = {to_partner};
    EXPECT_EQ(raised(built.made), Lines{"reentrustment_forbidden question d:6 / d:9"});
}

TEST_F(HandingOn, AClauseOnConsentIsNoCoverForWhatAMeasureSaysFlatly) {
    const auto third = built.outsider("third");
    built.made.holders[third.get()].source = "d:9";
    built.made.holders[third.get()].tier = 2;
    flow("2", own, partner);
    flow("3", partner, third).relation = Relation::reentrust;
    auto& clause = built.made.clauses.emplace_back();
    clause.number = 1;
    clause.categories = {Category::SUB};
    clause.modality = Modality::consent;
    clause.source = "d:5";
    auto& claim = built.made.claims.emplace_back();
    claim.kind = ClaimKind::depth_at_most;
    claim.label = "再委託は認めない";
    claim.limit = 1;
    claim.source = "d:6";
    EXPECT_EQ(raised(built.made), Lines{"reentrustment_forbidden question d:6 / d:9"});
    built.made.claims[0].source = "d:5";
    EXPECT_EQ(raised(built.made), Lines{});
}

}  // namespace
}  // namespace nagarezu::review::testing
