// How long, how often and how many a measure says, and what it says that of.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "nagarezu/base/index.hpp"

namespace nagarezu::review::rules {

class Raised;

enum class Measures { deadline, span, frequency, number };

/// One number of a sentence in the smallest unit of its kind: days, minutes, times a year, pieces; days of what is
/// kept in stock (30日分).
struct Quantity {
    Measures kind{};
    std::string unit;
    double value{};
    std::string printed;
    std::set<std::u32string> deed;   // words of the clause behind it, or before it if nothing follows
    std::set<std::u32string> since;  // words of its clause in front of it: 事故を知った時から24時間以内
    bool behind{true};               // the deed stands behind it
};

/// A sentence: its words of content without the numbers, and the numbers.
struct Said {
    std::set<std::u32string> words;
    std::vector<Quantity> quantities;
};

Said said(std::string_view sentence);
std::vector<std::string_view> sentences(std::string_view text);

/// How much of the smaller set stands in the other, from 0 to 1; 0 if one is empty.
double shared(const std::set<std::u32string>& a, const std::set<std::u32string>& b);

/// Measures, clauses and checks of the own side and of a partner that are the same but for a number.
void quantities_differ(Raised& raised);
/// Measures that one column of measures has and its counterpart, otherwise the same, lacks.
void measure_columns(Raised& raised);
/// A measure that the own side asks of its partner, which the partner's column, in other words the same, lacks.
void measures_unanswered(Raised& raised);
/// The one of several recipients or contractors of a matter whom no measure names; `asked` are done already.
void left_out(Raised& raised, MatterIndex matter, std::vector<bool>& asked);
/// The one matter with partners for which no measure is told, though some reach each partner of the others.
void left_out_matter(Raised& raised);

}  // namespace nagarezu::review::rules
