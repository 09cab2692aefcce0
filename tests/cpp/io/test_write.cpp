// The text that the writer makes: order, what is left out, what stands on one line.

#include <limits>
#include <stdexcept>

#include "nagarezu/io/write.hpp"
#include "reading.hpp"

namespace nagarezu::io::testing {
namespace {

Case small() {
    Case c;
    c.id = "c";
    c.title = "戸籍";
    return c;
}

TEST(Write, RequiredMembersOnly) {
    EXPECT_EQ(write_case(small()), R"({
  "format": "nagarezu/1",
  "id": "c",
  "title": "戸籍"
}
)");
}

TEST(Write, EntitiesStandOnLinesOfTheirOwn) {
    Case c = small();
    c.municipality = {"131041", "新宿区"};
    c.items = {{{}, "i1", "氏名", "name", "", {ItemClass::F4, ItemClass::DI}, {}, {}},
               {{}, "i2", "住所", "", "", {}, {}, {}}};
    c.subjects = {
        {{}, "s1", "住民", {{{}, 383395, Unit::person, parse_date("2024-04-01"), Bound::at_least, ""}}, {}, {}, {}}};
    EXPECT_EQ(write_case(c), R"({
  "format": "nagarezu/1",
  "id": "c",
  "title": "戸籍",
  "municipality": {"code": "131041", "name": "新宿区"},
  "subjects": [
    {
      "id": "s1",
      "label": "住民",
      "counts": [{"value": 383395, "unit": "person", "as_of": "2024-04-01", "bound": "at_least"}]
    }
  ],
  "items": [
    {"id": "i1", "label": "氏名", "concept": "name", "classes": ["DI", "F4"]},
    {"id": "i2", "label": "住所"}
  ]
}
)");
}

TEST(Write, ALineHasAHundredAndTenCharacters) {
    Case c = small();
    const std::string line = R"(    {"label": ""})";
    std::string label;
    for (std::size_t i = line.size(); i < 110; ++i) label += "氏";  // three bytes, one character
    c.basis = {{{}, label}};
    EXPECT_NE(write_case(c).find(concat("\n    {\"label\": \"", label, "\"}\n")), std::string::npos);
    c.basis[0].label += "x";
    EXPECT_NE(write_case(c).find(concat("\n    {\n      \"label\": \"", label, "x\"\n    }\n")), std::string::npos);
}

TEST(Write, ZeroIsWrittenAndUnknownIsNot) {
    Case c = small();
    Claim claim;
    claim.id = "a";
    claim.kind = ClaimKind::count;
    claim.value = 0;
    c.claims = {claim};
    EXPECT_NE(write_case(c).find(R"({"id": "a", "kind": "count", "value": 0})"), std::string::npos);
}

TEST(Write, TextsAreEscapedAsFarAsJsonAsks) {
    Case c = small();
    c.body = std::string{"\0\x1f\x7f\n\"\\/<&é\u202E", 14};
    EXPECT_NE(write_case(c).find("\"body\": \"\\u0000\\u001f\\u007f\\n\\\"\\\\/<&é\u202E\""), std::string::npos)
        << write_case(c);
}

TEST(Write, RefusesWhatIsNotAText) {
    Case c = small();
    c.body = "\x8E\x81";
    EXPECT_THROW((void)write_case(c), std::invalid_argument);
}

TEST(Write, RefusesWhatIsNotANumber) {
    Case c = small();
    c.basis = {{{"", {Provenance{}}}, "x"}};
    for (const double bad : {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
        c.basis[0].provenance[0].confidence = bad;
        EXPECT_THROW((void)write_case(c), std::invalid_argument);
    }
}

TEST(Write, RefusesAReferenceToNothing) {
    Case c = small();
    Safeguard safeguard;
    safeguard.id = "g";
    safeguard.applies_to = {FlowIndex{0}};
    c.safeguards = {safeguard};
    EXPECT_THROW((void)write_case(c), std::out_of_range);
}

TEST(Write, ConfidencesKeepTheirValue) {
    Case c = small();
    c.basis = {{{"", {Provenance{}}}, "x"}};
    for (const double value : {0.0, 0.1, 1.0 / 3, 1e-300, 1.0}) {
        c.basis[0].provenance[0].confidence = value;
        EXPECT_EQ(read_case(write_case(c), "x").value, c) << value;
    }
}

}  // namespace
}  // namespace nagarezu::io::testing
