// A measure that the own side asks of its partner, and that the partner's column does not answer.
//
// 「名簿を出すよう求める」 is answered by 「名簿を出させる」. Columns are compared where each measure of the partner
// answers one of the own column in other words: then the one that is asked and has no answer was left out. Where the
// own column says to whom it speaks (委託先に対し、…を求める), one other such measure with its answer is enough.
#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "quantities.hpp"
#include "raised.hpp"

namespace nagarezu::review::rules {

namespace {

constexpr double answers = 0.5;  // of the words of the shorter one
constexpr double touches = 0.3;  // less, and it is of another thing
constexpr std::size_t fewest = 3;

/// A measure with its words.
struct Told {
    const Safeguard* measure{};
    std::set<std::u32string> words;
};

/// The measures of one side and layer in one matter, in the order of the case.
struct Column {
    MatterIndex matter;
    std::string_view party;
    Layer layer{};
    std::vector<Told> all;
};

bool asks(const Safeguard& measure) {
    constexpr std::string_view words[]{"求める", "指導する", "指示する", "させる", "義務付ける", "義務づける"};
    return std::ranges::any_of(words,
                               [&](std::string_view word) { return measure.label.find(word) != std::string::npos; });
}

/// 「委託先に対し、…を求める」: said of the partner, and of nothing that the own side does.
bool addressed(const Safeguard& measure) {
    constexpr std::string_view front[]{"委託先に", "受託者に",   "受託事業者に", "委託事業者に",
                                       "提供先に", "再委託先に", "相手方に"};
    const std::string_view label{measure.label};
    return asks(measure) &&
           (label.find("に対し") != std::string_view::npos ||
            std::ranges::any_of(front, [&](std::string_view word) { return label.starts_with(word); }));
}

std::vector<Column> columns_of(const Case& source) {
    std::vector<Column> columns;
    for (const Safeguard& each : source.safeguards) {
        if (!each.matter.valid() || (!stated(each) && each.status != Status::not_needed)) continue;
        auto same = std::ranges::find_if(columns, [&](const Column& column) {
            return column.matter == each.matter && column.party == each.party && column.layer == each.layer;
        });
        if (same == columns.end()) same = columns.insert(columns.end(), {each.matter, each.party, each.layer, {}});
        same->all.push_back({&each, said(each.label).words});
    }
    return columns;
}

/// The measure of the own column that each of the partner answers, the likest first; none if one answers nothing.
std::optional<std::set<const Safeguard*>> answered(const Column& own, const Column& partner) {
    std::set<const Safeguard*> found;
    for (const Told& theirs : partner.all) {
        const Told* best = nullptr;
        double most = 0;
        for (const Told& ours : own.all) {
            const double alike = shared(ours.words, theirs.words);
            if (found.contains(ours.measure) || alike < answers || alike <= most) continue;
            best = &ours;
            most = alike;
        }
        if (best == nullptr) return std::nullopt;
        found.insert(best->measure);
    }
    return found;
}

/// Whether another measure of the partner, or a clause, speaks of the same thing.
bool told_elsewhere(const Case& source, const Column& own, const Told& odd) {
    const auto of_it = [&](std::string_view text) { return shared(odd.words, said(text).words) >= touches; };
    return std::ranges::any_of(source.safeguards,
                               [&](const Safeguard& each) {
                                   return each.matter == own.matter && each.party != own.party && of_it(each.label);
                               }) ||
           std::ranges::any_of(source.clauses, [&](const Clause& each) { return of_it(each.label); });
}

void raise(Raised& raised, const Column& own, const Column& partner, const Told& odd) {
    raised.add(FindingCode::own_and_partner_differ, Severity::question, odd.measure->source,
               partner.all.back().measure->source, raised.source().matters[own.matter.get()].title, odd.measure->label,
               {});
}

/// Whether it has two words of the other, or most of its own: 記録 alone may be another record.
bool speaks_of(const std::set<std::u32string>& words, const std::set<std::u32string>& other) {
    const auto common = std::ranges::count_if(words, [&](const std::u32string& word) { return other.contains(word); });
    return common > 1 || 2 * static_cast<std::size_t>(common) > words.size();
}

/// The one demand that nothing answers, beside others that the partner repeats. Whether that was raised.
bool demand_unanswered(Raised& raised, const Column& own, const Column& partner) {
    if (partner.all.size() < fewest) return false;
    std::vector<const Told*> odd;
    std::size_t met = 0;
    for (const Told& each : own.all) {
        if (!addressed(*each.measure) || !stated(*each.measure)) continue;
        const bool repeated = std::ranges::any_of(partner.all, [&](const Told& theirs) {
            return shared(each.words, theirs.words) >= answers && speaks_of(theirs.words, each.words);
        });
        if (repeated)
            ++met;
        else
            odd.push_back(&each);
    }
    if (odd.size() != 1 || met == 0) return false;
    const auto of_it = [&](std::string_view text) { return speaks_of(said(text).words, odd.front()->words); };
    const Case& source = raised.source();
    if (std::ranges::any_of(source.safeguards,
                            [&](const Safeguard& each) {
                                return each.matter == own.matter && each.party != own.party && of_it(each.label);
                            }) ||
        std::ranges::any_of(source.clauses, [&](const Clause& each) { return of_it(each.label); }))
        return false;
    raise(raised, own, partner, *odd.front());
    return true;
}

/// Two columns that answer each other line by line but for one: short ones, too, leave no doubt.
bool one_short(const Column& own, const Column& partner) {
    return partner.all.size() + 1 == fewest && own.all.size() == fewest;
}

void unanswered(Raised& raised, const Column& own, const Column& partner) {
    const bool brief = one_short(own, partner);
    if ((partner.all.size() < fewest && !brief) || own.all.size() <= partner.all.size()) return;
    const auto known = answered(own, partner);
    if (!known) return;
    std::vector<const Told*> odd;
    std::size_t asked = 0;
    for (const Told& each : own.all) {
        if (!asks(*each.measure)) continue;
        if (known->contains(each.measure))
            ++asked;
        else if (stated(*each.measure))
            odd.push_back(&each);
    }
    if (odd.size() != 1 || asked < (brief ? 1U : 2U) || told_elsewhere(raised.source(), own, *odd.front())) return;
    raise(raised, own, partner, *odd.front());
}

}  // namespace

void measures_unanswered(Raised& raised) {
    const auto all = columns_of(raised.source());
    for (const Column& own : all)
        for (const Column& partner : all)
            if (own.matter == partner.matter && own.layer == partner.layer && own.party == "own" &&
                partner.party != "own" && !demand_unanswered(raised, own, partner))
                unanswered(raised, own, partner);
}

}  // namespace nagarezu::review::rules
