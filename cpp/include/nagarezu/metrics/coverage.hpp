// M12 safeguard coverage and M14 mirror ratio: which categories a case states, and against which.
//
//   coverage = |stated ∩ applicable| / |applicable|        mirror = |A ∩ B| / |A ∪ B|
//
// Range 0 to 1; unknown where the denominator is 0. Only safeguards with status `stated` count, and
// that a category is missing says that it is not written down, never that it is not practised.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "nagarezu/base/frame.hpp"
#include "nagarezu/metrics/fraction.hpp"
#include "nagarezu/metrics/measured.hpp"
#include "nagarezu/model/profile.hpp"

namespace nagarezu::metrics {

/// Categories that somebody states, by safeguards and by contract clauses.
struct Statement {
    Categories safeguards;
    Categories clauses;
    [[nodiscard]] Categories stated(bool with_clauses) const {
        return with_clauses ? safeguards | clauses : safeguards;
    }
};

/// What one party of a matter states. Clauses go to the party that they oblige.
struct PartyStatement : Statement {
    std::string party;
    bool has_safeguards{false};  // of any status; false for a party that only clauses name
};

struct MatterStatement : Statement {
    std::vector<PartyStatement> parties;  // in order of first appearance
};

struct CaseStatement : Statement {
    std::vector<MatterStatement> matters;
};

/// Collects the statements of a case. What stands for the whole case counts in each matter, after the
/// matter's own parties; but a clause for the whole case makes nobody a party of a matter.
CaseStatement statements(const Case& source);

/// Categories stated for each flow, in the order of the case: by safeguards that name the flow, be they of
/// its matter, of another or of the whole case, and by those that name none and are of its matter or of the
/// whole case. In matters and parties a safeguard still counts where it stands.
std::vector<Categories> stated_by_flow(const Case& source);

/// The profile's categories for each matter: those that always apply, and those of every trigger that
/// fires on a kind of the matter or on a relation, channel or medium of one of its flows. A removed
/// flow fires nothing.
std::vector<Categories> applicable_by_matter(const Case& source, const Profile& profile);

/// Stated categories against applicable ones.
struct Coverage {
    Categories stated;  // of the applicable ones
    Categories applicable;

    static Coverage of(Categories stated, Categories applicable) { return {stated & applicable, applicable}; }
    [[nodiscard]] Categories missing() const { return applicable - stated; }
    [[nodiscard]] Fraction ratio() const {
        return {static_cast<Count>(stated.size()), static_cast<Count>(applicable.size())};
    }
};

/// Jaccard index of two sets of categories; of two empty sets it is unknown.
Fraction mirror_ratio(Categories a, Categories b);

/// Table `coverage`: the case (its matters together), each matter and each of its parties, against each
/// profile, without and with clauses.
Frame coverage(const Measured& measured, std::span<const Profile> profiles);

/// M12 of a recipient: of the categories that apply to the matter of some flow into it, those that are
/// stated for each flow into it to whose matter they apply, and those that are for at least one.
struct RecipientCoverage {
    Coverage every;
    Coverage some;
};

/// For each holder of the case; nothing applies to one without a flow into it. Removed flows do not count,
/// a joint flow counts for each of its targets, and clauses, which oblige parties, for none.
std::vector<RecipientCoverage> recipient_coverages(const Case& source, const Profile& profile);

/// Table `recipient_coverage`: each recipient against each profile; `missing` are the categories that are
/// not stated for every flow.
Frame recipient_coverage(const Measured& measured, std::span<const Profile> profiles);

/// Table `mirror`: each pair of parties with safeguards in a matter, in order of first appearance.
Frame mirror(const Measured& measured);

/// Table `safeguards`: as stated, in the order of the case.
Frame safeguards(const Measured& measured);

/// Table `safeguard_counts`: safeguards with status `stated` by matter, party and layer, in order of
/// first appearance; a group of which none is stated counts 0.
Frame safeguard_counts(const Measured& measured);

}  // namespace nagarezu::metrics
