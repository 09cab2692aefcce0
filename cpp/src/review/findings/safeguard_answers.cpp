// A measure that the own side asks of its partner, and that the partner's column does not answer.
//
// 「名簿を出すよう求める」 is answered by 「名簿を出させる」. Columns are compared where each measure of the partner
// answers one of the own column in other words: then the one that is asked and has no answer was left out. Where the
// own column says to whom it speaks (委託先に対し、…を求める), one other such measure with its answer is enough; where
// it says only that it asks (…よう求める), one other with its answer, beside another line that the partner repeats.
#include <algorithm>
#include <iterator>
#include <map>
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
constexpr double weakest = 0.2;  // of two lines in the same place
constexpr std::size_t fewest = 3;
constexpr int widespread = 4;  // measures and clauses with a word that tells of the work, and not of one of them

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
    constexpr std::string_view words[]{"求め", "指導する", "指示する", "させ", "義務付け", "義務づけ"};
    return std::ranges::any_of(words,
                               [&](std::string_view word) { return measure.label.find(word) != std::string::npos; });
}

/// 「委託先に対し、…を求める」 and 「…を委託先に求める」: said of the partner, and of nothing that the own side does.
bool addressed(const Safeguard& measure) {
    constexpr std::string_view front[]{"委託先に", "受託者に",   "受託事業者に", "委託事業者に",
                                       "提供先に", "再委託先に", "相手方に"};
    constexpr std::string_view behind[]{"求め", "義務", "指導", "指示", "課す", "約させ"};
    const std::string_view label{measure.label};
    const auto begins_with = [&](std::string_view word) { return label.starts_with(word); };
    const auto ends_with = [&](std::string_view word) {
        const std::size_t at = label.rfind(word);
        return at != std::string_view::npos && std::ranges::any_of(behind, [&](std::string_view verb) {
                   return label.substr(at + word.size()).starts_with(verb);
               });
    };
    return asks(measure) && (label.find("に対し") != std::string_view::npos ||
                             std::ranges::any_of(front, begins_with) || std::ranges::any_of(front, ends_with));
}

/// 「…よう求める」: what nobody but the partner can be asked, unless it names others.
bool demands(const Safeguard& measure) {
    constexpr std::string_view ends[]{"よう求め", "ように求め", "ことを求め", "を求める"};
    constexpr std::string_view others[]{"職員", "本人", "者の同意", "説明を求め", "承認を求め", "協議を求め"};
    const auto has = [&](std::string_view word) { return measure.label.find(word) != std::string::npos; };
    return std::ranges::any_of(ends, has) && std::ranges::none_of(others, has);
}

/// 委託先に、誓約書を出させる: whose deed it is stands in every such line.
std::set<std::u32string> without_whose(std::set<std::u32string> words) {
    for (const std::u32string_view whose : {U"委託", U"託先", U"受託", U"託者", U"託事"})
        words.erase(std::u32string{whose});
    return words;
}

std::vector<Column> columns_of(const Case& source) {
    std::vector<Column> columns;
    for (const Safeguard& each : source.safeguards) {
        if (!each.matter.valid() || (!stated(each) && each.status != Status::not_needed)) continue;
        auto same = std::ranges::find_if(columns, [&](const Column& column) {
            return column.matter == each.matter && column.party == each.party && column.layer == each.layer;
        });
        if (same == columns.end()) same = columns.insert(columns.end(), {each.matter, each.party, each.layer, {}});
        same->all.push_back({&each, without_whose(said(each.label).words)});
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

/// Whether a measure of the partner, or a clause, is `of_it`.
template <typename OfIt>
bool told_elsewhere(const Case& source, const Column& own, OfIt of_it) {
    const auto theirs = [&](const Safeguard& each) {
        return each.matter == own.matter && each.party != own.party && of_it(said(each.label).words);
    };
    return std::ranges::any_of(source.safeguards, theirs) ||
           std::ranges::any_of(source.clauses, [&](const Clause& each) { return of_it(said(each.label).words); });
}

void raise(Raised& raised, const Column& own, const Column& partner, const Told& odd) {
    raised.add(FindingCode::own_and_partner_differ, Severity::question, odd.measure->source,
               partner.all.back().measure->source, raised.source().matters[own.matter.get()].title, odd.measure->label,
               {});
}

/// Whether it has two words of the other, or most of its own: 記録 alone may be another record. 従事 and 事者 are one
/// word in pairs of its characters.
bool speaks_of(const std::set<std::u32string>& words, const std::set<std::u32string>& other) {
    std::set<std::u32string> common;
    std::ranges::copy_if(words, std::inserter(common, common.end()),
                         [&](const std::u32string& word) { return other.contains(word); });
    const auto goes_on = [&](const std::u32string& word) {
        return word.size() == 2 && std::ranges::any_of(common, [&](const std::u32string& before) {
                   return before != word && before.size() == 2 && before.back() == word.front();
               });
    };
    return common.size() - static_cast<std::size_t>(std::ranges::count_if(common, goes_on)) > 1 ||
           2 * common.size() > std::min(words.size(), other.size());
}

bool spoken_of(const Case& source, const Column& own, const Told& odd) {
    return told_elsewhere(source, own, [&](const auto& words) { return speaks_of(words, odd.words); });
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
        else if (!spoken_of(raised.source(), own, each))
            odd.push_back(&each);
    }
    if (odd.size() != 1 || met == 0) return false;
    raise(raised, own, partner, *odd.front());
    return true;
}

/// Words by which a measure is told from the others of its matter, and from the clauses.
class OwnWords {
public:
    OwnWords(const Case& source, MatterIndex matter) {
        for (const Safeguard& each : source.safeguards)
            if (each.matter == matter)
                for (const auto& word : said(each.label).words) ++count_[word];
        for (const Clause& each : source.clauses)
            for (const auto& word : said(each.label).words) ++count_[word];
    }

    [[nodiscard]] std::set<std::u32string> of(std::set<std::u32string> words) const {
        std::erase_if(words, [&](const std::u32string& word) {
            const auto found = count_.find(word);
            return found != count_.end() && found->second >= widespread;
        });
        return words;
    }

private:
    std::map<std::u32string, int> count_;
};

/// Whether two measures may tell of one deed in other words: 一覧の提出 and 届け出.
bool of_one_deed(std::string_view one, std::string_view other) {
    static const std::vector<std::vector<std::string_view>> deeds{
        {"提出", "届け", "届出", "出す", "出させ", "報告", "知らせ", "連絡", "通報"},
        {"研修", "教育", "講習", "訓練", "学ば"},
        {"返す", "返却", "返還", "返さ", "戻"},
        {"消去", "廃棄", "裁断", "消す", "消さ", "削除", "溶解"},
        {"保管", "収め", "納め", "入れ", "しまう", "しまわ", "置", "鍵", "施錠"},
        {"点検", "検査", "確認", "確か", "見回", "立入", "立ち入"},
        {"記録", "帳簿", "控え", "書き", "記入", "署名", "日誌"},
        {"誓約", "守秘", "漏ら", "話さ", "秘密"},
        {"証", "名札", "腕章", "制服"},
        {"条項", "特記", "契約", "法律", "規則", "条例"}};
    const auto has = [](std::string_view label) {
        return [label](std::string_view word) { return label.find(word) != std::string_view::npos; };
    };
    return std::ranges::any_of(deeds, [&](const auto& words) {
        return std::ranges::any_of(words, has(one)) && std::ranges::any_of(words, has(other));
    });
}

/// Whether a line of the partner that answers no other line of the own side may answer this one.
bool answered_otherwise(const Column& own, const Column& partner, const Told& odd) {
    return std::ranges::any_of(partner.all, [&](const Told& theirs) {
        const bool known =
            std::ranges::any_of(own.all, [&](const Told& ours) { return shared(ours.words, theirs.words) >= answers; });
        return !known && of_one_deed(odd.measure->label, theirs.measure->label);
    });
}

/// The one thing that the own side says it asks for, and of which nobody else speaks at all. Whether that was raised.
bool asked_in_vain(Raised& raised, const Column& own, const Column& partner) {
    if (partner.all.size() < fewest) return false;
    const Told* odd = nullptr;
    int met = 0;
    int known = 0;
    for (const Told& each : own.all) {
        const bool repeated = std::ranges::any_of(
            partner.all, [&](const Told& theirs) { return shared(each.words, theirs.words) >= answers; });
        const bool asked = stated(*each.measure) && demands(*each.measure);
        known += repeated ? 1 : 0;
        met += asked && repeated ? 1 : 0;
        if (!asked || repeated) continue;
        if (odd != nullptr) return false;
        odd = &each;
    }
    if (odd == nullptr || met == 0 || known < 2 || answered_otherwise(own, partner, *odd)) return false;
    const OwnWords own_words{raised.source(), own.matter};
    const auto words = own_words.of(odd->words);
    const auto touched = [&](const auto& other) {
        const auto same = std::ranges::count_if(words, [&](const auto& word) { return other.contains(word); });
        return same > 1 || 2 * static_cast<std::size_t>(same) >= words.size();
    };
    if (words.size() < fewest || told_elsewhere(raised.source(), own, touched)) return false;
    raise(raised, own, partner, *odd);
    return true;
}

/// Whether what tells a line from all others stands nowhere else, though the work is told of everywhere: 作業室に
/// 携帯電話を持ち込ませない among lines about the 作業室.
bool alone_in_its_words(const Case& source, const Column& own, const Told& line) {
    const auto words = OwnWords{source, own.matter}.of(line.words);
    return words.size() >= fewest && !told_elsewhere(source, own, [&](const auto& other) {
               return std::ranges::any_of(words, [&](const auto& word) { return other.contains(word); });
           });
}

/// How alike the columns are, line by line in their order, without one line of the own one; 0 if one line answers none.
double line_by_line(const Column& own, const Column& partner, std::size_t without) {
    double sum = 0;
    for (std::size_t i = 0; i < partner.all.size(); ++i) {
        const double alike = shared(own.all[i < without ? i : i + 1].words, partner.all[i].words);
        if (alike < weakest) return 0;
        sum += alike;
    }
    return sum / static_cast<double>(partner.all.size());
}

/// The line that was left out of a column which otherwise follows the own one line by line. Whether that was raised.
bool line_left_out(Raised& raised, const Column& own, const Column& partner) {
    if (partner.all.size() < 2 || own.all.size() != partner.all.size() + 1) return false;
    std::size_t odd = 0;
    double most = 0;
    for (std::size_t i = 0; i < own.all.size(); ++i) {
        const double alike = line_by_line(own, partner, i);
        if (alike <= most) continue;
        odd = i;
        most = alike;
    }
    const Told& line = own.all[odd];
    if (most < answers || !asks(*line.measure) || !stated(*line.measure)) return false;
    if (spoken_of(raised.source(), own, line) && !alone_in_its_words(raised.source(), own, line)) return false;
    raise(raised, own, partner, line);
    return true;
}

void unanswered(Raised& raised, const Column& own, const Column& partner) {
    if (partner.all.size() < fewest || own.all.size() <= partner.all.size()) return;
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
    if (odd.size() != 1 || asked < 2) return;
    const auto touched = [&](const auto& words) { return shared(odd.front()->words, words) >= touches; };
    if (told_elsewhere(raised.source(), own, touched)) return;
    raise(raised, own, partner, *odd.front());
}

}  // namespace

void measures_unanswered(Raised& raised) {
    const auto all = columns_of(raised.source());
    for (const Column& own : all)
        for (const Column& partner : all)
            if (own.matter == partner.matter && own.layer == partner.layer && own.party == "own" &&
                partner.party != "own" && !line_left_out(raised, own, partner) &&
                !demand_unanswered(raised, own, partner) && !asked_in_vain(raised, own, partner))
                unanswered(raised, own, partner);
}

}  // namespace nagarezu::review::rules
