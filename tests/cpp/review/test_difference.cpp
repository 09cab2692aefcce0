// Differences worked by hand: one change at a time, and what is not a change.
#include <gtest/gtest.h>

#include <stdexcept>

#include "metrics/builder.hpp"
#include "metrics/cells.hpp"
#include "nagarezu/review/difference.hpp"

namespace nagarezu::review {
namespace {

using built::Builder;

/// A city that hands two items of its residents to a contractor, protected by one safeguard.
struct City : Builder {
    SubjectIndex residents = subject("residents", 100);
    ItemIndex name = item("name");
    ItemIndex address = item("address");
    HolderIndex city = holder("city");
    HolderIndex contractor = outsider("contractor");
    ListIndex handed = list("handed", {contractor}, {name, address});

    City() {
        creates(city, {residents}, {name, address});
        flow("f1", city, {contractor}, {residents}).lists = {handed};
        Safeguard encrypted;
        encrypted.id = "g1";
        encrypted.matter = MatterIndex{0};
        encrypted.party = "own";
        encrypted.label = "encrypted";
        encrypted.categories = {Category::ENC};
        made.safeguards.push_back(encrypted);
    }
};

ChecklistRow checked(Mark mark, std::vector<SafeguardIndex> measures) {
    ChecklistRow row;
    row.block = "1";
    row.party = "own";
    row.layer = Layer::system;
    row.mark = mark;
    row.measures = std::move(measures);
    return row;
}

/// `kind id change field before after`, and `*` at the end of what is not a change of meaning.
std::vector<std::string> lines(const Difference& found) {
    std::vector<std::string> text;
    for (const DifferenceRow& row : found.rows) {
        std::string line{row.kind};
        line += " " + row.id + " " + std::string{name_of(row.turn)};
        if (!row.field.empty()) line += " " + row.field;
        line += " [" + row.before.value_or("null") + "] [" + row.after.value_or("null") + "]";
        if (!row.meaning) line += " *";
        text.push_back(line);
    }
    return text;
}

using Lines = std::vector<std::string>;

TEST(Difference, OfACaseAndItselfIsEmpty) {
    const City city;
    const Difference none = difference(city.made, city.made);
    EXPECT_TRUE(none.empty());
    EXPECT_FALSE(none.changes_meaning());
    EXPECT_TRUE(none.renames.empty());
    EXPECT_EQ(apply(none, city.made), city.made);
}

TEST(Difference, NamesAnAddedItemAndTheEntryThatListsIt) {
    const City before;
    City after;
    const ItemIndex sex = after.item("sex", {ItemClass::F4});
    after.entry(after.handed, sex, true);
    EXPECT_EQ(
        lines(difference(before.made, after.made)),
        (Lines{"item sex added [null] [classes: F4]", "entry handed/sex added [null] [item: sex; optional: true]"}));
}

TEST(Difference, NamesWhatIsRemovedWithItsContent) {
    City before;
    before.made.safeguards[0].applies_to = {FlowIndex{0}};
    City after;
    after.made.safeguards.clear();
    EXPECT_EQ(lines(difference(before.made, after.made)),
              (Lines{"safeguard g1 removed [matter: m1; party: own; categories: ENC; applies_to: f1] [null]"}));
}

TEST(Difference, NamesEachFieldThatChanged) {
    const City before;
    City after;
    Flow& flow = after.made.flows[0];
    flow.open = true;
    flow.channel = {ChannelKind::lgwan, "LGWAN"};
    flow.media = {{MediaKind::paper, "紙"}};
    EXPECT_EQ(lines(difference(before.made, after.made)),
              (Lines{"flow f1 changed open [false] [true]", "flow f1 changed channel.kind [unspecified] [lgwan]",
                     "flow f1 changed channel.label [null] [LGWAN]", "flow f1 changed media [null] [paper 紙]"}));
}

TEST(Difference, ComparesReferencesByIdAndNotByPosition) {
    const City before;
    City after;
    // The same case with its two items the other way round.
    std::swap(after.made.items[0], after.made.items[1]);
    for (auto& entry : after.made.lists[0].entries) entry.item = ItemIndex{1 - entry.item.get()};
    auto& made = after.made.holders[0].creates[0].items;
    for (ItemIndex& item : made) item = ItemIndex{1 - item.get()};
    const Difference found = difference(before.made, after.made);
    EXPECT_EQ(lines(found), (Lines{"item  changed order [name address] [address name] *"}));
    EXPECT_FALSE(found.changes_meaning());
    EXPECT_EQ(apply(found, before.made), after.made);
}

TEST(Difference, KeepsPlacesAndReadingsApartFromMeaning) {
    const City before;
    City after;
    after.made.items[0].source = "000:4";
    Provenance read;
    read.field = "label";
    read.rule = "ocr";
    after.made.items[0].provenance.push_back(read);
    after.made.safeguards[0].position = "3";
    std::swap(after.made.lists[0].entries[0], after.made.lists[0].entries[1]);
    const Difference found = difference(before.made, after.made);
    EXPECT_EQ(lines(found),
              (Lines{"item name changed source [null] [000:4] *", "item name changed provenance [null] [label (ocr)] *",
                     "entry handed changed order [handed/name handed/address] [handed/address handed/name] *",
                     "safeguard g1 changed position [null] [3] *"}));
    EXPECT_FALSE(found.changes_meaning());
    EXPECT_EQ(found.rows[0].place_before, "");
    EXPECT_EQ(found.rows[0].place_after, "000:4");
}

TEST(Difference, DoesNotMindInWhichOrderReferencesAreNamed) {
    City before;
    before.made.flows[0].items = {before.name, before.address};
    City after;
    after.made.flows[0].items = {after.address, after.name};
    const Difference found = difference(before.made, after.made);
    EXPECT_EQ(lines(found), (Lines{"flow f1 changed items [name address] [address name] *"}));
    EXPECT_FALSE(found.changes_meaning());
}

TEST(Difference, NamesTheHeadOfTheCase) {
    const City before;
    City after;
    after.made.title = "other";
    after.made.municipality.name = "新宿区";
    after.made.procedure = Procedure::report;
    EXPECT_EQ(lines(difference(before.made, after.made)),
              (Lines{"case test changed title [test] [other]", "case test changed municipality.name [null] [新宿区]",
                     "case test changed procedure [other] [report]"}));
}

TEST(Difference, TellsPeriodsAndCountsOfTheirOwnersApart) {
    City before;
    City after;
    Period work{{}, "work", "", PeriodKind::work, "", parse_date("2020-04-01"), parse_date("2021-03-31")};
    before.made.matters[0].periods = {work};
    work.end = parse_date("FY2021");
    after.made.matters[0].periods = {work, {{}, "contract", "", PeriodKind::contract, "", {}, {}}};
    after.made.subjects[0].counts[0].value = 120;
    after.made.subjects[0].counts[0].bound = Bound::at_least;
    EXPECT_EQ(lines(difference(before.made, after.made)),
              (Lines{"period m1/work/work changed end [2021-03-31] [FY2021]",
                     "period m1/contract/contract added [null] [kind: contract]",
                     "count residents/person changed value [100] [120]",
                     "count residents/person changed bound [exact] [at_least]"}));
}

TEST(Difference, NumbersWhatIsPrintedTwice) {
    const auto reference = [](bool resolved) {
        Reference made;
        made.label = "資料1";
        made.resolved = resolved;
        return made;
    };
    City before;
    before.made.references = {reference(true), reference(true)};
    City after;
    after.made.references = {reference(true), reference(false), reference(true)};
    EXPECT_EQ(lines(difference(before.made, after.made)), (Lines{"reference 資料1#2 changed resolved [true] [false]",
                                                                 "reference 資料1#3 added [null] [resolved: true]"}));
}

TEST(Difference, KnowsAChecklistRowByItsMeasuresAndElseByItsPlace) {
    City before;
    before.made.checklist = {checked(Mark::blank, {}), checked(Mark::yes, {SafeguardIndex{0}})};
    City after;
    after.made.checklist = {checked(Mark::not_needed, {SafeguardIndex{0}})};
    EXPECT_EQ(lines(difference(before.made, after.made)),
              (Lines{"checklist_row 1/own/system/g1 changed mark [yes] [not_needed]",
                     "checklist_row 1/own/system removed [block: 1; party: own; layer: system] [null]"}));
    // A row that loses its measure is still the row of its block, party and layer.
    City lost = before;
    lost.made.checklist[1].measures.clear();
    lost.made.checklist.erase(lost.made.checklist.begin());
    before.made.checklist.erase(before.made.checklist.begin());
    EXPECT_EQ(lines(difference(before.made, lost.made)),
              (Lines{"checklist_row 1/own/system changed measures [g1] [null]"}));
}

TEST(Difference, KnowsAClauseByMatterAndNumber) {
    City before;
    before.matter("m2");
    Clause clause;
    clause.number = 3;
    clause.matter = MatterIndex{0};
    clause.heading = "再委託";
    before.made.clauses = {clause};
    City after;
    after.matter("m2");
    clause.modality = Modality::prohibition;
    after.made.clauses = {clause};
    clause.matter = MatterIndex{1};
    after.made.clauses.push_back(clause);
    const auto found = difference(before.made, after.made);
    EXPECT_EQ(lines(found)[0], "clause m1/3 changed modality [duty] [prohibition]");
    EXPECT_EQ(found.rows[1].id, "m2/3");
    EXPECT_EQ(found.rows[1].label, "再委託");
    EXPECT_EQ(found.rows[1].turn, Turn::added);
}

TEST(Difference, RanksOfCandidatesMeanSomething) {
    City before;
    Safeguard other = before.made.safeguards[0];
    other.id = "g2";
    before.made.safeguards.push_back(other);
    City after = before;
    before.made.criteria = {{{}, "c", {{{}, "2(1)", {}, {SafeguardIndex{0}, SafeguardIndex{1}}}}}};
    after.made.criteria = {{{}, "c", {{{}, "2(1)", {}, {SafeguardIndex{1}, SafeguardIndex{0}}}}}};
    const auto found = difference(before.made, after.made);
    EXPECT_EQ(lines(found), (Lines{"criterion_reference c/2(1) changed candidates [g1 g2] [g2 g1]"}));
}

TEST(Difference, IsNotAppliedToACaseOfAnotherShape) {
    const City before;
    City after;
    after.item("sex");
    const auto found = difference(before.made, after.made);
    EXPECT_EQ(apply(found, before.made), after.made);
    EXPECT_THROW(apply(found, after.made), std::invalid_argument);
}

TEST(DifferenceTable, HasARowForEachDifferenceAndProposalsLast) {
    const City before;
    City after;
    after.made.items[0].id = "full_name";
    after.made.items[0].source = "000:1";
    const auto found = difference(before.made, after.made);
    const Frame frame = difference_table(found, after.made);
    ASSERT_EQ(frame.rows(), found.rows.size() + 1);
    EXPECT_EQ(built::row(frame, 0), (Lines{"test", "item", "full_name", "name", "added", "null", "null", "null", "null",
                                           "000:1", "true", "null"}));
    EXPECT_EQ(built::row(frame, frame.rows() - 1), (Lines{"test", "item", "full_name", "name", "renamed", "id", "name",
                                                          "full_name", "null", "000:1", "true", "content"}));
    for (const Column& column : frame.columns) EXPECT_EQ(column.size(), frame.rows());
}

}  // namespace
}  // namespace nagarezu::review
