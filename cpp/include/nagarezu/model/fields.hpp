// The fields of every entity of a case, by name, for whatever treats all of them alike: comparing two
// cases, renumbering references. The names are those of the case format.
//
// A new member of the model needs a line here. A type without fields does not compile where it is visited;
// a field without a line is caught by tests/cpp/model/test_fields.cpp, and a difference that no line
// explains is still reported, as a change of the field `other` (review/difference.hpp).
#pragma once

#include <string_view>
#include <tuple>
#include <type_traits>

#include "nagarezu/model/case.hpp"

namespace nagarezu {

/// Whether a field says something, or only where and how it stands on paper.
enum class Sense { meaning, paper };

template <class Owner, class F>
struct Field {
    using Value = F;
    std::string_view name;
    F Owner::*at;
    Sense sense{Sense::meaning};
};
// clang before 17 does not deduce the arguments of aggregates by itself.
template <class Owner, class F>
Field(std::string_view, F Owner::*, Sense = {}) -> Field<Owner, F>;

/// The type of the value of a field.
template <class F>
using ValueOf = typename std::remove_cvref_t<F>::Value;

/// Specialised for every type that has fields: `kind`, what one is called, and the tuple `list`.
template <class T>
struct Fields;

template <class T>
concept Described = requires {
    Fields<T>::list;
};

/// An entity in its own right: it has a place in the document.
template <class T>
concept Entity = Described<T> &&(std::is_base_of_v<Sourced, T> || std::is_same_v<T, Source>);

/// Calls `visit(field)` for every field of T, in the order of the format.
template <class T, class Visit>
constexpr void for_each_field(Visit&& visit) {
    static_assert(Described<T>, "describe the fields of this type in model/fields.hpp");
    std::apply([&visit](const auto&... field) { (visit(field), ...); }, Fields<T>::list);
}

/// The fields that close the list of every entity with a place.
template <class... List>
constexpr auto with_source(List... list) {
    return std::tuple{list..., Field{"source", &Sourced::source, Sense::paper},
                      Field{"provenance", &Sourced::provenance, Sense::paper}};
}

template <>
struct Fields<Municipality> {
    static constexpr std::string_view kind = "municipality";
    static constexpr auto list = std::tuple{Field{"code", &Municipality::code}, Field{"name", &Municipality::name}};
};
template <>
struct Fields<LabelledDate> {
    static constexpr std::string_view kind = "date";
    static constexpr auto list =
        with_source(Field{"label", &LabelledDate::label}, Field{"printed", &LabelledDate::printed, Sense::paper},
                    Field{"date", &LabelledDate::date});
};
template <>
struct Fields<Basis> {
    static constexpr std::string_view kind = "basis";
    static constexpr auto list = with_source(Field{"label", &Basis::label});
};
template <>
struct Fields<Source> {
    static constexpr std::string_view kind = "source";
    static constexpr auto list =
        std::tuple{Field{"id", &Source::id, Sense::paper}, Field{"title", &Source::title, Sense::paper},
                   Field{"kind", &Source::kind, Sense::paper}};
};
template <>
struct Fields<Period> {
    static constexpr std::string_view kind = "period";
    static constexpr auto list =
        with_source(Field{"label", &Period::label}, Field{"part", &Period::part}, Field{"kind", &Period::kind},
                    Field{"printed", &Period::printed, Sense::paper}, Field{"start", &Period::start},
                    Field{"end", &Period::end}, Field{"renewed", &Period::renewed});
};
template <>
struct Fields<Approval> {
    static constexpr std::string_view kind = "approval";
    static constexpr auto list = with_source(Field{"label", &Approval::label}, Field{"date", &Approval::date});
};
template <>
struct Fields<Work> {
    static constexpr std::string_view kind = "work";
    static constexpr auto list = with_source(Field{"label", &Work::label}, Field{"heading", &Work::heading},
                                             Field{"direction", &Work::direction}, Field{"partner", &Work::partner},
                                             Field{"sheet", &Work::sheet, Sense::paper});
};
template <>
struct Fields<MediumRow> {
    static constexpr std::string_view kind = "medium_row";
    static constexpr auto list = with_source(Field{"kind", &MediumRow::kind}, Field{"label", &MediumRow::label},
                                             Field{"systems", &MediumRow::systems});
};
template <>
struct Fields<PartnerRow> {
    static constexpr std::string_view kind = "partner_row";
    static constexpr auto list =
        with_source(Field{"holders", &PartnerRow::holders}, Field{"systems", &PartnerRow::systems},
                    Field{"undecided", &PartnerRow::undecided});
};
template <>
struct Fields<Handover> {
    static constexpr std::string_view kind = "handover";
    static constexpr auto list =
        with_source(Field{"partner", &Handover::partner}, Field{"direction", &Handover::direction},
                    Field{"label", &Handover::label}, Field{"ways", &Handover::ways}, Field{"only", &Handover::only},
                    Field{"listed", &Handover::listed, Sense::paper});
};
template <>
struct Fields<Retelling> {
    static constexpr std::string_view kind = "retelling";
    static constexpr auto list =
        with_source(Field{"label", &Retelling::label}, Field{"sheet", &Retelling::sheet, Sense::paper},
                    Field{"holders", &Retelling::holders}, Field{"items", &Retelling::items});
};
template <>
struct Fields<Matter> {
    static constexpr std::string_view kind = "matter";
    static constexpr auto list =
        with_source(Field{"id", &Matter::id}, Field{"title", &Matter::title}, Field{"kinds", &Matter::kinds},
                    Field{"department", &Matter::department}, Field{"register_name", &Matter::register_name},
                    Field{"reason", &Matter::reason}, Field{"work", &Matter::work}, Field{"media", &Matter::media},
                    Field{"partners", &Matter::partners}, Field{"handovers", &Matter::handovers},
                    Field{"retold", &Matter::retold}, Field{"periods", &Matter::periods},
                    Field{"approvals", &Matter::approvals}, Field{"emphasis_lost", &Matter::emphasis_lost});
};
template <>
struct Fields<SubjectCount> {
    static constexpr std::string_view kind = "count";
    static constexpr auto list = with_source(Field{"value", &SubjectCount::value}, Field{"unit", &SubjectCount::unit},
                                             Field{"as_of", &SubjectCount::as_of}, Field{"bound", &SubjectCount::bound},
                                             Field{"printed", &SubjectCount::printed, Sense::paper});
};
template <>
struct Fields<Subject> {
    static constexpr std::string_view kind = "subject";
    static constexpr auto list =
        with_source(Field{"id", &Subject::id}, Field{"label", &Subject::label}, Field{"counts", &Subject::counts},
                    Field{"within", &Subject::within}, Field{"same_as", &Subject::same_as},
                    Field{"disjoint_with", &Subject::disjoint_with});
};
template <>
struct Fields<Item> {
    static constexpr std::string_view kind = "item";
    static constexpr auto list =
        with_source(Field{"id", &Item::id}, Field{"label", &Item::label}, Field{"concept", &Item::concept_id},
                    Field{"role", &Item::role}, Field{"classes", &Item::classes},
                    Field{"derived_from", &Item::derived_from}, Field{"sensitivity", &Item::sensitivity});
};
template <>
struct Fields<Creation> {
    static constexpr std::string_view kind = "creation";
    static constexpr auto list = with_source(Field{"subjects", &Creation::subjects}, Field{"lists", &Creation::lists},
                                             Field{"items", &Creation::items}, Field{"open", &Creation::open});
};
template <>
struct Fields<Mention> {
    static constexpr std::string_view kind = "mention";
    static constexpr auto list =
        with_source(Field{"sheet", &Mention::sheet, Sense::paper}, Field{"matter", &Mention::matter, Sense::paper});
};
template <>
struct Fields<Holder> {
    static constexpr std::string_view kind = "holder";
    static constexpr auto list = with_source(
        Field{"id", &Holder::id}, Field{"label", &Holder::label}, Field{"kind", &Holder::kind},
        Field{"operator", &Holder::operator_}, Field{"tier", &Holder::tier}, Field{"external", &Holder::external},
        Field{"zone", &Holder::zone}, Field{"certifications", &Holder::certifications},
        Field{"open_class", &Holder::open_class}, Field{"corporate_number", &Holder::corporate_number},
        Field{"creates", &Holder::creates}, Field{"mentions", &Holder::mentions, Sense::paper});
};
template <>
struct Fields<ListEntry> {
    static constexpr std::string_view kind = "entry";
    static constexpr auto list = with_source(
        Field{"position", &ListEntry::position, Sense::paper}, Field{"label", &ListEntry::label},
        Field{"item", &ListEntry::item}, Field{"optional", &ListEntry::optional}, Field{"change", &ListEntry::change});
};
template <>
struct Fields<ItemList> {
    static constexpr std::string_view kind = "list";
    static constexpr auto list = with_source(Field{"id", &ItemList::id}, Field{"matter", &ItemList::matter},
                                             Field{"holders", &ItemList::holders}, Field{"label", &ItemList::label},
                                             Field{"entries", &ItemList::entries}, Field{"open", &ItemList::open},
                                             Field{"missing_reference", &ItemList::missing_reference});
};
template <>
struct Fields<Channel> {
    static constexpr std::string_view kind = "channel";
    static constexpr auto list = std::tuple{Field{"kind", &Channel::kind}, Field{"label", &Channel::label}};
};
template <>
struct Fields<Medium> {
    static constexpr std::string_view kind = "medium";
    static constexpr auto list = std::tuple{Field{"kind", &Medium::kind}, Field{"label", &Medium::label}};
};
template <>
struct Fields<Flow> {
    static constexpr std::string_view kind = "flow";
    static constexpr auto list = with_source(
        Field{"id", &Flow::id}, Field{"matter", &Flow::matter}, Field{"from", &Flow::from}, Field{"to", &Flow::to},
        Field{"relation", &Flow::relation}, Field{"lists", &Flow::lists}, Field{"items", &Flow::items},
        Field{"open", &Flow::open}, Field{"missing_reference", &Flow::missing_reference},
        Field{"subjects", &Flow::subjects}, Field{"open_subjects", &Flow::open_subjects},
        Field{"channel", &Flow::channel}, Field{"media", &Flow::media}, Field{"purpose", &Flow::purpose},
        Field{"change", &Flow::change}, Field{"stores", &Flow::stores});
};
template <>
struct Fields<Safeguard> {
    static constexpr std::string_view kind = "safeguard";
    static constexpr auto list =
        with_source(Field{"id", &Safeguard::id}, Field{"matter", &Safeguard::matter}, Field{"party", &Safeguard::party},
                    Field{"layer", &Safeguard::layer}, Field{"position", &Safeguard::position, Sense::paper},
                    Field{"label", &Safeguard::label}, Field{"categories", &Safeguard::categories},
                    Field{"status", &Safeguard::status}, Field{"applies_to", &Safeguard::applies_to},
                    Field{"modality", &Safeguard::modality}, Field{"channels", &Safeguard::channels},
                    Field{"media", &Safeguard::media}, Field{"wording", &Safeguard::wording, Sense::paper});
};
template <>
struct Fields<Clause> {
    static constexpr std::string_view kind = "clause";
    static constexpr auto list = with_source(
        Field{"number", &Clause::number}, Field{"heading", &Clause::heading}, Field{"label", &Clause::label},
        Field{"matter", &Clause::matter}, Field{"obligor", &Clause::obligor}, Field{"modality", &Clause::modality},
        Field{"categories", &Clause::categories}, Field{"refers_to", &Clause::refers_to});
};
template <>
struct Fields<ChecklistRow> {
    static constexpr std::string_view kind = "checklist_row";
    static constexpr auto list =
        with_source(Field{"block", &ChecklistRow::block}, Field{"party", &ChecklistRow::party},
                    Field{"layer", &ChecklistRow::layer}, Field{"mark", &ChecklistRow::mark},
                    Field{"measures", &ChecklistRow::measures}, Field{"wording", &ChecklistRow::wording, Sense::paper});
};
template <>
struct Fields<CriterionReference> {
    static constexpr std::string_view kind = "criterion_reference";
    static constexpr auto list =
        with_source(Field{"label", &CriterionReference::label}, Field{"measure", &CriterionReference::measure},
                    Field{"candidates", &CriterionReference::candidates});
};
template <>
struct Fields<Criterion> {
    static constexpr std::string_view kind = "criterion";
    static constexpr auto list =
        with_source(Field{"label", &Criterion::label}, Field{"references", &Criterion::references});
};
template <>
struct Fields<Claim> {
    static constexpr std::string_view kind = "claim";
    static constexpr auto list =
        with_source(Field{"id", &Claim::id}, Field{"kind", &Claim::kind}, Field{"label", &Claim::label},
                    Field{"matter", &Claim::matter}, Field{"holders", &Claim::holders}, Field{"zone", &Claim::zone},
                    Field{"items", &Claim::items}, Field{"classes", &Claim::classes}, Field{"flows", &Claim::flows},
                    Field{"categories", &Claim::categories}, Field{"limit", &Claim::limit},
                    Field{"value", &Claim::value}, Field{"unit", &Claim::unit}, Field{"bound", &Claim::bound},
                    Field{"printed", &Claim::printed, Sense::paper}, Field{"storage", &Claim::storage});
};
template <>
struct Fields<Reference> {
    static constexpr std::string_view kind = "reference";
    static constexpr auto list =
        with_source(Field{"label", &Reference::label}, Field{"resolved", &Reference::resolved},
                    Field{"listed", &Reference::listed, Sense::paper}, Field{"title", &Reference::title, Sense::paper},
                    Field{"unlisted", &Reference::unlisted, Sense::paper});
};
template <>
struct Fields<Announcement> {
    static constexpr std::string_view kind = "announcement";
    static constexpr auto list =
        with_source(Field{"topic", &Announcement::topic}, Field{"label", &Announcement::label},
                    Field{"matter", &Announcement::matter}, Field{"change", &Announcement::change});
};
template <>
struct Fields<WiderPlace> {
    static constexpr std::string_view kind = "wider_place";
    static constexpr auto list = with_source(Field{"label", &WiderPlace::label});
};
template <>
struct Fields<Purpose> {
    static constexpr std::string_view kind = "purpose";
    static constexpr auto list = with_source(Field{"label", &Purpose::label}, Field{"matter", &Purpose::matter},
                                             Field{"concerns", &Purpose::concerns}, Field{"part_of", &Purpose::part_of},
                                             Field{"wider", &Purpose::wider});
};
template <>
struct Fields<Transfer> {
    static constexpr std::string_view kind = "transfer";
    static constexpr auto list =
        with_source(Field{"basis", &Transfer::basis}, Field{"law_item", &Transfer::law_item},
                    Field{"section", &Transfer::section}, Field{"purpose", &Transfer::purpose});
};
template <>
struct Fields<ChangeRow> {
    static constexpr std::string_view kind = "change";
    static constexpr auto list = with_source(
        Field{"place", &ChangeRow::place}, Field{"page", &ChangeRow::page, Sense::paper},
        Field{"reason", &ChangeRow::reason}, Field{"before", &ChangeRow::before}, Field{"after", &ChangeRow::after});
};
template <>
struct Fields<Case> {
    static constexpr std::string_view kind = "case";
    static constexpr auto list = std::tuple{Field{"id", &Case::id},
                                            Field{"title", &Case::title},
                                            Field{"municipality", &Case::municipality},
                                            Field{"body", &Case::body},
                                            Field{"procedure", &Case::procedure},
                                            Field{"dates", &Case::dates},
                                            Field{"basis", &Case::basis},
                                            Field{"sources", &Case::sources},
                                            Field{"announcements", &Case::announcements},
                                            Field{"purposes", &Case::purposes},
                                            Field{"matters", &Case::matters},
                                            Field{"subjects", &Case::subjects},
                                            Field{"items", &Case::items},
                                            Field{"holders", &Case::holders},
                                            Field{"lists", &Case::lists},
                                            Field{"flows", &Case::flows},
                                            Field{"safeguards", &Case::safeguards},
                                            Field{"clauses", &Case::clauses},
                                            Field{"checklist", &Case::checklist},
                                            Field{"criteria", &Case::criteria},
                                            Field{"claims", &Case::claims},
                                            Field{"references", &Case::references},
                                            Field{"transfers", &Case::transfers},
                                            Field{"changes", &Case::changes}};
};

}  // namespace nagarezu
