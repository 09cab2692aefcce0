// Numbers of persons: taken as exact, counted twice, or in units that do not add up.
#include <algorithm>
#include <array>
#include <map>

#include "raised.hpp"

namespace nagarezu::review::rules {

namespace {

// Words that bound a number stand next to it: 約 is also part of 予約, and 以上 of 65歳以上.
constexpr std::array<std::string_view, 8> words_before{"約",   "およそ",     "おおむね", "概ね",
                                                       "最大", "少なくとも", "最低",     "見込"};
constexpr std::array<std::string_view, 7> words_after{"以上", "以下", "未満", "超", "程度", "余", "見込"};
constexpr std::array<std::string_view, 3> english_words{"about", "at least", "at most"};
constexpr std::array<std::string_view, 26> digits{"0",  "1",  "2",  "3",  "4",  "5",  "6",  "7",  "8",
                                                  "9",  "０", "１", "２", "３", "４", "５", "６", "７",
                                                  "８", "９", "数", "十", "百", "千", "万", "億"};
constexpr std::array<std::string_view, 8> counted{"人", "名", "者", "世帯", "件", "戸", "枚", "通"};

template <std::size_t N>
bool begins_with_any(std::string_view text, const std::array<std::string_view, N>& words) {
    return std::ranges::any_of(words, [text](std::string_view word) { return text.starts_with(word); });
}

template <std::size_t N>
bool ends_with_any(std::string_view text, const std::array<std::string_view, N>& words) {
    return std::ranges::any_of(words, [text](std::string_view word) { return text.ends_with(word); });
}

/// What stands behind the spaces that a reading machine sets: 約 3 1,000人.
std::string_view spaceless(std::string_view text) {
    return text.substr(std::min(text.find_first_not_of(' '), text.size()));
}

bool has_bound_word(std::string_view printed) {
    for (std::size_t at = 0; at < printed.size(); ++at) {
        const std::string_view before = printed.substr(0, at);
        const std::string_view rest = printed.substr(at);
        if (begins_with_any(rest, english_words)) return true;
        if (begins_with_any(rest, words_after) && (ends_with_any(before, digits) || ends_with_any(before, counted)))
            return true;
        for (const std::string_view word : words_before)
            if (rest.starts_with(word) && begins_with_any(spaceless(rest.substr(word.size())), digits)) return true;
    }
    return false;
}

std::string text_of(const SubjectCount& count) {
    std::string text = std::to_string(*count.value);
    text.append(" ").append(name_of(count.unit));
    if (count.as_of) text.append(" ").append(count.as_of->text());
    return text;
}

/// What is printed and what is known of it: 約 read as exact, or a plain number of a group that goes further.
void bounds(Raised& raised, const Subject& subject) {
    for (const SubjectCount& count : subject.counts) {
        if (!count.value || count.printed.empty()) continue;
        const bool bounded = has_bound_word(count.printed);
        if (count.bound == Bound::exact && bounded)
            raised.add(FindingCode::count_bound, Severity::question, count.source, {}, subject.label, count.printed,
                       std::string{name_of(count.bound)});
        if ((count.bound == Bound::at_least || count.bound == Bound::at_most) && !bounded)
            raised.add(FindingCode::count_bound, Severity::info, count.source, place_of(count, "bound"), subject.label,
                       count.printed, std::string{name_of(count.bound)});
    }
}

/// The number in a printed count, without commas and in half width: 約１８，０００人 is 18000. 万 and the like are kept
/// out.
std::string number_in(std::string_view printed) {
    constexpr std::array<std::string_view, 3> commas{",", "，", "、"};
    std::string number;
    while (!printed.empty()) {
        const auto digit = std::ranges::find_if(digits, [&](std::string_view one) { return printed.starts_with(one); });
        const auto comma = std::ranges::find_if(commas, [&](std::string_view one) { return printed.starts_with(one); });
        if (digit != digits.end() && digit - digits.begin() < 20) {
            number += static_cast<char>('0' + (digit - digits.begin()) % 10);
            printed.remove_prefix(digit->size());
        } else if (comma != commas.end() && !number.empty()) {
            printed.remove_prefix(comma->size());
        } else if (!number.empty() && !printed.starts_with(' ')) {
            break;
        } else {
            printed.remove_prefix(1);  // words in front; or 約1,2 00人, as a reading machine parts it
        }
    }
    return begins_with_any(printed, std::array<std::string_view, 4>{"百", "千", "万", "億"}) ? std::string{} : number;
}

/// One number, with 約 or 以上 in one place and without in another: taken as exact there. So is 約18,000人 beside
/// 18,204人 of one day.
void taken_as_exact(Raised& raised, const Subject& subject) {
    const auto same_number = [](const SubjectCount& bounded, const SubjectCount& exact) {
        if (bounded.value) return bounded.value == exact.value;
        const std::string about = number_in(bounded.printed);
        return about == std::to_string(*exact.value) ||
               (!about.empty() && bounded.as_of && bounded.as_of == exact.as_of);
    };
    for (const SubjectCount& bounded : subject.counts) {
        if (bounded.bound == Bound::exact || (!bounded.value && !has_bound_word(bounded.printed))) continue;
        for (const SubjectCount& exact : subject.counts)
            if (exact.bound == Bound::exact && exact.value && exact.unit == bounded.unit && same_number(bounded, exact))
                raised.add(FindingCode::count_bound, Severity::question, bounded.source, exact.source, subject.label,
                           bounded.printed, exact.printed.empty() ? text_of(exact) : exact.printed);
    }
}

/// What a count says of the true number: from, and up to if it says so. 約 says neither.
struct Interval {
    Count lower{0};
    std::optional<Count> upper;
};

std::optional<Interval> interval_of(const SubjectCount& count) {
    if (!count.value || count.bound == Bound::unknown) return std::nullopt;
    Interval interval;
    if (count.bound != Bound::at_most) interval.lower = *count.value;
    if (count.bound != Bound::at_least) interval.upper = *count.value;
    return interval;
}

bool apart(const Interval& a, const Interval& b) {
    return (a.upper && *a.upper < b.lower) || (b.upper && *b.upper < a.lower);
}

/// At one date; a band bears none, and is compared with every count.
bool comparable(const SubjectCount& a, const SubjectCount& b, bool exact) {
    return a.unit == b.unit && (a.as_of == b.as_of || (!exact && (!a.as_of || !b.as_of)));
}

/// Two numbers that cannot both be right; a band may be that of a wider group, so it is asked.
void contradictory(Raised& raised, const Subject& subject) {
    for (std::size_t i = 0; i < subject.counts.size(); ++i) {
        for (std::size_t j = i + 1; j < subject.counts.size(); ++j) {
            const SubjectCount& a = subject.counts[i];
            const SubjectCount& b = subject.counts[j];
            const bool exact = a.bound == Bound::exact && b.bound == Bound::exact;
            const auto first = interval_of(a);
            const auto second = interval_of(b);
            if (first && second && comparable(a, b, exact) && apart(*first, *second))
                raised.add(FindingCode::count_differs, exact ? Severity::warning : Severity::question, a.source,
                           b.source, subject.label, text_of(a), text_of(b));
        }
    }
}

/// A claimed number against every count of the group that bears the same label, in the same unit.
void claimed(Raised& raised, const Subject& subject) {
    for (const Claim& claim : raised.source().claims) {
        if (claim.kind != ClaimKind::count || claim.label != subject.label || !claim.value) continue;
        const SubjectCount* other = nullptr;
        bool agrees = false;
        for (const SubjectCount& count : subject.counts) {
            if (!count.value || count.bound != Bound::exact || name_of(count.unit) != claim.unit) continue;
            agrees = agrees || count.value == claim.value;
            other = &count;
        }
        if (other != nullptr && !agrees)
            raised.add(FindingCode::count_differs, Severity::warning, claim.source, other->source, subject.label,
                       std::to_string(*claim.value) + " " + claim.unit, text_of(*other));
    }
}

/// Two claims of one label speak of one group: another number, one of them with 約, or another unit.
void claimed_twice(Raised& raised, const Claim& a, const Claim& b) {
    const bool differs = a.value != b.value;
    const bool bounded = (a.bound == Bound::exact) != (b.bound == Bound::exact);
    if (!differs && !bounded && a.unit == b.unit) return;
    FindingCode code = FindingCode::unit_mixture;
    if (differs)
        code = FindingCode::count_differs;
    else if (bounded)
        code = FindingCode::count_bound;
    raised.add(code, Severity::question, a.source, b.source, a.label, a.printed, b.printed);
}

/// Numbers that the text tells: `printed` is set for them, and one label is one group at one date.
void claims_of_one_label(Raised& raised) {
    std::map<std::string_view, const Claim*> first;
    for (const Claim& claim : raised.source().claims) {
        if (claim.kind != ClaimKind::count || !claim.value || claim.printed.empty()) continue;
        const auto [known, fresh] = first.emplace(claim.label, &claim);
        if (!fresh) claimed_twice(raised, *known->second, claim);
    }
}

/// The counts of a matter by unit: the first unit, and the others.
struct Units {
    std::optional<Unit> first;
    PlaceList places_a, places_b;
    LabelList says_a, says_b;

    void add(const SubjectCount& count) {
        if (!count.value) return;
        if (!first) first = count.unit;
        const bool same = *first == count.unit;
        (same ? places_a : places_b).add(count.source);
        (same ? says_a : says_b).add(text_of(count));
    }
};

void mixture(Raised& raised) {
    const Case& source = raised.source();
    std::vector<std::string> seen;
    for (std::size_t i = 0; i < source.matters.size(); ++i) {
        std::vector<bool> concerned(source.subjects.size());
        for (const Flow& flow : source.flows)
            if (flow.matter == MatterIndex{i} && active(flow))
                for (const SubjectIndex subject : flow.subjects) concerned[subject.get()] = true;
        Units units;
        for (std::size_t s = 0; s < source.subjects.size(); ++s)
            if (concerned[s])
                for (const SubjectCount& count : source.subjects[s].counts) units.add(count);
        const std::string key = units.says_a.text() + "/" + units.says_b.text();
        if (units.says_b.empty() || std::ranges::find(seen, key) != seen.end()) continue;
        seen.push_back(key);
        raised.add(FindingCode::unit_mixture, Severity::info, units.places_a.text(), units.places_b.text(),
                   source.matters[i].title, units.says_a.text(), units.says_b.text());
    }
}

}  // namespace

void counts(Raised& raised) {
    for (const Subject& subject : raised.source().subjects) {
        bounds(raised, subject);
        taken_as_exact(raised, subject);
        contradictory(raised, subject);
        claimed(raised, subject);
    }
    claims_of_one_label(raised);
    mixture(raised);
}

}  // namespace nagarezu::review::rules
