// Reading what was written gives an equal case, and writing that gives equal bytes.

#include "nagarezu/io/write.hpp"
#include "random_case.hpp"
#include "reading.hpp"

namespace nagarezu::io::testing {
namespace {

TEST(RoundTrip, RandomCases) {
    for (std::uint64_t seed = 0; seed < 600; ++seed) {
        const Case value = random_case(seed);
        const std::string text = write_case(value);
        const Reading<Case> reading = read_case(text, "x");
        ASSERT_TRUE(reading.value) << "seed " << seed << "\n" << lines_of(reading.errors) << "\n" << text;
        ASSERT_EQ(*reading.value, value) << "seed " << seed;
        ASSERT_EQ(write_case(*reading.value), text) << "seed " << seed;
    }
}

TEST(RoundTrip, TheGeneratorMakesDifferentCases) {
    EXPECT_EQ(random_case(1), random_case(1));
    EXPECT_NE(random_case(1), random_case(2));
}

// Spaces may be added or removed between tokens without a change of meaning.
std::string squeezed(std::string_view text, std::string_view between) {
    std::string result;
    bool in_string = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (in_string && c == '\\') result += text[i++];
        if (c == '"') in_string = !in_string;
        if (!in_string && (c == ' ' || c == '\n')) continue;
        const bool mark = !in_string && std::string_view{"{}[],:"}.find(c) != std::string_view::npos;
        if (mark) result += between;
        result += text[i];
        if (mark) result += between;
    }
    return result;
}

TEST(RoundTrip, WhiteSpaceDoesNotMatter) {
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        const Case value = random_case(seed);
        const std::string text = write_case(value);
        EXPECT_EQ(read_case(squeezed(text, ""), "x").value, value) << seed;
        EXPECT_EQ(read_case(squeezed(text, " \r\n\t "), "x").value, value) << seed;
    }
}

// Every plain character as an escape: the parser then copies the strings that the feed keeps aside.
std::string escaped(std::string_view text) {
    std::string result;
    bool in_string = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (in_string && text[i] == '\\') {
            const std::size_t length = text[i + 1] == 'u' ? 6 : 2;
            result += text.substr(i, length);
            i += length - 1;
            continue;
        }
        if (text[i] == '"') {
            in_string = !in_string;
        } else if (in_string && text[i] >= 'a' && text[i] <= 'o') {
            result.append("\\u006").append(1, "0123456789abcdef"[text[i] - 'a' + 1]);
            continue;
        }
        result += text[i];
    }
    return result;
}

TEST(RoundTrip, EscapesDoNotMatter) {
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        const Case value = random_case(seed);
        const Reading<Case> reading = read_case(escaped(write_case(value)), "x");
        ASSERT_TRUE(reading.value) << lines_of(reading.errors);
        EXPECT_EQ(*reading.value, value) << seed;
    }
}

TEST(RoundTrip, EveryCaseThatThisProjectHolds) {
    std::size_t cases = 0;
    for (const auto& entry : std::filesystem::directory_iterator{repository() / "data" / "cases"}) {
        if (entry.path().extension() != ".json") continue;
        const Reading<Case> reading = read_case_file(entry.path());
        ASSERT_TRUE(reading.value) << lines_of(reading.errors);
        EXPECT_EQ(read_case(write_case(*reading.value), "x").value, reading.value);
        ++cases;
    }
    EXPECT_GE(cases, 5U);
}

}  // namespace
}  // namespace nagarezu::io::testing
