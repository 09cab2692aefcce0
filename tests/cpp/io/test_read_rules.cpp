// The rules that bind the members of one entity together.

#include "reading.hpp"

namespace nagarezu::io::testing {
namespace {

std::string flow(std::string_view members) {
    std::string text{R"("flows": [{"id": "f1", "matter": "m1", )"};
    return with_entities(text.append(members).append("}]"));
}

TEST(ReadRules, AFlowListsSomethingOrIsOpen) {
    constexpr std::string_view ends = R"("from": "h1", "to": ["h2"], "relation": "link", "subjects": ["s1"])";
    EXPECT_EQ(errors_of(flow(ends)), "3:11 unlisted_flow /flows/0 f1 (\"open\": true)");
    EXPECT_EQ(errors_of(flow(std::string{ends} + R"(, "lists": [], "items": [])")),
              "3:11 unlisted_flow /flows/0 f1 (\"open\": true)");
    EXPECT_EQ(errors_of(flow(std::string{ends} + R"(, "open": true)")), "");
    EXPECT_EQ(errors_of(flow(std::string{ends} + R"(, "items": ["i1"])")), "");
}

TEST(ReadRules, AFlowHasItsEnds) {
    constexpr std::string_view rest = R"("subjects": ["s1"], "items": ["i1"])";
    const auto ends = [&](std::string_view members) { return errors_of(flow(std::string{members}.append(rest))); };
    EXPECT_EQ(ends(R"("relation": "provide", "to": ["h1"], )"),
              "3:11 endpoint_missing /flows/0 from (\"relation\": \"collect\")");
    EXPECT_EQ(ends(R"("relation": "provide", "from": "h1", )"),
              "3:11 endpoint_missing /flows/0 to (\"relation\": \"issue\")");
    EXPECT_EQ(ends(R"("relation": "provide", "from": "h1", "to": [], )"),
              "3:11 endpoint_missing /flows/0 to (\"relation\": \"issue\")");
    EXPECT_EQ(ends(R"("relation": "collect", "to": ["h1"], )"), "");
    EXPECT_EQ(ends(R"("relation": "issue", "from": "h1", )"), "");
    EXPECT_EQ(ends(R"("relation": "collect", "from": "h1", )"),
              "3:11 endpoint_missing /flows/0 to (\"relation\": \"issue\")");
}

TEST(ReadRules, AFlowNamesSubjectsOrSaysThatItDoesNot) {
    constexpr std::string_view rest = R"("from": "h1", "to": ["h2"], "relation": "link", "items": ["i1"])";
    EXPECT_EQ(errors_of(flow(rest)), "3:11 contradiction /flows/0 subjects (\"open_subjects\": true)");
    EXPECT_EQ(errors_of(flow(std::string{rest} + R"(, "open_subjects": true)")), "");
    EXPECT_EQ(errors_of(flow(std::string{rest} + R"(, "open_subjects": true, "subjects": ["s1"])")), "")
        << "some are named, there may be more";
}

TEST(ReadRules, WhatLacksAnAttachmentIsOpen) {
    EXPECT_EQ(
        errors_of(flow(
            R"("from": "h1", "to": ["h2"], "relation": "link", "items": ["i1"], "open_subjects": true, "missing_reference": "別紙")")),
        "3:149 contradiction /flows/0/missing_reference missing_reference (\"open\": true)");
    EXPECT_EQ(errors_of(with_entities(R"("lists": [{"id": "l", "matter": "m1", "missing_reference": "別紙"}])")),
              "3:60 contradiction /lists/0/missing_reference missing_reference (\"open\": true)");
    EXPECT_EQ(errors_of(with_entities(
                  R"("lists": [{"id": "l", "matter": "m1", "missing_reference": "別紙", "open": true}])")),
              "");
}

TEST(ReadRules, ACountHasAValueUnlessItsBoundIsUnknown) {
    const auto count = [](std::string_view members) {
        std::string text{R"("subjects": [{"id": "s", "label": "x", "counts": [{"unit": "person", )"};
        return errors_of(with(text.append(members).append("}]}]")));
    };
    EXPECT_EQ(count(R"("bound": "unknown", "value": 3)"),
              "2:99 contradiction /subjects/0/counts/0/value value (exact, at_least, at_most)");
    EXPECT_EQ(count(R"("bound": "at_most")"), "2:79 contradiction /subjects/0/counts/0/bound bound (unknown)");
    EXPECT_EQ(count(R"("bound": "at_most", "value": null)"),
              "2:79 contradiction /subjects/0/counts/0/bound bound (unknown)");
    EXPECT_EQ(count(R"("bound": "unknown", "value": null)"), "");
}

TEST(ReadRules, APeriodEndsAfterItStarts) {
    const auto period = [](std::string_view start, std::string_view end) {
        std::string text{R"("matters": [{"id": "m", "title": "t", "kinds": [], "periods": [{"start": ")"};
        return errors_of(with(text.append(start).append(R"(", "end": ")").append(end).append("\"}]}]")));
    };
    EXPECT_EQ(period("2020-04-01", "2020-03-31"),
              "2:95 contradiction /matters/0/periods/0/end 2020-03-31 (2020-04-01)");
    EXPECT_EQ(period("2020-04-01", "2020-04-01"), "");
    EXPECT_EQ(period("2020-04-15", "2020-04"), "") << "the month ends later";
    EXPECT_EQ(period("FY2020", "2020-04-01"), "");
}

TEST(ReadRules, NothingIsRelatedToItself) {
    EXPECT_EQ(
        errors_of(with(
            R"("subjects": [{"id": "a", "label": "x"}, {"id": "s", "label": "x", "within": ["a", "s"], "same_as": ["s"], "disjoint_with": ["s"]}])")),
        "2:83 self_relation /subjects/1/within/1 s ()\n2:101 self_relation /subjects/1/same_as/0 s ()\n"
        "2:125 self_relation /subjects/1/disjoint_with/0 s ()");
    EXPECT_EQ(errors_of(with(R"("subjects": [{"within": ["s"], "label": "x", "id": "s"}])")),
              "2:26 self_relation /subjects/0/within/0 s ()");
    EXPECT_EQ(errors_of(with(R"("items": [{"id": "i", "label": "x", "derived_from": "i"}])")),
              "2:53 self_relation /items/0/derived_from i ()");
}

TEST(ReadRules, NoGroupIsDisjointWithWhatContainsIt) {
    EXPECT_EQ(
        errors_of(with(
            R"("subjects": [{"id": "a", "label": "x"}, {"id": "b", "label": "x"}, {"id": "s", "label": "x", "within": ["a"], "same_as": ["b"], "disjoint_with": ["a", "b"]}])")),
        "2:147 contradiction /subjects/2/disjoint_with/0 a ()\n2:152 contradiction /subjects/2/disjoint_with/1 b ()");
    EXPECT_EQ(errors_of(with(
                  R"("subjects": [{"id": "a", "label": "x", "disjoint_with": ["b"]}, {"id": "b", "label": "x"}])")),
              "");
}

TEST(ReadRules, AnEntityWithAnotherFaultIsNotJudged) {
    EXPECT_EQ(errors_of(flow(R"("from": "h1", "to": ["h2"], "relation": "lnk", "items": 3)")),
              "3:80 unknown_value /flows/0/relation lnk (link)\n3:96 wrong_type /flows/0/items 3 (list)");
}

}  // namespace
}  // namespace nagarezu::io::testing
