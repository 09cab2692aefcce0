// The JSON form of the head of a case and of what it says about documents.
#pragma once

#include "nagarezu/model/case.hpp"
#include "sourced_shape.hpp"

namespace nagarezu::io {

template <>
inline constexpr Kind kind_of<Source> = Kind::source;

template <>
struct Shape<Municipality> {
    static constexpr std::string_view name = "municipality";
    static constexpr std::string_view meaning = "A municipality.";
    static constexpr auto members = std::tuple{
        Member{"code", &Municipality::code, "JIS X 0402 code, six digits, the last a check digit.", Need::optional,
               Rule::municipality_code},
        Member{"name", &Municipality::name, "Name as printed."},
    };
};

template <>
struct Shape<LabelledDate> {
    static constexpr std::string_view name = "labelled_date";
    static constexpr std::string_view meaning = "A date with the word that stands beside it.";
    static constexpr auto members = sourced(Member{"label", &LabelledDate::label, "The word beside the date."},
                                            Member{"printed", &LabelledDate::printed, "The date as printed."},
                                            Member{"date", &LabelledDate::date, "The date."});
};

template <>
struct Shape<Basis> {
    static constexpr std::string_view name = "basis";
    static constexpr std::string_view meaning = "An article on which the procedure rests.";
    static constexpr auto members = sourced(Member{"label", &Basis::label, "The article as printed."});
};

template <>
struct Shape<Source> {
    static constexpr std::string_view name = "source_document";
    static constexpr std::string_view meaning = "A document that places refer to.";
    static constexpr auto members = std::tuple{
        Member{"id", &Source::id, "The SOURCE part of places.", Need::required, Rule::own_id},
        Member{"title", &Source::title, "Title of the document."},
        Member{"kind", &Source::kind, "What sort of file it is.", Need::optional, Rule::source_kind},
    };
};

template <>
struct Shape<Announcement> {
    static constexpr std::string_view name = "announcement";
    static constexpr std::string_view meaning = "What a title says of the content.";
    static constexpr auto members =
        sourced(Member{"topic", &Announcement::topic, "Of what it speaks.", Need::required},
                Member{"label", &Announcement::label, "Its words as printed.", Need::required},
                Member{"matter", &Announcement::matter, "Whose title; absent for the title of the case."},
                Member{"change", &Announcement::change, "What the title says is done to it."});
};

template <>
struct Shape<WiderPlace> {
    static constexpr std::string_view name = "wider_place";
    static constexpr std::string_view meaning = "A place that speaks of more persons than the purpose does.";
    static constexpr auto members =
        sourced(Member{"label", &WiderPlace::label, "Of whom it speaks, as printed.", Need::required});
};

template <>
struct Shape<Purpose> {
    static constexpr std::string_view name = "purpose";
    static constexpr std::string_view meaning = "What the document gives as its purpose.";
    static constexpr auto members =
        sourced(Member{"label", &Purpose::label, "The purpose in our own words.", Need::required},
                Member{"matter", &Purpose::matter, "The matter it belongs to; absent for the whole case."},
                Member{"concerns", &Purpose::concerns, "Of whom it speaks, as printed."},
                Member{"part_of", &Purpose::part_of, "Groups of which these are only a part."},
                Member{"wider", &Purpose::wider, "Places that speak of more persons than these."});
};

template <>
struct Shape<Reference> {
    static constexpr std::string_view name = "reference";
    static constexpr std::string_view meaning = "An attachment or document that the case points at.";
    static constexpr auto members =
        sourced(Member{"label", &Reference::label, "Its name as printed.", Need::required},
                Member{"resolved", &Reference::resolved, "Whether it is at hand."},
                Member{"listed", &Reference::listed, "What a list of contents calls it."},
                Member{"title", &Reference::title, "The title on the paper itself."},
                Member{"unlisted", &Reference::unlisted, "At hand, but the list of contents passes over it."});
};

template <>
struct Shape<Transfer> {
    static constexpr std::string_view name = "transfer";
    static constexpr std::string_view meaning = "A row of a table of provisions and transfers.";
    static constexpr auto members =
        sourced(Member{"basis", &Transfer::basis, "The provision.", Need::required},
                Member{"law_item", &Transfer::law_item, "The item of the law's list.", Need::required},
                Member{"section", &Transfer::section, "The section that receives.", Need::required},
                Member{"purpose", &Transfer::purpose, "What for."});
};

template <>
struct Shape<ChangeRow> {
    static constexpr std::string_view name = "change";
    static constexpr std::string_view meaning = "A row of a list of changes.";
    static constexpr auto members =
        sourced(Member{"place", &ChangeRow::place, "What was changed.", Need::required},
                Member{"page", &ChangeRow::page, "Page as printed."}, Member{"reason", &ChangeRow::reason, "Why."},
                Member{"before", &ChangeRow::before, "Text before the change."},
                Member{"after", &ChangeRow::after, "Text after the change."});
};

}  // namespace nagarezu::io
