// What-if edits worked by hand: what goes, what stays, what is refused.
#include <gtest/gtest.h>

#include <functional>

#include "metrics/builder.hpp"
#include "nagarezu/base/error.hpp"
#include "nagarezu/review/difference.hpp"
#include "nagarezu/review/edit.hpp"

namespace nagarezu::review {
namespace {

using built::Builder;

/// A city gives two items to a contractor by a list of its own, the name also to a sub-contractor.
struct Entrusted : Builder {
    SubjectIndex residents = subject("residents", 100);
    ItemIndex name = item("name");
    ItemIndex address = item("address");
    ItemIndex code = item("code");  // made of the name
    HolderIndex city = holder("city");
    HolderIndex contractor = outsider("contractor");
    HolderIndex sub = holder("sub", true, 2);
    ListIndex handed = list("handed", {contractor}, {name, address});

    Entrusted() {
        made.items[code.get()].derived_from = name;
        creates(city, {residents}, {name, address, code});
        flow("f1", city, {contractor}, {residents}).lists = {handed};
        flow("f2", contractor, {sub}, {residents}, {name});
        safeguard("g1", {Category::ENC}, {FlowIndex{1}});
        safeguard("g2", {Category::LOG}, {});
    }
    void safeguard(const std::string& id, Categories categories, std::vector<FlowIndex> applies_to) {
        Safeguard entity;
        entity.id = id;
        entity.matter = MatterIndex{0};
        entity.party = "own";
        entity.label = id;
        entity.categories = categories;
        entity.applies_to = std::move(applies_to);
        made.safeguards.push_back(std::move(entity));
    }
    Claim& claim(const std::string& id) {
        Claim entity;
        entity.id = id;
        made.claims.push_back(std::move(entity));
        return made.claims.back();
    }
};

template <class T>
std::vector<std::string> ids(const std::vector<T>& entities) {
    std::vector<std::string> found;
    for (const T& entity : entities) found.push_back(entity.id);
    return found;
}

using Ids = std::vector<std::string>;

/// The fields that an entity calls hypothetical.
Ids hypothetical(const Sourced& entity) {
    Ids fields;
    for (const Provenance& entry : entity.provenance)
        if (entry.rule == whatif_rule) fields.push_back(entry.field);
    return fields;
}

/// `code subject (hint)` of the refusal; empty if the edit is taken.
std::string refusal(const Case& source, const Edit& edit) {
    try {
        edited(source, edit);
    } catch (const InvalidInput& fault) {
        EXPECT_EQ(fault.errors().size(), 1U);
        const Error& error = fault.errors().front();
        return std::string{name_of(error.code)} + " " + error.subject + " (" + error.hint + ")";
    }
    return {};
}

TEST(WithoutItem, TakesTheItemOutOfListsCreationsAndFlows) {
    const Entrusted before;
    const Case after = edited(before.made, WithoutItem{"address", ""});
    EXPECT_EQ(ids(after.items), (Ids{"name", "code"}));
    ASSERT_EQ(after.lists[0].entries.size(), 1U);
    EXPECT_EQ(after.lists[0].entries[0].label, "name");
    EXPECT_EQ(after.holders[0].creates[0].items, (std::vector{ItemIndex{0}, ItemIndex{1}}));
    EXPECT_EQ(after.items[1].derived_from, ItemIndex{0});
    EXPECT_EQ(ids(after.flows), (Ids{"f1", "f2"}));
    EXPECT_EQ(hypothetical(after.lists[0]), (Ids{"entries"}));
    EXPECT_EQ(hypothetical(after.holders[0]), (Ids{"creates"}));
    EXPECT_EQ(hypothetical(after.holders[1]), (Ids{}));
}

TEST(WithoutItem, TakesAFlowThatIsLeftWithNothing) {
    Entrusted before;
    before.made.lists[0].entries.pop_back();  // the contractor gets the name only
    const Case after = edited(before.made, WithoutItem{"name", ""});
    EXPECT_EQ(ids(after.flows), (Ids{}));
    EXPECT_EQ(ids(after.lists), (Ids{}));
    EXPECT_EQ(ids(after.safeguards), (Ids{"g2"}));  // g1 applied to f2 only
    EXPECT_FALSE(after.items[1].derived_from.valid());
    EXPECT_EQ(hypothetical(after.items[1]), (Ids{"derived_from"}));
}

TEST(WithoutItem, LeavesAnOpenFlowAndAnOpenList) {
    Entrusted before;
    before.made.lists[0].open = true;
    before.made.lists[0].entries.pop_back();
    before.made.flows[1].open = true;
    const Case after = edited(before.made, WithoutItem{"name", ""});
    EXPECT_EQ(ids(after.flows), (Ids{"f1", "f2"}));
    EXPECT_EQ(ids(after.lists), (Ids{"handed"}));
}

TEST(WithoutItem, TakesACreationThatIsLeftWithNothing) {
    Entrusted before;
    before.creates(before.sub, {before.residents}, {before.code});
    before.creates(before.sub, {before.residents}, {before.code}).open = true;
    before.creates(before.sub, {before.residents}, {});
    const Case after = edited(before.made, WithoutItem{"code", ""});
    EXPECT_EQ(after.holders[2].creates.size(), 2U);  // the open one, and the one that was empty before
}

TEST(WithoutItem, OnAFlowLeavesTheListToOthersThatUseIt) {
    Entrusted before;
    before.entry(before.handed, before.code, true);
    before.flow("f3", before.city, {before.sub}, {before.residents}).lists = {before.handed};
    const Case after = edited(before.made, WithoutItem{"address", "f3"});
    EXPECT_EQ(ids(after.items), (Ids{"name", "address", "code"}));
    EXPECT_EQ(after.lists[0], before.made.lists[0]);
    EXPECT_EQ(after.flows[2].items, (std::vector{before.name}));
    ASSERT_EQ(after.flows[2].lists, (std::vector{ListIndex{1}}));
    EXPECT_EQ(after.lists[1].id, "whatif-1");  // what was optional stays optional
    ASSERT_EQ(after.lists[1].entries.size(), 1U);
    EXPECT_TRUE(after.lists[1].entries[0].optional);
    EXPECT_EQ(hypothetical(after.flows[2]), (Ids{"lists", "items"}));
    EXPECT_EQ(hypothetical(after.lists[1]), (Ids{"id"}));
}

TEST(WithoutItem, OnAFlowKeepsTheOpennessOfASharedList) {
    Entrusted before;
    before.made.lists[0].open = true;
    before.creates(before.city, {before.residents}, {}).lists = {before.handed};
    const Case after = edited(before.made, WithoutItem{"address", "f1"});
    EXPECT_TRUE(after.flows[0].open);
    EXPECT_TRUE(after.flows[0].lists.empty());
}

TEST(WithoutItem, OnAFlowShortensAListThatIsItsOwn) {
    const Entrusted before;
    const Case after = edited(before.made, WithoutItem{"address", "f1"});
    ASSERT_EQ(ids(after.lists), (Ids{"handed"}));
    EXPECT_EQ(after.lists[0].entries.size(), 1U);
    const Case none = edited(after, WithoutItem{"name", "f1"});
    EXPECT_EQ(ids(none.lists), (Ids{}));
    EXPECT_EQ(ids(none.flows), (Ids{"f2"}));  // the city still holds both, so f2 stays as stated
}

TEST(WithoutItem, OnAFlowTakesTheFlowWithItsLastItem) {
    const Entrusted before;
    EXPECT_EQ(ids(edited(before.made, WithoutItem{"name", "f2"}).flows), (Ids{"f1"}));
}

TEST(WithoutFlow, TakesItsListAndItsSafeguard) {
    const Entrusted before;
    const Case without_list = edited(before.made, WithoutFlow{"f1"});
    EXPECT_EQ(ids(without_list.flows), (Ids{"f2"}));
    EXPECT_EQ(ids(without_list.lists), (Ids{}));
    EXPECT_EQ(without_list.safeguards[0].applies_to, (std::vector{FlowIndex{0}}));
    EXPECT_EQ(ids(edited(before.made, WithoutFlow{"f2"}).safeguards), (Ids{"g2"}));
}

TEST(WithoutFlow, LeavesAListThatAnotherFlowOrACreationUses) {
    Entrusted before;
    before.creates(before.city, {before.residents}, {}).lists = {before.handed};
    EXPECT_EQ(ids(edited(before.made, WithoutFlow{"f1"}).lists), (Ids{"handed"}));
}

TEST(WithoutFlow, TakesMeasuresOutOfChecklistsAndCriteria) {
    Entrusted before;
    ChecklistRow row;
    row.measures = {SafeguardIndex{0}, SafeguardIndex{1}};
    before.made.checklist = {row};
    Criterion criterion;
    criterion.references.resize(1);
    criterion.references[0].measure = SafeguardIndex{0};
    criterion.references[0].candidates = {SafeguardIndex{1}, SafeguardIndex{0}};
    before.made.criteria = {criterion};
    const Case after = edited(before.made, WithoutFlow{"f2"});
    EXPECT_EQ(after.checklist[0].measures, (std::vector{SafeguardIndex{0}}));
    EXPECT_FALSE(after.criteria[0].references[0].measure.valid());
    EXPECT_EQ(after.criteria[0].references[0].candidates, (std::vector{SafeguardIndex{0}}));
    EXPECT_EQ(hypothetical(after.checklist[0]), (Ids{"measures"}));
    EXPECT_EQ(hypothetical(after.criteria[0]), (Ids{"references"}));
}

TEST(WithoutRecipient, TakesWhatFlowsToItAndFromIt) {
    const Entrusted before;
    const Case after = edited(before.made, WithoutRecipient{"contractor"});
    EXPECT_EQ(ids(after.holders), (Ids{"city", "sub"}));
    EXPECT_EQ(ids(after.flows), (Ids{}));
    EXPECT_EQ(ids(after.lists), (Ids{}));
}

TEST(WithoutRecipient, LeavesTheOthersOfAJointFlow) {
    Entrusted before;
    before.made.flows[0].to.push_back(before.sub);
    const Case after = edited(before.made, WithoutRecipient{"sub"});
    EXPECT_EQ(ids(after.flows), (Ids{"f1"}));
    EXPECT_EQ(after.flows[0].to, (std::vector{before.contractor}));
    EXPECT_EQ(ids(after.lists), (Ids{"handed"}));
}

TEST(WithoutRecipient, TakesTheRowThatNamesItAsPartnerAndLosesItAsOperator) {
    Entrusted before;
    PartnerRow both;
    both.holders = {before.contractor, before.sub};
    PartnerRow one;
    one.holders = {before.sub};
    before.made.matters[0].partners = {both, one};
    before.made.holders[before.city.get()].operator_ = before.sub;
    const Case after = edited(before.made, WithoutRecipient{"sub"});
    ASSERT_EQ(after.matters[0].partners.size(), 1U);
    EXPECT_EQ(after.matters[0].partners[0].holders, (std::vector{before.contractor}));
    EXPECT_FALSE(after.holders[0].operator_.valid());
    EXPECT_EQ(hypothetical(after.matters[0]), (Ids{"partners"}));
}

TEST(Claims, LoseWhatIsGoneAndGoWithTheLastOfIt) {
    Entrusted before;
    before.claim("both").items = {before.name, before.address};
    before.claim("one").items = {before.address};
    auto& classes = before.claim("classes");
    classes.items = {before.address};
    classes.classes = {ItemClass::F4};
    before.claim("held").holders = {before.sub};
    auto& zone = before.claim("zone");
    zone.holders = {before.sub};
    zone.zone = "internet";
    before.claim("flow").flows = {FlowIndex{1}};
    before.claim("nothing");
    EXPECT_EQ(ids(edited(before.made, WithoutItem{"address", ""}).claims),
              (Ids{"both", "classes", "held", "zone", "flow", "nothing"}));
    EXPECT_EQ(ids(edited(before.made, WithoutRecipient{"sub"}).claims),
              (Ids{"both", "one", "classes", "zone", "nothing"}));
    const Case after = edited(before.made, WithoutFlow{"f2"});
    EXPECT_EQ(ids(after.claims), (Ids{"both", "one", "classes", "held", "zone", "nothing"}));
    // The difference names what went along.
    bool named = false;
    for (const auto& row : difference(before.made, after).rows)
        named = named || (row.kind == "claim" && row.id == "flow" && row.turn == Turn::removed);
    EXPECT_TRUE(named);
}

TEST(WithItem, AddsAKnownItemOrANewOne) {
    const Entrusted before;
    const Case known = edited(before.made, WithItem{"code", "f1", "", {}});
    EXPECT_EQ(known.flows[0].items, (std::vector{before.code}));
    EXPECT_EQ(hypothetical(known.flows[0]), (Ids{"items"}));
    const Case fresh = edited(before.made, WithItem{"sex", "f1", "性別", {"F4"}});
    ASSERT_EQ(ids(fresh.items), (Ids{"name", "address", "code", "sex"}));
    EXPECT_EQ(fresh.items[3].label, "性別");
    EXPECT_EQ(fresh.items[3].classes, (ItemClasses{ItemClass::F4}));
    EXPECT_EQ(hypothetical(fresh.items[3]), (Ids{"id"}));
}

TEST(WithItem, MakesAnOptionalItemCertain) {
    Entrusted before;
    before.entry(before.handed, before.code, true);
    EXPECT_EQ(edited(before.made, WithItem{"code", "f1", "", {}}).flows[0].items, (std::vector{before.code}));
}

TEST(WithFlow, IsOpenWhereNothingIsNamed) {
    const Entrusted before;
    const Case after = edited(before.made, WithFlow{"f3", "city", {"sub"}, "entrust", {"code"}, {"residents"}, ""});
    const Flow& flow = after.flows[2];
    EXPECT_EQ(flow.relation, Relation::entrust);
    EXPECT_EQ(flow.change, Change::added);
    EXPECT_FALSE(flow.open || flow.open_subjects);
    const Case open = edited(before.made, WithFlow{"f3", "", {"sub"}, "collect", {}, {}, "m1"});
    EXPECT_TRUE(open.flows[2].open && open.flows[2].open_subjects);
    EXPECT_FALSE(open.flows[2].from.valid());
    EXPECT_TRUE(edited(before.made, WithFlow{"f3", "city", {}, "issue", {"name"}, {}, ""}).flows[2].to.empty());
}

TEST(WithRecipient, ReceivesByAFlowOfItsOwn) {
    const Entrusted before;
    const Case after = edited(before.made, WithRecipient{"other", "他社", "f2"});
    EXPECT_EQ(ids(after.flows), (Ids{"f1", "f2", "f2-other"}));
    EXPECT_EQ(after.flows[2].from, before.contractor);
    EXPECT_EQ(after.flows[2].to, (std::vector{HolderIndex{3}}));
    EXPECT_EQ(after.flows[2].items, (std::vector{before.name}));
    EXPECT_EQ(after.holders[3].tier, 2);
    EXPECT_TRUE(after.holders[3].external);
    EXPECT_EQ(after.flows[1], before.made.flows[1]);
    const Case alone = edited(before.made, WithRecipient{"other", "他社", ""});
    EXPECT_EQ(alone.flows.size(), 2U);
    EXPECT_EQ(alone.holders[3].tier, 1);
}

TEST(WithSafeguard, IsStatedForOneFlowOrForAll) {
    const Entrusted before;
    const Case one = edited(before.made, WithSafeguard{"ENC", "f1", "partner"});
    const Safeguard& added = one.safeguards[2];
    EXPECT_EQ(added.id, "whatif-1");
    EXPECT_EQ(added.party, "partner");
    EXPECT_EQ(added.applies_to, (std::vector{FlowIndex{0}}));
    EXPECT_EQ(added.matter, MatterIndex{0});
    EXPECT_EQ(hypothetical(added), (Ids{"id"}));
    const Case all = edited(one, WithSafeguard{"MAL", "", "own"});
    EXPECT_EQ(all.safeguards[3].id, "whatif-2");
    EXPECT_FALSE(all.safeguards[3].matter.valid());
}

TEST(Chain, AppliesEachEditToWhatTheOneBeforeMade) {
    const Entrusted before;
    const std::vector<Edit> chain{WithRecipient{"other", "他社", ""},
                                  WithFlow{"f3", "city", {"other"}, "provide", {"name"}, {"residents"}, ""},
                                  WithSafeguard{"ENC", "f3", "own"}, WithoutFlow{"f3"}, WithoutItem{"code", ""}};
    const Case after = edited(before.made, chain);
    EXPECT_EQ(ids(after.flows), (Ids{"f1", "f2"}));
    EXPECT_EQ(ids(after.safeguards), (Ids{"g1", "g2"}));
    EXPECT_EQ(ids(after.holders), (Ids{"city", "contractor", "sub", "other"}));
    EXPECT_EQ(edited(before.made, std::span<const Edit>{}), before.made);
}

TEST(Provenance, NamesAFieldOnceHoweverOftenItIsEdited) {
    const Entrusted before;
    const Case after = edited(edited(before.made, WithItem{"code", "f2", "", {}}), WithItem{"address", "f2", "", {}});
    EXPECT_EQ(hypothetical(after.flows[1]), (Ids{"items"}));
}

TEST(Refusal, NamesTheNearestKnownId) {
    const Entrusted source;
    EXPECT_EQ(refusal(source.made, WithoutItem{"addres", ""}), "dangling_id addres (address)");
    EXPECT_EQ(refusal(source.made, WithoutItem{"name", "x"}), "dangling_id x (f1, f2)");
    EXPECT_EQ(refusal(source.made, WithoutFlow{"something else"}), "dangling_id something else (f1, f2)");
    EXPECT_EQ(refusal(source.made, WithoutRecipient{"contractr"}), "dangling_id contractr (contractor)");
    EXPECT_EQ(refusal(source.made, WithItem{"cod", "f1", "", {}}), "dangling_id cod (code)");
    EXPECT_EQ(refusal(source.made, WithSafeguard{"ENC", "f9", "own"}), "dangling_id f9 (f1)");
    EXPECT_EQ(refusal(source.made, WithFlow{"f3", "citty", {"sub"}, "provide", {}, {}, ""}),
              "dangling_id citty (city)");
    Builder many;
    many.items(8);
    EXPECT_EQ(refusal(many.made, WithoutItem{"something", ""}), "dangling_id something (i1, i2, i3, i4, i5, i6, …)");
}

TEST(Refusal, NamesTheNearestKnownWord) {
    const Entrusted source;
    EXPECT_EQ(refusal(source.made, WithSafeguard{"EMC", "f1", "own"}), "unknown_value EMC (ENC)");
    EXPECT_EQ(refusal(source.made, WithFlow{"f3", "city", {"sub"}, "entrsut", {}, {}, ""}),
              "unknown_value entrsut (entrust)");
    EXPECT_EQ(refusal(source.made, WithItem{"sex", "f1", "性別", {"F5"}}), "unknown_value F5 (F4)");
}

TEST(Refusal, OfWhatChangesNothing) {
    const Entrusted source;
    EXPECT_EQ(refusal(source.made, WithoutItem{"code", "f1"}), "no_effect code (f1)");
    EXPECT_EQ(refusal(source.made, WithItem{"name", "f1", "", {}}), "no_effect name (f1)");
    EXPECT_EQ(refusal(source.made, WithItem{"name", "f2", "name", {}}), "no_effect name (f2)");
    EXPECT_EQ(refusal(source.made, WithSafeguard{"ENC", "f2", "own"}), "no_effect ENC (f2)");
    EXPECT_EQ(refusal(source.made, WithSafeguard{"LOG", "", "own"}), "no_effect LOG ()");
    EXPECT_EQ(refusal(source.made, WithoutRecipient{"city"}), "no_effect city (contractor, sub)");
}

TEST(Refusal, OfWhatDoesNotFit) {
    Entrusted source;
    EXPECT_EQ(refusal(source.made, WithItem{"Sex", "f1", "性別", {}}), "bad_id Sex ([a-z0-9_-]{1,64})");
    EXPECT_EQ(refusal(source.made, WithItem{"name", "f1", "other", {}}), "contradiction name (name)");
    EXPECT_EQ(refusal(source.made, WithItem{"name", "f2", "", {"F4"}}), "contradiction name ()");
    EXPECT_EQ(refusal(source.made, WithFlow{"f1", "city", {"sub"}, "provide", {}, {}, ""}), "duplicate_id f1 ()");
    EXPECT_EQ(refusal(source.made, WithFlow{"f3", "", {"sub"}, "provide", {}, {}, ""}), "endpoint_missing f3 (from)");
    EXPECT_EQ(refusal(source.made, WithFlow{"f3", "city", {}, "provide", {}, {}, ""}), "endpoint_missing f3 (to)");
    EXPECT_EQ(refusal(source.made, WithRecipient{"city", "x", ""}), "duplicate_id city ()");
    EXPECT_EQ(refusal(source.made, WithRecipient{"new", "", ""}), "missing_key label ()");
    EXPECT_EQ(refusal(source.made, WithRecipient{std::string(64, 'x'), "x", "f1"}).substr(0, 6), "bad_id");
    EXPECT_EQ(refusal(source.made, WithSafeguard{"ENC", "f1", ""}), "missing_key party ()");
    source.matter("m2");
    EXPECT_EQ(refusal(source.made, WithFlow{"f3", "city", {"sub"}, "provide", {}, {}, ""}),
              "missing_key matter (m1, m2)");
}

}  // namespace
}  // namespace nagarezu::review
