// The JSON form of matters and of the groups of persons they concern.
#pragma once

#include "nagarezu/model/case.hpp"
#include "sourced_shape.hpp"

namespace nagarezu::io {

template <>
inline constexpr Kind kind_of<Matter> = Kind::matter;
template <>
inline constexpr Kind kind_of<Subject> = Kind::subject;

template <>
struct Shape<Period> {
    static constexpr std::string_view name = "period";
    static constexpr std::string_view meaning = "A period of work, contract or operation.";
    static constexpr auto members = sourced(Member{"label", &Period::label, "The word beside the period."},
                                            Member{"part", &Period::part, "Of which contract, if a sheet has several."},
                                            Member{"kind", &Period::kind, "What runs in this period."},
                                            Member{"printed", &Period::printed, "The period as printed."},
                                            Member{"start", &Period::start, "First day, month or fiscal year."},
                                            Member{"end", &Period::end, "Last day, month or fiscal year."},
                                            Member{"renewed", &Period::renewed, "It goes on in the same way."});
};

template <>
struct Shape<Approval> {
    static constexpr std::string_view name = "approval";
    static constexpr std::string_view meaning = "An earlier approval that a matter refers to.";
    static constexpr auto members =
        sourced(Member{"label", &Approval::label, "The session as printed."}, Member{"date", &Approval::date, "When."});
};

template <>
struct Shape<Work> {
    static constexpr std::string_view name = "work";
    static constexpr std::string_view meaning = "One line of what is done.";
    static constexpr auto members =
        sourced(Member{"label", &Work::label, "What is done, or which notice goes.", Need::required},
                Member{"heading", &Work::heading, "The heading under which it is printed."},
                Member{"direction", &Work::direction, "Which way a notice goes, seen from the own side."},
                Member{"partner", &Work::partner, "With whom, as printed."},
                Member{"sheet", &Work::sheet, "Where the list stands that has this line."});
};

template <>
struct Shape<MediumRow> {
    static constexpr std::string_view name = "medium_row";
    static constexpr std::string_view meaning = "What the row of the media of a matter states.";
    static constexpr auto members = sourced(Member{"kind", &MediumRow::kind, "Its kind.", Need::required},
                                            Member{"label", &MediumRow::label, "As printed."},
                                            Member{"systems", &MediumRow::systems, "The systems that it names."});
};

template <>
struct Shape<PartnerRow> {
    static constexpr std::string_view name = "partner_row";
    static constexpr std::string_view meaning = "Whom the row of the partner of a matter names.";
    static constexpr auto members =
        sourced(Member{"holders", &PartnerRow::holders, "The partners.", Need::required},
                Member{"systems", &PartnerRow::systems, "The systems for which it names them."},
                Member{"undecided", &PartnerRow::undecided, "It says that the partner is not known yet."});
};

template <>
struct Shape<Handover> {
    static constexpr std::string_view name = "handover";
    static constexpr std::string_view meaning = "One statement of how something is handed over.";
    static constexpr auto members =
        sourced(Member{"partner", &Handover::partner, "With whom, as printed; absent for all of the matter."},
                Member{"direction", &Handover::direction, "Which way it goes, seen from the own side."},
                Member{"label", &Handover::label, "What is handed over, as printed; absent for all of it."},
                Member{"ways", &Handover::ways, "How.", Need::required},
                Member{"only", &Handover::only, "These are all the ways."},
                Member{"listed", &Handover::listed, "A row or column of media, not a sentence."});
};

template <>
struct Shape<Retelling> {
    static constexpr std::string_view name = "retelling";
    static constexpr std::string_view meaning = "The items of a list, told once more in another place.";
    static constexpr auto members =
        sourced(Member{"label", &Retelling::label, "What is told there, as printed."},
                Member{"sheet", &Retelling::sheet, "Where it is told."},
                Member{"holders", &Retelling::holders, "Whose list it tells again.", Need::required},
                Member{"items", &Retelling::items, "The items that it names.", Need::required});
};

template <>
struct Shape<Matter> {
    static constexpr std::string_view name = "matter";
    static constexpr std::string_view meaning = "One thing that the council is asked about.";
    static constexpr auto members = sourced(
        Member{"id", &Matter::id, "Stable id.", Need::required, Rule::own_id},
        Member{"title", &Matter::title, "Title as printed.", Need::required},
        Member{"kinds", &Matter::kinds, "What is to be done with the information.", Need::required},
        Member{"department", &Matter::department, "The section in charge."},
        Member{"register_name", &Matter::register_name, "Name of the register or file concerned."},
        Member{"reason", &Matter::reason, "Why it is done."}, Member{"work", &Matter::work, "The work, line by line."},
        Member{"media", &Matter::media, "The row of the media."},
        Member{"partners", &Matter::partners, "The row of the partner."},
        Member{"handovers", &Matter::handovers, "How things are handed over, statement by statement."},
        Member{"retold", &Matter::retold, "Lists told once more in other places."},
        Member{"periods", &Matter::periods, "When."}, Member{"approvals", &Matter::approvals, "Earlier approvals."},
        Member{"emphasis_lost", &Matter::emphasis_lost,
               "The marks of change did not survive: changes are unknown, not absent."});
};

template <>
struct Shape<SubjectCount> {
    static constexpr std::string_view name = "count";
    static constexpr std::string_view meaning =
        "How many, in a unit, at a date. There is a value unless the bound is unknown.";
    static constexpr auto members =
        sourced(Member{"value", &SubjectCount::value, "The number."},
                Member{"unit", &SubjectCount::unit, "What is counted.", Need::required},
                Member{"as_of", &SubjectCount::as_of, "The date of the count."},
                Member{"bound", &SubjectCount::bound, "How the number bounds the true one.", Need::required},
                Member{"printed", &SubjectCount::printed, "The count as printed."});
};

template <>
struct Shape<Subject> {
    static constexpr std::string_view name = "subject";
    static constexpr std::string_view meaning = "A group of data subjects.";
    static constexpr auto members =
        sourced(Member{"id", &Subject::id, "Stable id.", Need::required, Rule::own_id},
                Member{"label", &Subject::label, "The group as printed.", Need::required},
                Member{"counts", &Subject::counts, "Its size, in one or several units."},
                Member{"within", &Subject::within, "Groups that contain it."},
                Member{"same_as", &Subject::same_as, "Groups of the same persons."},
                Member{"disjoint_with", &Subject::disjoint_with, "Groups that share no person with it."});
};

}  // namespace nagarezu::io
