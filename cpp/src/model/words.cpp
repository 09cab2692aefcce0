#include "nagarezu/model/words.hpp"

namespace nagarezu {

namespace {

using Word = std::string_view;

constexpr Word unit[]{"person", "household", "record"};
constexpr Word bound[]{"exact", "at_least", "at_most", "unknown"};
constexpr Word matter_kind[]{"delegate", "entrust",  "reentrust",  "process", "link",
                             "provide",  "transfer", "assessment", "other"};
constexpr Word relation[]{"delegate", "entrust", "reentrust", "link",    "provide",
                          "transfer", "inquire", "process",   "collect", "issue"};
constexpr Word holder_kind[]{"system", "organisation", "section", "terminal"};
constexpr Word change[]{"existing", "added", "changed", "removed", "unknown"};
constexpr Word layer[]{"operational", "system", "physical", "technical", "unspecified"};
constexpr Word status[]{"stated", "not_needed", "blank", "unknown"};
constexpr Word mark[]{"yes", "not_needed", "blank"};
constexpr Word modality[]{"duty", "prohibition", "consent"};
constexpr Word obligor[]{"own", "partner"};
constexpr Word period_kind[]{"work", "contract", "operation", "other"};
constexpr Word procedure[]{"consultation", "report", "submission", "answer", "assessment", "other"};
constexpr Word sensitivity[]{"statutory", "ordinance", "treated"};
constexpr Word review[]{"unreviewed", "confirmed", "corrected", "rejected"};
constexpr Word claim_kind[]{"only", "never", "includes", "requires", "depth_at_most", "count"};
constexpr Word direction[]{"unspecified", "send", "receive", "both"};
constexpr Word sheet[]{"matter", "overview", "system", "workflow", "figure", "checklist", "attachment", "other"};
constexpr Word topic[]{"item", "recipient", "work", "matter", "kind"};
constexpr Word channel_kind[]{"dedicated_line", "lgwan", "resident_network", "internet",   "local_network",
                              "media",          "paper", "in_person",        "unspecified"};
constexpr Word way[]{
    "lgwan",      "resident_network", "dedicated_line", "local_network", "vpn",           "internet", "email", "cloud",
    "usb_memory", "memory_card",      "optical_disk",   "magnetic_disk", "magnetic_tape", "terminal", "paper", "post",
    "fax",        "courier",          "in_person",      "phone",         "view"};
constexpr Word media_kind[]{"magnetic_disk", "optical_disk",    "usb_memory", "server",
                            "paper",         "electromagnetic", "unspecified"};
constexpr Word item_class[]{"DI", "F4", "NB", "JC", "SY", "OI", "CR", "QI", "CT",
                            "FM", "HK", "SP", "FN", "EV", "LO", "FT", "ST"};
constexpr Word category[]{"LAW", "CON", "ROL", "PRO", "AUD", "CER", "INC", "PUR", "SUB", "EDU",
                          "ENT", "LCK", "CAR", "TRN", "ENV", "AUT", "ACL", "LOG", "ENC", "NET",
                          "SEP", "FWL", "MAL", "PAT", "DEL", "AVL", "TST", "MIN", "LOC", "IND"};

static_assert(std::size(item_class) == item_class_count);
static_assert(std::size(category) == category_count);

}  // namespace

template <>
std::span<const Word> words<Unit>() {
    return unit;
}
template <>
std::span<const Word> words<Bound>() {
    return bound;
}
template <>
std::span<const Word> words<MatterKind>() {
    return matter_kind;
}
template <>
std::span<const Word> words<Relation>() {
    return relation;
}
template <>
std::span<const Word> words<HolderKind>() {
    return holder_kind;
}
template <>
std::span<const Word> words<Change>() {
    return change;
}
template <>
std::span<const Word> words<Layer>() {
    return layer;
}
template <>
std::span<const Word> words<Status>() {
    return status;
}
template <>
std::span<const Word> words<Mark>() {
    return mark;
}
template <>
std::span<const Word> words<Modality>() {
    return modality;
}
template <>
std::span<const Word> words<Obligor>() {
    return obligor;
}
template <>
std::span<const Word> words<PeriodKind>() {
    return period_kind;
}
template <>
std::span<const Word> words<Procedure>() {
    return procedure;
}
template <>
std::span<const Word> words<Sensitivity>() {
    return sensitivity;
}
template <>
std::span<const Word> words<Review>() {
    return review;
}
template <>
std::span<const Word> words<ClaimKind>() {
    return claim_kind;
}
template <>
std::span<const Word> words<Direction>() {
    return direction;
}
template <>
std::span<const Word> words<Sheet>() {
    return sheet;
}
template <>
std::span<const Word> words<Topic>() {
    return topic;
}
template <>
std::span<const Word> words<ChannelKind>() {
    return channel_kind;
}
template <>
std::span<const Word> words<Way>() {
    return way;
}
template <>
std::span<const Word> words<MediaKind>() {
    return media_kind;
}
template <>
std::span<const Word> words<ItemClass>() {
    return item_class;
}
template <>
std::span<const Word> words<Category>() {
    return category;
}

}  // namespace nagarezu
