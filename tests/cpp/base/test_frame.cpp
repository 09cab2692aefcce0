#include <gtest/gtest.h>

#include <stdexcept>
#include <variant>

#include "nagarezu/base/frame.hpp"

namespace nagarezu {
namespace {

Frame sample() {
    Frame frame;
    const auto label = frame.add_text("label");
    const auto count = frame.add_whole("count");
    const auto ratio = frame.add_real("ratio");
    const auto external = frame.add_truth("external");
    frame.columns[label].text(std::string_view{"住所"});
    frame.columns[count].whole(12);
    frame.columns[ratio].real(0.5);
    frame.columns[external].truth(true);
    frame.columns[label].text(std::optional<std::string>{});
    frame.columns[count].whole(std::nullopt);
    frame.columns[ratio].real(std::nullopt);
    frame.columns[external].truth(std::nullopt);
    return frame;
}

TEST(Frame, StandsInTheOrderOfDeclaration) {
    const Frame frame = sample();
    ASSERT_EQ(frame.columns.size(), 4U);
    EXPECT_EQ(frame.columns[0].name(), "label");
    EXPECT_EQ(frame.columns[3].name(), "external");
    EXPECT_EQ(frame.rows(), 2U);
}

TEST(Frame, WithoutColumnsHasNoRows) {
    EXPECT_EQ(Frame{}.rows(), 0U);
}

TEST(Frame, FindsAColumnByName) {
    const Frame frame = sample();
    EXPECT_EQ(&frame.at("count"), &frame.columns[1]);
    EXPECT_THROW(std::ignore = frame.at("counts"), std::out_of_range);
}

TEST(Column, KeepsValuesBesideTheirValidity) {
    const Frame frame = sample();
    EXPECT_EQ(std::get<Column::Texts>(frame.at("label").values()).front(), "住所");
    EXPECT_EQ(std::get<Column::Wholes>(frame.at("count").values()).front(), 12);
    EXPECT_EQ(std::get<Column::Reals>(frame.at("ratio").values()).front(), 0.5);
    EXPECT_EQ(std::get<Column::Truths>(frame.at("external").values()).front(), 1);
    for (const Column& column : frame.columns) EXPECT_EQ(column.valid(), (Column::Truths{1, 0})) << column.name();
}

TEST(Column, AnUnknownIsNotAZero) {
    Frame frame;
    Column& count = frame.columns[frame.add_whole("count")];
    count.whole(0);
    count.whole(std::nullopt);
    EXPECT_EQ(count.valid(), (Column::Truths{1, 0}));
}

TEST(Column, FalseIsNotUnknown) {
    Frame frame;
    Column& external = frame.columns[frame.add_truth("external")];
    external.truth(false);
    external.truth(std::nullopt);
    EXPECT_EQ(external.valid(), (Column::Truths{1, 0}));
    EXPECT_EQ(std::get<Column::Truths>(external.values()), (Column::Truths{0, 0}));
}

TEST(Column, RefusesAValueOfAnotherKindAndStaysWhole) {
    Frame frame;
    Column& count = frame.columns[frame.add_whole("count")];
    EXPECT_THROW(count.real(1.5), std::bad_variant_access);
    EXPECT_THROW(count.truth(true), std::bad_variant_access);
    EXPECT_THROW(count.text(std::string_view{"1"}), std::bad_variant_access);
    EXPECT_EQ(count.size(), 0U);
}

TEST(Joined, SeparatesByOneSpace) {
    EXPECT_EQ(joined({"DI", "F4", "NB"}), "DI F4 NB");
    EXPECT_EQ(joined({"DI"}), "DI");
    EXPECT_EQ(joined({}), "");
}

TEST(Note, IsEqualByCodeAndValues) {
    const Note note{"herfindahl", {{"numerator", "596"}, {"denominator", "1764"}}};
    EXPECT_EQ(note, (Note{"herfindahl", {{"numerator", "596"}, {"denominator", "1764"}}}));
    EXPECT_NE(note, (Note{"herfindahl", {{"numerator", "596"}}}));
}

}  // namespace
}  // namespace nagarezu
