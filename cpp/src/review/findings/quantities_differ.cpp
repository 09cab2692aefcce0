// Measures of the own side and of a partner, and clauses, that are the same but for how long, how often, how many.
//
// Two sentences are the same if most of their words are, and if the numbers stand with the same deed. A row of
// a table that has both sides says by itself what belongs together.
#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <map>
#include <utility>

#include "quantities.hpp"
#include "raised.hpp"

namespace nagarezu::review::rules {

namespace {

/// A measure or clause with what it says.
struct Statement {
    Said said;
    const Places* place;
    const std::string* label;
    MatterIndex matter;
    bool own;
    bool clause;
    std::vector<bool> holders;  // outside, whom it is about; empty: all of its matter
    bool in_row{false};         // of both sides, in a place where nothing else stands
};

std::vector<bool> about(const Case& source, const Safeguard& measure) {
    std::vector<bool> holders;
    if (measure.applies_to.empty()) return holders;
    holders.resize(source.holders.size());
    for (const FlowIndex index : measure.applies_to)
        for (const HolderIndex to : source.flows[index.get()].to) holders[to.get()] = source.holders[to.get()].external;
    return holders;
}

/// Whom clauses bind: those to whom work is entrusted.
std::vector<bool> contractors(const Case& source, MatterIndex matter) {
    std::vector<bool> holders(source.holders.size());
    for (const Flow& flow : source.flows) {
        const bool work = flow.relation == Relation::entrust || flow.relation == Relation::delegate ||
                          flow.relation == Relation::reentrust;
        if (!work || !concerns(matter, flow.matter)) continue;
        for (const HolderIndex to : flow.to) holders[to.get()] = true;
    }
    return holders;
}

std::vector<Statement> statements(const Case& source) {
    std::vector<Statement> found;
    std::map<std::string_view, int> count;
    for (const Safeguard& measure : source.safeguards) ++count[measure.source];
    const auto add = [&](const auto& entity, bool own, bool clause, const std::vector<bool>& holders) {
        for (const std::string_view sentence : sentences(entity.label)) {
            Said read = said(sentence);
            if (!read.quantities.empty())
                found.push_back({std::move(read), &entity.source, &entity.label, entity.matter, own, clause, holders,
                                 !clause && count[entity.source] == 2});
        }
    };
    for (const Safeguard& measure : source.safeguards)
        if (stated(measure)) add(measure, measure.party == "own", false, about(source, measure));
    for (const Clause& clause : source.clauses) add(clause, false, true, contractors(source, clause.matter));
    return found;
}

bool meet(const std::vector<bool>& a, const std::vector<bool>& b) {
    if (a.empty() || b.empty()) return true;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (a[i] && b[i]) return true;
    return false;
}

bool comparable(const Statement& a, const Statement& b) {
    const bool sides = a.own != b.own || a.clause != b.clause;
    const bool matters = !a.matter.valid() || !b.matter.valid() || a.matter == b.matter;
    return sides && matters && meet(a.holders, b.holders);
}

bool same_kind(const Quantity& a, const Quantity& b) {
    return a.kind == b.kind && (a.unit == b.unit || a.kind == Measures::deadline);
}

double days(const Quantity& one) {
    return one.unit == "minute" ? one.value / (24 * 60) : one.value;
}

bool unlike(const Quantity& a, const Quantity& b) {
    return std::abs(days(a) - days(b)) > 0.02 * std::max(days(a), days(b));  // 1年 is 12か月, and 365日
}

/// A number of pieces, and a time for which something is kept, are easily those of another thing.
double telling(Measures kind) {
    return kind == Measures::number ? 0.8 : kind == Measures::span ? 0.7 : 0.5;
}

constexpr double same_matter = 0.75;

std::size_t of_kind(const Said& all, const Quantity& one) {
    return static_cast<std::size_t>(
        std::ranges::count_if(all.quantities, [&](const Quantity& other) { return same_kind(one, other); }));
}

/// Whether the other says this number of the same deed somewhere, and so agrees.
bool agrees(const Quantity& one, const Said& other) {
    return std::ranges::any_of(other.quantities,
                               [&](const Quantity& q) { return same_kind(one, q) && !unlike(one, q); });
}

bool has_one_of(const std::set<std::u32string>& words, std::initializer_list<std::u32string_view> wanted) {
    return std::ranges::any_of(wanted, [&](std::u32string_view word) { return words.contains(std::u32string{word}); });
}

/// What the one side looks into is what the other has to show: 記録を確認する, 記録を提出させる.
bool answers(const Statement& a, const Statement& b, const Quantity& one, const Quantity& other) {
    const Quantity& own = a.own ? one : other;
    const Quantity& partner = a.own ? other : one;
    return a.own != b.own && shared(own.since, partner.since) > 0 &&
           has_one_of(own.deed, {U"確認", U"点検", U"検査", U"検証", U"調査", U"監査", U"受領", U"徴取"}) &&
           has_one_of(partner.deed,
                      {U"提出", U"報告", U"届出", U"通知", U"連絡", U"回答", U"消去", U"返却", U"返還", U"廃棄"});
}

/// Looking through records is another deed than going to see a place: 記録を確認する, 立入りにより確認する.
bool of_other_things(const Said& a, const Said& b) {
    const auto records = [](const Said& s) { return has_one_of(s.words, {U"記録", U"ログ", U"操作", U"履歴"}); };
    const auto site = [](const Said& s) {
        return has_one_of(
            s.words, {U"立入", U"立入り", U"立ち入り", U"実地", U"現地", U"訪問", U"業所", U"業場", U"現場", U"視察"});
    };
    return (records(a) && !site(a) && site(b) && !records(b)) || (records(b) && !site(b) && site(a) && !records(a));
}

/// What somebody does, without the words that say who: 委託先における操作の記録 is 操作の記録.
std::set<std::u32string> whose_aside(std::set<std::u32string> words) {
    for (const std::u32string_view whose : {U"委託", U"託先", U"再委", U"受託", U"託者"})
        words.erase(std::u32string{whose});
    return words;
}

/// 作業の記録を7年間保存 in both, whatever the rest of their sentences says.
bool same_clause(const Quantity& one, const Quantity& other) {
    constexpr std::size_t several = 2;
    const std::set<std::u32string> since = whose_aside(one.since);
    return one.behind && other.behind && since.size() >= several && since == whose_aside(other.since) &&
           one.deed == other.deed;
}

/// 年1回の実地調査により確かめる and 実地調査を2年に1回受ける: it is one visit that both speak of.
bool one_visit(const Quantity& one, const Quantity& other) {
    constexpr double most = 0.6;
    constexpr std::ptrdiff_t whole_word = 2;
    const auto clause = [](const Quantity& quantity) {
        std::set<std::u32string> words = quantity.since;
        if (quantity.behind) words.insert(quantity.deed.begin(), quantity.deed.end());
        return words;
    };
    const auto a = clause(one);
    const auto b = clause(other);
    const auto visits = [](const auto& words) {
        return has_one_of(words, {U"調査", U"検査", U"監査", U"視察", U"立入", U"立入り", U"立ち入り"});
    };
    const auto common = std::ranges::count_if(a, [&](const std::u32string& word) { return b.contains(word); });
    return one.kind == Measures::frequency && visits(a) && visits(b) && common >= whole_word && shared(a, b) >= most;
}

/// 障害を知った時から1時間以内に電話する, 24時間以内に文書で知らせる: of what goes wrong the partner tells once. At the
/// end of an event each thing has its own time: 大会の終了後7日以内に名簿を裁断する, 2か月以内にデータを消去する.
bool same_start(const Quantity& one, const Quantity& other) {
    const bool incident = has_one_of(one.since, {U"事故", U"障害", U"異常", U"事案", U"事態", U"発生", U"発覚", U"覚知",
                                                 U"検知", U"判明", U"紛失", U"不正", U"違反"});
    return one.kind == Measures::deadline && !one.since.empty() && one.since == other.since &&
           (incident || shared(one.deed, other.deed) > 0);
}

/// How far two sentences are the same; 委託先から報告を受ける and 報告させる are, if enough is left of both.
double likeness(const Said& a, const Said& b) {
    constexpr std::ptrdiff_t enough = 3;
    const auto one = whose_aside(a.words);
    const auto other = whose_aside(b.words);
    const auto common = std::ranges::count_if(one, [&](const std::u32string& word) { return other.contains(word); });
    const double whole = shared(a.words, b.words);
    return common < enough ? whole : std::max(whole, shared(one, other));
}

bool at_odds(const Statement& a, const Statement& b, const Quantity& one, const Quantity& other) {
    if (!same_kind(one, other) || of_other_things(a.said, b.said) || agrees(one, b.said) || agrees(other, a.said))
        return false;
    if (a.in_row && *a.place == *b.place && a.own != b.own)
        return of_kind(a.said, one) == 1 && of_kind(b.said, other) == 1;
    if (same_start(one, other)) return true;
    if (same_clause(one, other) || one_visit(one, other)) return true;
    if (one.unit == "stock" && !one.since.empty() && one.since == other.since) return true;
    const double alike = likeness(a.said, b.said);
    const double wanted = one.behind && other.behind ? telling(one.kind) : std::max(telling(one.kind), same_matter);
    if (shared(one.deed, other.deed) > 0) return alike >= wanted;
    return alike >= same_matter && answers(a, b, one, other);
}

bool differ(const Statement& a, const Statement& b) {
    return std::ranges::any_of(a.said.quantities, [&](const Quantity& one) {
        return std::ranges::any_of(b.said.quantities, [&](const Quantity& other) { return at_odds(a, b, one, other); });
    });
}

/// Whether the side of `other` says the same of the same deed in another sentence.
bool has_twin(const std::vector<Statement>& all, const Statement& one, const Statement& other) {
    const auto twin = [&](const Quantity& a, const Quantity& b) {
        return same_kind(a, b) && !unlike(a, b) && shared(a.deed, b.deed) > 0;
    };
    return std::ranges::any_of(all, [&](const Statement& each) {
        if (&each == &other || each.own != other.own || each.clause != other.clause || !comparable(one, each))
            return false;
        return std::ranges::any_of(one.said.quantities, [&](const Quantity& a) {
            return std::ranges::any_of(each.said.quantities, [&](const Quantity& b) { return twin(a, b); });
        });
    });
}

}  // namespace

void quantities_differ(Raised& raised) {
    const Case& source = raised.source();
    const auto all = statements(source);
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t j = i + 1; j < all.size(); ++j) {
            const Statement& a = all[i];
            const Statement& b = all[j];
            if (!comparable(a, b) || !differ(a, b)) continue;
            if (has_twin(all, a, b) && has_twin(all, b, a)) continue;  // 報告 with 報告, 検査 with 検査
            const MatterIndex matter = a.matter.valid() ? a.matter : b.matter;
            raised.add(FindingCode::own_and_partner_differ, Severity::question, *a.place, *b.place,
                       matter.valid() ? source.matters[matter.get()].title : source.title, *a.label, *b.label);
        }
    }
}

}  // namespace nagarezu::review::rules
