// What a value of a case says when the document says nothing: unknown or plain, never a number or a promise.
#include <gtest/gtest.h>

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
