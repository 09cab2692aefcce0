// Members that the format does not have, has twice, needs, or has in another type.

#include "reading.hpp"

namespace nagarezu::io::testing {
namespace {

TEST(ReadMembers, UnknownKey) {
    EXPECT_EQ(errors_of(with(R"("titel": "x")")), "2:1 unknown_key /titel titel (title)");
    EXPECT_EQ(errors_of(with(R"("zzz": {"a": [1, {"b": null}], "id": 3})")), "2:1 unknown_key /zzz zzz ()");
    EXPECT_EQ(errors_of(with(R"("": "x")")), "2:1 unknown_key /  ()") << "an empty key";
}

TEST(ReadMembers, DuplicateKey) {
    EXPECT_EQ(errors_of(with(R"("body": "a", "body": "b")")), "2:14 duplicate_key /body body ()");
    EXPECT_EQ(errors_of(with(R"("body": null, "body": {"x": 1})")), "2:15 duplicate_key /body body ()");
}

TEST(ReadMembers, MissingKey) {
    EXPECT_EQ(errors_of("{}"), "1:1 missing_key  format ()\n1:1 missing_key  id ()\n1:1 missing_key  title ()");
    EXPECT_EQ(errors_of(with(R"("matters": [{"id": "m", "title": "t", "kinds": []},
  {"title": "t"}])")),
              "3:3 missing_key /matters/1 id ()\n3:3 missing_key /matters/1 kinds ()");
}

TEST(ReadMembers, AMemberThatIsNullIsNotStated) {
    EXPECT_EQ(errors_of(with(R"("body": null, "matters": null, "municipality": null, "procedure": null)")), "");
    const Reading<Case> reading = read_case(
        with(
            R"("claims": [{"id": "a", "kind": "count", "value": null, "matter": null}, {"id": "b", "kind": "count", "value": 0}])"),
        "x");
    ASSERT_TRUE(reading.value);
    EXPECT_EQ(reading.value->claims[0].value, std::nullopt);
    EXPECT_EQ(reading.value->claims[1].value, 0);
}

TEST(ReadMembers, ARequiredMemberAndAnElementAreNotNull) {
    EXPECT_EQ(errors_of(with(R"("subjects": [{"id": null, "label": "x"}, null])")),
              "2:21 wrong_type /subjects/0/id null (text)\n2:42 wrong_type /subjects/1 null (object)");
    EXPECT_EQ(errors_of("null"), "1:1 wrong_type  null (object)");
}

TEST(ReadMembers, WrongTypeOfTheDocument) {
    EXPECT_EQ(errors_of("[]"), "1:1 wrong_type  list (object)");
    EXPECT_EQ(errors_of("\"{}\""), "1:1 wrong_type  {} (object)");
    EXPECT_EQ(errors_of(" 12"), "1:2 wrong_type  12 (object)");
    EXPECT_EQ(errors_of("-1.5 "), "1:1 wrong_type  -1.5 (object)");
    EXPECT_EQ(errors_of("false"), "1:1 wrong_type  false (object)");
}

TEST(ReadMembers, WrongTypeOfAValue) {
    EXPECT_EQ(errors_of(with(R"("body": true)")), "2:9 wrong_type /body true (text)");
    EXPECT_EQ(errors_of(with(R"("body": 12)")), "2:9 wrong_type /body 12 (text)");
    EXPECT_EQ(errors_of(with(R"("body": -12, "id2": 0)")),
              "2:9 wrong_type /body -12 (text)\n2:14 unknown_key /id2 id2 (id)");
    EXPECT_EQ(errors_of(with(R"("body": 1.25)")), "2:9 wrong_type /body 1.25 (text)");
    EXPECT_EQ(errors_of(with(R"("body": ["a"])")), "2:9 wrong_type /body list (text)");
    EXPECT_EQ(errors_of(with(R"("body": {"a": "b"})")), "2:9 wrong_type /body object (text)");
    EXPECT_EQ(errors_of(with(R"("matters": {})")), "2:12 wrong_type /matters object (list)");
    EXPECT_EQ(errors_of(with(R"("municipality": [])")), "2:17 wrong_type /municipality list (object)");
    EXPECT_EQ(errors_of(with(R"("references": [{"label": "x", "resolved": "yes"}])")),
              "2:43 wrong_type /references/0/resolved yes (true or false)");
    EXPECT_EQ(errors_of(with(R"("clauses": [{"number": "1"}, 7])")),
              "2:24 wrong_type /clauses/0/number 1 (whole number)\n2:30 wrong_type /clauses/1 7 (object)");
}

TEST(ReadMembers, WrongTypeOfAnElement) {
    EXPECT_EQ(errors_of(with(R"("matters": [{"id": "m", "title": "t", "kinds": [1, ["link"]], "work": ["a"]}])")),
              "2:49 wrong_type /matters/0/kinds/0 1 (text)\n2:52 wrong_type /matters/0/kinds/1 list (text)\n"
              "2:72 wrong_type /matters/0/work/0 a (object)");
    EXPECT_EQ(errors_of(with(R"("items": [{"id": "i", "label": "x", "classes": [true]}])")),
              "2:49 wrong_type /items/0/classes/0 true (text)");
    EXPECT_EQ(errors_of(with(R"("clauses": [{"number": 1, "refers_to": ["1"]}])")),
              "2:41 wrong_type /clauses/0/refers_to/0 1 (whole number)");
}

TEST(ReadMembers, ASkippedValueHidesNothingAfterIt) {
    EXPECT_EQ(errors_of(with(R"("body": {"body": [{}, "x", 1, -1, 1.5, true, null]}, "procedure": "x")")),
              "2:9 wrong_type /body object (text)\n"
              "2:67 unknown_value /procedure x (consultation, report, submission, answer, assessment, other)");
}

TEST(ReadMembers, ErrorsStandInTheOrderOfTheText) {
    const std::string errors = errors_of(with(R"("subjects": [{"id": "s1", "label": "x", "within": ["zz"]}],
"body": 1)"));
    EXPECT_EQ(errors, "2:52 dangling_id /subjects/0/within/0 zz ()\n3:9 wrong_type /body 1 (text)");
}

TEST(ReadMembers, NoMoreThanAHundredErrors) {
    const auto faulty = [](std::size_t faults) {
        std::string list = "\"basis\": [";
        for (std::size_t i = 0; i < faults; ++i) list.append(i == 0 ? "" : ",").append("\n1");
        return with(list + "]");
    };
    Reading<Case> reading = read_case(faulty(error_limit), "x");
    EXPECT_EQ(reading.errors.size(), error_limit);
    EXPECT_EQ(reading.errors.back().code, ErrorCode::wrong_type);
    for (const std::size_t faults : {error_limit + 1, error_limit + 500}) {
        reading = read_case(faulty(faults), "x");
        ASSERT_EQ(reading.errors.size(), error_limit + 1);
        EXPECT_EQ(line_of(reading.errors.back()), "103:1 too_many_errors /basis/100  (100)");
    }
}

}  // namespace
}  // namespace nagarezu::io::testing
