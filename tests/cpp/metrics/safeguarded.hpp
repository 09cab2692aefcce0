// Small cases about safeguards, clauses and checklists, beside what builder.hpp tells of flows.
#pragma once

#include <string>
#include <utility>

#include "nagarezu/model/case.hpp"

namespace nagarezu::built {

/// Adds a safeguard that is stated by `party`; its id counts on from `s1`. Matter `nothing`: whole case.
/// The reference is good until the next one.
inline Safeguard& safeguard(Case& made, MatterIndex matter, std::string party, Categories categories) {
    Safeguard entity;
    entity.id = "s" + std::to_string(made.safeguards.size() + 1);
    entity.label = entity.id;
    entity.matter = matter;
    entity.party = std::move(party);
    entity.categories = categories;
    made.safeguards.push_back(std::move(entity));
    return made.safeguards.back();
}

/// Adds a clause; its number counts on from 1.
inline Clause& clause(Case& made, MatterIndex matter, Obligor obligor, Categories categories) {
    Clause entity;
    entity.number = static_cast<int>(made.clauses.size()) + 1;
    entity.matter = matter;
    entity.obligor = obligor;
    entity.categories = categories;
    made.clauses.push_back(std::move(entity));
    return made.clauses.back();
}

inline constexpr Categories all_categories = Categories::of_bits((std::uint32_t{1} << category_count) - 1);

}  // namespace nagarezu::built
