// The JSON form of a case: its head and the lists of its entities. docs/case-format.md is the same in words.
#pragma once

#include "document_shape.hpp"
#include "flow_shape.hpp"
#include "holder_shape.hpp"
#include "item_shape.hpp"
#include "matter_shape.hpp"
#include "nagarezu/model/case.hpp"
#include "safeguard_shape.hpp"

namespace nagarezu::io {

template <>
struct Shape<Case> {
    static constexpr std::string_view name = "case";
    static constexpr std::string_view meaning = "One agenda document put to a privacy council.";
    static constexpr auto members = std::tuple{
        Version{"format", "nagarezu/1", "The version of this format."},
        Member{"id", &Case::id, "Stable id of the case.", Need::required, Rule::id},
        Member{"title", &Case::title, "Title as printed.", Need::required},
        Member{"municipality", &Case::municipality, "Who puts the case before the council."},
        Member{"body", &Case::body, "Name of the council."},
        Member{"procedure", &Case::procedure, "In which procedure the council sees it."},
        Member{"dates", &Case::dates, "Dates of the procedure."},
        Member{"basis", &Case::basis, "Articles of ordinance, law or guideline on which it rests."},
        Member{"sources", &Case::sources, "The documents that places refer to."},
        Member{"announcements", &Case::announcements, "What the titles say of the content."},
        Member{"purposes", &Case::purposes, "What for, and of whom the document speaks there."},
        Member{"matters", &Case::matters, "What the council is asked about."},
        Member{"subjects", &Case::subjects, "Groups of data subjects."},
        Member{"items", &Case::items, "Information items."},
        Member{"holders", &Case::holders, "Parties and machines that hold information."},
        Member{"lists", &Case::lists, "Item lists as printed."},
        Member{"flows", &Case::flows, "Ways in which information goes."},
        Member{"safeguards", &Case::safeguards, "Safeguards as stated."},
        Member{"clauses", &Case::clauses, "Contract clauses."},
        Member{"checklist", &Case::checklist, "Printed rows of a checklist."},
        Member{"criteria", &Case::criteria, "Criteria of an answer and the measures they cite."},
        Member{"claims", &Case::claims, "Statements that the case makes about itself."},
        Member{"references", &Case::references, "Attachments and documents that the case points at."},
        Member{"transfers", &Case::transfers, "Provisions and transfers by basis, law item and section."},
        Member{"changes", &Case::changes, "Rows of a list of changes."},
    };
};

}  // namespace nagarezu::io
