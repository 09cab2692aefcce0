// The smallest sets that tie a pseudonymous holder to direct identifiers. Records of one person join along a
// chain of shared keys, so a smallest set is a shortest way over holders: one search for each group.
#include <algorithm>
#include <limits>
#include <set>

#include "linkage_parts.hpp"
#include "nagarezu/review/linkage.hpp"

namespace nagarezu::review {

namespace {

using graph::Reach;
using metrics::Measured;
using Holders = std::vector<HolderIndex>;

/// Breadth first over the holders, from one of them, along shared keys of one group.
class Search {
public:
    Search(const Measured& measured, const Keys& keys, HolderIndex start, SubjectIndex group, Reach reach)
        : depth_(measured.source.holders.size(), unreached), before_(depth_.size()) {
        depth_[start.get()] = 0;
        Holders level{start};
        while (!level.empty() && ends_.empty()) {
            Holders next;
            for (HolderIndex at : level)
                for (std::size_t h = 0; h < depth_.size(); ++h) {
                    if (depth_[h] <= depth_[at.get()] || !keys.share(at, HolderIndex{h}, group, reach)) continue;
                    before_[h].push_back(at);
                    if (depth_[h] != unreached) continue;
                    depth_[h] = depth_[at.get()] + 1;
                    next.emplace_back(h);
                    if (keys.identifies(HolderIndex{h}, group, reach)) ends_.emplace_back(h);
                }
            level = std::move(next);
        }
    }

    /// Holders of the smallest sets; 0 if no identifier is in reach.
    [[nodiscard]] std::size_t size() const { return ends_.empty() ? 0 : depth_[ends_.front().get()] + 1; }

    /// Adds every smallest set, unless there are more than the limit.
    void collect(std::set<Holders>& into) const {
        std::vector<Holders> ways;  // unfinished, from their ends
        for (HolderIndex end : ends_) ways.push_back({end});
        while (!ways.empty() && into.size() <= tie_limit) {
            Holders way = std::move(ways.back());
            ways.pop_back();
            const std::size_t at = way.back().get();
            if (depth_[at] == 0) {
                std::ranges::sort(way);
                into.insert(std::move(way));
                continue;
            }
            for (HolderIndex previous : before_[at]) {
                ways.push_back(way);
                ways.back().push_back(previous);
            }
        }
    }

private:
    static constexpr std::size_t unreached = std::numeric_limits<std::size_t>::max();

    std::vector<std::size_t> depth_;
    std::vector<Holders> before_;  // on shortest ways
    Holders ends_;
};

bool is_pseudonymous(const Measured& measured, const Keys& keys, HolderIndex holder, Reach reach) {
    if (measured.holdings.unlisted(holder)) return false;  // it may hold names
    bool holds_key = false;
    for (std::size_t g = 0; g < measured.source.subjects.size(); ++g) {
        if (keys.identifies(holder, SubjectIndex{g}, Reach::upper)) return false;
        holds_key = holds_key || keys.holds_any(holder, SubjectIndex{g}, reach);
    }
    return holds_key;
}

}  // namespace

Ties smallest_ties(const Measured& measured, HolderIndex holder, Reach reach) {
    return smallest_ties(measured, Keys{measured}, holder, reach);
}

Ties smallest_ties(const Measured& measured, const Keys& keys, HolderIndex holder, Reach reach) {
    if (!is_pseudonymous(measured, keys, holder, reach)) return {};
    std::size_t smallest = 0;
    std::set<Holders> sets;
    for (std::size_t g = 0; g < measured.source.subjects.size(); ++g) {
        const Search search{measured, keys, holder, SubjectIndex{g}, reach};
        if (search.size() == 0 || (smallest != 0 && search.size() > smallest)) continue;
        if (search.size() != smallest) sets.clear();
        smallest = search.size();
        search.collect(sets);
    }
    Ties ties{{sets.begin(), sets.end()}, sets.size() <= tie_limit};
    if (!ties.complete) ties.sets.resize(tie_limit);
    return ties;
}

}  // namespace nagarezu::review
