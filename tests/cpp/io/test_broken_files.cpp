// Every kind of broken file gives the error that tests/golden/broken/expected.json says.
//
// The file is written by this test's own rules, so it is compared as text; other languages read it as JSON.

#include <algorithm>
#include <vector>

#include "reading.hpp"

namespace nagarezu::io::testing {
namespace {

const std::filesystem::path broken = repository() / "tests" / "golden" / "broken";

std::vector<std::string> names() {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator{broken})
        if (entry.path().filename() != "expected.json") names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

std::string expectation(const std::string& name) {
    const Reading<Case> reading = read_case_file(broken / name);
    EXPECT_FALSE(reading.value) << name;
    if (reading.errors.empty()) return {};
    const Error& error = reading.errors.front();
    return concat("  \"", name, "\": {\"code\": \"", name_of(error.code), "\", \"line\": ", std::to_string(error.line),
                  ", \"column\": ", std::to_string(error.column), ", \"pointer\": \"", error.pointer, "\"}");
}

TEST(BrokenFiles, GiveTheExpectedErrors) {
    std::string all;
    for (const std::string& name : names()) all.append(all.empty() ? "{\n" : ",\n").append(expectation(name));
    EXPECT_EQ(all.append("\n}\n"), contents(broken / "expected.json"));
}

TEST(BrokenFiles, HoldNoTooDeepOrOversizedOnes) {
    for (const std::string& name : names())
        EXPECT_LE(std::filesystem::file_size(broken / name), 70'000U) << name << ": generate it in a test instead";
}

TEST(BrokenFiles, TheHundredAndFirstErrorIsNotReported) {
    EXPECT_EQ(read_case_file(broken / "many-errors.json").errors.size(), error_limit + 1);
}

}  // namespace
}  // namespace nagarezu::io::testing
