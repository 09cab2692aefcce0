// The corpus of the fuzzer, replayed without it; so are the broken files and all their beginnings.

#include "../../fuzz/read_any.hpp"
#include "random_case.hpp"
#include "reading.hpp"

namespace nagarezu::io::testing {
namespace {

std::size_t replay(const std::filesystem::path& directory) {
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator{directory}) {
        EXPECT_NO_THROW(fuzz::read_any(contents(entry.path()))) << entry.path();
        ++files;
    }
    return files;
}

TEST(FuzzCorpus, HoldsItsPromises) {
    EXPECT_GE(replay(repository() / "tests" / "fuzz" / "corpus"), 15U);
}

TEST(FuzzCorpus, SoDoTheBrokenFiles) {
    EXPECT_GE(replay(repository() / "tests" / "golden" / "broken"), 30U);
}

// A byte changed, removed or doubled anywhere in a valid case: the nearest neighbours of what people write.
TEST(FuzzCorpus, SoDoTheNeighboursOfACase) {
    const std::string text = write_case(random_case(7));
    Random random{7};
    for (int round = 0; round < 3000; ++round) {
        std::string changed = text;
        const std::size_t at = random.below(changed.size());
        switch (random.below(4)) {
            case 0:
                changed[at] = static_cast<char>(random.next());
                break;
            case 1:
                changed.erase(at, 1 + random.below(8));
                break;
            case 2:
                changed.insert(at, changed, at, 1 + random.below(8));
                break;
            default:
                changed.resize(at);
                break;
        }
        ASSERT_NO_THROW(fuzz::read_any(changed)) << round << "\n" << changed;
    }
}

}  // namespace
}  // namespace nagarezu::io::testing
