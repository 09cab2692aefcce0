// Random cases that obey the rules of the format and fill every field. The same seed gives the same case.
#pragma once

#include "random_values.hpp"

namespace nagarezu::io::testing {

class RandomCase {
public:
    explicit RandomCase(std::uint64_t seed) : random_{seed} {}

    Case make() {
        Case c;
        c.id = id("case-", 1);
        c.title = random_.text();
        if (random_.coin()) c.municipality = {"131041", random_.text()};
        c.body = random_.text();
        c.procedure = random_.word<Procedure>();
        c.dates = random_.list<LabelledDate>([this] { return labelled_date(); });
        c.basis = random_.list<Basis>([this] { return Basis{sourced(), random_.text()}; });
        c.sources = {{"000", random_.text(), "pdf"}, {"doc_1", random_.text(), random_.coin() ? "" : "csv"}};
        c.announcements = random_.list<Announcement>([this] {
            return Announcement{sourced(), random_.word<Topic>(), random_.text(), random_.index<MatterIndex>(matters),
                                random_.word<Change>()};
        });
        c.purposes = random_.list<Purpose>([this] {
            return Purpose{sourced(),
                           random_.text(),
                           random_.index<MatterIndex>(matters),
                           random_.text(),
                           random_.indices<SubjectIndex>(subjects),
                           random_.list<WiderPlace>([this] {
                               return WiderPlace{sourced(), random_.text()};
                           })};
        });
        for (std::size_t i = 0; i < matters; ++i) c.matters.push_back(matter(i));
        for (std::size_t i = 0; i < subjects; ++i) c.subjects.push_back(subject(i));
        for (std::size_t i = 0; i < items; ++i) c.items.push_back(item(i));
        for (std::size_t i = 0; i < holders; ++i) c.holders.push_back(holder(i));
        for (std::size_t i = 0; i < lists; ++i) c.lists.push_back(item_list(i));
        for (std::size_t i = 0; i < flows; ++i) c.flows.push_back(flow(i));
        for (std::size_t i = 0; i < safeguards; ++i) c.safeguards.push_back(safeguard(i));
        for (int i = 1; i <= clauses; ++i) c.clauses.push_back(clause(i));
        c.checklist = random_.list<ChecklistRow>([this] { return checklist_row(); });
        c.criteria = random_.list<Criterion>([this] { return criterion(); });
        for (std::size_t i = random_.below(3); i > 0; --i) c.claims.push_back(claim(i));
        c.references = random_.list<Reference>([this] {
            return Reference{sourced(), random_.text(), random_.coin(), random_.text(), random_.text(), random_.coin()};
        });
        c.transfers = random_.list<Transfer>([this] {
            return Transfer{sourced(), random_.text(), random_.text(), random_.text(), random_.text()};
        });
        c.changes = random_.list<ChangeRow>([this] {
            return ChangeRow{sourced(), random_.text(), random_.text(), random_.text(), random_.text(), random_.text()};
        });
        return c;
    }

private:
    static constexpr std::size_t matters = 2, subjects = 4, items = 5, holders = 4, lists = 3, flows = 5,
                                 safeguards = 4;
    static constexpr int clauses = 3;

    static std::string id(std::string prefix, std::size_t number) { return prefix.append(std::to_string(number)); }

    Sourced sourced() {
        return {random_.places(), random_.list<Provenance>([this] {
                    return Provenance{random_.text(),
                                      random_.places(),
                                      random_.text(),
                                      random_.text(),
                                      random_.text(),
                                      random_.maybe<double>([this] { return random_.share(); }),
                                      random_.word<Review>(),
                                      random_.list<Alternative>([this] {
                                          return Alternative{random_.text(), random_.share()}; }),
                                      random_.text()};
                })};
    }
    std::optional<Date> maybe_date() {
        return random_.maybe<Date>([this] { return random_.date(); });
    }
    std::optional<Count> maybe_count() {
        return random_.maybe<Count>([this] { return random_.count(); });
    }
    LabelledDate labelled_date() { return {sourced(), random_.text(), random_.text(), maybe_date()}; }
    Period period() {
        Period p{sourced(),      random_.text(), random_.text(), random_.word<PeriodKind>(),
                 random_.text(), maybe_date(),   maybe_date(),   random_.coin()};
        if (p.start && p.end && p.end->last() < p.start->first()) std::swap(p.start, p.end);
        return p;
    }
    Work work() {
        return {sourced(),      random_.text(),       random_.text(), random_.word<Direction>(),
                random_.text(), random_.word<Sheet>()};
    }
    MediumRow medium_row() {
        return {sourced(), random_.word<MediaKind>(), random_.text(), random_.indices<HolderIndex>(holders)};
    }
    PartnerRow partner_row() {
        return {sourced(), random_.indices<HolderIndex>(holders), random_.indices<HolderIndex>(holders)};
    }
    Handover handover() {
        return {sourced(),      random_.text(), random_.word<Direction>(), random_.text(), random_.word_list<Way>(),
                random_.coin(), random_.coin()};
    }
    Retelling retelling() {
        return {sourced(), random_.text(), random_.word<Sheet>(), random_.indices<HolderIndex>(holders),
                random_.indices<ItemIndex>(items)};
    }
    Channel channel() { return {random_.word<ChannelKind>(), random_.text()}; }
    Medium medium() { return {random_.word<MediaKind>(), random_.text()}; }
    Matter matter(std::size_t i) {
        return {sourced(),
                id("m", i),
                random_.text(),
                random_.word_list<MatterKind>(),
                random_.text(),
                random_.text(),
                random_.text(),
                random_.list<Work>([this] { return work(); }),
                random_.list<MediumRow>([this] { return medium_row(); }),
                random_.list<PartnerRow>([this] { return partner_row(); }),
                random_.list<Handover>([this] { return handover(); }),
                random_.list<Retelling>([this] { return retelling(); }),
                random_.list<Period>([this] { return period(); }),
                random_.list<Approval>([this] {
                    return Approval{sourced(), random_.text(), maybe_date()};
                }),
                random_.coin()};
    }
    SubjectCount subject_count() {
        const auto value = maybe_count();
        const Bound bound = value ? static_cast<Bound>(random_.below(3)) : Bound::unknown;
        return {sourced(), value, random_.word<Unit>(), maybe_date(), bound, random_.text()};
    }
    // Groups refer to the group before or after, never to themselves, and to one group in one way only.
    Subject subject(std::size_t i) {
        const SubjectIndex before{(i + subjects - 1) % subjects};
        const SubjectIndex after{(i + 1) % subjects};
        const SubjectIndex opposite{(i + 2) % subjects};
        const auto some = [this](SubjectIndex other) {
            return random_.coin() ? std::vector<SubjectIndex>{} : std::vector<SubjectIndex>{other};
        };
        return {
            sourced(),    id("s", i),  random_.text(), random_.list<SubjectCount>([this] { return subject_count(); }),
            some(before), some(after), some(opposite)};
    }
    Item item(std::size_t i) {
        const ItemIndex other{(i + 1 + random_.below(items - 1)) % items};
        return {sourced(),
                id("i", i),
                random_.text(),
                random_.text(),
                random_.text(),
                random_.word_set<ItemClass>(),
                random_.coin() ? ItemIndex{} : other,
                random_.word_list<Sensitivity>()};
    }
    Creation creation() {
        return {sourced(), random_.indices<SubjectIndex>(subjects), random_.indices<ListIndex>(lists),
                random_.indices<ItemIndex>(items), random_.coin()};
    }
    Holder holder(std::size_t i) {
        return {sourced(),
                id("h", i),
                random_.text(),
                random_.word<HolderKind>(),
                random_.index<HolderIndex>(holders),
                static_cast<int>(random_.below(4)),
                random_.coin(),
                random_.text(),
                random_.list<std::string>([] { return std::string{"ISO27001"}; }),
                random_.coin(),
                random_.text(),
                random_.list<Creation>([this] { return creation(); }),
                random_.list<Mention>([this] {
                    return Mention{sourced(), random_.word<Sheet>(), random_.index<MatterIndex>(matters)};
                })};
    }
    ListEntry entry() {
        return {sourced(),      random_.path(),        random_.text(), random_.index<ItemIndex>(items),
                random_.coin(), random_.word<Change>()};
    }
    ItemList item_list(std::size_t i) {
        const std::string missing = random_.text();
        return {sourced(),
                id("l", i),
                MatterIndex{random_.below(matters)},
                random_.indices<HolderIndex>(holders),
                random_.text(),
                random_.list<ListEntry>([this] { return entry(); }),
                !missing.empty() || random_.coin(),
                missing};
    }
    Flow flow(std::size_t i) {
        Flow f{sourced(),
               id("f", i),
               MatterIndex{random_.below(matters)},
               random_.index<HolderIndex>(holders),
               random_.indices<HolderIndex>(holders),
               random_.word<Relation>(),
               random_.indices<ListIndex>(lists),
               random_.indices<ItemIndex>(items),
               random_.coin(),
               random_.text(),
               random_.indices<SubjectIndex>(subjects),
               random_.coin(),
               channel(),
               random_.list<Medium>([this] { return medium(); }),
               random_.text(),
               random_.word<Change>(),
               random_.coin()};
        if (f.relation != Relation::collect && !f.from.valid()) f.from = HolderIndex{0};
        if (f.relation != Relation::issue && f.to.empty()) f.to = {HolderIndex{1}};
        if ((f.lists.empty() && f.items.empty()) || !f.missing_reference.empty()) f.open = true;
        if (f.subjects.empty()) f.open_subjects = true;
        return f;
    }
    Safeguard safeguard(std::size_t i) {
        return {sourced(),
                id("g", i),
                random_.index<MatterIndex>(matters),
                random_.text(),
                random_.word<Layer>(),
                random_.text(),
                random_.text(),
                random_.word_set<Category>(),
                random_.word<Status>(),
                random_.indices<FlowIndex>(flows),
                random_.word<Modality>(),
                random_.list<Channel>([this] { return channel(); }),
                random_.list<Medium>([this] { return medium(); }),
                random_.text()};
    }
    Clause clause(int number) {
        return {sourced(),
                number,
                random_.text(),
                random_.text(),
                random_.index<MatterIndex>(matters),
                random_.word<Obligor>(),
                random_.word<Modality>(),
                random_.word_set<Category>(),
                random_.list<int>([this] { return static_cast<int>(1 + random_.below(clauses)); })};
    }
    ChecklistRow checklist_row() {
        return {sourced(),
                random_.text(),
                random_.text(),
                random_.word<Layer>(),
                random_.word<Mark>(),
                random_.indices<SafeguardIndex>(safeguards),
                random_.text()};
    }
    Criterion criterion() {
        return {sourced(), random_.text(), random_.list<CriterionReference>([this] {
                    return CriterionReference{sourced(), random_.text(), random_.index<SafeguardIndex>(safeguards),
                                              random_.indices<SafeguardIndex>(safeguards)};
                })};
    }
    Claim claim(std::size_t i) {
        return {sourced(),
                id("c", i),
                random_.word<ClaimKind>(),
                random_.text(),
                random_.index<MatterIndex>(matters),
                random_.indices<HolderIndex>(holders),
                random_.text(),
                random_.indices<ItemIndex>(items),
                random_.word_set<ItemClass>(),
                random_.indices<FlowIndex>(flows),
                random_.word_set<Category>(),
                maybe_count(),
                maybe_count(),
                random_.text(),
                random_.word<Bound>(),
                random_.text(),
                random_.coin()};
    }

    Random random_;
};

inline Case random_case(std::uint64_t seed) {
    return RandomCase{seed}.make();
}

}  // namespace nagarezu::io::testing
