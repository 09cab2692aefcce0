#include <gtest/gtest.h>

#include "nagarezu/model/provenance.hpp"

namespace nagarezu {
namespace {

// A reading that nobody has looked at must not pass for a confirmed one, nor a missing confidence for certainty.
TEST(Provenance, IsUnreviewedWithoutConfidenceAtFirst) {
    const Provenance fresh;
    EXPECT_EQ(fresh.review, Review::unreviewed);
    EXPECT_FALSE(fresh.confidence);
    EXPECT_TRUE(fresh.alternatives.empty());
    EXPECT_TRUE(fresh.reason.empty());
}

TEST(Provenance, KeepsPrintedAndNormalisedApart) {
    Provenance read;
    read.field = "as_of";
    read.source = "000:24";
    read.printed = "令和元年8月1日";
    read.normalised = "2019-08-01";
    Provenance other = read;
    EXPECT_EQ(read, other);
    other.printed = "R1.8.1";
    EXPECT_NE(read, other);
}

TEST(Provenance, RanksOtherReadings) {
    Provenance read;
    read.alternatives = {{"ロ座", 0.4}, {"口座", 0.9}};
    Provenance other = read;
    std::swap(other.alternatives[0], other.alternatives[1]);
    EXPECT_NE(read, other) << "the order of candidates is a fact of its own";
}

TEST(Sourced, EqualityCoversPlaceAndHistory) {
    Sourced a{"000:24", {}};
    Sourced b = a;
    EXPECT_EQ(a, b);
    b.source = "000:25";
    EXPECT_NE(a, b);
    b = a;
    b.provenance.resize(1);
    EXPECT_NE(a, b);
}

}  // namespace
}  // namespace nagarezu
