#include <gtest/gtest.h>

#include <set>
#include <string>

#include "nagarezu/model/words.hpp"

namespace nagarezu {
namespace {

// Each list with the last value of its enum: a word too few or too many shows here.
template <class E, E last_value>
struct List {
    using Enum = E;
    static constexpr E last = last_value;
};

template <class T>
class Words : public testing::Test {};

using Lists = testing::Types<
    List<Unit, Unit::record>, List<Bound, Bound::unknown>, List<MatterKind, MatterKind::other>,
    List<Relation, Relation::issue>, List<HolderKind, HolderKind::terminal>, List<Change, Change::unknown>,
    List<Layer, Layer::unspecified>, List<Status, Status::unknown>, List<Mark, Mark::blank>,
    List<Modality, Modality::consent>, List<Obligor, Obligor::partner>, List<PeriodKind, PeriodKind::other>,
    List<Procedure, Procedure::other>, List<Sensitivity, Sensitivity::treated>, List<Review, Review::rejected>,
    List<ClaimKind, ClaimKind::count>, List<Direction, Direction::both>, List<Sheet, Sheet::other>,
    List<Topic, Topic::kind>, List<Way, Way::view>, List<ChannelKind, ChannelKind::unspecified>,
    List<MediaKind, MediaKind::unspecified>, List<ItemClass, ItemClass::ST>, List<Category, Category::IND>>;
TYPED_TEST_SUITE(Words, Lists);

TYPED_TEST(Words, HoldOneWordForEachValue) {
    EXPECT_EQ(words<typename TypeParam::Enum>().size(), static_cast<std::size_t>(TypeParam::last) + 1);
}

TYPED_TEST(Words, DifferAndFitIntoACell) {
    std::set<std::string_view> seen;
    for (const auto word : words<typename TypeParam::Enum>()) {
        EXPECT_TRUE(seen.insert(word).second) << word;
        EXPECT_FALSE(word.empty());
        EXPECT_EQ(word.find_first_of(" ,;\t\n"), std::string_view::npos) << word;
    }
}

TYPED_TEST(Words, AreReadBackAsTheValueTheyName) {
    using Enum = typename TypeParam::Enum;
    for (std::size_t i = 0; i < words<Enum>().size(); ++i) {
        const auto value = static_cast<Enum>(i);
        EXPECT_EQ(parse<Enum>(name_of(value)), value) << name_of(value);
    }
}

TYPED_TEST(Words, OutsideTheListAreRefused) {
    using Enum = typename TypeParam::Enum;
    for (const char* word : {"", " ", "Person", "no_such_word", "委託"}) EXPECT_FALSE(parse<Enum>(word)) << word;
    const std::string padded = std::string{name_of(TypeParam::last)} + " ";
    EXPECT_FALSE(parse<Enum>(padded));
    EXPECT_FALSE(parse<Enum>(std::string_view{padded}.substr(0, padded.size() - 2)));
}

// Words that outside scripts rely on, beside the value that they must name.
TEST(Word, StandsBesideItsValue) {
    EXPECT_EQ(name_of(Unit::household), "household");
    EXPECT_EQ(name_of(Bound::at_least), "at_least");
    EXPECT_EQ(name_of(Relation::reentrust), "reentrust");
    EXPECT_EQ(name_of(Relation::issue), "issue");
    EXPECT_EQ(name_of(Layer::physical), "physical");
    EXPECT_EQ(name_of(Mark::not_needed), "not_needed");
    EXPECT_EQ(name_of(ClaimKind::requires_), "requires");
    EXPECT_EQ(name_of(ChannelKind::resident_network), "resident_network");
    EXPECT_EQ(name_of(MediaKind::electromagnetic), "electromagnetic");
    EXPECT_EQ(name_of(ItemClass::SP), "SP");
    EXPECT_EQ(name_of(Category::DEL), "DEL");
}

TEST(Word, TaxonomyHasItsSizes) {
    EXPECT_EQ(words<ItemClass>().size(), item_class_count);
    EXPECT_EQ(words<Category>().size(), category_count);
}

TEST(WordSet, IsEmptyAtFirst) {
    EXPECT_TRUE(Categories{}.empty());
    EXPECT_EQ(Categories{}.size(), 0U);
    EXPECT_FALSE(Categories{}.contains(Category::LAW));
}

TEST(WordSet, HoldsAWordOnce) {
    Categories set{Category::LOG, Category::ENC, Category::LOG};
    EXPECT_EQ(set.size(), 2U);
    set.insert(Category::ENC);
    EXPECT_EQ(set.size(), 2U);
    EXPECT_TRUE(set.contains(Category::ENC));
    EXPECT_FALSE(set.contains(Category::NET));
}

TEST(WordSet, TakesTheFirstAndTheLastWord) {
    const Categories ends{Category::LAW, Category::IND};
    EXPECT_EQ(ends.bits(), 1U | (1U << 29));
    EXPECT_EQ(Categories::of_bits(ends.bits()), ends);
}

TEST(WordSet, JoinsMeetsAndSubtracts) {
    const Categories a{Category::LAW, Category::LOG};
    const Categories b{Category::LOG, Category::ENC};
    EXPECT_EQ(a | b, (Categories{Category::LAW, Category::LOG, Category::ENC}));
    EXPECT_EQ(a & b, Categories{Category::LOG});
    EXPECT_EQ(a - b, Categories{Category::LAW});
    Categories grown = a;
    grown |= b;
    EXPECT_EQ(grown, a | b);
}

}  // namespace
}  // namespace nagarezu
