// Measures that one column has and its counterpart lacks.
//
// Two columns are compared only where they are the same column but for what is missing.
#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "quantities.hpp"
#include "raised.hpp"

namespace nagarezu::review::rules {

namespace {

/// The measures of one party in one matter, in the order of the case; those marked as not needed were thought of.
struct ColumnOf {
    MatterIndex matter;
    std::string_view party;
    std::vector<const Safeguard*> measures;

    [[nodiscard]] const Safeguard* find(std::string_view label) const {
        const auto found = std::ranges::find_if(measures, [&](const Safeguard* m) { return m->label == label; });
        return found == measures.end() ? nullptr : *found;
    }
};

std::vector<ColumnOf> columns_of(const Case& source) {
    std::vector<ColumnOf> columns;
    for (const Safeguard& safeguard : source.safeguards) {
        const bool thought_of = stated(safeguard) || safeguard.status == Status::not_needed;
        if (!thought_of || !safeguard.matter.valid()) continue;
        const auto same = std::ranges::find_if(columns, [&](const ColumnOf& column) {
            return column.matter == safeguard.matter && column.party == safeguard.party;
        });
        (same == columns.end() ? columns.emplace_back(ColumnOf{safeguard.matter, safeguard.party, {}}) : *same)
            .measures.push_back(&safeguard);
    }
    return columns;
}

/// What `longer` has and `shorter` lacks, if that is all in which they differ and they share most.
std::vector<const Safeguard*> lacking(const ColumnOf& longer, const ColumnOf& shorter) {
    constexpr std::size_t fewest = 4;
    const auto absent = [](const ColumnOf& from, const ColumnOf& in) {
        std::vector<const Safeguard*> absent_ones;
        for (const Safeguard* measure : from.measures)
            if (stated(*measure) && in.find(measure->label) == nullptr) absent_ones.push_back(measure);
        return absent_ones;
    };
    if (shorter.measures.size() < fewest || !absent(shorter, longer).empty()) return {};
    auto missing = absent(longer, shorter);
    return missing.size() * 5 <= longer.measures.size() ? missing : std::vector<const Safeguard*>{};
}

/// Where the measure would stand in the other column: beside the one that it follows in its own.
Places place_beside(const Safeguard& measure, const ColumnOf& own, const ColumnOf& other) {
    const Safeguard* before = nullptr;
    for (const Safeguard* one : own.measures) {
        if (one == &measure && before != nullptr) break;
        if (const Safeguard* same = other.find(one->label)) before = same;
    }
    return before == nullptr ? Places{} : before->source;
}

/// What the own side owes by itself: law, contract, supervision, roles. A partner need not mirror that, nor
/// the own side what the partner owes.
bool own_duty(const Safeguard& measure) {
    constexpr Categories owed{Category::LAW, Category::CON, Category::AUD, Category::SUB,
                              Category::ROL, Category::CER, Category::PRO, Category::TST};
    return !(measure.categories & owed).empty();
}

/// The partner's column, the copy of the own one but for a measure of handling.
void within_matter(Raised& raised, const ColumnOf& own, const ColumnOf& partner) {
    for (const Safeguard* measure : lacking(own, partner))
        if (!own_duty(*measure))
            raised.add(FindingCode::own_and_partner_differ, Severity::question, measure->source,
                       place_beside(*measure, own, partner), raised.source().matters[own.matter.get()].title,
                       measure->label, {});
}

/// The own columns of two matters, the one but for a measure the copy of the other, which asks it of its partner.
void across_matters(Raised& raised, const ColumnOf& longer, const ColumnOf& shorter,
                    const std::vector<ColumnOf>& columns) {
    for (const Safeguard* measure : lacking(longer, shorter)) {
        for (const ColumnOf& partner : columns) {
            if (partner.matter != shorter.matter || partner.party == shorter.party) continue;
            const Safeguard* asked = partner.find(measure->label);
            if (asked == nullptr) continue;
            raised.add(FindingCode::own_and_partner_differ, Severity::question, place_beside(*measure, longer, shorter),
                       PlaceList{}.add(asked->source).add(measure->source).text(),
                       raised.source().matters[shorter.matter.get()].title, measure->label, {});
        }
    }
}

using Words = std::set<std::u32string>;

/// What becomes of something when the work is done, as one sentence of a measure says.
struct Fate {
    const Safeguard* measure{};
    bool back{false};    // it goes back to who gave it
    bool ruined{false};  // nothing is left of it
    Words things;        // what can be given back
    Words rest;
};

bool at_the_end(std::string_view sentence) {
    return sentence.find("終了") != std::string_view::npos || sentence.find("完了") != std::string_view::npos;
}

Fate fate_of(const Safeguard& measure, std::string_view sentence) {
    static const Words back{U"返却", U"返還", U"返納", U"返送"};
    static const Words ruin{U"廃棄", U"裁断", U"細断", U"溶解", U"破砕", U"焼却", U"シュレッダー"};
    static const Words tangible{U"DVD",    U"CD",   U"USB",  U"メモリ", U"メモリー", U"ディスク",
                                U"テープ", U"媒体", U"書類", U"帳票",   U"用紙",     U"名簿",
                                U"資料",   U"原本", U"写し", U"カード", U"図面"};
    static const Words orders{U"指導", U"指示", U"確認", U"報告", U"記録", U"徹底",
                              U"務完", U"託終", U"処分", U"解処", U"棄処", U"断処"};
    Fate fate{&measure, false, false, {}, {}};
    for (const std::u32string& word : said(sentence).words) {
        if (back.contains(word))
            fate.back = true;
        else if (ruin.contains(word))
            fate.ruined = true;
        else if (tangible.contains(word))
            fate.things.insert(word);
        else if (!orders.contains(word))
            fate.rest.insert(word);
    }
    return fate;
}

/// 返却させる and 廃棄する, of the same thing at the same end: only one of them can be done.
bool at_odds(const Fate& a, const Fate& b) {
    constexpr double most = 0.75;
    if (a.things != b.things || a.things.empty() || a.back == b.back || a.ruined == b.ruined) return false;
    return a.rest.empty() || b.rest.empty() || shared(a.rest, b.rest) >= most;
}

void fates_differ(Raised& raised, const ColumnOf& own, const ColumnOf& partner) {
    const auto fates = [](const ColumnOf& column) {
        std::vector<Fate> found;
        for (const Safeguard* measure : column.measures)
            if (stated(*measure))
                for (const std::string_view sentence : sentences(measure->label))
                    if (at_the_end(sentence)) found.push_back(fate_of(*measure, sentence));
        return found;
    };
    for (const Fate& a : fates(own))
        for (const Fate& b : fates(partner))
            if (at_odds(a, b))
                raised.add(FindingCode::own_and_partner_differ, Severity::question, a.measure->source,
                           b.measure->source, raised.source().matters[own.matter.get()].title, a.measure->label,
                           b.measure->label);
}

}  // namespace

void measure_columns(Raised& raised) {
    const auto all = columns_of(raised.source());
    for (const ColumnOf& a : all) {
        for (const ColumnOf& b : all) {
            if (a.matter == b.matter && a.party == "own" && b.party != "own") {
                within_matter(raised, a, b);
                fates_differ(raised, a, b);
            }
            if (a.matter != b.matter && a.party == b.party && a.party == "own") across_matters(raised, a, b, all);
        }
    }
}

}  // namespace nagarezu::review::rules
