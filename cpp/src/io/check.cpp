#include "check.hpp"

#include <algorithm>
#include <string>

namespace nagarezu::io {
namespace {

constexpr const char* say_open = R"("open": true)";

std::string at(std::string_view list, std::size_t position) {
    std::string pointer{'/'};
    return pointer.append(list).append(1, '/').append(std::to_string(position));
}

void check_distinct(Intake& in, const Subject& subject, SubjectIndex self, std::string_view member,
                    const std::vector<SubjectIndex>& others) {
    for (std::size_t i = 0; i < others.size(); ++i)
        if (others[i] == self) in.fail_object(ErrorCode::self_relation, at(member, i), subject.id, {});
}

bool contains(const std::vector<SubjectIndex>& list, SubjectIndex wanted) {
    return std::find(list.begin(), list.end(), wanted) != list.end();
}

void check_ends(Intake& in, const Flow& flow) {
    if (!flow.from.valid() && flow.relation != Relation::collect)
        in.fail_object(ErrorCode::endpoint_missing, "", "from", R"("relation": "collect")");
    if (flow.to.empty() && flow.relation != Relation::issue)
        in.fail_object(ErrorCode::endpoint_missing, "", "to", R"("relation": "issue")");
}

void check_attachment(Intake& in, const std::string& missing_reference, bool open) {
    if (!missing_reference.empty() && !open)
        in.fail_object(ErrorCode::contradiction, "/missing_reference", "missing_reference", say_open);
}

}  // namespace

void check(Intake& in, const SubjectCount& count) {
    if (count.value && count.bound == Bound::unknown)
        in.fail_object(ErrorCode::contradiction, "/value", "value", "exact, at_least, at_most");
    if (!count.value && count.bound != Bound::unknown)
        in.fail_object(ErrorCode::contradiction, "/bound", "bound", "unknown");
}

void check(Intake& in, const Period& period) {
    if (period.start && period.end && period.end->last() < period.start->first())
        in.fail_object(ErrorCode::contradiction, "/end", period.end->text(), period.start->text());
}

void check(Intake& in, const Subject& subject) {
    if (subject.within.empty() && subject.same_as.empty() && subject.disjoint_with.empty()) return;
    const SubjectIndex self{in.ids(Kind::subject).find(subject.id)};
    check_distinct(in, subject, self, "within", subject.within);
    check_distinct(in, subject, self, "same_as", subject.same_as);
    check_distinct(in, subject, self, "disjoint_with", subject.disjoint_with);
    for (std::size_t i = 0; i < subject.disjoint_with.size(); ++i) {
        const SubjectIndex other = subject.disjoint_with[i];
        if (other != self && (contains(subject.within, other) || contains(subject.same_as, other)))
            in.fail_object(ErrorCode::contradiction, at("disjoint_with", i),
                           in.ids(Kind::subject).name(static_cast<Ids::Slot>(other.get())), {});
    }
}

void check(Intake& in, const Item& item) {
    if (!item.derived_from.valid()) return;
    if (item.derived_from == ItemIndex{in.ids(Kind::item).find(item.id)})
        in.fail_object(ErrorCode::self_relation, "/derived_from", item.id, {});
}

void check(Intake& in, const ItemList& list) {
    check_attachment(in, list.missing_reference, list.open);
}

void check(Intake& in, const Flow& flow) {
    check_ends(in, flow);
    if (flow.lists.empty() && flow.items.empty() && !flow.open)
        in.fail_object(ErrorCode::unlisted_flow, "", flow.id, say_open);
    if (flow.subjects.empty() && !flow.open_subjects)
        in.fail_object(ErrorCode::contradiction, "", "subjects", R"("open_subjects": true)");
    check_attachment(in, flow.missing_reference, flow.open);
}

void check(Intake& in, const BandTable& table) {
    if (!table.complete()) in.fail_object(ErrorCode::contradiction, "/rows", "rows", "persons_from = persons_below");
}

}  // namespace nagarezu::io
