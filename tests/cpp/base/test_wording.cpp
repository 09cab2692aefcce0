// What errors say about names and values.
#include <gtest/gtest.h>

#include <array>

#include "nagarezu/base/wording.hpp"

namespace nagarezu {
namespace {

TEST(Shortened, KeepsWholeCharactersAndHidesWhatWouldHarm) {
    EXPECT_EQ(shortened("氏名"), "氏名");
    EXPECT_EQ(shortened("a\nb\u202Ec"), "a\uFFFDb\uFFFDc");
    EXPECT_EQ(shortened(std::string(100, 'x')), std::string(80, 'x') + "…");
}

TEST(EditDistance, CountsASwapOnce) {
    EXPECT_EQ(edit_distance("name", "name", 3), 0U);
    EXPECT_EQ(edit_distance("name", "nmae", 3), 1U);
    EXPECT_EQ(edit_distance("name", "names", 3), 1U);
    EXPECT_EQ(edit_distance("name", "address", 2), 3U);  // more than asked for
    EXPECT_EQ(edit_distance(std::string(65, 'x'), std::string(65, 'x'), 2), 3U);
}

TEST(Nearest, IsTheFirstAmongEqualsAndNothingIfNoneIsNear) {
    constexpr std::array<std::string_view, 3> names{"item", "items", "holder"};
    EXPECT_EQ(nearest("item", names), "item");
    EXPECT_EQ(nearest("itemz", names), "item");
    EXPECT_EQ(nearest("holdr", names), "holder");
    EXPECT_EQ(nearest("safeguard", names), "");
}

}  // namespace
}  // namespace nagarezu
