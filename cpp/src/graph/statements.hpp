// What the flows and creations of a case state, one statement for each arc, before masks are made of it.
#pragma once

#include <cstdint>
#include <vector>

#include "nagarezu/graph/bits.hpp"
#include "nagarezu/model/case.hpp"

namespace nagarezu::graph {

/// Sets of items and groups as bits.
struct Statement {
    std::uint32_t from{};  // == to if created
    std::uint32_t to{};
    std::uint32_t flow{};       // FlowIndex::nothing for a creation
    std::vector<Word> certain;  // items stated plainly, optional in no list or plain in another
    std::vector<Word> all;      // with the optional ones
    bool open{false};
    bool joint{false};
    bool created{false};
    std::vector<Word> subjects;        // groups as printed
    bool open_subjects{false};         // and those of the source besides
    std::vector<Word> certain_groups;  // groups of whom it certainly carries the items
    std::vector<Word> groups;          // groups of whom it may

    [[nodiscard]] bool states_anything() const { return open || count(all) > 0; }
};

/// The statements of a case, creations first, both in the order of the case. Groups are filled in.
std::vector<Statement> statements_of(const Case& source);

}  // namespace nagarezu::graph
