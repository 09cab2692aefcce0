// Ids and references between entities, in whatever order they stand.

#include "nagarezu/io/write.hpp"
#include "reading.hpp"

namespace nagarezu::io::testing {
namespace {

TEST(ReadIds, Grammar) {
    const auto id = [](std::string_view text) {
        return errors_of(with(std::string{R"("subjects": [{"label": "x", "id": ")"}.append(text).append("\"}]")));
    };
    EXPECT_EQ(id("a-z_09"), "");
    EXPECT_EQ(id(std::string(64, 'a')), "");
    for (const std::string text : {"", "A", "a b", "é", "a.b"})
        EXPECT_EQ(id(text), concat("2:35 bad_id /subjects/0/id ", text, " (a-z 0-9 _ -)"));
    EXPECT_EQ(id(std::string(65, 'a')).substr(0, 27), "2:35 bad_id /subjects/0/id ");
    EXPECT_EQ(errors_of(R"({"format": "nagarezu/1", "id": "C", "title": ""})"), "1:32 bad_id /id C (a-z 0-9 _ -)");
}

TEST(ReadIds, AReferenceThatIsNoId) {
    EXPECT_EQ(errors_of(with(R"("subjects": [{"id": "a", "label": "x", "within": ["A b", "a b"]}])")),
              "2:51 bad_id /subjects/0/within/0 A b (a-z 0-9 _ -)\n2:58 bad_id /subjects/0/within/1 a b (a-z 0-9 _ -)");
}

TEST(ReadIds, Duplicates) {
    EXPECT_EQ(errors_of(with(R"("subjects": [{"id": "a", "label": "x"}, {"id": "a", "label": "y"}],
"items": [{"id": "a", "label": "x"}])")),
              "2:48 duplicate_id /subjects/1/id a ()")
        << "one kind does not clash with another";
    EXPECT_EQ(errors_of(with(R"("claims": [{"id": "a", "kind": "only"}, {"id": "a", "kind": "only"}])")),
              "2:48 duplicate_id /claims/1/id a ()");
}

TEST(ReadIds, DanglingReferencesOfEveryKind) {
    const std::string text = with_entities(
        R"("lists": [{"id": "l1", "matter": "m2", "holders": ["h3"]}],
"flows": [{"id": "f1", "matter": "m1", "from": "h1", "to": ["h2"], "relation": "link", "lists": ["l2"], "items": ["i2"], "subjects": ["s2"]}],
"safeguards": [{"id": "g1", "party": "own", "layer": "system", "label": "x", "applies_to": ["f2"]}],
"checklist": [{"block": "b", "party": "own", "layer": "system", "mark": "yes", "measures": ["g2"]}],
"clauses": [{"number": 12, "refers_to": [12, 13]}])");
    EXPECT_EQ(errors_of(text),
              "3:34 dangling_id /lists/0/matter m2 (m1)\n"
              "3:52 dangling_id /lists/0/holders/0 h3 (h1)\n"
              "4:98 dangling_id /flows/0/lists/0 l2 (l1)\n"
              "4:115 dangling_id /flows/0/items/0 i2 (i1)\n"
              "4:135 dangling_id /flows/0/subjects/0 s2 (s1)\n"
              "5:93 dangling_id /safeguards/0/applies_to/0 f2 (f1)\n"
              "6:93 dangling_id /checklist/0/measures/0 g2 (g1)\n"
              "7:46 dangling_id /clauses/0/refers_to/1 13 (12)");
}

TEST(ReadIds, AHintIsNear) {
    EXPECT_EQ(
        errors_of(with(R"("subjects": [{"id": "residents", "label": "x", "within": ["resdients", "foreigners"]}])")),
        "2:59 dangling_id /subjects/0/within/0 resdients (residents)\n"
        "2:72 dangling_id /subjects/0/within/1 foreigners ()");
}

TEST(ReadIds, ManyDanglingReferences) {
    std::string list = R"("subjects": [{"id": "s", "label": "x", "within": [)";
    for (int i = 0; i < 150; ++i) list.append(i == 0 ? "" : ",").append("\"x").append(std::to_string(i)).append("\"");
    const Reading<Case> reading = read_case(with(list + "]}]"), "x");
    ASSERT_EQ(reading.errors.size(), error_limit + 1);
    EXPECT_EQ(reading.errors.back().code, ErrorCode::too_many_errors);
}

// Every list stands before what it refers to, and every id after the references of its entity.
constexpr std::string_view backwards = R"({
"safeguards": [{"applies_to": ["f2", "f1"], "matter": "m2", "id": "g1", "party": "own", "layer": "system", "label": "x"}],
"flows": [
 {"lists": ["l2"], "items": ["i2", "i1"], "from": "h2", "to": ["h1"], "subjects": ["s2"], "matter": "m2", "relation": "link", "id": "f1"},
 {"open": true, "open_subjects": true, "to": ["h2"], "matter": "m1", "relation": "collect", "id": "f2"}],
"lists": [{"holders": ["h2", "h1"], "matter": "m1", "id": "l1"}, {"matter": "m2", "id": "l2", "entries": [{"item": "i2", "position": "1", "label": "x"}]}],
"holders": [{"operator": "h2", "creates": [{"lists": ["l2"], "items": ["i1"], "subjects": ["s1"]}], "id": "h1", "label": "x", "kind": "system"},
 {"id": "h2", "label": "x", "kind": "section"}],
"items": [{"derived_from": "i2", "id": "i1", "label": "x"}, {"id": "i2", "label": "x"}],
"subjects": [{"within": ["s2"], "id": "s1", "label": "x"}, {"id": "s2", "label": "x"}],
"matters": [{"id": "m1", "title": "x", "kinds": []}, {"id": "m2", "title": "x", "kinds": []}],
"title": "t", "id": "c", "format": "nagarezu/1"})";

TEST(ReadIds, ReferencesMayPointForward) {
    const Reading<Case> reading = read_case(backwards, "x");
    ASSERT_TRUE(reading.value) << lines_of(reading.errors);
    const Case& value = *reading.value;
    EXPECT_EQ(value.safeguards[0].applies_to, (std::vector{FlowIndex{1}, FlowIndex{0}}));
    EXPECT_EQ(value.safeguards[0].matter, MatterIndex{1});
    EXPECT_EQ(value.flows[0].lists, std::vector{ListIndex{1}});
    EXPECT_EQ(value.flows[0].items, (std::vector{ItemIndex{1}, ItemIndex{0}}));
    EXPECT_EQ(value.flows[0].from, HolderIndex{1});
    EXPECT_EQ(value.flows[0].to, std::vector{HolderIndex{0}});
    EXPECT_EQ(value.flows[0].subjects, std::vector{SubjectIndex{1}});
    EXPECT_FALSE(value.flows[1].from.valid());
    EXPECT_EQ(value.lists[0].holders, (std::vector{HolderIndex{1}, HolderIndex{0}}));
    EXPECT_EQ(value.lists[1].entries[0].item, ItemIndex{1});
    EXPECT_EQ(value.holders[0].operator_, HolderIndex{1});
    EXPECT_EQ(value.holders[0].creates[0].lists, std::vector{ListIndex{1}});
    EXPECT_EQ(value.items[0].derived_from, ItemIndex{1});
    EXPECT_EQ(value.subjects[0].within, std::vector{SubjectIndex{1}});
    EXPECT_EQ(read_case(write_case(value), "x").value, value);
}

}  // namespace
}  // namespace nagarezu::io::testing
