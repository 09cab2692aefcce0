// The JSON form of flows.
#pragma once

#include "nagarezu/model/case.hpp"
#include "sourced_shape.hpp"

namespace nagarezu::io {

template <>
inline constexpr Kind kind_of<Flow> = Kind::flow;

template <>
struct Shape<Channel> {
    static constexpr std::string_view name = "channel";
    static constexpr std::string_view meaning = "Over what a flow goes.";
    static constexpr auto members = std::tuple{
        Member{"kind", &Channel::kind, "Its kind.", Need::required},
        Member{"label", &Channel::label, "As printed."},
    };
};

template <>
struct Shape<Medium> {
    static constexpr std::string_view name = "medium";
    static constexpr std::string_view meaning = "On what the information is kept.";
    static constexpr auto members = std::tuple{
        Member{"kind", &Medium::kind, "Its kind.", Need::required},
        Member{"label", &Medium::label, "As printed."},
    };
};

template <>
struct Shape<Flow> {
    static constexpr std::string_view name = "flow";
    static constexpr std::string_view meaning =
        "One way in which information goes. It lists something or is open; it names subjects or says open_subjects.";
    static constexpr auto members = sourced(
        Member{"id", &Flow::id, "Stable id.", Need::required, Rule::own_id},
        Member{"matter", &Flow::matter, "The matter it belongs to.", Need::required},
        Member{"from", &Flow::from, "Who sends. Absent only for collect: the persons themselves."},
        Member{"to", &Flow::to, "Who receives; several are a joint flow. Empty only for issue: the persons."},
        Member{"relation", &Flow::relation, "On what footing.", Need::required},
        Member{"lists", &Flow::lists, "Item lists that go."}, Member{"items", &Flow::items, "Items outside a list."},
        Member{"open", &Flow::open, "There may be more than is listed."},
        Member{"missing_reference", &Flow::missing_reference, "The attachment that is not there; the flow is open."},
        Member{"subjects", &Flow::subjects, "Of which groups."},
        Member{"open_subjects", &Flow::open_subjects, "The groups are not, or not all, stated."},
        Member{"channel", &Flow::channel, "Over what it goes."},
        Member{"media", &Flow::media, "On what the information is kept."},
        Member{"purpose", &Flow::purpose, "What for."}, Member{"change", &Flow::change, "What the case does to it."},
        Member{"stores", &Flow::stores, "The document says that it is registered or kept there."});
};

}  // namespace nagarezu::io
