// Random values of the kinds that fields of a case hold.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "nagarezu/model/case.hpp"

namespace nagarezu::io::testing {

/// A small generator of its own (splitmix64), so that a seed means the same everywhere.
class Random {
public:
    explicit Random(std::uint64_t seed) : state_{seed} {}

    std::uint64_t next() {
        std::uint64_t z = state_ += 0x9E3779B97F4A7C15U;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31);
    }
    std::size_t below(std::size_t bound) { return static_cast<std::size_t>(next() % bound); }
    bool coin() { return below(2) == 0; }

    std::string text() {
        using namespace std::string_literals;
        static const std::array<std::string, 14> parts{"氏名"s,
                                                       "住所、生年月日"s,
                                                       "a"s,
                                                       ""s,
                                                       "\0"s,
                                                       "\n\t\r\b\f"s,
                                                       "\x1F\x7F"s,
                                                       "\"\\/"s,
                                                       "<script>"s,
                                                       "=cmd|'1'!A1"s,
                                                       "\u202E\u200B\uFEFF"s,
                                                       "\U0002000B é"s,
                                                       "{\"id\": [1, 2]}"s,
                                                       "とても長い文字列のための繰り返し"s};
        std::string result;
        for (std::size_t n = below(4); n > 0; --n) result += parts[below(parts.size())];
        return result;
    }
    std::vector<std::string> texts() {
        return list<std::string>([this] { return text(); });
    }
    std::string path() {
        std::string path = std::to_string(below(20));
        if (coin()) path.append(1, '.').append(std::to_string(below(20)));
        return path;
    }
    std::string places() {
        static const std::array<std::string, 5> places{"", "000:1", "000:24 doc_1:p3", "doc_1:別紙!AB12",
                                                       "000:9 000:8 000:7"};
        return places[below(places.size())];
    }
    Count count() { return static_cast<Count>(below(8) == 0 ? next() >> 1 : below(1000)); }
    double share() { return static_cast<double>(next() >> 11) / 9007199254740992.0; }
    Date date() {
        const int year = 1873 + static_cast<int>(below(254));
        const auto month = static_cast<unsigned>(1 + below(12));
        if (below(3) == 0) return {year, 0, 0, Precision::fiscal_year};
        if (below(3) == 0) return {year, month, 0, Precision::month};
        const std::chrono::year_month_day_last last{std::chrono::year{year} / std::chrono::month{month} /
                                                    std::chrono::last};
        return {year, month, static_cast<unsigned>(1 + below(static_cast<unsigned>(last.day()))), Precision::day};
    }
    template <class Word>
    Word word() {
        return static_cast<Word>(below(words<Word>().size()));
    }
    template <class Word>
    WordSet<Word> word_set() {
        WordSet<Word> set;
        for (std::size_t n = below(5); n > 0; --n) set.insert(word<Word>());
        return set;
    }
    template <class Word>
    std::vector<Word> word_list() {
        return list<Word>([this] { return word<Word>(); });
    }
    template <class F, class Make>
    std::optional<F> maybe(Make make) {
        if (coin()) return std::nullopt;
        return make();
    }
    template <class I>
    I index(std::size_t size) {
        return coin() ? I{} : I{below(size)};
    }
    template <class I>
    std::vector<I> indices(std::size_t size) {
        return list<I>([&] { return I{below(size)}; });
    }
    template <class T, class Make>
    std::vector<T> list(Make make) {
        std::vector<T> result;
        for (std::size_t n = below(4); n > 0; --n) result.push_back(make());
        return result;
    }

private:
    std::uint64_t state_;
};

}  // namespace nagarezu::io::testing
