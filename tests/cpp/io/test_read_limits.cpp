// Every limit, at the limit and one beyond.

#include "reading.hpp"

namespace nagarezu::io::testing {
namespace {

TEST(ReadLimits, Bytes) {
    const std::string text = with("");
    EXPECT_EQ(errors_of(text, {.bytes = text.size()}), "");
    EXPECT_EQ(errors_of(text, {.bytes = text.size() - 1}), "0:0 file_too_large  49 (48)");
}

TEST(ReadLimits, Depth) {
    const std::string text = with(R"("matters": [{"id": "m", "title": "t",
"kinds": []}])");
    EXPECT_EQ(errors_of(text, {.depth = 4}), "");
    EXPECT_EQ(errors_of(text, {.depth = 3}), "3:10 too_deep /matters/0/kinds  (3)");
}

TEST(ReadLimits, DepthOfASkippedValue) {
    EXPECT_EQ(errors_of(with("\"x\": [[[{}]]]"), {.depth = 5}), "2:1 unknown_key /x x ()");
    EXPECT_EQ(errors_of(with("\"x\": [[[{}]]]"), {.depth = 4}), "2:1 unknown_key /x x ()\n2:9 too_deep /x/0/0/0  (4)");
}

TEST(ReadLimits, AHundredThousandLevels) {
    for (const char* bracket : {"[", "{\"a\":"}) {
        std::string text;
        for (int i = 0; i < 100'000; ++i) text += bracket;
        const Reading<Case> reading = read_case(text, "x");
        ASSERT_FALSE(reading.errors.empty());
        EXPECT_EQ(reading.errors.back().code, ErrorCode::too_deep);
        EXPECT_EQ(reading.errors.back().hint, "16");
    }
    // With the limit out of the way the reader still does not recurse.
    const Reading<Case> reading = read_case(std::string(100'000, '['), "x", {.depth = 1'000'000});
    ASSERT_EQ(reading.errors.size(), 2U);
    EXPECT_EQ(reading.errors.back().code, ErrorCode::truncated);
}

TEST(ReadLimits, Entities) {
    const std::string text = with(R"("basis": [{"label": "a"}, {"label": "b"},
{"label": "c"}, {"label": "d"}], "body": 1)");
    EXPECT_EQ(errors_of(text, {.entities = 4}), "3:42 wrong_type /body 1 (text)");
    EXPECT_EQ(errors_of(text, {.entities = 3}), "3:17 too_many /basis/3  (3)\n3:42 wrong_type /body 1 (text)");
    EXPECT_EQ(errors_of(text, {.entities = 2}), "3:1 too_many /basis/2  (2)\n3:42 wrong_type /body 1 (text)")
        << "reported once";
}

TEST(ReadLimits, ElementsOfAnyList) {
    const std::string text = with(R"("matters": [{"id": "m", "title": "t", "kinds": ["link", "other", "process"]}])");
    EXPECT_EQ(errors_of(text, {.entities = 3}), "");
    EXPECT_EQ(errors_of(text, {.entities = 2}), "2:66 too_many /matters/0/kinds/2  (2)");
}

TEST(ReadLimits, Text) {
    const Limits limits{.text_bytes = 12};
    EXPECT_EQ(errors_of(with(R"("body": "氏名住所")"), limits), "");
    EXPECT_EQ(errors_of(with(R"("body": "氏名住所a")"), limits), "2:9 text_too_long /body 氏名住所a (12)");
    EXPECT_EQ(errors_of(with(R"("x": "氏名住所\u0061")"), limits),
              "2:1 unknown_key /x x ()\n2:6 text_too_long /x 氏名住所a (12)");
}

TEST(ReadLimits, KeysAreTexts) {
    const std::string text = with(concat("\"", std::string(13, 'k'), "\": 1"));
    EXPECT_EQ(errors_of(text, {.text_bytes = 13}), "2:1 unknown_key /kkkkkkkkkkkkk kkkkkkkkkkkkk ()");
    EXPECT_EQ(errors_of(text, {.text_bytes = 12}), "2:1 text_too_long /kkkkkkkkkkkkk kkkkkkkkkkkkk (12)");
}

}  // namespace
}  // namespace nagarezu::io::testing
