// The published schema is the one that the core makes.

#include "nagarezu/io/write.hpp"
#include "reading.hpp"

namespace nagarezu::io::testing {
namespace {

TEST(Schema, ThePublishedFileIsThisOne) {
    EXPECT_EQ(contents(repository() / "data" / "schema" / "nagarezu-1.schema.json"), case_schema())
        << "write it anew with: nagarezu schema";
}

TEST(Schema, NamesEveryMemberAndWord) {
    const std::string schema = case_schema();
    for (const char* expected : {"https://json-schema.org/draft/2020-12/schema", "\"nagarezu/1\"", "\"#/$defs/flow\"",
                                 "\"derived_from\"", "\"operator\"", "\"concept\"", "\"requires\"", "\"LAW\"",
                                 "\"additionalProperties\": false", "\"minimum\": 1,"})
        EXPECT_NE(schema.find(expected), std::string::npos) << expected;
}

}  // namespace
}  // namespace nagarezu::io::testing
