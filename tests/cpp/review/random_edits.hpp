// Random edits that may or may not fit a case.
#pragma once

#include <string>

#include "io/random_values.hpp"
#include "nagarezu/review/edit.hpp"

namespace nagarezu::review::testing {

template <class T>
std::string some_id(io::testing::Random& random, const std::vector<T>& entities) {
    return entities.empty() ? std::string{"none"} : entities[random.below(entities.size())].id;
}

inline Edit random_edit(const Case& c, io::testing::Random& random, std::size_t number) {
    const std::string fresh = "new-" + std::to_string(number);
    switch (random.below(9)) {
        case 0:
            return WithoutItem{some_id(random, c.items), ""};
        case 1:
        case 2:
            return WithoutItem{some_id(random, c.items), some_id(random, c.flows)};
        case 3:
            return WithoutFlow{some_id(random, c.flows)};
        case 4:
            return WithoutRecipient{some_id(random, c.holders)};
        case 5:
            return WithItem{random.coin() ? fresh : some_id(random, c.items),
                            some_id(random, c.flows),
                            random.coin() ? "新しい項目" : "",
                            {}};
        case 6:
            return WithFlow{fresh,
                            some_id(random, c.holders),
                            {some_id(random, c.holders)},
                            "entrust",
                            random.coin() ? std::vector<std::string>{} : std::vector{some_id(random, c.items)},
                            random.coin() ? std::vector<std::string>{} : std::vector{some_id(random, c.subjects)},
                            some_id(random, c.matters)};
        case 7:
            return WithRecipient{fresh, "新しい受領者", random.coin() ? "" : some_id(random, c.flows)};
        default:
            return WithSafeguard{std::string{name_of(random.word<Category>())},
                                 random.coin() ? "" : some_id(random, c.flows), "own"};
    }
}

}  // namespace nagarezu::review::testing
