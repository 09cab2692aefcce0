#include <gtest/gtest.h>

#include "metrics/builder.hpp"
#include "metrics/cells.hpp"
#include "nagarezu/review/inference.hpp"
#include "nagarezu/review/linkage.hpp"

namespace nagarezu::review {
namespace {

using Codes = std::vector<std::string>;
using Items = std::vector<ItemIndex>;
using Holders = std::vector<HolderIndex>;
using graph::Reach;

/// A register holds names by serial number; a booking site holds bookings by an id that is the same number.
struct Booking : built::Builder {
    SubjectIndex s = subject("s");
    ItemIndex name = item("name", {ItemClass::DI, ItemClass::F4});
    ItemIndex birth = item("birth", {ItemClass::F4});
    ItemIndex serial = item("serial", {ItemClass::OI}, "serial");
    ItemIndex booking_id = item("booking_id", {ItemClass::OI, ItemClass::CR}, "serial");
    ItemIndex password = item("password", {ItemClass::CR});
    ItemIndex companion = item("companion", {ItemClass::OI}, "serial", "companion");
    ItemIndex time = item("time", {ItemClass::LO});
    ItemIndex mail = item("mail", {ItemClass::CT});
    ItemIndex memo = item("memo", {ItemClass::FT});
    HolderIndex registry = holder("registry");
    HolderIndex site = outsider("site");
    HolderIndex third = outsider("third");

    Booking() {
        made.items[password.get()].derived_from = birth;
        creates(registry, {s}, {name, birth, serial});
        creates(site, {s}, {booking_id, password, companion, time});
    }
    void may_hold(HolderIndex holder_, ItemIndex item_) {
        const auto list_ = list(built::numbered("l", made.lists.size()), {holder_});
        entry(list_, item_, true);
        creates(holder_, {s}, {}).lists = {list_};
    }
};

TEST(Linkage, JoinsByTheConceptOfAKey) {
    Booking it;
    const Linkage linked = linkage(it.measured(), Holders{it.site, it.registry, it.site});
    EXPECT_EQ(linked.holders, (Holders{it.registry, it.site}));
    EXPECT_EQ(linked.join_keys, (Items{it.serial, it.booking_id}));  // only the concept is common
    EXPECT_TRUE(linked.possible_keys.empty());
    EXPECT_EQ(linked.union_items, Bounds::exact(7));
    // Own items: name, birth, serial at one, booking_id, password, time at the other.
    EXPECT_EQ(linked.new_combinations, Bounds::exact(9));
    EXPECT_EQ(linked.reaches_direct_identifier, true);
    EXPECT_TRUE(linked.missing.empty());
}

TEST(Linkage, ShowsTheItemsThatAllHoldWhereThereAreAny) {
    Booking it;
    it.creates(it.registry, {it.s}, {it.booking_id});
    EXPECT_EQ(linkage(it.measured(), Holders{it.registry, it.site}).join_keys, (Items{it.booking_id}));
}

TEST(Linkage, TakesNoOtherPersonsIdForAKey) {
    Booking it;
    it.creates(it.third, {it.s}, {it.companion, it.name});
    const Linkage linked = linkage(it.measured(), Holders{it.site, it.third});
    EXPECT_TRUE(linked.join_keys.empty());
    EXPECT_EQ(linked.union_items, Bounds::exact(5));
    EXPECT_EQ(linked.new_combinations, Bounds::exact(0));
    EXPECT_EQ(linked.reaches_direct_identifier, false);
}

TEST(Linkage, TakesNoOtherPersonsNameForAnIdentifier) {
    Booking it;
    const auto householder = it.item("householder", {ItemClass::DI}, "name", "householder");
    it.creates(it.third, {it.s}, {it.serial, householder});
    const Linkage linked = linkage(it.measured(), Holders{it.site, it.third});
    EXPECT_EQ(linked.join_keys, (Items{it.serial, it.booking_id}));
    EXPECT_EQ(linked.reaches_direct_identifier, false);
    EXPECT_EQ(linked.new_combinations, Bounds::exact(3));  // serial with booking_id, password, time
}

TEST(Linkage, NeedsACommonGroupOfWhichAnInnerOneIsPart) {
    Booking it;
    const auto others = it.subject("others");
    it.creates(it.third, {others}, {it.serial, it.name});
    EXPECT_TRUE(linkage(it.measured(), Holders{it.site, it.third}).join_keys.empty());
    it.within(it.s, others);
    EXPECT_FALSE(linkage(it.measured(), Holders{it.site, it.third}).join_keys.empty());
    it.made.subjects[it.s.get()].within.clear();
    it.same(others, it.s);
    EXPECT_FALSE(linkage(it.measured(), Holders{it.site, it.third}).join_keys.empty());
}

TEST(Linkage, JoinsAlongAChainWithoutAKeyOfAll) {
    Booking it;
    const auto code = it.item("code", {ItemClass::JC});
    it.creates(it.registry, {it.s}, {code});
    it.creates(it.third, {it.s}, {code});
    const Linkage linked = linkage(it.measured(), Holders{it.registry, it.site, it.third});
    EXPECT_TRUE(linked.join_keys.empty());
    EXPECT_EQ(linked.reaches_direct_identifier, true);
    // As above, and code (registry's already) with the three of the site.
    EXPECT_EQ(linked.new_combinations, Bounds::exact(12));
    EXPECT_EQ(linkage(it.measured(), Holders{it.site, it.third}).reaches_direct_identifier, false);
}

TEST(Linkage, OfOneOrNoneHasNothingNew) {
    Booking it;
    const Linkage one = linkage(it.measured(), Holders{it.registry});
    EXPECT_EQ(one.join_keys, (Items{it.serial}));
    EXPECT_EQ(one.union_items, Bounds::exact(3));
    EXPECT_EQ(one.new_combinations, Bounds::exact(0));
    EXPECT_EQ(one.reaches_direct_identifier, true);
    const Linkage none = linkage(it.measured(), {});
    EXPECT_TRUE(none.join_keys.empty());
    EXPECT_EQ(none.union_items, Bounds::exact(0));
    EXPECT_EQ(none.reaches_direct_identifier, false);
}

TEST(Linkage, LeavesOptionalItemsOpen) {
    Booking it;
    it.may_hold(it.third, it.serial);
    it.creates(it.third, {it.s}, {it.mail});
    const Linkage linked = linkage(it.measured(), Holders{it.registry, it.third});
    EXPECT_TRUE(linked.join_keys.empty());
    EXPECT_EQ(linked.possible_keys, (Items{it.serial}));
    EXPECT_EQ(linked.union_items, Bounds::exact(4));
    EXPECT_EQ(linked.new_combinations, (Bounds{0, 3}));
    EXPECT_FALSE(linked.reaches_direct_identifier);
}

TEST(Linkage, CountsNoPairAsNewThatAMemberMayHoldAlone) {
    Booking it;
    it.may_hold(it.site, it.birth);
    const Linkage linked = linkage(it.measured(), Holders{it.registry, it.site});
    EXPECT_EQ(linked.new_combinations, (Bounds{6, 9}));
}

TEST(Linkage, LeavesAllOpenWhereSomethingUnlistedIsHeld) {
    Booking it;
    it.creates(it.third, {it.s}, {}).open = true;
    const Linkage linked = linkage(it.measured(), Holders{it.site, it.third});
    EXPECT_EQ(linked.union_items, Bounds::at_least(4));
    EXPECT_EQ(linked.new_combinations, Bounds::at_least(0));
    EXPECT_FALSE(linked.reaches_direct_identifier);
    EXPECT_EQ(linked.missing, (Codes{"holder:third"}));
}

TEST(LinkageTable, HasPairsTiesAndWhatHoldersInferAlone) {
    Booking it;
    it.may_hold(it.site, it.mail);
    it.may_hold(it.third, it.serial);
    const Frame frame = linkages(it.measured());
    EXPECT_EQ(built::names(frame), (Codes{"holders", "join_keys", "union_items", "new_combinations",
                                          "reaches_direct_identifier", "union_items_upper", "new_combinations_upper",
                                          "possible_keys", "ties", "inferences", "possible_inferences", "missing"}));
    ASSERT_EQ(frame.rows(), 4U);
    EXPECT_EQ(built::row(frame, 0),
              (Codes{"registry", "serial", "3", "0", "true", "3", "0", "", "", "derives:password", "", ""}));
    EXPECT_EQ(built::row(frame, 1),
              (Codes{"site", "booking_id", "4", "0", "false", "5", "0", "", "", "reveals:birth", "contact:mail", ""}));
    EXPECT_EQ(built::row(frame, 2), (Codes{"registry site", "serial booking_id", "7", "9", "true", "8", "12", "",
                                           "site", "null", "null", ""}));
    // No certain key: the pair is there because it may tie.
    EXPECT_EQ(built::row(frame, 3),
              (Codes{"registry third", "", "3", "0", "null", "3", "0", "serial", "third", "null", "null", ""}));
    EXPECT_EQ(frame.notes, (std::vector<Note>{{"possible_pairs", {{"pairs", "2"}}}}));
}

TEST(LinkageTable, OfAnyHoldersIsOneRow) {
    Booking it;
    const Frame frame = linkage_table(it.measured(), Holders{it.site, it.registry});
    ASSERT_EQ(frame.rows(), 1U);
    EXPECT_EQ(built::cell(frame.at("holders"), 0), "registry site");
    EXPECT_EQ(built::cell(frame.at("ties"), 0), "site");
    const Frame alone = linkage_table(it.measured(), Holders{it.site});
    EXPECT_EQ(built::cell(alone.at("ties"), 0), "");
    EXPECT_EQ(built::cell(alone.at("inferences"), 0), "reveals:birth");
}

TEST(LinkageTable, LeavesPairsWithinTheMunicipalityOut) {
    Booking it;
    it.made.holders[it.site.get()].external = false;
    it.creates(it.site, {it.s}, {it.name, it.birth});
    for (const auto& holders : built::cells(linkages(it.measured()), "holders"))
        EXPECT_EQ(holders.find(' '), std::string::npos);
}

TEST(LinkageTable, SaysWhereThereAreMoreTiesThanItPrints) {
    Booking it;
    for (std::size_t h = 0; h <= tie_limit; ++h)
        it.creates(it.holder(built::numbered("h", h)), {it.s}, {it.serial, it.name});
    const Ties ties = smallest_ties(it.measured(), it.site, Reach::lower);
    EXPECT_FALSE(ties.complete);
    EXPECT_EQ(ties.sets.size(), tie_limit);
    const auto notes = linkages(it.measured()).notes;
    EXPECT_EQ(notes, (std::vector<Note>{{"more_ties", {{"holder", "site"}, {"label", "site"}}}}));
}

TEST(Inference, ListsEachClueWithWhatGivesItAway) {
    Booking it;
    it.may_hold(it.site, it.mail);
    it.creates(it.site, {it.s}, {it.memo});
    EXPECT_EQ(inferences(it.measured(), it.site), (std::vector<Inference>{{Clue::reveals, it.birth, it.password, true},
                                                                          {Clue::contact, it.mail, it.mail, false},
                                                                          {Clue::free_text, it.memo, it.memo, true}}));
    EXPECT_EQ(inferences(it.measured(), it.registry),
              (std::vector<Inference>{{Clue::derives, it.password, it.birth, true}}));
    EXPECT_TRUE(inferences(it.measured(), it.third).empty());
}

TEST(Inference, IsNoneOfWhatAHolderMayHaveOrOfAPersonWhomItMayKnow) {
    Booking it;
    it.may_hold(it.registry, it.password);
    it.creates(it.registry, {it.s}, {it.mail, it.memo});
    EXPECT_TRUE(inferences(it.measured(), it.registry).empty());
    it.may_hold(it.site, it.birth);
    it.may_hold(it.site, it.name);
    it.creates(it.site, {it.s}, {it.mail});
    EXPECT_TRUE(inferences(it.measured(), it.site).empty());
}

TEST(Inference, OfAnotherPersonsContactTellsNothingOfThePerson) {
    Booking it;
    const auto theirs = it.item("theirs", {ItemClass::CT}, {}, "companion");
    it.creates(it.third, {it.s}, {theirs});
    EXPECT_TRUE(inferences(it.measured(), it.third).empty());
}

}  // namespace
}  // namespace nagarezu::review
