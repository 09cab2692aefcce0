// Claims `only`, `never` and `includes`, each reading of the facts by hand.
#include <gtest/gtest.h>

#include "judged.hpp"

namespace nagarezu::review {
namespace {

using built::Codes;

/// city creates name, id and memo of s, and sends id to shop over `sent`.
struct Shop : built::Claims {
    SubjectIndex s = subject("s");
    ItemIndex name = item("name", {ItemClass::DI});
    ItemIndex id = item("id", {ItemClass::OI});
    ItemIndex memo = item("memo", {ItemClass::FT});
    HolderIndex city = holder("city");
    HolderIndex shop = outsider("shop");
    HolderIndex other = outsider("other");

    Shop() {
        creates(city, {s}, {name, id, memo});
        flow("sent", city, {shop}, {s}, {id});
    }
};

TEST(ClaimOnly, HoldsWhereNothingElseCanArrive) {
    Shop it;
    it.only({it.shop}, {it.id});
    const Judgement judged = it.judged();
    EXPECT_EQ(judged.holds, Verdict::yes);
    EXPECT_FALSE(judged.witness);
    EXPECT_FALSE(judged.repair);
    EXPECT_TRUE(judged.contradictions.empty());
    EXPECT_TRUE(judged.settling.empty());
}

TEST(ClaimOnly, FailsWhereAnotherItemCertainlyArrives) {
    Shop it;
    it.flow("more", it.city, {it.shop}, {it.s}, {it.name});
    it.only({it.shop}, {it.id});
    const Judgement judged = it.judged();
    EXPECT_EQ(judged.holds, Verdict::no);
    EXPECT_EQ(it.way(judged), "city more shop");
    EXPECT_FALSE(judged.collected_by.valid());
    EXPECT_EQ(judged.contradictions, (Codes{"item:name"}));
    EXPECT_TRUE(judged.settling.empty());
    EXPECT_EQ(it.repair(judged), "more ");
    EXPECT_TRUE(judged.repair->exact());
}

TEST(ClaimOnly, OfNoItemsMeansThatTheHolderHoldsNothing) {
    Shop it;
    it.only({it.other}, {});
    EXPECT_EQ(it.holds(), Verdict::yes);
    it.only({it.shop}, {});
    EXPECT_EQ(it.holds(), Verdict::no);
}

TEST(ClaimOnly, IsUnknownForAnOptionalItemAndNamesIt) {
    Shop it;
    const auto list = it.list("l", {it.shop});
    it.entry(list, it.memo, true);
    it.flow("more", it.city, {it.shop}, {it.s}).lists = {list};
    it.only({it.shop}, {it.id});
    const Judgement judged = it.judged();
    EXPECT_EQ(judged.holds, Verdict::unknown);
    EXPECT_EQ(it.way(judged), "city more shop");
    EXPECT_EQ(judged.settling, (Codes{"item:memo"}));
    EXPECT_EQ(judged.contradictions, (Codes{"item:memo"}));
}

TEST(ClaimOnly, IsUnknownForAnOpenListAndNamesIt) {
    Shop it;
    const auto list = it.list("l", {it.shop}, {it.id});
    it.made.lists[list.get()].open = true;
    it.flow("more", it.city, {it.shop}, {it.s}).lists = {list};
    it.only({it.shop}, {it.id});
    const Judgement judged = it.judged();
    EXPECT_EQ(judged.holds, Verdict::unknown);
    EXPECT_EQ(judged.settling, (Codes{"list:l"}));
    EXPECT_EQ(judged.contradictions, (Codes{"item:name", "item:memo"}));  // what city holds may be on it
}

TEST(ClaimOnly, IsUnknownForOpenCreationsFlowsAndSubjects) {
    Shop it;
    it.creates(it.shop, {it.s}, {}).open = true;
    it.only({it.shop}, {it.id});
    EXPECT_EQ(it.judged().settling, (Codes{"holder:shop"}));
    EXPECT_EQ(it.way(it.judged()), "shop");

    Shop open;
    open.flow("more", open.city, {open.shop}, {open.s}).open = true;
    open.only({open.shop}, {open.id});
    EXPECT_EQ(open.judged().settling, (Codes{"flow:more"}));

    Shop whose;
    whose.flow("more", {}, {whose.shop}, {}, {whose.memo}).open_subjects = true;
    whose.only({whose.shop}, {whose.id});
    const Judgement judged = whose.judged();
    EXPECT_EQ(judged.holds, Verdict::unknown);
    EXPECT_EQ(judged.settling, (Codes{"subjects:more"}));
    EXPECT_EQ(judged.collected_by, FlowIndex{1});
    EXPECT_EQ(whose.way(judged), "shop");
}

TEST(ClaimOnly, IsUnknownForAnOptionalCreation) {
    Shop it;
    const auto list = it.list("l", {it.shop});
    it.entry(list, it.memo, true);
    it.creates(it.shop, {it.s}, {}).lists = {list};
    it.only({it.shop}, {it.id});
    const Judgement judged = it.judged();
    EXPECT_EQ(judged.settling, (Codes{"item:memo"}));
    EXPECT_EQ(it.repair(judged), "memo ");  // no flow brings it
}

TEST(ClaimOnly, FailsForHoldersNamedTogetherIfAllOfThemAreMeant) {
    Shop it;
    it.flow("joint", it.city, {it.shop, it.other}, {it.s}, {it.name});
    it.only({it.shop}, {it.id});
    EXPECT_EQ(it.holds(), Verdict::unknown);  // other may be the one
    EXPECT_EQ(it.judged().settling, (Codes{"joint:joint"}));
    it.only({it.shop, it.other}, {it.id});
    const Judgement judged = it.judged();
    EXPECT_EQ(judged.holds, Verdict::no);  // one of them has it
    EXPECT_EQ(it.way(judged), "city joint shop");
    EXPECT_EQ(judged.contradictions, (Codes{"item:name"}));
}

TEST(ClaimOnly, HoldersNamedTogetherNeedSomebodyAndSomethingCertain) {
    Shop it;
    it.flow("joint", it.city, {it.shop, it.other}, {}, {it.name}).open_subjects = true;
    it.only({it.shop, it.other}, {it.id});
    EXPECT_EQ(it.holds(), Verdict::no);  // of s, whom city certainly holds

    Shop nobody;
    nobody.flow("joint", nobody.other, {nobody.shop, nobody.city}, {}, {nobody.name}).open_subjects = true;
    nobody.only({nobody.shop, nobody.city}, {nobody.id, nobody.memo});
    EXPECT_EQ(nobody.holds(), Verdict::no);  // city creates name
    nobody.only({nobody.shop}, {nobody.id});
    EXPECT_EQ(nobody.holds(), Verdict::unknown);

    Shop optional;
    const auto list = optional.list("l", {optional.shop, optional.other});
    optional.entry(list, optional.name, true);
    optional.flow("joint", optional.city, {optional.shop, optional.other}, {optional.s}).lists = {list};
    optional.only({optional.shop, optional.other}, {optional.id});
    EXPECT_EQ(optional.holds(), Verdict::unknown);
}

TEST(ClaimOnly, AgreesWithTheListsByPrecisionAndRecall) {
    // Two of three claimed items are on the list of eight, as in the worked case of 2021.
    built::Claims it;
    const auto all = it.items(9);
    const auto system = it.outsider("system");
    const auto list = it.list("b", {system}, built::part(all, 1, 8));
    it.entry(list, all[8], true);
    it.entry(list, all[0]).change = Change::removed;
    it.only({system}, built::part(all, 0, 3));
    const Judgement judged = it.judged();
    EXPECT_EQ(judged.precision, (metrics::Fraction{2, 3}));
    EXPECT_EQ(judged.recall, (metrics::Fraction{2, 8}));
}

TEST(ClaimOnly, LeavesThoseSharesUnknownThatAnOpenListCouldChange) {
    built::Claims it;
    const auto all = it.items(3);
    const auto system = it.outsider("system");
    it.only({system}, {all[0]});
    EXPECT_FALSE(it.judged().precision);  // no list
    const auto list = it.list("b", {system}, {all[0], all[1]});
    it.made.lists[list.get()].open = true;
    EXPECT_EQ(it.judged().precision, (metrics::Fraction{1, 1}));
    EXPECT_FALSE(it.judged().recall);
    it.only({system}, {all[2]});
    EXPECT_FALSE(it.judged().precision);
}

TEST(ClaimNever, ForbidsItemsClassesAndAZone) {
    Shop it;
    it.made.holders[it.shop.get()].zone = "internet";
    it.never({it.shop}, {it.name});
    EXPECT_EQ(it.holds(), Verdict::yes);
    it.never({it.shop}, {it.id});
    EXPECT_EQ(it.holds(), Verdict::no);
    it.never({it.shop}, {}, {ItemClass::OI, ItemClass::NB});
    EXPECT_EQ(it.holds(), Verdict::no);
    it.never({}, {it.id}).zone = "internet";
    EXPECT_EQ(it.holds(), Verdict::no);
    EXPECT_FALSE(it.judged().precision);
    it.never({it.other}, {it.id}).zone = "elsewhere";
    EXPECT_EQ(it.holds(), Verdict::yes);
}

TEST(ClaimNever, PrefersTheNearestWitnessThenTheFirst) {
    Shop it;
    it.flow("on", it.shop, {it.other}, {it.s}, {it.id});
    it.flow("second", it.city, {it.other}, {it.s}, {it.name});
    it.never({it.other}, {it.id, it.name});
    EXPECT_EQ(it.way(it.judged()), "city second other");
    it.never({it.other}, {it.id});
    EXPECT_EQ(it.way(it.judged()), "city sent shop on other");
}

TEST(ClaimNever, WarnsOfFreeTextAndOfWhatIsDerived) {
    Shop it;
    const auto birth = it.item("birth", {ItemClass::F4});
    const auto password = it.item("password", {ItemClass::CR});
    const auto hint = it.item("hint", {ItemClass::CR});
    it.made.items[password.get()].derived_from = birth;
    it.made.items[hint.get()].derived_from = password;
    it.flow("more", it.city, {it.shop}, {it.s}, {it.memo, hint});
    it.never({it.shop}, {}, {ItemClass::F4});
    EXPECT_EQ(it.holds(), Verdict::yes);
    EXPECT_EQ(it.judged().caveats, (Codes{"free_text:memo", "derived:hint"}));
    it.never({it.other}, {}, {ItemClass::F4});
    EXPECT_TRUE(it.judged().caveats.empty());
    it.made.items[birth.get()].derived_from = hint;  // in a circle
    it.never({it.shop}, {}, {ItemClass::NB});
    EXPECT_EQ(it.judged().caveats, (Codes{"free_text:memo"}));
}

TEST(ClaimsAboutItems, AreUnknownIfTheyLackWhatTheyNeed) {
    Shop it;
    it.only({}, {it.id});
    EXPECT_EQ(it.judged().settling, (Codes{"claim:c1"}));
    it.never({}, {it.id});
    EXPECT_EQ(it.holds(), Verdict::unknown);
    it.never({it.shop}, {});
    EXPECT_EQ(it.judged().settling, (Codes{"claim:c3"}));
    EXPECT_FALSE(it.judged().repair);
}

TEST(ClaimIncludes, HoldsWhereEachItemCertainlyArrivesAtEachHolder) {
    Shop it;
    it.includes({it.shop}, {it.id});
    EXPECT_EQ(it.holds(), Verdict::yes);
    it.includes({it.shop, it.city}, {it.id});
    EXPECT_EQ(it.holds(), Verdict::yes);
    it.includes({it.shop}, {it.id, it.memo});
    const Judgement judged = it.judged();
    EXPECT_EQ(judged.holds, Verdict::no);
    EXPECT_EQ(judged.contradictions, (Codes{"item:memo"}));
    EXPECT_FALSE(judged.witness);  // nothing arrives that could be shown
    EXPECT_FALSE(judged.repair);   // and nothing can be taken away to bring it
    it.includes({}, {it.id});
    EXPECT_EQ(it.judged().settling, (Codes{"claim:c4"}));
    it.includes({it.shop}, {});
    EXPECT_EQ(it.judged().settling, (Codes{"claim:c5"}));
}

TEST(ClaimIncludes, IsUnknownForWhatMayArrive) {
    Shop it;
    const auto list = it.list("l", {it.shop});
    it.entry(list, it.memo, true);
    it.flow("more", it.city, {it.shop}, {it.s}).lists = {list};
    it.includes({it.shop}, {it.memo});
    EXPECT_EQ(it.holds(), Verdict::unknown);
    EXPECT_EQ(it.judged().settling, (Codes{"item:memo"}));
    it.made.lists[list.get()].entries[0].optional = false;
    EXPECT_EQ(it.holds(), Verdict::yes);

    Shop open;  // the rest of an open list of a holder whose source nobody knows may be anything
    open.flow("more", {}, {open.other}, {open.s}, {open.id}).open = true;
    open.includes({open.other}, {open.name});
    EXPECT_EQ(open.holds(), Verdict::unknown);
    EXPECT_EQ(open.judged().settling, (Codes{"flow:more"}));
}

}  // namespace
}  // namespace nagarezu::review
