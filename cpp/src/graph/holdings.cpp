#include "nagarezu/graph/holdings.hpp"

#include <algorithm>
#include <bit>

namespace nagarezu::graph {

Holdings::Holdings(const Case& source)
    : graph_{source},
      lower_{graph_.solve(&Arc::certain, nullptr).rows()},
      upper_{graph_.solve(&Arc::add, &Arc::pass).rows()},
      potential_{graph_.solve(&Arc::add, &Arc::potential).rows()} {}

ConstBits Holdings::rows(Reach reach) const {
    switch (reach) {
        case Reach::lower:
            return lower_;
        case Reach::upper:
            return upper_;
        case Reach::potential:
            break;
    }
    return potential_;
}

ConstBits Holdings::at(HolderIndex holder, Reach reach) const {
    return rows(reach).subspan(holder.get() * graph_.words(), graph_.words());
}

bool Holdings::holds(HolderIndex holder, SubjectIndex group, ItemIndex item, Reach reach) const {
    return test(at(holder, reach), graph_.bit(group.get(), item.get()));
}

std::size_t Holdings::item_count(HolderIndex holder, Reach reach) const {
    std::size_t total = 0;
    for (std::size_t i = 0; i < graph_.items(); ++i)
        if (has_item(holder, ItemIndex{i}, reach)) ++total;
    return total;
}

bool Holdings::has_item(HolderIndex holder, ItemIndex item, Reach reach) const {
    for (std::size_t g = 0; g < graph_.groups(); ++g)
        if (holds(holder, SubjectIndex{g}, item, reach)) return true;
    return false;
}

bool Holdings::unlisted(HolderIndex holder) const {
    for (std::size_t g = 0; g < graph_.groups(); ++g)
        if (test(at(holder, Reach::upper), graph_.unlisted(g))) return true;
    return false;
}

std::vector<SubjectIndex> Holdings::groups(HolderIndex holder, Reach reach) const {
    const ConstBits bits = at(holder, reach);
    std::vector<SubjectIndex> found;
    for (std::size_t g = 0; g < graph_.groups(); ++g)
        for (std::size_t i = 0; i < graph_.stride(); ++i)
            if (test(bits, graph_.bit(g, i))) {
                found.emplace_back(g);
                break;
            }
    return found;
}

std::vector<SubjectIndex> Holdings::groups(HolderIndex holder, ItemIndex item, Reach reach) const {
    std::vector<SubjectIndex> found;
    for (std::size_t g = 0; g < graph_.groups(); ++g)
        if (holds(holder, SubjectIndex{g}, item, reach)) found.emplace_back(g);
    return found;
}

std::vector<Holdings::Unsourced> Holdings::unsourced() const {
    std::vector<const Arc*> firsts;  // one arc for each flow: all arcs of a flow state the same
    for (const Arc& arc : graph_.arcs())
        if (!arc.created) firsts.push_back(&arc);
    std::ranges::stable_sort(firsts, {}, [](const Arc* arc) { return arc->flow; });
    // Not std::ranges::unique: clang 14 cannot compile a subrange of this standard library.
    const auto same_flow = [](const Arc* a, const Arc* b) { return a->flow == b->flow; };
    firsts.erase(std::unique(firsts.begin(), firsts.end(), same_flow), firsts.end());

    std::vector<Unsourced> found;
    for (const Arc* arc : firsts) {
        const ConstBits stated = graph_.mask(arc->add);
        const ConstBits held = at(HolderIndex{arc->from}, Reach::upper);
        // Word by word: of the pairs of all groups and items one flow states very few.
        for (std::size_t w = 0; w < stated.size(); ++w)
            for (Word left = stated[w] & ~held[w]; left != 0; left &= left - 1) {
                const std::size_t pair = w * word_bits + static_cast<std::size_t>(std::countr_zero(left));
                const std::size_t g = pair / graph_.stride();
                const std::size_t i = pair % graph_.stride();
                if (i < graph_.items() && !test(held, graph_.unlisted(g)))
                    found.push_back({FlowIndex{arc->flow}, SubjectIndex{g}, ItemIndex{i}});
            }
    }
    return found;
}

}  // namespace nagarezu::graph
