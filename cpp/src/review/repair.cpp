#include "repair.hpp"

#include <algorithm>
#include <set>

namespace nagarezu::review {

namespace {

using Try = std::function<Progress(const Elements&)>;

Elements with(Elements set, std::size_t element) {
    set.insert(std::ranges::lower_bound(set, element), element);
    return set;
}

/// Takes all that must be hit until nothing must, then spares what can be spared.
std::optional<Elements> some_removal(const Try& progress) {
    Elements removed;
    for (Progress at = progress(removed); !at.settled; at = progress(removed)) {
        if (at.next.empty()) return std::nullopt;
        for (std::size_t element : at.next) removed = with(std::move(removed), element);
    }
    for (std::size_t i = removed.size(); i-- > 0;) {
        Elements fewer = removed;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
        if (progress(fewer).settled) removed = std::move(fewer);
    }
    return removed;
}

}  // namespace

std::optional<Smallest> smallest_removal(const Try& progress, std::size_t limit) {
    std::set<Elements> level{Elements{}};  // the sets of one size that may still grow into a solution
    std::size_t tried = 0;
    for (std::size_t size = 0; !level.empty(); ++size) {
        std::set<Elements> larger;
        for (const Elements& set : level) {
            if (tried++ == limit) {
                auto found = some_removal(progress);
                if (!found) return std::nullopt;
                return Smallest{*std::move(found), size};
            }
            const Progress at = progress(set);
            if (at.settled) return Smallest{set, size};
            // More than could still be tried are not worth keeping.
            for (std::size_t element : at.next)
                if (larger.size() <= limit) larger.insert(with(set, element));
        }
        level = std::move(larger);
    }
    return std::nullopt;
}

}  // namespace nagarezu::review
