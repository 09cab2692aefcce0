// Who states which categories, and for what: the part of coverage.hpp that reads the case.
#include <map>
#include <string_view>
#include <utility>

#include "nagarezu/metrics/coverage.hpp"

namespace nagarezu::metrics {

namespace {

/// Statements by matter and party; what stands for the whole case is kept in one more place, the last.
class Collector {
public:
    explicit Collector(const Case& source) : places_(source.matters.size() + 1) {
        for (const Safeguard& safeguard : source.safeguards) add(safeguard);
        for (const Clause& clause : source.clauses) add(clause);
    }

    CaseStatement finish() {
        share_case_wide();
        CaseStatement whole;
        for (const MatterStatement& place : places_) {
            whole.safeguards |= place.safeguards;
            whole.clauses |= place.clauses;
        }
        places_.pop_back();
        whole.matters = std::move(places_);
        return whole;
    }

private:
    [[nodiscard]] std::size_t case_wide() const { return places_.size() - 1; }
    [[nodiscard]] std::size_t place_of(MatterIndex matter) const { return matter.valid() ? matter.get() : case_wide(); }

    PartyStatement& party(std::size_t place, std::string_view name) {
        auto& parties = places_[place].parties;
        const auto [found, fresh] = positions_.try_emplace({place, std::string{name}}, parties.size());
        if (fresh) parties.push_back({{}, std::string{name}, false});
        return parties[found->second];
    }

    void add(const Safeguard& safeguard) {
        const std::size_t place = place_of(safeguard.matter);
        PartyStatement& who = party(place, safeguard.party);
        who.has_safeguards = true;
        if (safeguard.status != Status::stated) return;
        who.safeguards |= safeguard.categories;
        places_[place].safeguards |= safeguard.categories;
    }

    void add(const Clause& clause) {
        const std::size_t place = place_of(clause.matter);
        party(place, name_of(clause.obligor)).clauses |= clause.categories;
        places_[place].clauses |= clause.categories;
    }

    void share_case_wide() {
        const MatterStatement shared = places_.back();
        for (std::size_t place = 0; place < case_wide(); ++place) {
            places_[place].safeguards |= shared.safeguards;
            places_[place].clauses |= shared.clauses;
            for (const PartyStatement& from : shared.parties) {
                if (!from.has_safeguards && !positions_.contains({place, from.party})) continue;
                PartyStatement& who = party(place, from.party);
                who.safeguards |= from.safeguards;
                who.clauses |= from.clauses;
                who.has_safeguards = who.has_safeguards || from.has_safeguards;
            }
        }
    }

    std::vector<MatterStatement> places_;
    std::map<std::pair<std::size_t, std::string>, std::size_t> positions_;
};

}  // namespace

CaseStatement statements(const Case& source) {
    return Collector{source}.finish();
}

std::vector<Categories> stated_by_flow(const Case& source) {
    Categories everywhere;
    std::vector<Categories> by_matter(source.matters.size());
    for (const Safeguard& safeguard : source.safeguards) {
        if (safeguard.status != Status::stated || !safeguard.applies_to.empty()) continue;
        (safeguard.matter.valid() ? by_matter[safeguard.matter.get()] : everywhere) |= safeguard.categories;
    }

    std::vector<Categories> by_flow;
    by_flow.reserve(source.flows.size());
    for (const Flow& flow : source.flows)
        by_flow.push_back(flow.matter.valid() ? everywhere | by_matter[flow.matter.get()] : everywhere);

    for (const Safeguard& safeguard : source.safeguards) {
        if (safeguard.status != Status::stated) continue;
        for (const FlowIndex flow : safeguard.applies_to) by_flow[flow.get()] |= safeguard.categories;
    }
    return by_flow;
}

}  // namespace nagarezu::metrics
