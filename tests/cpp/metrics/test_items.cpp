#include <gtest/gtest.h>

#include <random>

#include "cells.hpp"
#include "nagarezu/metrics/items.hpp"
#include "worked.hpp"

namespace nagarezu::metrics {
namespace {

using built::Builder;
using built::cells;
using built::row;
using Texts = std::vector<std::string>;

// The reservation system of 2021: eight leaves, one of them optional.
struct Reservation : Builder {
    ItemIndex number = item("number", {ItemClass::OI}, "serial_number");
    ItemIndex password = item("password", {ItemClass::CR, ItemClass::QI});
    ItemIndex mail = item("mail", {ItemClass::CT});
    ItemIndex companion = item("companion", {ItemClass::OI, ItemClass::FM}, "serial_number", "同時予約者");
    HolderIndex system = outsider("system");
    ListIndex entries = list("b", {system}, {number, password});

    Reservation() {
        entry(entries, mail, true);
        entry(entries, companion);
        for (ItemIndex more : items(4)) entry(entries, more);
    }
};

TEST(CountItems, OptionalLeavesCountInTheUpperEndOnly) {
    const Reservation build;
    const ItemCounts counts = count_items(build.made, std::vector{build.entries});
    EXPECT_EQ(counts.labels, 8);
    EXPECT_EQ(counts.leaves, (Bounds{7, 8}));
    EXPECT_EQ(counts.distinct_labels, 8);
    // One concept, two people: the companion's number stays apart.
    EXPECT_EQ(counts.distinct_concepts, 8);
}

TEST(CountItems, EachLevelTakesSomethingAway) {
    Builder build;
    const auto a = build.item("a", {}, "memo"), b = build.item("b", {}, "memo"), c = build.item("c");
    const auto list = build.list("l", {}, {a, a, b, c});
    build.entry(list, ItemIndex{});
    const ItemCounts counts = count_items(build.made, std::vector{list});
    EXPECT_EQ(counts, (ItemCounts{5, Bounds::exact(4), 3, 2}));
}

TEST(CountItems, AnOpenListHasNoUpperEndAndRemovedEntriesAreGone) {
    Builder build;
    const auto a = build.item("a"), b = build.item("b");
    const auto list = build.list("l", {}, {a});
    build.entry(list, b).change = Change::removed;
    build.made.lists[0].open = true;
    EXPECT_EQ(count_items(build.made, std::vector{list}), (ItemCounts{1, Bounds::at_least(1), 1, 1}));
}

TEST(ItemCountsTable, OfTheSupplementHas54EntriesAnd22Labels) {
    const Frame frame = item_counts(built::Supplement{}.measured());
    EXPECT_EQ(cells(frame, "holder"), (Texts{"system", "municipalities", "jlis", "contractor", "*"}));
    EXPECT_EQ(cells(frame, "labels"), (Texts{"12", "16", "12", "14", "54"}));
    EXPECT_EQ(cells(frame, "leaves_lower"), (Texts{"12", "16", "12", "14", "54"}));
    EXPECT_EQ(row(frame, 4), (Texts{"*", "54", "54", "54", "22", "22"}));
}

TEST(ItemLists, PrintGroupsWithoutMeaningAndLeavesWithTheirOwn) {
    Builder build;
    const auto a = build.holder("a"), b = build.holder("b");
    const auto head = build.item("head", {ItemClass::DI, ItemClass::FM}, "register_head_name", "筆頭者");
    const auto list = build.list("l", {a, b});
    build.entry(list, ItemIndex{});
    build.entry(list, head, true).position = "1.1";
    build.list("nobody", {}, {head});
    const Frame frame = item_lists(build.measured());
    EXPECT_EQ(row(frame, 0),
              (Texts{"m1", "l", "a b", "1", "group", "false", "false", "null", "null", "null", "existing", "null"}));
    EXPECT_EQ(row(frame, 1), (Texts{"m1", "l", "a b", "1.1", "head", "true", "true", "筆頭者", "register_head_name",
                                    "DI FM", "existing", "head"}));
    EXPECT_EQ(built::cell(frame.at("holder"), 2), "null");
}

TEST(ItemClassesTable, CountLeavesAndDistinctItemsOfEachClass) {
    Builder build;
    const auto holder = build.holder("h"), empty = build.holder("empty");
    const auto name = build.item("name", {ItemClass::DI, ItemClass::F4});
    const auto sex = build.item("sex", {ItemClass::QI, ItemClass::F4});
    build.list("l1", {holder}, {name, sex});
    build.list("l2", {holder}, {name});
    build.list("l3", {empty});
    const Frame frame = item_classes(build.measured());
    EXPECT_EQ(cells(frame, "holder"), (Texts{"h", "h", "h"}));
    EXPECT_EQ(cells(frame, "class"), (Texts{"DI", "F4", "QI"}));
    EXPECT_EQ(cells(frame, "leaves"), (Texts{"2", "3", "1"}));
    EXPECT_EQ(cells(frame, "distinct"), (Texts{"1", "2", "1"}));
}

TEST(BasicFour, CountsTheSubjectsOwnNameAddressBirthDateAndSex) {
    Builder build;
    const auto group = build.subject("s", 5);
    const auto own = build.holder("own"), out = build.outsider("out");
    const auto kanji = build.item("kanji", {ItemClass::DI, ItemClass::F4}, "name_kanji");
    const auto kana = build.item("kana", {ItemClass::DI, ItemClass::F4}, "name_kana");
    const auto sex = build.item("sex", {ItemClass::F4}, "sex");
    const auto head = build.item("head", {ItemClass::DI}, "name", "世帯主");
    const auto unnamed = build.item("unnamed", {ItemClass::F4});
    const auto born = build.item("born", {ItemClass::F4}, "birth_date");
    const auto list = build.list("l", {}, {kanji, kana, sex, head});
    build.entry(list, born, true);
    build.creates(own, {group}, {kanji, kana, sex, head, unnamed, born});
    build.flow("f", own, {out}, {group}).lists = {list};
    EXPECT_EQ(basic_four(build.measured(), out), (Bounds{2, 3}));
    EXPECT_EQ(basic_four(build.measured(), own), (Bounds{3, 4}));
    build.made.flows[0].open = true;
    build.made.holders[own.get()].creates[0].open = true;
    EXPECT_EQ(basic_four(build.measured(), out), (Bounds{2, 4}));
}

TEST(LinkageIdentifiers, AreDistinctItemsOfFourClasses) {
    Reservation build;
    const auto group = build.subject("s", 5);
    const auto own = build.holder("own");
    build.creates(own, {group}, build.items(1));
    build.flow("f", own, {build.system}, {group}, {build.number}).lists = {build.entries};
    EXPECT_EQ(linkage_identifiers(build.measured(), build.system), Bounds::exact(2));
    EXPECT_EQ(linkage_identifiers(build.measured(), FlowIndex{0}), Bounds::exact(2));
    const auto code = build.item("code", {ItemClass::JC});
    build.entry(build.entries, code, true);
    EXPECT_EQ(linkage_identifiers(build.measured(), FlowIndex{0}), (Bounds{2, 3}));
    EXPECT_EQ(linkage_identifiers(build.measured(), build.system), (Bounds{2, 3}));
    build.made.lists[0].open = true;
    build.made.holders[own.get()].creates[0].open = true;
    EXPECT_EQ(linkage_identifiers(build.measured(), FlowIndex{0}), Bounds::at_least(2));
    EXPECT_EQ(linkage_identifiers(build.measured(), build.system), Bounds::at_least(2));
}

// Property: each level refines the one before, as long as a label stands for one role.
TEST(CountItems, LevelsDescendOnRandomLists) {
    std::mt19937 random{5};
    for (int round = 0; round < 200; ++round) {
        Builder build;
        std::vector<ItemIndex> items;
        for (std::size_t i = 0; i < 6; ++i)
            items.push_back(build.item(built::numbered("i", i), {}, random() % 2 ? "memo" : ""));
        const auto list = build.list("l", {});
        for (int i = 0; i < 10; ++i)
            build.entry(list, random() % 4 == 0 ? ItemIndex{} : items[random() % 6], random() % 3 == 0);
        const ItemCounts counts = count_items(build.made, std::vector{list});
        EXPECT_GE(counts.labels, *counts.leaves.upper);
        EXPECT_GE(*counts.leaves.upper, *counts.leaves.lower);
        EXPECT_GE(*counts.leaves.upper, counts.distinct_labels);
        EXPECT_GE(counts.distinct_labels, counts.distinct_concepts);
    }
}

}  // namespace
}  // namespace nagarezu::metrics
