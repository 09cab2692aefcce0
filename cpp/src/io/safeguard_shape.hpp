// The JSON form of safeguards, clauses, checklists, criteria and claims.
#pragma once

#include "flow_shape.hpp"
#include "nagarezu/model/case.hpp"
#include "sourced_shape.hpp"

namespace nagarezu::io {

template <>
inline constexpr Kind kind_of<Safeguard> = Kind::safeguard;
template <>
inline constexpr Kind kind_of<Claim> = Kind::claim;

template <>
struct Shape<Safeguard> {
    static constexpr std::string_view name = "safeguard";
    static constexpr std::string_view meaning = "A safeguard as stated; not stated never means not taken.";
    static constexpr auto members =
        sourced(Member{"id", &Safeguard::id, "Stable id.", Need::required, Rule::own_id},
                Member{"matter", &Safeguard::matter, "Its matter; absent if it stands for the whole case."},
                Member{"party", &Safeguard::party, "Who takes it, such as own or partner.", Need::required},
                Member{"layer", &Safeguard::layer, "The layer under which it is printed.", Need::required},
                Member{"position", &Safeguard::position, "Where it stands in its list."},
                Member{"label", &Safeguard::label, "The measure in our own words.", Need::required},
                Member{"categories", &Safeguard::categories, "Safeguard categories of the taxonomy."},
                Member{"status", &Safeguard::status, "Whether it is stated."},
                Member{"applies_to", &Safeguard::applies_to, "Its flows; empty means every flow of its matter."},
                Member{"modality", &Safeguard::modality, "How it binds."},
                Member{"channels", &Safeguard::channels, "Ways of sending that it names."},
                Member{"media", &Safeguard::media, "Media that it names."},
                Member{"wording", &Safeguard::wording, "A mark that measures printed word for word alike share."});
};

template <>
struct Shape<Clause> {
    static constexpr std::string_view name = "clause";
    static constexpr std::string_view meaning = "A contract clause.";
    static constexpr auto members = sourced(
        Member{"number", &Clause::number, "Its number.", Need::required, Rule::own_number},
        Member{"heading", &Clause::heading, "Heading as printed."},
        Member{"label", &Clause::label, "The clause in our own words."},
        Member{"matter", &Clause::matter, "The matter it belongs to."},
        Member{"obligor", &Clause::obligor, "Whom it binds."}, Member{"modality", &Clause::modality, "How it binds."},
        Member{"categories", &Clause::categories, "Safeguard categories that it covers."},
        Member{"refers_to", &Clause::refers_to, "Numbers of other clauses.", Need::optional, Rule::clause_number});
};

template <>
struct Shape<ChecklistRow> {
    static constexpr std::string_view name = "checklist_row";
    static constexpr std::string_view meaning =
        "A printed row of a checklist; one mark may stand for several measures.";
    static constexpr auto members =
        sourced(Member{"block", &ChecklistRow::block, "The checklist it stands in.", Need::required},
                Member{"party", &ChecklistRow::party, "Who answers.", Need::required},
                Member{"layer", &ChecklistRow::layer, "The layer under which it is printed.", Need::required},
                Member{"mark", &ChecklistRow::mark, "The mark.", Need::required},
                Member{"measures", &ChecklistRow::measures, "The safeguards it stands for."},
                Member{"wording", &ChecklistRow::wording, "A mark that rows printed word for word alike share."});
};

template <>
struct Shape<CriterionReference> {
    static constexpr std::string_view name = "criterion_reference";
    static constexpr std::string_view meaning = "A reference of a criterion to a measure.";
    static constexpr auto members =
        sourced(Member{"label", &CriterionReference::label, "As printed.", Need::required},
                Member{"measure", &CriterionReference::measure, "The safeguard it names, if there is one."},
                Member{"candidates", &CriterionReference::candidates, "Safeguards it may mean, the likeliest first."});
};

template <>
struct Shape<Criterion> {
    static constexpr std::string_view name = "criterion";
    static constexpr std::string_view meaning = "A criterion of an answer.";
    static constexpr auto members =
        sourced(Member{"label", &Criterion::label, "As printed.", Need::required},
                Member{"references", &Criterion::references, "The measures that it cites."});
};

template <>
struct Shape<Claim> {
    static constexpr std::string_view name = "claim";
    static constexpr std::string_view meaning = "A statement that the case makes about itself.";
    static constexpr auto members = sourced(
        Member{"id", &Claim::id, "Stable id.", Need::required, Rule::own_id},
        Member{"kind", &Claim::kind, "What is claimed.", Need::required},
        Member{"label", &Claim::label, "The claim in our own words."},
        Member{"matter", &Claim::matter, "The matter it belongs to."},
        Member{"holders", &Claim::holders, "The holders concerned."},
        Member{"zone", &Claim::zone, "The network zone concerned."},
        Member{"items", &Claim::items, "The items concerned."},
        Member{"classes", &Claim::classes, "The item classes concerned."},
        Member{"flows", &Claim::flows, "The flows concerned."},
        Member{"categories", &Claim::categories, "The safeguard categories concerned."},
        Member{"limit", &Claim::limit, "The largest depth."}, Member{"value", &Claim::value, "The claimed count."},
        Member{"unit", &Claim::unit, "The unit of the count."},
        Member{"bound", &Claim::bound, "How the claimed count bounds the true one; unknown for 約."},
        Member{"printed", &Claim::printed, "The claimed count as printed."},
        Member{"storage", &Claim::storage, "That nobody outside keeps it; the holders are those that the text names."});
};

}  // namespace nagarezu::io
