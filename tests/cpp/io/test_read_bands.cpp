// Tables of assessment bands.

#include "nagarezu/model/bands.hpp"
#include "reading.hpp"

namespace nagarezu::io::testing {
namespace {

std::string table_of(std::string_view rows) {
    return R"({"format": "nagarezu-bands/1", "id": "b", "label": {"ja": "段階", "en": "bands"}, "effective": "2024-10-01",
"source": "law", "handlers_from": 5, "rows": )" +
           std::string{rows} + "}";
}

std::string band_errors(std::string_view rows) {
    return lines_of(read_bands(table_of(rows), "x").errors);
}

TEST(ReadBands, EveryMember) {
    const Reading<BandTable> reading = read_bands(R"({"format": "nagarezu-bands/1", "id": "b",
"label": {"ja": "段階", "en": "bands"}, "effective": "2024-10-01", "checked": "2026-11", "source": "law",
"handlers_from": 5, "rows": [{"band": "basic", "persons_from": 0, "persons_below": 9, "mark": "partly"},
{"band": "full", "persons_from": 9, "escalated": "yes", "mark": "verified", "source": "page"},
{"band": "priority", "persons_from": 9, "escalated": "no", "mark": "not_found"}]})",
                                                  "x");
    ASSERT_TRUE(reading.value) << lines_of(reading.errors);
    BandTable expected{"b", "段階", "bands", parse_date("2024-10-01"), parse_date("2026-11"), "law", 5, {}};
    expected.rows = {{Band::basic, 0, 9, Escalated::either, Evidence::partly, ""},
                     {Band::full, 9, {}, Escalated::yes, Evidence::verified, "page"},
                     {Band::priority, 9, {}, Escalated::no, Evidence::not_found, ""}};
    EXPECT_EQ(*reading.value, expected);
}

TEST(ReadBands, RowsLeaveNoGapAndDoNotOverlap) {
    const std::string fault = "2:46 contradiction /rows rows (persons_from = persons_below)";
    EXPECT_EQ(band_errors("[]"), fault);
    EXPECT_EQ(band_errors(R"([{"band": "basic", "persons_from": 1, "mark": "verified"}])"), fault);
    EXPECT_EQ(band_errors(R"([{"band": "basic", "persons_from": 0, "persons_below": 5, "mark": "verified"}])"), fault);
    EXPECT_EQ(band_errors(R"([{"band": "basic", "persons_from": 0, "persons_below": 0, "mark": "verified"}])"), fault);
    EXPECT_EQ(band_errors(R"([{"band": "basic", "persons_from": 0, "escalated": "no", "mark": "verified"}])"), fault);
    EXPECT_EQ(band_errors(R"([{"band": "basic", "persons_from": 0, "mark": "verified"},
{"band": "full", "persons_from": 0, "mark": "verified"}])"),
              fault);
    EXPECT_EQ(band_errors(R"([{"band": "basic", "persons_from": 0, "mark": "verified"}])"), "");
}

TEST(ReadBands, FaultsHavePlaces) {
    EXPECT_EQ(band_errors(R"([{"band": "large", "persons_from": 0}])"),
              "2:47 missing_key /rows/0 mark ()\n2:56 unknown_value /rows/0/band large (not_obligatory, basic, "
              "priority, full)");
    EXPECT_EQ(lines_of(read_bands(R"({"format": "nagarezu-profile/1"})", "x").errors),
              "1:12 bad_format_version /format nagarezu-profile/1 (nagarezu-bands/1)");
}

TEST(ReadBands, TheTableThatThisProjectHolds) {
    const auto path = repository() / "data" / "bands" / "assessment_bands.json";
    const Reading<BandTable> reading = read_bands(contents(path), "assessment_bands.json");
    ASSERT_TRUE(reading.value) << lines_of(reading.errors);
    EXPECT_TRUE(reading.value->effective);
    for (const BandRow& row : reading.value->rows)
        EXPECT_EQ(row.source.empty(), row.mark != Evidence::verified);  // what is verified names its source
}

}  // namespace
}  // namespace nagarezu::io::testing
