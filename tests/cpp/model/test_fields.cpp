// No field of the model escapes the description of its fields, and no reference escapes the visit.
#include <gtest/gtest.h>

#include <set>

#include "io/random_case.hpp"
#include "nagarezu/model/fields.hpp"
#include "nagarezu/model/references.hpp"

namespace nagarezu {
namespace {

/// Copies the described fields of each element, which must make the two lists equal, down to their parts.
template <class T>
void expect_described(std::vector<T> into, const std::vector<T>& from) {
    for (std::size_t i = 0; i < std::min(into.size(), from.size()); ++i) {
        for_each_field<T>([&](const auto& field) {
            using F = ValueOf<decltype(field)>;
            if constexpr (is_list<F>::value)
                if constexpr (Described<typename F::value_type>) expect_described(into[i].*field.at, from[i].*field.at);
            if constexpr (Described<F>) expect_described(std::vector{into[i].*field.at}, {from[i].*field.at});
            into[i].*field.at = from[i].*field.at;
        });
        EXPECT_EQ(into[i], from[i]) << "a field of " << Fields<T>::kind << " is not described";
    }
}

TEST(Fields, AreAllOfThem) {
    for (std::uint64_t seed = 0; seed < 60; ++seed)
        expect_described(std::vector{io::testing::random_case(seed)}, {io::testing::random_case(seed + 1000)});
}

TEST(Fields, HaveNamesOfTheirOwn) {
    std::vector<std::string_view> names;
    for_each_field<Flow>([&](const auto& field) { names.push_back(field.name); });
    EXPECT_EQ(names.front(), "id");
    EXPECT_EQ(names.back(), "provenance");
    EXPECT_EQ(std::set(names.begin(), names.end()).size(), names.size());
}

struct Counting {
    std::size_t* single;
    std::size_t* lists;
    template <class Tag>
    void operator()(Index<Tag>&) const {
        ++*single;
    }
    template <class Tag>
    void operator()(std::vector<Index<Tag>>&) const {
        ++*lists;
    }
};

TEST(References, AreVisitedHoweverDeepTheyStand) {
    Case c;
    c.holders.resize(1);
    c.holders[0].creates.resize(2);
    c.lists.resize(1);
    c.lists[0].entries.resize(3);
    c.criteria.resize(1);
    c.criteria[0].references.resize(1);
    std::size_t single = 0;
    std::size_t lists = 0;
    for_each_reference(c, Counting{&single, &lists});
    EXPECT_EQ(single, 1U + 1U + 3U + 1U);  // operator; matter of the list; items of the entries; measure
    EXPECT_EQ(lists, 3U * 2U + 1U + 1U);   // three of each creation; holders of the list; candidates
}

TEST(References, ReadTheTableTheyPointInto) {
    Case c;
    c.items.resize(2);
    c.items[1].id = "name";
    EXPECT_EQ(entity(c, ItemIndex{1}).id, "name");
}

}  // namespace
}  // namespace nagarezu
