// Texts that are no case because they are not JSON, not UTF-8, or not complete.

#include "reading.hpp"

namespace nagarezu::io::testing {
namespace {

using namespace std::string_literals;

TEST(ReadText, TheSmallestCase) {
    const Reading<Case> reading = read_case(with(""), "x");
    ASSERT_TRUE(reading.value);
    EXPECT_EQ(reading.value->id, "c");
    EXPECT_EQ(reading.value->title, "t");
    Case expected;
    expected.id = "c";
    expected.title = "t";
    EXPECT_EQ(*reading.value, expected);
}

TEST(ReadText, AByteOrderMarkIsAcceptedAndNotCounted) {
    EXPECT_EQ(errors_of(concat("\xEF\xBB\xBF", with(""))), "");
    EXPECT_EQ(errors_of("\xEF\xBB\xBF{]"), "1:2 syntax  ] ()");
    EXPECT_EQ(errors_of("\xEF\xBB\xBF\xEF\xBB\xBF{}"), "1:1 syntax  \uFFFD ()") << "only one";
}

TEST(ReadText, ErrorsNameTheFile) {
    const Reading<Case> reading = read_case("", "folder/case.json");
    ASSERT_EQ(reading.errors.size(), 1U);
    EXPECT_EQ(reading.errors[0].file, "folder/case.json");
    EXPECT_EQ(reading.errors[0].severity, Severity::error);
}

TEST(ReadText, Empty) {
    EXPECT_EQ(errors_of(""), "1:1 empty   ()");
    EXPECT_EQ(errors_of(" \t\r\n\n"), "1:1 empty   ()");
    EXPECT_EQ(errors_of("\xEF\xBB\xBF\n"), "1:1 empty   ()");
}

TEST(ReadText, OtherEncodings) {
    EXPECT_EQ(errors_of("\xFF\xFE{\0}\0"s), "1:1 encoding  UTF-16 (UTF-8)");
    EXPECT_EQ(errors_of("\xFE\xFF\0{"s), "1:1 encoding  UTF-16 (UTF-8)");
    EXPECT_EQ(errors_of("{\0}\0"s), "1:1 encoding  UTF-16 (UTF-8)");
    EXPECT_EQ(errors_of("\0{\0}"s), "1:1 encoding  UTF-16 (UTF-8)");
    EXPECT_EQ(errors_of("\xFF\xFE\0\0{\0\0\0"s), "1:1 encoding  UTF-32 (UTF-8)");
    EXPECT_EQ(errors_of("\0\0\xFE\xFF\0\0\0{"s), "1:1 encoding  UTF-32 (UTF-8)");
}

TEST(ReadText, BytesThatAreNotUtf8) {
    const std::string head = "{\"title\": \"";
    for (const std::string& bad :
         {"\x8E\x81"s /* CP932 */, "\xC0\xAF"s, "\xED\xA0\x80"s, "\xE0\x80\x80"s, "\xF0\x80\x80\x80"s,
          "\xF4\x90\x80\x80"s, "\xF5\x80\x80\x80"s, "\xE3\x81z"s, "\xC3z"s, "\xFFz"s}) {
        const std::string errors = errors_of(head + bad + "\"}");
        EXPECT_EQ(errors.substr(0, 21), "1:12 encoding /title ") << errors;
    }
    EXPECT_EQ(errors_of(head + "氏名\x8E\x81\"}"), "1:18 encoding /title 0x8E (UTF-8)");
    EXPECT_EQ(errors_of("{\x83"), "1:2 encoding  0x83 (UTF-8)") << "outside a string";
    EXPECT_EQ(errors_of(with("\"body\": \"é氏\U0002000B\U0010FFFF\"")), "") << "sequences of all lengths";
}

TEST(ReadText, Syntax) {
    EXPECT_EQ(errors_of("{'id': 1}"), "1:2 syntax  'id' ()");
    EXPECT_EQ(errors_of("{\"id\": \"a\",}"), "1:12 syntax  } ()");
    EXPECT_EQ(errors_of("{\"id\" \"a\"}"), "1:7 syntax /id \"a\" ()");
    EXPECT_EQ(errors_of("{\"id\": tru}"), "1:8 syntax /id tru ()");
    EXPECT_EQ(errors_of("{\n\"id\": 01}"), "2:7 wrong_type /id 01 (text)\n2:7 syntax /id 01 ()");
    EXPECT_EQ(errors_of("{\"id\":\r\n  \"a\tb\"}"), "2:5 syntax /id \uFFFDb\" ()") << "a raw tab";
    EXPECT_EQ(errors_of(R"({"id": "a\x"})"), R"(1:11 syntax /id x" ())");
    EXPECT_EQ(errors_of(with("") + " x"), "1:51 syntax  x ()");
    EXPECT_EQ(errors_of("{\"a/b~\u3042\\n\": [1, {\"id\" 5}]}"),
              "1:2 unknown_key /a~1b~0\u3042\n a/b~\u3042\uFFFD ()\n1:25 syntax /a~1b~0\u3042\n/1/id 5 ()");
}

TEST(ReadText, LoneSurrogatesAreSyntax) {
    EXPECT_EQ(errors_of(R"({"id": "\ud800"})"), R"(1:8 syntax /id "\ud800" ())");
    EXPECT_EQ(errors_of(R"({"id": "\udc00"})"), R"(1:14 syntax /id 0" ())");
    EXPECT_EQ(errors_of(with(R"("body": "\ud840\udc0b")")), "") << "a pair is one character";
}

TEST(ReadText, ZeroBytes) {
    EXPECT_EQ(errors_of(with("") + "\0"s), "1:50 syntax  \uFFFD ()") << "the parser takes it for the end";
    EXPECT_EQ(errors_of(with("") + "\n\0x"s), "2:1 syntax  \uFFFD ()");
    EXPECT_EQ(errors_of("{\"id\":\0}"s), "1:7 syntax /id \uFFFD ()");
    EXPECT_EQ(errors_of("{\"id\": \"a\0b\"}"s), "1:10 syntax /id \uFFFDb\" ()");
    const Reading<Case> reading = read_case(with(R"("body": "a\u0000b")"), "x");
    ASSERT_TRUE(reading.value);
    EXPECT_EQ(reading.value->body, "a\0b"s);
}

TEST(ReadText, Truncated) {
    EXPECT_EQ(errors_of("{"), "1:2 truncated   ()");
    EXPECT_EQ(errors_of("{\"id\": \"a\",\n"), "2:1 truncated   ()");
    EXPECT_EQ(errors_of("{\"id\": \"氏"), "1:12 truncated /id  ()");
    EXPECT_EQ(errors_of("{\"id\": \"\xE6\xB0"), "1:11 truncated /id  ()") << "within a character";
    EXPECT_EQ(errors_of("{\"id\": \"a\\"), "1:11 truncated /id  ()");
    EXPECT_EQ(errors_of("{\"id\": tr"), "1:10 truncated /id  ()");
    EXPECT_EQ(errors_of("{\"flows\": ["), "1:12 truncated /flows/0  ()");
}

TEST(ReadText, EveryBeginningOfACaseIsAnErrorWithAPlace) {
    const std::string whole =
        with_entities(R"("flows": [{"id": "f1", "open": true, "value": -1.5e3, "x": "\u3042氏"}])");
    for (std::size_t length = 1; length < whole.size(); ++length) {
        const Reading<Case> reading = read_case(whole.substr(0, length), "x");
        ASSERT_FALSE(reading.errors.empty()) << length;
        EXPECT_EQ(reading.errors.back().code, ErrorCode::truncated) << length;
        EXPECT_GE(reading.errors.back().line, 1U) << length;
    }
}

TEST(ReadText, NotFinite) {
    EXPECT_EQ(errors_of("{\"id\": NaN}"), "1:8 not_finite /id NaN (null)");
    EXPECT_EQ(errors_of("{\"id\": Infinity}"), "1:8 not_finite /id Infinity (null)");
    EXPECT_EQ(errors_of("{\"id\": -Infinity}"), "1:8 not_finite /id -Infinity (null)");
}

TEST(ReadText, FaultsBeforeBrokenSyntaxAreKept) {
    EXPECT_EQ(errors_of("{\"idd\": 1,\n\"title\": 2,\n]"),
              "1:2 unknown_key /idd idd (id)\n2:10 wrong_type /title 2 (text)\n3:1 syntax  ] ()");
}

TEST(ReadText, WhiteSpaceAndEscapesDoNotMatter) {
    const std::string escaped =
        with(R"("\u0062ody": "\u6c0f\"\\\/\b\f\n\r\t名", "matters" : [ ] , "municipality":{ })");
    const Reading<Case> reading = read_case(" \n\t" + escaped + "\r\n \n", "x");
    ASSERT_TRUE(reading.value) << lines_of(reading.errors);
    EXPECT_EQ(reading.value->body, "氏\"\\/\b\f\n\r\t名");
}

}  // namespace
}  // namespace nagarezu::io::testing
