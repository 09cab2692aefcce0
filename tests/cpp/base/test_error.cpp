#include <gtest/gtest.h>

#include <set>
#include <string>

#include "nagarezu/base/error.hpp"

namespace nagarezu {
namespace {

constexpr auto code_count = static_cast<std::size_t>(ErrorCode::too_many_errors) + 1;

TEST(ErrorCode, EveryCodeHasANameOfItsOwn) {
    std::set<std::string_view> names;
    for (std::size_t i = 0; i < code_count; ++i) names.insert(name_of(static_cast<ErrorCode>(i)));
    EXPECT_EQ(names.size(), code_count);
    for (const auto name : names)
        EXPECT_EQ(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_"), std::string_view::npos) << name;
}

// Outside scripts rely on the names: a code inserted in the middle must not shift them.
TEST(ErrorCode, NamesStandBesideTheirCodes) {
    EXPECT_EQ(name_of(ErrorCode::file_unreadable), "file_unreadable");
    EXPECT_EQ(name_of(ErrorCode::encoding), "encoding");
    EXPECT_EQ(name_of(ErrorCode::too_deep), "too_deep");
    EXPECT_EQ(name_of(ErrorCode::number_range), "number_range");
    EXPECT_EQ(name_of(ErrorCode::unknown_key), "unknown_key");
    EXPECT_EQ(name_of(ErrorCode::bad_date), "bad_date");
    EXPECT_EQ(name_of(ErrorCode::dangling_id), "dangling_id");
    EXPECT_EQ(name_of(ErrorCode::contradiction), "contradiction");
    EXPECT_EQ(name_of(ErrorCode::too_many_errors), "too_many_errors");
}

TEST(Severity, HasNames) {
    EXPECT_EQ(name_of(Severity::error), "error");
    EXPECT_EQ(name_of(Severity::warning), "warning");
}

Error sample() {
    return {ErrorCode::unknown_key, Severity::error, "case.json", 12, 5, "/flows/0/chanel", "chanel", "channel"};
}

TEST(Describe, NamesPlaceCodeSubjectAndHint) {
    EXPECT_EQ(describe(sample()), "case.json:12:5: unknown_key chanel (channel)");
}

TEST(Describe, LeavesOutWhatIsNotThere) {
    Error error = sample();
    error.line = error.column = 0;
    error.hint.clear();
    EXPECT_EQ(describe(error), "case.json: unknown_key chanel");
    error.subject.clear();
    EXPECT_EQ(describe(error), "case.json: unknown_key");
}

TEST(InvalidInput, KeepsEveryErrorAndSaysTheFirst) {
    const InvalidInput thrown{{sample(), sample(), sample()}};
    EXPECT_EQ(thrown.errors().size(), 3U);
    EXPECT_EQ(std::string{thrown.what()}.find(describe(sample())), 0U);
    EXPECT_NE(std::string{thrown.what()}.find("2 more"), std::string::npos);
}

TEST(InvalidInput, OneErrorSpeaksForItself) {
    EXPECT_EQ(std::string{InvalidInput{{sample()}}.what()}, describe(sample()));
}

TEST(InvalidInput, WithoutErrorsStillSaysWhatItIs) {
    EXPECT_FALSE(std::string{InvalidInput{{}}.what()}.empty());
}

}  // namespace
}  // namespace nagarezu
