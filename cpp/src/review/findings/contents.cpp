// Lists of what is done, from sheet to sheet: the same list, but not quite.
//
// A sheet that does fewer things is no finding. Two are compared where they agree in the rest and differ in
// one line that stands for the same place: same partner and direction, or the same number of the list.
#include <algorithm>
#include <utility>

#include "raised.hpp"

namespace nagarezu::review::rules {

namespace {

/// The lines of one list: of one matter, on one sheet.
struct Lines {
    MatterIndex matter;
    Sheet sheet{};
    std::vector<const Work*> lines;
};

std::vector<Lines> lists_of(const Case& source) {
    std::vector<Lines> lists;
    for (std::size_t i = 0; i < source.matters.size(); ++i) {
        for (const Work& work : source.matters[i].work) {
            const auto same = std::ranges::find_if(
                lists, [&](const Lines& list) { return list.matter == MatterIndex{i} && list.sheet == work.sheet; });
            (same == lists.end() ? lists.emplace_back(Lines{MatterIndex{i}, work.sheet, {}}) : *same)
                .lines.push_back(&work);
        }
    }
    return lists;
}

bool is_notice(const Work* work) {
    return work->direction != Direction::unspecified && !work->partner.empty();
}

/// Two lines that stand in each other's place, and where, over all pairs of lists.
struct Swap {
    std::string about;
    std::string label_a;
    std::string label_b;
    Severity severity{};
    PlaceList places_a;
    PlaceList places_b;
};

class Swaps {
public:
    void add(const Work& a, const Work& b, std::string about, Severity severity) {
        auto same = std::ranges::find_if(
            all_, [&](const Swap& s) { return s.about == about && s.label_a == a.label && s.label_b == b.label; });
        if (same == all_.end())
            same = all_.insert(all_.end(), Swap{std::move(about), a.label, b.label, severity, {}, {}});
        same->places_a.add(a.source);
        same->places_b.add(b.source);
    }
    void raise(Raised& raised) const {
        for (const Swap& swap : all_)
            raised.add(FindingCode::contents_differ, swap.severity, swap.places_a.text(), swap.places_b.text(),
                       swap.about, swap.label_a, swap.label_b);
    }

private:
    std::vector<Swap> all_;
};

/// Takes away the notices that both lists have, direction aside; says how many there were.
std::size_t take_common(std::vector<const Work*>& a, std::vector<const Work*>& b) {
    std::size_t common = 0;
    for (auto left = a.begin(); left != a.end();) {
        const auto right = std::ranges::find_if(
            b, [&](const Work* work) { return work->label == (*left)->label && work->partner == (*left)->partner; });
        if (right == b.end()) {
            ++left;
            continue;
        }
        b.erase(right);
        left = a.erase(left);
        ++common;
    }
    return common;
}

void compare_notices(const Lines& a, const Lines& b, Swaps& swaps) {
    std::vector<const Work*> left;
    std::vector<const Work*> right;
    std::ranges::copy_if(a.lines, std::back_inserter(left), is_notice);
    std::ranges::copy_if(b.lines, std::back_inserter(right), is_notice);
    if (take_common(left, right) == 0) return;
    for (const Work* one : left) {
        const auto other = std::ranges::find_if(right, [one](const Work* work) {
            return work->partner == one->partner && work->direction == one->direction;
        });
        if (other == right.end()) continue;
        swaps.add(*one, **other, one->partner, Severity::warning);
        right.erase(other);
    }
}

constexpr std::size_t shortest = 3;  // a list of fewer lines tells nothing by its order

/// A list without what it says to go both ways, which is a statement and its contradiction, and no step.
Lines steps_of(const Lines& list) {
    Lines steps{list.matter, list.sheet, {}};
    const auto against = [&](const Work* one) {
        return is_notice(one) && std::ranges::any_of(list.lines, [&](const Work* other) {
                   return is_notice(other) && other->label == one->label && other->partner == one->partner &&
                          other->direction != one->direction;
               });
    };
    std::ranges::remove_copy_if(list.lines, std::back_inserter(steps.lines), against);
    return steps;
}

bool are_steps(const Lines& list) {
    return list.lines.size() >= shortest && std::ranges::none_of(list.lines, is_notice);
}

/// Two lists of one length that differ in one line.
void compare_steps(const Case& source, const Lines& a, const Lines& b, Swaps& swaps) {
    if (a.lines.size() != b.lines.size()) return;
    std::vector<std::size_t> unlike;
    for (std::size_t i = 0; i < a.lines.size(); ++i)
        if (a.lines[i]->label != b.lines[i]->label) unlike.push_back(i);
    if (unlike.size() != 1) return;
    swaps.add(*a.lines[unlike.front()], *b.lines[unlike.front()], source.matters[b.matter.get()].title,
              Severity::question);
}

/// Between two lines that both lists have, one or two lines of the one stand in the place of as many of the other.
/// What stands before or after all common lines is what only one sheet does.
void compare_between(const Case& source, const Lines& a, const Lines& b, Swaps& swaps) {
    constexpr std::size_t widest = 2;
    if (a.lines.size() == b.lines.size()) return;
    for (std::size_t i = 0; i < a.lines.size(); ++i)
        for (std::size_t j = 0; j < b.lines.size(); ++j) {
            const auto same = [&](std::size_t step) { return a.lines[i + step]->label == b.lines[j + step]->label; };
            const std::size_t room = std::min(a.lines.size() - i, b.lines.size() - j) - 1;
            if (!same(0) || room < 2 || same(1)) continue;
            std::size_t gap = 1;
            while (gap <= widest && gap + 1 <= room && !same(gap + 1)) ++gap;
            if (gap > widest || gap + 1 > room) continue;
            for (std::size_t step = 1; step <= gap; ++step)
                swaps.add(*a.lines[i + step], *b.lines[j + step], source.matters[b.matter.get()].title,
                          Severity::question);
        }
}

/// The heading that every line of a list has; empty if there is none.
std::string_view heading_of(const Lines& list) {
    const std::string& heading = list.lines.front()->heading;
    const auto differs = [&](const Work* work) { return work->heading != heading; };
    return std::ranges::any_of(list.lines, differs) ? std::string_view{} : heading;
}

struct Only {
    PlaceList places;
    LabelList labels;
};

Only only_in(const Lines& one, const Lines& other) {
    Only found;
    for (const Work* work : one.lines) {
        if (std::ranges::any_of(other.lines, [&](const Work* same) { return same->label == work->label; })) continue;
        found.places.add(work->source);
        found.labels.add(work->label);
    }
    return found;
}

/// An overview that names more steps than the sheet that describes them. One that names fewer is only a summary.
void compare_overview(Raised& raised, const Lines& overview, const Lines& sheet) {
    constexpr std::size_t most = 2;
    if (overview.matter != sheet.matter || overview.sheet != Sheet::overview || sheet.sheet != Sheet::matter) return;
    const Only more = only_in(overview, sheet);
    if (more.labels.empty() || !only_in(sheet, overview).labels.empty()) return;
    if (overview.lines.size() > sheet.lines.size() + most) return;
    raised.add(FindingCode::contents_differ, Severity::question, more.places.text(), sheet.lines.back()->source,
               raised.source().matters[sheet.matter.get()].title, more.labels.text());
}

/// Whether one is what an attached paper lists again: there a line more is no summary's.
bool told_again(const Lines& a, const Lines& b) {
    return a.sheet == Sheet::other && b.sheet == Sheet::attachment;
}

/// Two lists of one thing in two places of a matter, such as the parts that were changed: each has something that the
/// other lacks. One that is only shorter is a summary, unless it is the same list told again.
void compare_listings(Raised& raised, const Lines& a, const Lines& b) {
    if (a.matter != b.matter || heading_of(a).empty() || heading_of(a) != heading_of(b)) return;
    const Only first = only_in(a, b);
    const Only second = only_in(b, a);
    const auto shared = [&](const Work* work) {
        return std::ranges::any_of(b.lines, [&](const Work* same) { return same->label == work->label; });
    };
    const auto common = std::ranges::count_if(a.lines, shared);
    const bool both = !first.labels.empty() && !second.labels.empty();
    const bool one = first.labels.empty() != second.labels.empty() && told_again(a, b) && common >= 3;
    if (common < 2 || !(both || one)) return;
    const auto place = [](const Only& more, const Lines& list) {
        return more.labels.empty() ? list.lines.back()->source : more.places.text();
    };
    raised.add(FindingCode::contents_differ, Severity::question, place(first, a), place(second, b),
               std::string{heading_of(a)}, first.labels.text(), second.labels.text());
}

/// One notice to one partner, with the directions that the lists state.
struct Notice {
    std::string label;
    std::string partner;
    std::vector<std::pair<Direction, PlaceList>> directions;  // in the order of the case
    std::vector<std::pair<MatterIndex, Direction>> by_matter;
};

std::vector<Notice> notices(const std::vector<Lines>& lists) {
    std::vector<Notice> all;
    for (const Lines& list : lists) {
        for (const Work* work : list.lines) {
            if (!is_notice(work)) continue;
            auto same = std::ranges::find_if(
                all, [work](const Notice& n) { return n.label == work->label && n.partner == work->partner; });
            if (same == all.end()) same = all.insert(all.end(), Notice{work->label, work->partner, {}, {}});
            auto way = std::ranges::find(same->directions, work->direction, &std::pair<Direction, PlaceList>::first);
            if (way == same->directions.end()) way = same->directions.insert(way, {work->direction, PlaceList{}});
            way->second.add(work->source);
            same->by_matter.emplace_back(list.matter, work->direction);
        }
    }
    return all;
}

/// Within one matter it is the same notice; two matters may each speak of a part of it.
bool within_one_matter(const Notice& notice) {
    return std::ranges::any_of(notice.by_matter, [&](const auto& a) {
        return std::ranges::any_of(notice.by_matter,
                                   [&](const auto& b) { return a.first == b.first && a.second != b.second; });
    });
}

void directions(Raised& raised, const std::vector<Lines>& lists) {
    for (const Notice& notice : notices(lists)) {
        for (std::size_t i = 1; i < notice.directions.size(); ++i) {
            const auto& [first, places_a] = notice.directions.front();
            const auto& [second, places_b] = notice.directions[i];
            raised.add(FindingCode::direction_differs,
                       within_one_matter(notice) ? Severity::warning : Severity::question, places_a.text(),
                       places_b.text(), notice.label, std::string{name_of(first)}, std::string{name_of(second)});
        }
    }
}

}  // namespace

void contents(Raised& raised) {
    const auto lists = lists_of(raised.source());
    Swaps swaps;
    for (std::size_t i = 0; i < lists.size(); ++i) {
        for (std::size_t j = i + 1; j < lists.size(); ++j) {
            compare_notices(lists[i], lists[j], swaps);
            const Lines a = steps_of(lists[i]);
            const Lines b = steps_of(lists[j]);
            if (!are_steps(a) || !are_steps(b)) continue;
            compare_steps(raised.source(), a, b, swaps);
            compare_between(raised.source(), a, b, swaps);
            compare_listings(raised, a, b);
            compare_overview(raised, a, b);
            compare_overview(raised, b, a);
        }
    }
    swaps.raise(raised);
    directions(raised, lists);
}

}  // namespace nagarezu::review::rules
