// A case (案件): one agenda document put to a privacy council, as a graph of who holds what of whom.
//
// Plain values. References between entities are typed positions (base/index.hpp), resolved and checked
// by the reader; so inside the core every reference is right. The meaning of each field is that of the
// case format (docs/case-format.md), whose member names these are.
#pragma once

#include <string>
#include <vector>

#include "nagarezu/base/bounds.hpp"
#include "nagarezu/base/date.hpp"
#include "nagarezu/base/index.hpp"
#include "nagarezu/model/provenance.hpp"
#include "nagarezu/model/statements.hpp"
#include "nagarezu/model/words.hpp"

namespace nagarezu {

struct Municipality {
    std::string code;  // JIS X 0402 with check digit, six digits; empty if not stated
    std::string name;
    friend bool operator==(const Municipality&, const Municipality&) = default;
};

/// A date with the word that stands beside it in the document.
struct LabelledDate : Sourced {
    std::string label;
    std::string printed;
    std::optional<Date> date;
    friend bool operator==(const LabelledDate&, const LabelledDate&) = default;
};

/// An ordinance, law or guideline article on which the procedure rests.
struct Basis : Sourced {
    std::string label;
    friend bool operator==(const Basis&, const Basis&) = default;
};

/// A document that the places of the case refer to.
struct Source {
    std::string id;
    std::string title;
    std::string kind;  // text, pdf, workbook, csv, document
    friend bool operator==(const Source&, const Source&) = default;
};

struct Period : Sourced {
    std::string label;
    std::string part;  // of which of several contracts on one sheet it speaks, such as 委託事項1
    PeriodKind kind{PeriodKind::other};
    std::string printed;
    std::optional<Date> start;
    std::optional<Date> end;
    bool renewed{false};  // goes on in the same way after its end, such as 次年度以降も同様
    friend bool operator==(const Period&, const Period&) = default;
};

/// An earlier approval that a matter refers to, such as 平成26年度第6回.
struct Approval : Sourced {
    std::string label;
    std::optional<Date> date;
    friend bool operator==(const Approval&, const Approval&) = default;
};

/// One line of what is done: a step of the work, or a notice that goes out or comes in.
struct Work : Sourced {
    std::string label;
    std::string heading;  // under which it is printed, such as 改修業務
    Direction direction{Direction::unspecified};
    std::string partner;         // with whom, as printed
    Sheet sheet{Sheet::matter};  // where the list stands that has this line
    friend bool operator==(const Work&, const Work&) = default;
};

/// What the row of the media (記録媒体) of a matter states, and the systems that it names.
struct MediumRow : Sourced {
    MediaKind kind{MediaKind::unspecified};
    std::string label;
    std::vector<HolderIndex> systems;
    friend bool operator==(const MediumRow&, const MediumRow&) = default;
};

/// Whom the row of the partner (委託先, 結合の相手方, …) of a matter names, and for which systems.
struct PartnerRow : Sourced {
    std::vector<HolderIndex> holders;
    std::vector<HolderIndex> systems;
    bool undecided{false};  // the row says that it is not known yet: 未定
    friend bool operator==(const PartnerRow&, const PartnerRow&) = default;
};

/// One statement of how something is handed over; several may stand beside each other.
struct Handover : Sourced {
    std::string partner;                          // with whom, as printed; empty: with all of the matter
    Direction direction{Direction::unspecified};  // as seen from the own side
    std::string label;                            // what is handed over, as printed; empty: all of it
    std::vector<Way> ways;
    bool only{false};    // these are all the ways: a column 方法, …に限る
    bool listed{false};  // a row or column of media, not a sentence
    friend bool operator==(const Handover&, const Handover&) = default;
};

/// The items of a list, told once more in another place: a row of a table of flows, a sentence, an overview.
/// It is no list of its own: no flow carries it.
struct Retelling : Sourced {
    std::string label;  // what is told there, as printed
    Sheet sheet{Sheet::other};
    std::vector<HolderIndex> holders;  // whose list it tells again
    std::vector<ItemIndex> items;
    friend bool operator==(const Retelling&, const Retelling&) = default;
};

/// One 件名 of the case.
struct Matter : Sourced {
    std::string id;
    std::string title;
    std::vector<MatterKind> kinds;
    std::string department;
    std::string register_name;
    std::string reason;
    std::vector<Work> work;
    std::vector<MediumRow> media;
    std::vector<PartnerRow> partners;
    std::vector<Handover> handovers;
    std::vector<Retelling> retold;
    std::vector<Period> periods;
    std::vector<Approval> approvals;
    bool emphasis_lost{false};  // the marks of change did not survive: changes are unknown, not absent
    friend bool operator==(const Matter&, const Matter&) = default;
};

/// How many, in a unit, at a date. `value` is empty if and only if the bound is unknown.
struct SubjectCount : Sourced {
    std::optional<Count> value;
    Unit unit{Unit::person};
    std::optional<Date> as_of;
    Bound bound{Bound::exact};
    std::string printed;
    friend bool operator==(const SubjectCount&, const SubjectCount&) = default;
};

/// A group of data subjects (対象者). Counts in several units describe the same group.
struct Subject : Sourced {
    std::string id;
    std::string label;
    std::vector<SubjectCount> counts;
    std::vector<SubjectIndex> within;
    std::vector<SubjectIndex> same_as;
    std::vector<SubjectIndex> disjoint_with;
    friend bool operator==(const Subject&, const Subject&) = default;
};

/// One information item (情報項目) of the case, however often it is printed.
struct Item : Sourced {
    std::string id;
    std::string label;
    std::string concept_id;  // entry of the vocabulary; empty if none is assigned. Member `concept`
    std::string role;        // whose: empty for the data subject, else 世帯主, 筆頭者, 同時予約者, …
    ItemClasses classes;
    ItemIndex derived_from;
    std::vector<Sensitivity> sensitivity;
    friend bool operator==(const Item&, const Item&) = default;
};

/// A party or machine that holds information. What it originates (collects from the person, or creates)
/// is in `creates`; everything else reaches it over flows.
struct Creation : Sourced {
    std::vector<SubjectIndex> subjects;
    std::vector<ListIndex> lists;
    std::vector<ItemIndex> items;
    bool open{false};
    friend bool operator==(const Creation&, const Creation&) = default;
};

/// A part of the document that names a holder.
struct Mention : Sourced {
    Sheet sheet{Sheet::matter};
    MatterIndex matter;  // whose sheet, if it is a matter's
    friend bool operator==(const Mention&, const Mention&) = default;
};

struct Holder : Sourced {
    std::string id;
    std::string label;
    HolderKind kind{HolderKind::organisation};
    HolderIndex operator_;  // who runs it. Member `operator`
    int tier{0};            // 0 own side, 1 partner, 2 sub-contractor, …
    bool external{false};
    std::string zone;
    std::vector<std::string> certifications;
    bool open_class{false};  // a class such as 他の市区町村: at least one organisation
    std::string corporate_number;
    std::vector<Creation> creates;
    std::vector<Mention> mentions;
    friend bool operator==(const Holder&, const Holder&) = default;
};

/// One printed line of an item list. Groups have no item; their leaves stand at longer positions.
struct ListEntry : Sourced {
    std::string position;  // path of numbers such as 4.1
    std::string label;     // as printed
    ItemIndex item;        // nothing for a group label
    bool optional{false};
    Change change{Change::existing};
    friend bool operator==(const ListEntry&, const ListEntry&) = default;

    [[nodiscard]] bool leaf() const { return item.valid(); }
};

/// An item list as a matter prints it for one holder, or for several named together.
struct ItemList : Sourced {
    std::string id;
    MatterIndex matter;
    std::vector<HolderIndex> holders;
    std::string label;
    std::vector<ListEntry> entries;
    bool open{false};               // など, or an attachment that is not there
    std::string missing_reference;  // the attachment's label, if that is why
    friend bool operator==(const ItemList&, const ItemList&) = default;
};

struct Channel {
    ChannelKind kind{ChannelKind::unspecified};
    std::string label;
    friend bool operator==(const Channel&, const Channel&) = default;
};

struct Medium {
    MediaKind kind{MediaKind::unspecified};
    std::string label;
    friend bool operator==(const Medium&, const Medium&) = default;
};

/// One way in which information goes. A 送受信 is two flows. Several `to` are a joint flow: holders
/// named together, of whom each may receive all of it or none, and together at least one each item.
/// `from` is nothing only for `collect` (from the persons), `to` is empty only for `issue` (to them).
struct Flow : Sourced {
    std::string id;
    MatterIndex matter;
    HolderIndex from;
    std::vector<HolderIndex> to;
    Relation relation{Relation::provide};
    std::vector<ListIndex> lists;
    std::vector<ItemIndex> items;
    bool open{false};
    std::string missing_reference;
    std::vector<SubjectIndex> subjects;
    bool open_subjects{false};
    Channel channel;
    std::vector<Medium> media;
    std::string purpose;
    Change change{Change::existing};
    bool stores{false};  // the document says that it is registered or kept there
    friend bool operator==(const Flow&, const Flow&) = default;
};

/// A safeguard as stated. That none is stated never means that none is taken.
struct Safeguard : Sourced {
    std::string id;
    MatterIndex matter;  // nothing if it stands for the whole case
    std::string party;
    Layer layer{Layer::unspecified};
    std::string position;
    std::string label;  // in our own words
    Categories categories;
    Status status{Status::stated};
    std::vector<FlowIndex> applies_to;  // empty: every flow of its matter
    Modality modality{Modality::duty};
    std::vector<Channel> channels;  // ways of sending that the measure names
    std::vector<Medium> media;      // media that the measure names
    std::string wording;            // measures printed word for word alike have the same mark here, such as a digest
    friend bool operator==(const Safeguard&, const Safeguard&) = default;
};

/// A contract clause (特記事項).
struct Clause : Sourced {
    int number{};
    std::string heading;
    std::string label;  // in our own words
    MatterIndex matter;
    Obligor obligor{Obligor::partner};
    Modality modality{Modality::duty};
    Categories categories;
    std::vector<int> refers_to;
    friend bool operator==(const Clause&, const Clause&) = default;
};

/// A printed row of a checklist; one mark may stand for several measures.
struct ChecklistRow : Sourced {
    std::string block;
    std::string party;
    Layer layer{Layer::unspecified};
    Mark mark{Mark::blank};
    std::vector<SafeguardIndex> measures;
    std::string wording;  // rows printed word for word alike have the same mark here, such as a digest
    friend bool operator==(const ChecklistRow&, const ChecklistRow&) = default;
};

/// A reference of a criterion to a measure, as printed; resolved if it names one that is there.
struct CriterionReference : Sourced {
    std::string label;
    SafeguardIndex measure;
    std::vector<SafeguardIndex> candidates;
    friend bool operator==(const CriterionReference&, const CriterionReference&) = default;
};

/// A criterion of a 答申 and the measures that it cites.
struct Criterion : Sourced {
    std::string label;
    std::vector<CriterionReference> references;
    friend bool operator==(const Criterion&, const Criterion&) = default;
};

struct Transfer : Sourced {
    std::string basis;
    std::string law_item;
    std::string section;
    std::string purpose;
    friend bool operator==(const Transfer&, const Transfer&) = default;
};

/// A row of a list of changes (変更箇所一覧).
struct ChangeRow : Sourced {
    std::string place;
    std::string page;
    std::string reason;
    std::string before;
    std::string after;
    friend bool operator==(const ChangeRow&, const ChangeRow&) = default;
};

struct Case {
    std::string id;
    std::string title;
    Municipality municipality;
    std::string body;
    Procedure procedure{Procedure::other};
    std::vector<LabelledDate> dates;
    std::vector<Basis> basis;
    std::vector<Source> sources;
    std::vector<Announcement> announcements;
    std::vector<Purpose> purposes;
    std::vector<Matter> matters;
    std::vector<Subject> subjects;
    std::vector<Item> items;
    std::vector<Holder> holders;
    std::vector<ItemList> lists;
    std::vector<Flow> flows;
    std::vector<Safeguard> safeguards;
    std::vector<Clause> clauses;
    std::vector<ChecklistRow> checklist;
    std::vector<Criterion> criteria;
    std::vector<Claim> claims;
    std::vector<Reference> references;
    std::vector<Transfer> transfers;
    std::vector<ChangeRow> changes;
    friend bool operator==(const Case&, const Case&) = default;
};

}  // namespace nagarezu
