// Effects worked by hand, and the rule that no table of the catalogue is forgotten.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "metrics/builder.hpp"
#include "metrics/cells.hpp"
#include "nagarezu/review/edit.hpp"
#include "nagarezu/review/effects.hpp"
#include "nagarezu/review/tables.hpp"

namespace nagarezu::review {
namespace {

/// A city gives two items of its 100 residents to a contractor, which may pass on the name of some.
struct Small : built::Builder {
    SubjectIndex residents = subject("residents", 100);
    std::vector<ItemIndex> all = items(2);
    HolderIndex city = holder("city");
    HolderIndex contractor = outsider("contractor");

    Small() {
        creates(city, {residents}, all);
        flow("f1", city, {contractor}, {residents}, all);
    }
};

std::string text_of(const std::optional<Bounds>& bounds) {
    const auto end = [](const std::optional<Count>& value) { return value ? std::to_string(*value) : "null"; };
    return bounds ? end(bounds->lower) + "-" + end(bounds->upper) : "none";
}

/// `about before after trend` of one metric.
std::vector<std::string> of(const std::vector<Effect>& effects, std::string_view metric) {
    std::vector<std::string> lines;
    for (const Effect& effect : effects)
        if (effect.metric == metric)
            lines.push_back(effect.about + " " + text_of(effect.before) + " " + text_of(effect.after) + " " +
                            std::string{name_of(effect.trend)});
    return lines;
}

std::vector<Effect> of_edit(const Case& source, const Edit& edit) {
    return effects(metrics::Measured{source}, metrics::Measured{edited(source, edit)}, {});
}

using Lines = std::vector<std::string>;

TEST(Effects, OfNothingAreNone) {
    const Small small;
    EXPECT_TRUE(effects(small.measured(), small.measured(), {}).empty());
}

TEST(Effects, OfAnItemLess) {
    const Small small;
    const auto found = of_edit(small.made, WithoutItem{"i2", ""});
    EXPECT_EQ(of(found, "recipients.items"), (Lines{"contractor 2-2 1-1 lowered"}));
    EXPECT_EQ(of(found, "recipients.person_items"), (Lines{"contractor 200-200 100-100 lowered"}));
    EXPECT_EQ(of(found, "recipients.persons"), (Lines{}));
    EXPECT_EQ(of(found, "item_reach.recipients"), (Lines{"i2 1-1 none removed"}));
    EXPECT_EQ(of(found, "concentration.items"), (Lines{"contractor 2-2 1-1 lowered"}));
    for (const Effect& effect : found)
        if (effect.metric == "recipients.items") {
            EXPECT_EQ(effect.label, "contractor");
            EXPECT_EQ(effect.unit, "item");
        }
}

TEST(Effects, OfARecipientMore) {
    const Small small;
    const auto found = of_edit(small.made, WithRecipient{"other", "他社", "f1"});
    EXPECT_EQ(of(found, "recipients.items"), (Lines{"other none 2-2 added"}));
    EXPECT_EQ(of(found, "item_reach.recipients"), (Lines{"i1 1-1 2-2 raised", "i2 1-1 2-2 raised"}));
    for (const Effect& effect : found)
        if (effect.metric == "flows.items") {
            EXPECT_EQ(effect.label, "city → 他社");
        }
}

TEST(Effects, OfASafeguardMore) {
    const Small small;
    const auto found = of_edit(small.made, WithSafeguard{"ENC", "f1", "own"});
    EXPECT_EQ(of(found, "flows.ENC"), (Lines{"f1 0-0 1-1 raised"}));
    EXPECT_EQ(of(found, "safeguard_counts.stated"), (Lines{"m1 own unspecified none 1-1 added"}));
    EXPECT_EQ(of(found, "recipients.items"), (Lines{}));
}

TEST(Effects, OfBoundsThatMove) {
    Small small;
    Small open = small;
    open.made.flows[0].open = true;
    open.made.holders[0].creates[0].open = true;
    const auto wider = effects(small.measured(), open.measured(), {});
    EXPECT_EQ(of(wider, "recipients.items"), (Lines{"contractor 2-2 2-null raised"}));
    Small counted = small;
    counted.made.subjects[0].counts[0].bound = Bound::unknown;
    counted.made.subjects[0].counts[0].value.reset();
    const auto unknown = effects(small.measured(), counted.measured(), {});
    EXPECT_EQ(of(unknown, "recipients.persons"), (Lines{"contractor 100-100 null-null widened"}));
    const auto known = effects(counted.measured(), small.measured(), {});
    EXPECT_EQ(of(known, "recipients.persons"), (Lines{"contractor null-null 100-100 narrowed"}));
}

TEST(Effects, OfAClaimThatNoLongerHolds) {
    Small small;
    Claim claim;
    claim.id = "c1";
    claim.kind = ClaimKind::never;
    claim.items = {small.all[1]};
    claim.holders = {small.contractor};
    small.made.claims = {claim};
    Small without = small;
    without.made.flows[0].items.pop_back();
    EXPECT_EQ(of(effects(without.measured(), small.measured(), {}), "claims.holds"), (Lines{"c1 1-1 0-0 lowered"}));
    Small open = without;
    open.made.flows[0].open = true;
    EXPECT_EQ(of(effects(without.measured(), open.measured(), {}), "claims.holds"), (Lines{"c1 1-1 0-1 lowered"}));
}

TEST(Effects, TellRowsOfOneKeyApart) {
    Small before;
    Period period;
    period.label = "work";
    period.start = parse_date("2020-04-01");
    period.end = parse_date("2020-04-10");
    before.made.matters[0].periods = {period, period};
    Small after = before;
    after.made.matters[0].periods[1].end = parse_date("2020-04-11");
    EXPECT_EQ(of(effects(before.measured(), after.measured(), {}), "periods.days"),
              (Lines{"m1 work#2 10-10 11-11 raised"}));
}

TEST(Effects, SpeakOfACaseWithoutOneMatterByADash) {
    const Small small;
    Profile all;
    all.id = "all";
    all.always = {Category::ENC, Category::LOG};
    const Case after = edited(small.made, WithSafeguard{"ENC", "f1", "own"});
    const auto found = effects(small.measured(), metrics::Measured{after}, std::vector{all});
    const auto lines = of(found, "coverage.stated");
    EXPECT_TRUE(std::ranges::find(lines, "case - - all false 0-0 1-1 raised") != lines.end());
}

TEST(Effects, TakeInEveryTableOfTheCatalogueOrSayThatItHasNoNumbers) {
    std::set<std::string_view> named;
    for (const auto name : compared_tables()) EXPECT_TRUE(named.insert(name).second) << name;
    for (const auto name : tables_without_numbers()) EXPECT_TRUE(named.insert(name).second) << name;
    for (const auto name : table_names())
        EXPECT_TRUE(named.contains(name)) << name << " needs a line in src/review/effects.cpp";
    EXPECT_EQ(named.size(), table_names().size());
}

TEST(EffectsTable, HasNullForWhatIsNotThere) {
    const Small small;
    const Case after = edited(small.made, WithRecipient{"other", "他社", "f1"});
    const auto found = effects(small.measured(), metrics::Measured{after}, {});
    const Frame frame = effects_table(found, after);
    ASSERT_EQ(frame.rows(), found.size());
    const auto metrics = built::cells(frame, "metric");
    const auto at = std::ranges::find(metrics, "recipients.items") - metrics.begin();
    EXPECT_EQ(built::row(frame, static_cast<std::size_t>(at)),
              (Lines{"test", "recipients.items", "other", "他社", "item", "null", "null", "2", "2", "added"}));
}

}  // namespace
}  // namespace nagarezu::review
