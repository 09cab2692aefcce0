// Values read, counted by what a person has said of them; worked by hand.
#include <gtest/gtest.h>

#include "metrics/builder.hpp"
#include "nagarezu/review/edit.hpp"
#include "nagarezu/review/readings.hpp"

namespace nagarezu::review {
namespace {

using built::Builder;

Provenance read(std::string field, Review state, std::string rule = "as_printed") {
    Provenance entry;
    entry.field = std::move(field);
    entry.rule = std::move(rule);
    entry.review = state;
    return entry;
}

TEST(Readings, NothingWasReadInACaseWithoutProvenance) {
    Builder built;
    built.subject("residents", 100);
    EXPECT_EQ(readings(built.made), Readings{});
}

TEST(Readings, CountsWhatStandsWithinAnotherEntityToo) {
    Builder built;
    const SubjectIndex residents = built.subject("residents", 100);
    const HolderIndex city = built.holder("city");
    Subject& group = built.made.subjects[residents.get()];
    group.provenance = {read("label", Review::confirmed)};
    group.counts.at(0).provenance = {read("value", Review::unreviewed), read("unit", Review::corrected)};
    built.made.holders[city.get()].provenance = {read("label", Review::rejected), read("kind", Review::unreviewed)};
    const Readings found = readings(built.made);
    EXPECT_EQ(found.of(Review::unreviewed), 2);
    EXPECT_EQ(found.of(Review::confirmed), 1);
    EXPECT_EQ(found.of(Review::corrected), 1);
    EXPECT_EQ(found.of(Review::rejected), 1);
}

TEST(Readings, WhatAnEditMadeWasReadNowhere) {
    Builder built;
    const SubjectIndex residents = built.subject("residents", 100);
    built.made.subjects[residents.get()].provenance = {read("label", Review::unreviewed, std::string{whatif_rule})};
    EXPECT_EQ(readings(built.made), Readings{});
}

}  // namespace
}  // namespace nagarezu::review
