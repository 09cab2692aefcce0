// Claims, items and rows: what is at odds, and what is only different.
#include <gtest/gtest.h>

#include "raising.hpp"

namespace nagarezu::review::testing {
namespace {

class Items : public ::testing::Test {
protected:
    built::Builder built;
    SubjectIndex group = built.subject("s");
    HolderIndex own = built.holder("own");
    HolderIndex other = built.outsider("other");

    Claim& claim(ClaimKind kind) {
        auto& one = built.made.claims.emplace_back();
        one.id = "c";
        one.kind = kind;
        one.holders = {other};
        one.source = "d:1";
        return one;
    }
    ListIndex list(const std::vector<ItemIndex>& leaves, HolderIndex holder, const Places& place) {
        const auto index = built.list(built::numbered("l", built.made.lists.size()), {holder}, leaves);
        built.made.lists[index.get()].source = place;
        return index;
    }
};

TEST_F(Items, OnlyIsAtOddsWithWhatIsListedBeside) {
    const auto items = built.items(3);
    list({items[0], items[1]}, other, "d:5");
    claim(ClaimKind::only).items = {items[0]};
    EXPECT_EQ(raised(built.made), Lines{"claim_against_list warning d:1 / d:5"});
    built.made.claims[0].items = {items[0], items[1]};
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.claims[0].items = items;
    EXPECT_EQ(raised(built.made), Lines{"claimed_item_unlisted warning d:1 / d:5"});
    built.made.lists[0].open = true;  // the third may stand in the rest
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Items, OnlySpeaksOfItsMatterAndOfItemsBesideAList) {
    const auto items = built.items(2);
    const auto index = list({items[0]}, other, "d:5");
    claim(ClaimKind::only).items = items;
    built.made.claims[0].matter = MatterIndex{0};
    built.creates(own, {group}, items);
    built.flow("f", own, {other}, {group}, {items[1]}).lists = {index};
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.claims[0].matter = built.matter("m2");
    built.made.claims[0].items = {items[0]};
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Items, OnlyLooksAtFlowsToo) {
    const auto items = built.items(2);
    auto& flow = built.flow("f", HolderIndex{}, {other}, {group}, items);
    flow.relation = Relation::collect;
    flow.source = "d:7";
    claim(ClaimKind::only).items = {items[0]};
    EXPECT_EQ(raised(built.made), Lines{"claim_against_list warning d:1 / d:7"});
    built.made.flows[0].to.push_back(own);  // together: it may be the other's
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Items, WhatGoesToSeveralTogetherIsAtOddsWithAClaimOfThemAll) {
    const auto third = built.outsider("third");
    const auto items = built.items(2);
    auto& flow = built.flow("f", own, {other, third}, {group}, items);
    flow.relation = Relation::entrust;
    flow.source = "d:7";
    claim(ClaimKind::only).items = {items[0]};
    EXPECT_EQ(raised(built.made), Lines{});  // of one of them: it may be the other's
    built.made.claims[0].holders = {other, third};
    EXPECT_EQ(raised(built.made), Lines{"claim_against_list warning d:1 / d:7"});
    EXPECT_EQ(findings(metrics::Measured{built.made})[0].about, "other、third");
    built.made.claims[0].items = items;
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.claims[0].kind = ClaimKind::never;
    EXPECT_EQ(raised(built.made), Lines{"claim_against_list warning d:1 / d:7"});
    built.made.flows[0].to.push_back(own);  // of whom the claim says nothing
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Items, ListsOfSeveralTogetherAreAtOddsWithAClaimOfThemAll) {
    const auto third = built.outsider("third");
    const auto items = built.items(2);
    const auto index = list(items, other, "d:5");
    built.made.lists[index.get()].holders = {other, third};
    claim(ClaimKind::only).items = {items[0]};
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.claims[0].holders = {third, other};
    EXPECT_EQ(raised(built.made), Lines{"claim_against_list warning d:1 / d:5"});
}

TEST_F(Items, IncludesIsAtOddsWithAClosedListThatLacksIt) {
    const auto items = built.items(3);
    const auto index = list({items[0]}, other, "d:5");
    claim(ClaimKind::includes).items = {items[0], items[2]};
    EXPECT_EQ(raised(built.made), Lines{"claimed_item_unlisted warning d:1 / d:5"});
    built.made.lists[index.get()].open = true;  // it may stand in the rest
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.lists[index.get()].open = false;
    built.made.claims[0].items = {items[0]};  // others may be there as well
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.claims[0].items = {items[2]};
    built.made.lists[index.get()].holders = {own, other};  // of both together
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.claims[0].holders = {other, own};
    EXPECT_EQ(raised(built.made), Lines{"claimed_item_unlisted warning d:1 / d:5"});
    built.made.lists.pop_back();
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Items, OnlyNothingIsAtOddsWithAnyFlowToThatHolder) {
    claim(ClaimKind::only).matter = MatterIndex{0};
    built.creates(own, {group}, built.items(1));
    EXPECT_EQ(raised(built.made), Lines{});
    auto& flow = built.flow("f", own, {other}, {group}, {});
    flow.source = "d:7";
    EXPECT_EQ(raised(built.made), Lines{"claim_against_list warning d:1 / d:7"});
    built.made.flows[0].to.push_back(own);  // together: it may be the other's
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.flows[0].to.pop_back();
    built.made.flows[0].change = Change::removed;
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.flows[0].change = Change::existing;
    built.made.claims[0].matter = built.matter("m2");
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Items, NeverIsAtOddsWithTheClassAndAskedOfWhatMayTell) {
    const auto name = built.item("name", {ItemClass::DI});
    const auto birth = built.item("birth", {ItemClass::F4});
    const auto code = built.item("code", {ItemClass::CR});
    const auto phone = built.item("phone", {ItemClass::CT});
    built.made.items[code.get()].derived_from = built.item("middle");
    built.made.items.back().derived_from = birth;
    built.made.items[code.get()].classes = {};
    claim(ClaimKind::never).classes = {ItemClass::DI, ItemClass::F4};
    const auto index = list({name}, other, "d:5");
    EXPECT_EQ(raised(built.made), Lines{"identifying_item warning d:1 / d:5"});
    built.made.lists[index.get()].entries[0].optional = true;
    EXPECT_EQ(raised(built.made), Lines{"identifying_item question d:1 / d:5"});
    for (const ItemIndex item : {code, phone}) {
        built.made.lists[index.get()].entries[0].item = item;
        built.made.lists[index.get()].entries[0].optional = false;
        EXPECT_EQ(raised(built.made), Lines{"identifying_item question d:1 / d:5"});
    }
    built.made.items[phone.get()].classes = {ItemClass::CT, ItemClass::QI};  // a district
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.items[phone.get()].classes = {ItemClass::F4};
    built.made.items[phone.get()].concept_id = "sex";
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.claims[0].classes = {ItemClass::NB};  // says nothing of naming the person
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Items, NeverReachesTheHoldersOfAZoneAndSurvivesACircle) {
    const auto a = built.item("a", {ItemClass::LO});
    const auto b = built.item("b", {ItemClass::LO});
    built.made.items[a.get()].derived_from = b;
    built.made.items[b.get()].derived_from = a;
    list({a}, other, "d:5");
    auto& never = claim(ClaimKind::never);
    never.holders.clear();
    never.zone = "外";
    never.classes = {ItemClass::DI};
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.holders[other.get()].zone = "外";
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.claims[0].items = {a};
    EXPECT_EQ(raised(built.made), Lines{"claim_against_list warning d:1 / d:5"});
}

TEST_F(Items, KeepingIsAskedWhereNobodySaysWhoRunsTheSystem) {
    auto& never = claim(ClaimKind::never);
    never.storage = true;
    never.classes = {ItemClass::NB};
    const auto server = built.holder("server");
    built.made.holders[server.get()].kind = HolderKind::system;
    auto& flow = built.flow("f", HolderIndex{}, {server}, {group}, built.items(1));
    flow.relation = Relation::collect;
    flow.stores = true;
    flow.source = "d:9";
    EXPECT_EQ(raised(built.made), Lines{"stored_elsewhere question d:1 / d:9"});
    built.made.holders[server.get()].operator_ = own;
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.holders[server.get()].operator_ = other;
    EXPECT_EQ(raised(built.made), Lines{"stored_elsewhere warning d:1 / d:9"});
    built.made.flows[0].stores = false;
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Items, AChainLongerThanClaimedIsAsked) {
    const auto items = built.items(1);
    built.creates(own, {group}, items);
    built.flow("f1", own, {other}, {group}, items).source = "d:3";
    built.flow("f2", other, {built.outsider("third")}, {group}, items).source = "d:4";
    built.made.flows[0].relation = Relation::entrust;
    built.made.flows[1].relation = Relation::reentrust;
    auto& depth = claim(ClaimKind::depth_at_most);
    depth.holders.clear();
    depth.limit = 1;
    EXPECT_EQ(raised(built.made), Lines{"claim_fails question d:1 / d:3 d:4"});
    const auto matters = built.made.matters;
    built.made.matters.emplace_back().id = "other";
    built.made.claims[0].matter = MatterIndex{built.made.matters.size() - 1};  // a ban in another contract
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.claims[0].matter = {};
    built.made.matters = matters;
    auto& third = built.made.holders.back();
    third.tier = 2;  // known as a sub-contractor: it is a re-entrustment that the document forbids
    EXPECT_EQ(raised(built.made), Lines{"reentrustment_forbidden question d:1 / d:4"});
    built.made.claims[0].limit = 2;
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Items, APasswordMadeFromAnAttributeIsAskedAbout) {
    const auto birth = built.item("birth", {ItemClass::F4});
    const auto code = built.item("code", {ItemClass::CR});
    built.made.items[birth.get()].source = "d:1";
    built.made.items[code.get()].source = "d:2";
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.items[code.get()].derived_from = birth;
    EXPECT_EQ(raised(built.made), Lines{"credential_from_attribute question d:2 / d:1"});
}

TEST_F(Items, WhatItsSourceHoldsForAnotherGroupIsNotAsked) {
    const auto items = built.items(2);
    const auto second = built.subject("second");
    built.creates(own, {group}, {items[0]});
    built.creates(own, {second}, {items[1]});
    built.flow("f", own, {other}, {group, second}, items).source = "d:3";
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.holders[own.get()].creates.pop_back();
    EXPECT_EQ(raised(built.made), Lines{"unsourced_item question d:3 / -"});
}

TEST_F(Items, WhatItsSourceHoldsForAGroupOfAnotherMatterIsAsked) {
    const auto items = built.items(2);
    const auto second = built.subject("second");
    const auto matter = built.matter("m2");
    built.creates(own, {group}, {items[0]});
    const auto file = list({items[1]}, own, "d:9");
    built.made.lists[file.get()].matter = matter;
    built.creates(own, {second}, {}).lists = {file};
    built.flow("f", own, {other}, {group}, {items[1]}).source = "d:3";
    EXPECT_EQ(raised(built.made), Lines{"unsourced_item question d:3 / d:9"});
    built.made.lists[file.get()].matter = MatterIndex{0};  // the same sheet: it may be meant for both
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Items, WhatItsSourceDoesNotHoldIsAskedIfTheSourceHoldsAnything) {
    const auto items = built.items(2);
    auto& flow = built.flow("f", own, {other}, {group}, {items[1]});
    flow.source = "d:3";
    built.made.holders[own.get()].source = "d:2";
    EXPECT_EQ(raised(built.made), Lines{});  // of what it holds nothing is said
    built.creates(own, {group}, {items[0]});
    EXPECT_EQ(raised(built.made), Lines{"unsourced_item question d:3 / d:2"});
    built.made.holders[own.get()].creates[0].open = true;
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Items, AnUnsourcedEntryIsNamedWhereItIsListed) {
    const auto items = built.items(2);
    built.creates(own, {group}, {items[0]});
    const auto index = list({items[1]}, other, "d:5");
    built.made.lists[index.get()].entries[0].source = "d:6";
    built.flow("f", own, {other}, {group}).lists = {index};
    EXPECT_EQ(raised(built.made), (Lines{"unsourced_item question d:6 / -"}));
}

TEST_F(Items, AFileTwiceInOneRegisterIsAtOdds) {
    const auto items = built.items(3);
    const auto again = built.matter("m2");
    for (const std::size_t i : {0U, 1U}) {
        list(items, own, "d:5");
        auto& matter = built.made.matters[i];
        built.made.lists[i].matter = MatterIndex{i};
        matter.title = "介護予防名簿";
        matter.reason = "教室の案内";
        matter.source = "d:" + std::to_string(i + 1);
    }
    EXPECT_EQ(raised(built.made), Lines{"duplicated_row warning d:1 / d:2"});
    built.made.matters[again.get()].department = "another section";
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.matters[again.get()].department.clear();
    built.made.lists[1].entries.pop_back();
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Items, AnEntryTwiceInOneGroupIsAtOdds) {
    const auto items = built.items(1);
    const auto index = list({items[0], items[0]}, other, "d:5");
    EXPECT_EQ(raised(built.made), Lines{"duplicated_row warning d:5 / -"});
    auto& entries = built.made.lists[index.get()].entries;
    entries[1].position = "2.1";  // in a group of its own
    EXPECT_EQ(raised(built.made), Lines{});
    entries[1].position = "2";
    entries[1].change = Change::removed;
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Items, ARowOfALawItemThatIsPrintedTwiceIsAtOdds) {
    const auto row = [&](const char* section, const char* purpose, const char* place) {
        auto& one = built.made.transfers.emplace_back();
        one.basis = "表";
        one.law_item = "1";
        one.section = section;
        one.purpose = purpose;
        one.source = place;
    };
    row("甲課", "乳児の健診", "d:3");
    row("乙課", "乳児の健診", "d:4");
    row("甲課", "幼児の健診", "d:5");
    EXPECT_EQ(raised(built.made), Lines{});
    row("甲課", "乳児の健診", "d:6");
    EXPECT_EQ(raised(built.made), Lines{"duplicated_row warning d:3 / d:6"});
    built.made.transfers.back().source = "d:3";
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Items, TwoLawItemsWithOneTextAreAtOddsIfTheyShareASection) {
    const auto row = [&](const char* number, const char* section, const char* purpose, const char* place) {
        auto& one = built.made.transfers.emplace_back();
        one.basis = "表";
        one.law_item = number;
        one.section = section;
        one.purpose = purpose;
        one.source = place;
    };
    row("1", "甲課", "乳児の健診", "d:1 d:3");
    row("2", "甲課", "乳児の健診", "d:1 d:4");
    EXPECT_EQ(raised(built.made), Lines{"duplicated_row warning d:3 / d:4"});
    built.made.transfers[1].section = "乙課";
    EXPECT_EQ(raised(built.made), Lines{});
    for (auto& one : built.made.transfers) one.purpose = "被保険者の資格の得喪及び保険給付に関する事務";
    EXPECT_EQ(raised(built.made), Lines{"duplicated_row question d:3 / d:4"});
    for (auto& one : built.made.transfers) one.purpose = "乳児の健診";
    built.made.transfers[1].section = "甲課";
    built.made.transfers[1].basis = "別の表";
    EXPECT_EQ(raised(built.made), Lines{});
    built.made.transfers[1].basis = "表";
    row("2", "丙課", "別の事務", "d:1 d:5");
    EXPECT_EQ(raised(built.made), Lines{});
    for (auto& one : built.made.transfers) one.purpose = "健診";  // a title, not a text
    EXPECT_EQ(raised(built.made), Lines{});
}

TEST_F(Items, OneNameInThePlaceOfAnotherIsAskedIfTheyLookAlike) {
    const auto items = built.items(3);
    const auto a = built.item("予約結果", {ItemClass::ST});
    const auto b = built.item("予約状況", {ItemClass::ST});
    list({items[0], items[1], items[2], a}, other, "d:5");
    list({items[0], items[1], items[2], b}, own, "d:6");
    EXPECT_EQ(raised(built.made), Lines{"item_name_differs question d:5 / d:6"});
    built.made.items[b.get()].classes = {ItemClass::LO};
    EXPECT_EQ(raised(built.made), Lines{});
}

}  // namespace
}  // namespace nagarezu::review::testing
