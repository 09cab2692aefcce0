// The JSON form of a profile of safeguard categories.
#pragma once

#include "nagarezu/model/profile.hpp"
#include "shape.hpp"

namespace nagarezu::io {

/// The label of a profile in two languages; both are fields of the profile itself.
struct ProfileLabel;

template <>
struct Shape<ProfileLabel> {
    using Object = Profile;
    static constexpr std::string_view name = "profile_label";
    static constexpr std::string_view meaning = "A label in Japanese and English.";
    static constexpr auto members = std::tuple{
        Member{"ja", &Profile::label_ja, "Japanese.", Need::required},
        Member{"en", &Profile::label_en, "English.", Need::required},
    };
};

template <>
struct Shape<ProfileTrigger> {
    static constexpr std::string_view name = "profile_trigger";
    static constexpr std::string_view meaning = "Categories that apply when a matter has one of the traits.";
    static constexpr auto members = std::tuple{
        Member{"label", &ProfileTrigger::label, "What the trait is."},
        Member{"kinds", &ProfileTrigger::kinds, "Kinds of matter."},
        Member{"relations", &ProfileTrigger::relations, "Relations of its flows."},
        Member{"channels", &ProfileTrigger::channels, "Channels of its flows."},
        Member{"media", &ProfileTrigger::media, "Media of its flows."},
        Member{"categories", &ProfileTrigger::categories, "The categories that then apply.", Need::required},
    };
};

template <>
struct Shape<Profile> {
    static constexpr std::string_view name = "profile";
    static constexpr std::string_view meaning = "Which safeguard categories a coverage is measured against.";
    static constexpr auto members = std::tuple{
        Version{"format", "nagarezu-profile/1", "The version of this format."},
        Member{"id", &Profile::id, "Stable id.", Need::required, Rule::id},
        Inline<ProfileLabel>{"label", "Its name."},
        Member{"always", &Profile::always, "Categories that always apply."},
        Member{"triggers", &Profile::triggers, "Categories that apply on a condition."},
    };
};

}  // namespace nagarezu::io
