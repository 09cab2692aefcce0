// Profiles of safeguard categories.

#include "reading.hpp"

namespace nagarezu::io::testing {
namespace {

std::string profile_errors(std::string_view json) {
    return lines_of(read_profile(json, "x").errors);
}

TEST(ReadProfile, EveryMember) {
    const Reading<Profile> reading = read_profile(R"({"format": "nagarezu-profile/1", "id": "p",
"label": {"ja": "主要", "en": "core"}, "always": ["LAW", "ENC"],
"triggers": [{"label": "internet", "kinds": ["entrust"], "relations": ["link"], "channels": ["internet"],
"media": ["usb_memory"], "categories": ["NET", "CAR"]}]})",
                                                  "x");
    ASSERT_TRUE(reading.value) << lines_of(reading.errors);
    Profile expected;
    expected.id = "p";
    expected.label_ja = "主要";
    expected.label_en = "core";
    expected.always = {Category::LAW, Category::ENC};
    expected.triggers = {{"internet",
                          {MatterKind::entrust},
                          {Relation::link},
                          {ChannelKind::internet},
                          {MediaKind::usb_memory},
                          {Category::CAR, Category::NET}}};
    EXPECT_EQ(*reading.value, expected);
}

TEST(ReadProfile, FaultsHavePlaces) {
    EXPECT_EQ(profile_errors(R"({"format": "nagarezu-profile/1", "id": "p", "label": {"ja": "x", "de": "y"},
"always": ["LAV"], "trigger": []})"),
              "1:54 missing_key /label en ()\n1:66 unknown_key /label/de de ()\n"
              "2:12 unknown_value /always/0 LAV (LAW)\n2:20 unknown_key /trigger trigger (triggers)");
    EXPECT_EQ(profile_errors(R"({"format": "nagarezu/1"})"),
              "1:12 bad_format_version /format nagarezu/1 (nagarezu-profile/1)");
    EXPECT_EQ(profile_errors(R"({"format": "nagarezu-profile/1", "id": "p"})"), "1:1 missing_key  label ()");
    EXPECT_EQ(profile_errors(R"({"format": "nagarezu-profile/1", "id": "p", "label": null})"),
              "1:54 wrong_type /label null (object)");
}

TEST(ReadProfile, TheProfilesThatThisProjectHolds) {
    for (const char* name : {"all30.json", "core12.json", "triggered.json"}) {
        const Reading<Profile> reading = read_profile(contents(repository() / "data" / "profiles" / name), name);
        ASSERT_TRUE(reading.value) << lines_of(reading.errors);
        EXPECT_FALSE(reading.value->label_ja.empty());
    }
}

}  // namespace
}  // namespace nagarezu::io::testing
