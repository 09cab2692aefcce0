// Work and operation against the contract that covers them.
#include <algorithm>
#include <chrono>

#include "raised.hpp"

namespace nagarezu::review::rules {

namespace {

constexpr std::chrono::days month{31};

struct Contract {
    MatterIndex matter;
    const Period* period;
};

std::string text_of(const Period& period) {
    std::string text = period.label.empty() ? "" : period.label + " ";
    if (!period.printed.empty()) return text + period.printed;
    return text + (period.start ? period.start->text() : "") + "～" + (period.end ? period.end->text() : "");
}

/// In every reading of both. A period that only names its start may still run on, so it ends where it starts
/// for what lies before, and is compared from its start for what lies after.
bool outside(const Period& period, const Period& contract) {
    const bool after = period.start && period.start->first() > contract.end->last();
    const bool before = period.end && period.end->last() < contract.start->first();
    return after || before;
}

/// What is built under a contract goes into use when it ends, or within a month if the use has no end: nothing to ask.
bool follows(const Period& period, const Period& contract) {
    if (!period.start || !contract.end) return false;
    const auto pause = period.start->first() - contract.end->last();
    return pause == std::chrono::days{1} || (!period.end && pause > std::chrono::days{0} && pause <= month);
}

std::vector<Contract> contracts_of(const Case& source) {
    std::vector<Contract> contracts;
    for (std::size_t i = 0; i < source.matters.size(); ++i)
        for (const Period& period : source.matters[i].periods)
            if (period.kind == PeriodKind::contract) contracts.push_back({MatterIndex{i}, &period});
    return contracts;
}

/// One that goes on every year, or does not say when it ends, covers everything.
bool unbounded(const Contract& contract) {
    return contract.period->renewed || !contract.period->start || !contract.period->end;
}

/// That something is used after the contract for building it is the rule, except on its own sheet; and where a
/// sheet has several contracts, each covers its own part. Beside contracts that end, one that is renewed every year is
/// for something that goes on, not for this work.
std::vector<Contract> concerning(MatterIndex matter, const Period& period, const std::vector<Contract>& contracts) {
    std::vector<Contract> found;
    std::vector<Contract> same_part;
    for (const Contract& contract : contracts) {
        const bool on_sheet = period.kind != PeriodKind::operation || contract.matter == matter;
        if (on_sheet && !contract.period->renewed) found.push_back(contract);
        if (contract.matter == matter && !period.part.empty() && contract.period->part == period.part)
            same_part.push_back(contract);
    }
    return same_part.empty() ? found : same_part;
}

/// Part of it lies before the first or after the last of the contracts, in every reading. Work without an end
/// may be the preparation of the contract itself.
bool runs_beyond(const Period& period, const std::vector<Contract>& contracts) {
    const auto first = [](const Contract& contract) { return contract.period->start->first(); };
    const auto last = [](const Contract& contract) { return contract.period->end->last(); };
    const bool after = period.end && period.end->first() > last(*std::ranges::max_element(contracts, {}, last));
    const bool timed = period.end || period.kind == PeriodKind::operation;
    const bool before =
        timed && period.start && period.start->last() < first(*std::ranges::min_element(contracts, {}, first));
    return after || before;
}

void compare(Raised& raised, MatterIndex matter, const Period& period, const std::vector<Contract>& contracts) {
    const auto relevant = concerning(matter, period, contracts);
    const auto apart = [&](const Contract& contract) { return outside(period, *contract.period); };
    const auto next = [&](const Contract& contract) { return follows(period, *contract.period); };
    if (relevant.empty() || std::ranges::any_of(relevant, unbounded)) return;
    if (period.kind == PeriodKind::operation && std::ranges::any_of(contracts, next)) return;
    if (!std::ranges::all_of(relevant, apart) && !runs_beyond(period, relevant)) return;
    PlaceList places;
    LabelList labels;
    for (const Contract& contract : relevant) {
        places.add(contract.period->source);
        labels.add(text_of(*contract.period));
    }
    raised.add(FindingCode::period_outside_contract, Severity::question, period.source, places.text(),
               raised.source().matters[matter.get()].title, text_of(period), labels.text());
}

}  // namespace

void periods(Raised& raised) {
    const auto contracts = contracts_of(raised.source());
    for (std::size_t i = 0; i < raised.source().matters.size(); ++i)
        for (const Period& period : raised.source().matters[i].periods)
            if (period.kind == PeriodKind::work || period.kind == PeriodKind::operation)
                compare(raised, MatterIndex{i}, period, contracts);
}

}  // namespace nagarezu::review::rules
