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

void compare_steps(const Case& source, const Lines& a, const Lines& b, Swaps& swaps) {
    constexpr std::size_t shortest = 3;
    if (a.lines.size() != b.lines.size() || a.lines.size() < shortest) return;
    if (std::ranges::any_of(a.lines, is_notice) || std::ranges::any_of(b.lines, is_notice)) return;
    std::vector<std::size_t> unlike;
    for (std::size_t i = 0; i < a.lines.size(); ++i)
        if (a.lines[i]->label != b.lines[i]->label) unlike.push_back(i);
    if (unlike.size() != 1) return;
    swaps.add(*a.lines[unlike.front()], *b.lines[unlike.front()], source.matters[b.matter.get()].title,
              Severity::question);
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
            compare_steps(raised.source(), lists[i], lists[j], swaps);
        }
    }
    swaps.raise(raised);
    directions(raised, lists);
}

}  // namespace nagarezu::review::rules
