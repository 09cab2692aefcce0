// The profiles that the project ships say what their documentation says.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "nagarezu/io/read.hpp"
#include "nagarezu/metrics/coverage.hpp"
#include "safeguarded.hpp"

namespace nagarezu::metrics {
namespace {

using enum Category;

Profile shipped(const std::string& id) {
    const auto root = std::filesystem::path{__FILE__}.parent_path() / "../../..";
    std::ifstream file{root / "data/profiles" / (id + ".json")};
    std::ostringstream text;
    text << file.rdbuf();
    auto reading = io::read_profile(text.str(), id);
    for (const Error& error : reading.errors) ADD_FAILURE() << describe(error);
    return reading.value.value_or(Profile{});
}

Matter matter_of(MatterKind kind) {
    Matter made;
    made.kinds = {kind};
    return made;
}

TEST(Profiles, AllThirtyAndCoreTwelve) {
    EXPECT_EQ(shipped("all30").always, built::all_categories);
    const Categories core{LAW, ROL, AUD, INC, PUR, EDU, ENT, AUT, ACL, LOG, ENC, DEL};
    EXPECT_EQ(core.size(), 12U);
    EXPECT_EQ(shipped("core12").always, core);
    for (const auto* id : {"all30", "core12", "triggered"}) {
        const Profile profile = shipped(id);
        EXPECT_EQ(profile.id, id);
        EXPECT_FALSE(profile.label_ja.empty());
        EXPECT_FALSE(profile.label_en.empty());
        EXPECT_EQ(profile.triggers.empty(), profile.id != "triggered");
    }
}

TEST(Profiles, TriggeredReachesEveryCategoryAndNoTriggerIsIdle) {
    const Profile profile = shipped("triggered");
    Categories reached = profile.always;
    for (const ProfileTrigger& trigger : profile.triggers) {
        reached |= trigger.categories;
        EXPECT_FALSE(trigger.label.empty());
        EXPECT_FALSE((trigger.categories - profile.always).empty()) << trigger.label;
        EXPECT_FALSE(trigger.kinds.empty() && trigger.relations.empty() && trigger.channels.empty() &&
                     trigger.media.empty())
            << trigger.label;
    }
    EXPECT_EQ(reached, built::all_categories);
}

// By hand from data/profiles/README.md: a bare matter, an entrustment over LGWAN, and one by USB memory.
TEST(Profiles, TriggeredWorkedByHand) {
    const Profile profile = shipped("triggered");
    const Categories always{LAW, ROL, INC, PUR, EDU, ENT, ACL, DEL};
    const Categories contractor{CON, AUD, CER, SUB};
    Case made;
    made.matters = {matter_of(MatterKind::other), matter_of(MatterKind::entrust), matter_of(MatterKind::entrust)};
    Flow line;
    line.matter = MatterIndex{1};
    line.relation = Relation::entrust;
    line.channel.kind = ChannelKind::lgwan;
    Flow carried = line;
    carried.matter = MatterIndex{2};
    carried.channel.kind = ChannelKind::media;
    carried.media = {{MediaKind::usb_memory, ""}};
    made.flows = {line, carried};
    const std::vector<Categories> expected{
        always,
        always | contractor | Categories{AUT, LOG, MAL, ENC, NET, FWL, SEP},
        always | contractor | Categories{LCK, CAR, TRN, ENC},
    };
    EXPECT_EQ(applicable_by_matter(made, profile), expected);
}

}  // namespace
}  // namespace nagarezu::metrics
