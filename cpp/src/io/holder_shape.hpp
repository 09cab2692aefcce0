// The JSON form of holders and of what they originate.
#pragma once

#include "nagarezu/model/case.hpp"
#include "sourced_shape.hpp"

namespace nagarezu::io {

template <>
inline constexpr Kind kind_of<Holder> = Kind::holder;

template <>
struct Shape<Creation> {
    static constexpr std::string_view name = "creation";
    static constexpr std::string_view meaning = "What a holder itself collects or makes.";
    static constexpr auto members = sourced(Member{"subjects", &Creation::subjects, "Of which groups."},
                                            Member{"lists", &Creation::lists, "The item lists."},
                                            Member{"items", &Creation::items, "Items outside a list."},
                                            Member{"open", &Creation::open, "There may be more than is listed."});
};

template <>
struct Shape<Mention> {
    static constexpr std::string_view name = "mention";
    static constexpr std::string_view meaning = "A part of the document that names a holder.";
    static constexpr auto members = sourced(Member{"sheet", &Mention::sheet, "Which part.", Need::required},
                                            Member{"matter", &Mention::matter, "Whose sheet, if a matter's."});
};

template <>
struct Shape<Holder> {
    static constexpr std::string_view name = "holder";
    static constexpr std::string_view meaning = "A party or machine that holds information.";
    static constexpr auto members = sourced(
        Member{"id", &Holder::id, "Stable id.", Need::required, Rule::own_id},
        Member{"label", &Holder::label, "Its name as printed.", Need::required},
        Member{"kind", &Holder::kind, "What it is.", Need::required},
        Member{"operator", &Holder::operator_, "The holder that runs it."},
        Member{"tier", &Holder::tier, "0 own side, 1 partner, 2 sub-contractor, and so on."},
        Member{"external", &Holder::external, "Outside the municipality."},
        Member{"zone", &Holder::zone, "Network zone."},
        Member{"certifications", &Holder::certifications, "Certificates it holds.", Need::optional, Rule::token},
        Member{"open_class", &Holder::open_class, "A class of organisations: at least one."},
        Member{"corporate_number", &Holder::corporate_number, "Corporate number."},
        Member{"creates", &Holder::creates, "What it originates."},
        Member{"mentions", &Holder::mentions, "Where the document names it."});
};

}  // namespace nagarezu::io
