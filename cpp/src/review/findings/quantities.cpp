// Reads 14日以内, 年2回 or 四半期ごと with the words around it; see quantities_differ.cpp for the comparison.
#include "quantities.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace nagarezu::review::rules {

namespace {

using Text = std::u32string;
using View = std::u32string_view;

/// Characters, with those of full width as plain ones.
Text decoded(std::string_view bytes) {
    Text text;
    for (std::size_t at = 0; at < bytes.size();) {
        const auto lead = static_cast<unsigned char>(bytes[at]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        char32_t c = length == 1 ? lead : lead & (0x7FU >> length);
        for (std::size_t i = 1; i < length && at + i < bytes.size(); ++i)
            c = (c << 6U) | (static_cast<unsigned char>(bytes[at + i]) & 0x3FU);
        at += length;
        text += c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c == 0x3000 ? U' ' : c;
    }
    return text;
}

std::string encoded(View text) {
    std::string bytes;
    for (const char32_t c : text) {
        if (c < 0x80) {
            bytes += static_cast<char>(c);
        } else if (c < 0x800) {
            bytes += static_cast<char>(0xC0U | (c >> 6U));
            bytes += static_cast<char>(0x80U | (c & 0x3FU));
        } else {
            bytes += static_cast<char>(0xE0U | (c >> 12U));
            bytes += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
            bytes += static_cast<char>(0x80U | (c & 0x3FU));
        }
    }
    return bytes;
}

bool is_digit(char32_t c) {
    return c >= U'0' && c <= U'9';
}
bool is_kanji(char32_t c) {
    constexpr View joins = U"及又並若";  // 及び, 並びに: not part of the word in front of them
    return ((c >= 0x4E00 && c <= 0x9FFF) || c == U'々') && joins.find(c) == View::npos;
}
bool is_kana(char32_t c) {
    return (c >= 0x30A1 && c <= 0x30FA) || c == U'ー';
}
bool is_latin(char32_t c) {
    return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z');
}

/// Words that every measure may have.
bool says_nothing(const Text& word) {
    static constexpr std::array<View, 16> common{U"業務", U"終了", U"完了", U"契約", U"個人", U"人情",
                                                 U"情報", U"実施", U"場合", U"当該", U"必要", U"務終",
                                                 U"約終", U"了後", U"以内", U"以上"};
    return std::ranges::find(common, View{word}) != common.end();
}

/// Pairs of kanji, and whole words of other scripts; hiragana carries no content.
void collect(View text, std::set<Text>& words) {
    const auto add = [&](View word) {
        if (word.size() > 1 && !says_nothing(Text{word})) words.insert(Text{word});
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto same = is_kanji(text[at]) ? is_kanji : is_kana(text[at]) ? is_kana : is_latin;
        std::size_t end = at;
        while (end < text.size() && same(text[end])) ++end;
        if (same == is_kanji)
            for (std::size_t i = at; i + 2 <= end; ++i) add(text.substr(i, 2));
        else
            add(text.substr(at, end - at));
        at = std::max(end, at + 1);
    }
}

struct Unit {
    View printed;
    std::string_view unit;
    double factor;
};

// The longest first: 日 must not hide 日間, nor 月 か月.
constexpr std::array units{Unit{U"営業日", "day", 1},      Unit{U"週間", "day", 7},  Unit{U"時間", "minute", 60},
                           Unit{U"文字", "character", 1},  Unit{U"世代", "copy", 1}, Unit{U"年", "day", 365},
                           Unit{U"月", "day", 30},         Unit{U"日", "day", 1},    Unit{U"分", "minute", 1},
                           Unit{U"秒", "minute", 1. / 60}, Unit{U"回", "time", 1},   Unit{U"桁", "character", 1},
                           Unit{U"人", "person", 1},       Unit{U"名", "person", 1}};

/// Every so often, by a word alone: times a year.
struct Every {
    View word;
    double times;
};
constexpr std::array every{Every{U"四半期", 4}, Every{U"毎月", 12},  Every{U"月次", 12},  Every{U"毎年", 1},
                           Every{U"毎週", 52},  Every{U"毎日", 365}, Every{U"日次", 365}, Every{U"週次", 52},
                           Every{U"半年", 2},   Every{U"半期", 2},   Every{U"隔月", 6},   Every{U"隔年", 0.5},
                           Every{U"毎年度", 1}, Every{U"年次", 1},   Every{U"都度", 1000}};
constexpr std::array periods{Every{U"年度", 1}, Every{U"年", 1}, Every{U"月", 12}, Every{U"週", 52}, Every{U"日", 365}};

struct Read {
    Quantity quantity;
    std::size_t end;
};

std::size_t skipped(View text, std::size_t at, View any) {
    while (at < text.size() && any.find(text[at]) != View::npos) ++at;
    return at;
}

/// 2回 behind 年に, 1回 behind 3か月に.
std::optional<Read> times(View text, std::size_t at, double per_year) {
    std::size_t number = skipped(text, at, U"につき ");
    std::size_t end = number;
    double value = 0;
    while (end < text.size() && is_digit(text[end])) value = value * 10 + static_cast<double>(text[end++] - U'0');
    if (end == number || end >= text.size() || text[end] != U'回') return std::nullopt;
    return Read{Quantity{Measures::frequency, "year", value * per_year, {}, {}, {}, true}, end + 1};
}

std::optional<Read> word_at(View text, std::size_t at) {
    for (const Every& one : every)
        if (text.substr(at).starts_with(one.word)) {
            const std::size_t end = at + one.word.size();
            if (auto more = times(text, end, one.times)) return more;
            return Read{Quantity{Measures::frequency, "year", one.times, {}, {}, {}, true}, end};
        }
    if (at == 0 || !is_digit(text[at - 1]))
        for (const Every& one : periods)
            if (text.substr(at).starts_with(one.word))
                if (auto found = times(text, at + one.word.size(), one.times)) return found;
    return std::nullopt;
}

/// The kind of a number with a unit of time, by what follows: 以内, ごと, 間.
Measures kind_of(View after, std::string_view unit) {
    const auto follows = [&](View word) { return after.starts_with(word) || after.starts_with(U"間" + Text{word}); };
    if (unit != "day" && unit != "minute") return Measures::number;
    for (const View word : {U"以内", U"まで", U"後", U"前", U"を経過", U"の経過", U"が経過", U"経過", U"を過ぎ"})
        if (follows(word)) return Measures::deadline;
    return follows(U"ごと") || follows(U"毎") ? Measures::frequency : Measures::span;
}

std::optional<Read> number_at(View text, std::size_t at) {
    std::size_t end = at;
    double value = 0;
    while (end < text.size() && (is_digit(text[end]) || (text[end] == U',' && end > at)))
        if (text[end++] != U',') value = value * 10 + static_cast<double>(text[end - 1] - U'0');
    const std::size_t unit_at = skipped(text, end, U"かヶカヵケ箇 ");
    for (const Unit& unit : units) {
        if (!text.substr(unit_at).starts_with(unit.printed)) continue;
        if (unit.printed == U"月" && unit_at == end) return std::nullopt;  // 4月 is a date
        const std::size_t behind = unit_at + unit.printed.size();
        // 2年に1回; but 6年1回 is once a year behind the number of its line
        const double many = behind < text.size() && is_digit(text[behind]) ? 1 : value;
        if (unit.unit == "day")
            if (auto found = times(text, behind, 365 / (many * unit.factor))) return found;
        Quantity quantity{
            kind_of(text.substr(behind), unit.unit), std::string{unit.unit}, value * unit.factor, {}, {}, {}, true};
        if (quantity.kind == Measures::frequency) quantity.value = 365 / quantity.value;
        if (quantity.kind == Measures::span && text.substr(behind).starts_with(U"分")) quantity.unit = "stock";
        return Read{quantity, behind};
    }
    return std::nullopt;
}

bool ends_clause(char32_t c) {
    return c == U'、' || c == U'，' || c == U',' || c == U'。';
}

/// The words in front of a number in its clause, and those behind it up to the end of its clause; those of the next one
/// if there are none, and those in front of it if nothing follows: 研修を年1回行う.
void read_deed(Quantity& quantity, View text, std::size_t start, std::size_t at) {
    std::set<Text>& words = quantity.deed;
    std::size_t clause = start;
    while (clause > 0 && !ends_clause(text[clause - 1])) --clause;
    collect(text.substr(clause, start - clause), quantity.since);
    while (at < text.size() && words.empty()) {
        std::size_t end = at;
        while (end < text.size() && !ends_clause(text[end])) ++end;
        collect(text.substr(at, end - at), words);
        at = end + 1;
    }
    quantity.behind = !words.empty();
    if (words.empty()) collect(text.substr(0, start), words);
}

}  // namespace

Said said(std::string_view sentence) {
    const Text text = decoded(sentence);
    Said found;
    Text rest;
    for (std::size_t at = 0; at < text.size();) {
        auto read = is_digit(text[at]) ? number_at(text, at) : word_at(text, at);
        if (!read) {
            rest += text[at++];
            continue;
        }
        read->quantity.printed = encoded(View{text}.substr(at, read->end - at));
        read_deed(read->quantity, text, at, read->end);
        found.quantities.push_back(std::move(read->quantity));
        rest += U' ';
        at = read->end;
    }
    collect(rest, found.words);
    return found;
}

std::vector<std::string_view> sentences(std::string_view text) {
    constexpr std::string_view stop = "。";
    std::vector<std::string_view> found;
    while (!text.empty()) {
        const std::size_t end = text.find(stop);
        found.push_back(text.substr(0, end));
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + stop.size());
    }
    return found;
}

double shared(const std::set<std::u32string>& a, const std::set<std::u32string>& b) {
    const auto common = std::ranges::count_if(a, [&](const std::u32string& word) { return b.contains(word); });
    const std::size_t least = std::min(a.size(), b.size());
    return least == 0 ? 0 : static_cast<double>(common) / static_cast<double>(least);
}

}  // namespace nagarezu::review::rules
