// Words, numbers, dates, places and other texts that a field does not take.

#include "reading.hpp"

namespace nagarezu::io::testing {
namespace {

std::string holder(std::string_view members) {
    std::string text{R"("holders": [{"id": "h1", "label": "x", "kind": "system",
)"};
    return with(text.append(members).append("}]"));
}

std::string count(std::string_view members) {
    std::string text{R"("subjects": [{"id": "s1", "label": "x", "counts": [{"unit": "person", "bound": "exact",
)"};
    return with(text.append(members).append("}]}]"));
}

TEST(ReadValues, UnknownWords) {
    EXPECT_EQ(errors_of(with(R"("procedure": "reprot")")), "2:14 unknown_value /procedure reprot (report)");
    EXPECT_EQ(errors_of(with(R"("procedure": "諮問")")),
              "2:14 unknown_value /procedure 諮問 (consultation, report, submission, answer, assessment, other)");
    EXPECT_EQ(errors_of(with(R"("items": [{"id": "i", "label": "x", "classes": ["DI", "XX"]}])")),
              "2:55 unknown_value /items/0/classes/1 XX ()")
        << "seventeen words are no hint";
    EXPECT_EQ(errors_of(with(R"("matters": [{"id": "m", "title": "t", "kinds": ["link", "entrsut"]}])")),
              "2:57 unknown_value /matters/0/kinds/1 entrsut (entrust)");
    EXPECT_EQ(errors_of(with(R"("sources": [{"id": "a", "kind": "cvs"}, {"id": "b", "kind": "paper"}])")),
              "2:33 unknown_value /sources/0/kind cvs (csv)\n"
              "2:61 unknown_value /sources/1/kind paper (text, pdf, workbook, csv, document)");
}

TEST(ReadValues, NumbersBeyondTheirRange) {
    EXPECT_EQ(errors_of(holder(R"("tier": -1)")), "3:9 number_range /holders/0/tier -1 (0 to 2147483647)");
    EXPECT_EQ(errors_of(holder(R"("tier": 2147483647)")), "");
    EXPECT_EQ(errors_of(holder(R"("tier": 2147483648)")),
              "3:9 number_range /holders/0/tier 2147483648 (0 to 2147483647)");
    EXPECT_EQ(errors_of(count(R"("value": 9223372036854775807)")), "");
    constexpr const char* range = " (0 to 9223372036854775807)";
    for (const std::string number :
         {"9223372036854775808", "18446744073709551615", "18446744073709551616", "123456789012345678901234567890", "-1",
          "-9223372036854775809", "1.5", "1.0", "1e3"})
        EXPECT_EQ(errors_of(count(concat("\"value\": ", number))),
                  concat("3:10 number_range /subjects/0/counts/0/value ", number, range));
}

TEST(ReadValues, ANumberTooLargeForTheParserEndsTheReading) {
    EXPECT_EQ(errors_of(count("\"value\": 1e999")), "3:10 number_range /subjects/0/counts/0/value 1e999 ()");
}

TEST(ReadValues, ClausesCountFromOne) {
    EXPECT_EQ(errors_of(with(R"("clauses": [{"number": 0, "refers_to": [0]}])")),
              "2:24 number_range /clauses/0/number 0 (1 to 2147483647)\n"
              "2:41 number_range /clauses/0/refers_to/0 0 (1 to 2147483647)");
}

TEST(ReadValues, SharesLieBetweenZeroAndOne) {
    const auto confidence = [](const std::string& number) {
        return errors_of(
            with(concat(R"("basis": [{"provenance": [{"field": "label", "confidence": )", number, "}]}]")));
    };
    for (const char* number : {"0", "1", "0.5", "1e-3"}) EXPECT_EQ(confidence(number), "");
    for (const std::string number : {"-0.1", "1.01", "2", "-1", "123456789012345678901234567890"})
        EXPECT_EQ(confidence(number),
                  concat("2:60 number_range /basis/0/provenance/0/confidence ", number, " (0 to 1)"));
}

TEST(ReadValues, Dates) {
    const auto date = [](std::string_view text) {
        return errors_of(with(std::string{R"("dates": [{"date": ")"}.append(text).append("\"}]")));
    };
    for (const char* text : {"2019-11-05", "2020-06", "FY2019", "2020-02-29"}) EXPECT_EQ(date(text), "");
    for (const std::string text : {"2019-02-29", "2019-13", "令和元年", "2019", "", "FY19", "2019-1-1"})
        EXPECT_EQ(date(text), concat("2:20 bad_date /dates/0/date ", text, " (2019-11-05, 2020-06, FY2019)"));
}

TEST(ReadValues, Places) {
    const auto place = [](std::string_view text) {
        return errors_of(with(
            std::string{R"("sources": [{"id": "000"}, {"id": "a_b-c"}], "basis": [{"source": ")"}.append(text).append(
                "\"}]")));
    };
    for (const char* text :
         {"000:1", "000:24 000:3", "a_b-c:p3 000:36", "000:Sheet1!B4", "000:別紙!ABC120", "000:a!b!C3"})
        EXPECT_EQ(place(text), "");
    for (const std::string text : {"000", "000:", "000:0", "000:01", "000:-1", "000:p", "000:p0", "000:x", ":1", "A:1",
                                   "000:!B4", "000:s!B0", "000:s!b4", "000:s!ABCD1", "000:s!B", "000:s!4", ""})
        EXPECT_EQ(place(text),
                  concat("2:67 bad_place /basis/0/source ", text, " (SOURCE:LINE SOURCE:pPAGE SOURCE:SHEET!CELL)"));
    EXPECT_EQ(place("000:1  000:2"), "2:67 bad_place /basis/0/source  (SOURCE:LINE SOURCE:pPAGE SOURCE:SHEET!CELL)")
        << "two spaces enclose an empty place";
    EXPECT_EQ(place("000:1 001:2"), "2:67 dangling_id /basis/0/source 001 (000)");
}

TEST(ReadValues, PositionsAreNumbersAndPoints) {
    const auto position = [](std::string_view text) {
        std::string list{R"("lists": [{"id": "l", "matter": "m1", "entries": [{"label": "x", "position": ")"};
        return errors_of(with_entities(list.append(text).append("\"}]}]")));
    };
    for (const char* text : {"1", "4.1", "10.2.3"}) EXPECT_EQ(position(text), "");
    for (const std::string text : {"", ".", "4.", ".1", "4..1", "4a", "(1)", "四"})
        EXPECT_EQ(position(text), concat("3:78 unknown_value /lists/0/entries/0/position ", text, " (4.1)"));
}

TEST(ReadValues, CertificationsHaveNoSpaces) {
    EXPECT_EQ(errors_of(holder(R"("certifications": ["ISO27001", "P マーク", ""])")),
              "3:32 unknown_value /holders/0/certifications/1 P マーク (no spaces)\n"
              "3:47 unknown_value /holders/0/certifications/2  (no spaces)");
}

TEST(ReadValues, MunicipalityCodesHaveACheckDigit) {
    const auto code = [](std::string_view text) {
        return errors_of(with(std::string{R"("municipality": {"code": ")"}.append(text).append("\"}")));
    };
    for (const char* text : {"131041", "142051", "011002", "472018"}) EXPECT_EQ(code(text), "");
    for (const std::string text : {"131042", "13104", "1310411", "13104x", ""})
        EXPECT_EQ(code(text), concat("2:26 unknown_value /municipality/code ", text, " (131041)"));
}

TEST(ReadValues, OtherVersions) {
    EXPECT_EQ(errors_of("{\"format\": \"nagarezu/2\", \"whatever\": 1"),
              "1:12 bad_format_version /format nagarezu/2 (nagarezu/1)")
        << "the members of another version are not judged";
    EXPECT_EQ(errors_of("{\"format\": 1, \"id\": \"a\", \"title\": \"\"}"), "1:12 wrong_type /format 1 (text)");
    EXPECT_EQ(errors_of("{\"id\": \"a\", \"title\": \"\", \"format\": \"nagarezu/1\"}"), "") << "in any order";
}

std::string procedure_errors(std::string_view word) {
    return errors_of(with(concat("\"procedure\": \"", word, "\"")));
}

TEST(ReadValues, LongAndHostileSubjectsAreShortenedAndHarmless) {
    const std::string x(80, 'x');
    EXPECT_NE(procedure_errors(x).find(concat(" ", x, " (")), std::string::npos);
    EXPECT_NE(procedure_errors(concat(x, "y")).find(concat(" ", x, "… (")), std::string::npos);
    std::string names;
    for (int i = 0; i < 30; ++i) names += "氏";
    EXPECT_NE(procedure_errors(names).find("氏… ("), std::string::npos) << "whole characters";
    const std::string marks = procedure_errors("a\u202Eb\u200B\u0085\u007F\uFEFF\\n\u2028é");
    EXPECT_NE(marks.find(" a\uFFFDb\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFDé ("), std::string::npos) << marks;
}

}  // namespace
}  // namespace nagarezu::io::testing
