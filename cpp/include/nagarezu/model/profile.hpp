// Which safeguard categories a coverage is measured against.
//
// A profile is data (data/profiles): categories that always apply, and categories that apply when a
// matter has a trait, such as a flow over the internet or an entrustment with development work.
#pragma once

#include <string>
#include <vector>

#include "nagarezu/model/words.hpp"

namespace nagarezu {

/// A trigger fires for a matter if any of its lists matches; an empty list matches nothing.
struct ProfileTrigger {
    std::string label;
    std::vector<MatterKind> kinds;
    std::vector<Relation> relations;
    std::vector<ChannelKind> channels;
    std::vector<MediaKind> media;
    Categories categories;
    friend bool operator==(const ProfileTrigger&, const ProfileTrigger&) = default;
};

struct Profile {
    std::string id;
    std::string label_ja;
    std::string label_en;
    Categories always;
    std::vector<ProfileTrigger> triggers;
    friend bool operator==(const Profile&, const Profile&) = default;
};

}  // namespace nagarezu
