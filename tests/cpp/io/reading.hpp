// What the tests of the reader share: small cases as text, and the first error as one comparable line.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "nagarezu/io/read.hpp"

namespace nagarezu::io::testing {

/// The parts one after the other. (gcc 12 warns of text + text where there is nothing to warn of.)
template <class... Parts>
std::string concat(const Parts&... parts) {
    std::string text;
    (text.append(std::string_view{parts}), ...);
    return text;
}

/// A case with `members` after its head, all on line 2.
inline std::string with(std::string_view members) {
    std::string text = R"({"format": "nagarezu/1", "id": "c", "title": "t")";
    if (!members.empty()) text.append(",\n").append(members);
    return text + "}";
}

/// A matter, a group, an item and two holders, to which flows and lists may refer; then `members`.
inline std::string with_entities(std::string_view members) {
    std::string text{
        R"("matters": [{"id": "m1", "title": "t", "kinds": ["link"]}], "subjects": [{"id": "s1", "label": "x"}], )"
        R"("items": [{"id": "i1", "label": "x"}], "holders": [{"id": "h1", "label": "x", "kind": "system"}, )"
        R"({"id": "h2", "label": "x", "kind": "system"}])"};
    if (!members.empty()) text.append(",\n").append(members);
    return with(text);
}

/// `line:column code pointer subject (hint)`.
inline std::string line_of(const Error& error) {
    return concat(std::to_string(error.line), ":", std::to_string(error.column), " ", name_of(error.code), " ",
                  error.pointer, " ", error.subject, " (", error.hint, ")");
}

inline std::string lines_of(const std::vector<Error>& errors) {
    std::string lines;
    for (const Error& error : errors) lines.append(lines.empty() ? "" : "\n").append(line_of(error));
    return lines;
}

/// The errors of a text, one a line; empty if it reads.
inline std::string errors_of(std::string_view json, const Limits& limits = {}) {
    const Reading<Case> reading = read_case(json, "test.json", limits);
    EXPECT_EQ(reading.value.has_value(), reading.errors.empty());
    return lines_of(reading.errors);
}

inline std::filesystem::path repository() {
    return std::filesystem::path{__FILE__}.parent_path().parent_path().parent_path().parent_path();
}

inline std::string contents(const std::filesystem::path& path) {
    std::ifstream file{path, std::ios::binary};
    EXPECT_TRUE(file) << path;
    return {std::istreambuf_iterator<char>{file}, {}};
}

/// A directory of its own for one test, gone afterwards.
class Directory {
public:
    Directory()
        : path_{std::filesystem::path{::testing::TempDir()} /
                ::testing::UnitTest::GetInstance()->current_test_info()->name()} {
        std::filesystem::remove_all(path_);
        std::filesystem::create_directories(path_);
    }
    Directory(const Directory&) = delete;
    Directory& operator=(const Directory&) = delete;
    ~Directory() { std::filesystem::remove_all(path_); }
    [[nodiscard]] std::filesystem::path operator/(const char* name) const { return path_ / name; }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace nagarezu::io::testing
