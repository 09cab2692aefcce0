// What a value of a case says when the document says nothing: unknown or plain, never a number or a promise.
#include <gtest/gtest.h>

#include <functional>

#include "nagarezu/model/case.hpp"
#include "nagarezu/model/profile.hpp"

namespace nagarezu {
namespace {

TEST(CaseDefaults, AnEmptyCaseHoldsNothing) {
    const Case empty;
    EXPECT_TRUE(empty.id.empty());
    EXPECT_EQ(empty.procedure, Procedure::other);
    EXPECT_TRUE(empty.matters.empty() && empty.subjects.empty() && empty.items.empty() && empty.flows.empty());
    EXPECT_EQ(empty, Case{});
}

TEST(CaseDefaults, ACountIsUnstatedUntilItIsStated) {
    EXPECT_FALSE(SubjectCount{}.value);
    EXPECT_FALSE(SubjectCount{}.as_of);
}

TEST(CaseDefaults, ReferencesPointAtNothing) {
    EXPECT_FALSE(Item{}.derived_from.valid());
    EXPECT_FALSE(Holder{}.operator_.valid());
    EXPECT_FALSE(Flow{}.from.valid());
    EXPECT_FALSE(Flow{}.matter.valid());
    EXPECT_FALSE(Safeguard{}.matter.valid());
    EXPECT_FALSE(CriterionReference{}.measure.valid());
}

TEST(CaseDefaults, NothingIsOpenExternalOrOptionalUnlessStated) {
    EXPECT_FALSE(Holder{}.external || Holder{}.open_class);
    EXPECT_EQ(Holder{}.tier, 0);
    EXPECT_FALSE(ItemList{}.open || Flow{}.open || Flow{}.open_subjects || Creation{}.open);
    EXPECT_FALSE(ListEntry{}.optional);
    EXPECT_FALSE(Matter{}.emphasis_lost);
    EXPECT_FALSE(Reference{}.resolved);
}

TEST(CaseDefaults, ChannelsAndMediaAreUnspecified) {
    EXPECT_EQ(Channel{}.kind, ChannelKind::unspecified);
    EXPECT_EQ(Medium{}.kind, MediaKind::unspecified);
    EXPECT_EQ(Safeguard{}.layer, Layer::unspecified);
}

TEST(CaseDefaults, AMarkIsBlankRatherThanYes) {
    EXPECT_EQ(ChecklistRow{}.mark, Mark::blank);
}

TEST(ListEntry, IsALeafIfItNamesAnItem) {
    ListEntry group;
    group.position = "4";
    EXPECT_FALSE(group.leaf());
    ListEntry leaf;
    leaf.position = "4.1";
    leaf.item = ItemIndex{0};
    EXPECT_TRUE(leaf.leaf());
}

TEST(Equality, SeesEveryLevelOfACase) {
    Case a;
    a.matters.resize(1);
    a.holders.resize(1);
    Case b = a;
    EXPECT_EQ(a, b);
    b.holders[0].creates.resize(1);
    EXPECT_NE(a, b);
    a.holders[0].creates.resize(1);
    EXPECT_EQ(a, b);
    a.matters[0].source = "000:24";
    EXPECT_NE(a, b);
}

/// A case with one of everything, nested entities included.
Case one_of_each() {
    Case value;
    value.dates.resize(1);
    value.basis.resize(1);
    value.sources.resize(1);
    value.announcements.resize(1);
    value.purposes.resize(1);
    value.matters.resize(1);
    value.matters[0].work.resize(1);
    value.matters[0].media.resize(1);
    value.matters[0].partners.resize(1);
    value.matters[0].periods.resize(1);
    value.matters[0].approvals.resize(1);
    value.subjects.resize(1);
    value.subjects[0].counts.resize(1);
    value.items.resize(1);
    value.holders.resize(1);
    value.holders[0].creates.resize(1);
    value.holders[0].mentions.resize(1);
    value.lists.resize(1);
    value.lists[0].entries.resize(1);
    value.flows.resize(1);
    value.flows[0].media.resize(1);
    value.safeguards.resize(1);
    value.safeguards[0].channels.resize(1);
    value.safeguards[0].media.resize(1);
    value.clauses.resize(1);
    value.checklist.resize(1);
    value.criteria.resize(1);
    value.criteria[0].references.resize(1);
    value.claims.resize(1);
    value.references.resize(1);
    value.transfers.resize(1);
    value.changes.resize(1);
    return value;
}

TEST(Equality, SeesTheLastMemberOfEveryEntity) {
    const std::vector<std::function<void(Case&)>> changes{
        [](Case& c) { c.municipality.name = "新宿区"; },
        [](Case& c) {
            c.dates[0].date = Date{2019, 11, 5, Precision::day};
        },
        [](Case& c) { c.basis[0].label = "第14条"; },
        [](Case& c) { c.sources[0].kind = "pdf"; },
        [](Case& c) { c.matters[0].emphasis_lost = true; },
        [](Case& c) { c.announcements[0].change = Change::added; },
        [](Case& c) { c.purposes[0].part_of.emplace_back(0U); },
        [](Case& c) { c.matters[0].work[0].sheet = Sheet::figure; },
        [](Case& c) { c.matters[0].media[0].systems.emplace_back(0U); },
        [](Case& c) { c.matters[0].partners[0].systems.emplace_back(0U); },
        [](Case& c) {
            c.matters[0].periods[0].end = Date{2020, 3, 31, Precision::day};
        },
        [](Case& c) { c.matters[0].periods[0].renewed = true; },
        [](Case& c) {
            c.matters[0].approvals[0].date = Date{2014, 0, 0, Precision::fiscal_year};
        },
        [](Case& c) { c.subjects[0].disjoint_with.emplace_back(1U); },
        [](Case& c) { c.subjects[0].counts[0].printed = "348,587人"; },
        [](Case& c) { c.items[0].sensitivity.push_back(Sensitivity::treated); },
        [](Case& c) { c.holders[0].corporate_number = "1"; },
        [](Case& c) { c.holders[0].creates[0].open = true; },
        [](Case& c) { c.holders[0].mentions[0].matter = MatterIndex{0}; },
        [](Case& c) { c.lists[0].missing_reference = "別紙"; },
        [](Case& c) { c.lists[0].entries[0].change = Change::added; },
        [](Case& c) { c.flows[0].change = Change::added; },
        [](Case& c) { c.flows[0].stores = true; },
        [](Case& c) { c.flows[0].channel.label = "専用回線"; },
        [](Case& c) { c.flows[0].media[0].label = "磁気ディスク"; },
        [](Case& c) { c.safeguards[0].applies_to.emplace_back(0U); },
        [](Case& c) { c.safeguards[0].channels[0].label = "郵送"; },
        [](Case& c) { c.safeguards[0].media[0].label = "DVD-R"; },
        [](Case& c) { c.clauses[0].refers_to.push_back(2); },
        [](Case& c) { c.checklist[0].measures.emplace_back(0U); },
        [](Case& c) { c.checklist[0].wording = "w"; },
        [](Case& c) { c.criteria[0].references[0].candidates.emplace_back(0U); },
        [](Case& c) { c.claims[0].unit = "person"; },
        [](Case& c) { c.claims[0].storage = true; },
        [](Case& c) { c.references[0].resolved = true; },
        [](Case& c) { c.transfers[0].purpose = "照会"; },
        [](Case& c) { c.changes[0].after = "追加"; },
    };
    ASSERT_EQ(one_of_each(), one_of_each());
    for (std::size_t i = 0; i < changes.size(); ++i) {
        Case changed = one_of_each();
        changes[i](changed);
        EXPECT_NE(changed, one_of_each()) << "change " << i;
    }
}

TEST(Profile, AppliesNothingUntilToldTo) {
    EXPECT_TRUE(Profile{}.always.empty());
    EXPECT_TRUE(Profile{}.triggers.empty());
    EXPECT_TRUE(ProfileTrigger{}.categories.empty());
}

TEST(Profile, EqualityReachesItsTriggers) {
    Profile a;
    a.id = "triggered";
    a.triggers.resize(1);
    Profile b = a;
    EXPECT_EQ(a, b);
    b.triggers[0].channels.push_back(ChannelKind::internet);
    EXPECT_NE(a, b);
}

}  // namespace
}  // namespace nagarezu
