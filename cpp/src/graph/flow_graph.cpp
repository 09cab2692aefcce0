#include "nagarezu/graph/flow_graph.hpp"

#include <algorithm>

#include "nagarezu/base/error.hpp"
#include "statements.hpp"

namespace nagarezu::graph {
namespace {

InvalidInput too_large(std::string what, std::size_t word_limit) {
    Error error;
    error.code = ErrorCode::too_many;
    error.subject = std::move(what);
    error.hint = std::to_string(word_limit);
    return InvalidInput{{error}};
}

// Lays sets of items over groups: the pairs of a mask.
class PairMasks {
public:
    PairMasks(const FlowGraph& graph, MaskTable& table, std::size_t word_limit)
        : graph_{graph}, table_{table}, word_limit_{word_limit}, everything_(words_for(graph.stride()), 0) {
        for (std::size_t i = 0; i < graph.stride(); ++i) set(everything_, i);
    }

    /// All items and something unlisted.
    [[nodiscard]] ConstBits everything() const { return everything_; }

    MaskId over(ConstBits groups, ConstBits items, bool unlisted = false) {
        std::vector<Word> pairs(graph_.words(), 0);
        for (std::size_t g = 0; g < graph_.groups(); ++g) {
            if (!test(groups, g)) continue;
            place(pairs, items, graph_.bit(g, 0));
            if (unlisted) set(pairs, graph_.unlisted(g));
        }
        return intern(pairs);
    }

    /// The mask with the unlisted bit of those groups of which `held` has no pair.
    MaskId with_unlisted(MaskId mask, ConstBits groups, ConstBits held) {
        std::vector<Word> pairs{table_[mask].begin(), table_[mask].end()};
        for (std::size_t g = 0; g < graph_.groups(); ++g)
            if (test(groups, g) && !has_pair(held, g)) set(pairs, graph_.unlisted(g));
        return intern(pairs);
    }

private:
    [[nodiscard]] bool has_pair(ConstBits held, std::size_t group) const {
        for (std::size_t i = 0; i < graph_.stride(); ++i)
            if (test(held, graph_.bit(group, i))) return true;
        return false;
    }

    static void place(Bits pairs, ConstBits items, std::size_t at) {
        const std::size_t shift = at % word_bits;
        for (std::size_t w = 0; w < items.size(); ++w) {
            if (items[w] == 0) continue;
            const std::size_t to = at / word_bits + w;
            pairs[to] |= items[w] << shift;
            const Word rest = shift == 0 ? 0 : items[w] >> (word_bits - shift);
            if (rest != 0) pairs[to + 1] |= rest;
        }
    }

    MaskId intern(ConstBits pairs) {
        const MaskId id = table_.intern(pairs);
        if (pairs.size() * table_.size() > word_limit_) throw too_large("masks", word_limit_);
        return id;
    }

    const FlowGraph& graph_;
    MaskTable& table_;
    std::size_t word_limit_;
    std::vector<Word> everything_;
};

}  // namespace

FlowGraph::FlowGraph(const Case& source, std::size_t word_limit)
    : groups_{source.subjects.size()}, items_{source.items.size()}, holders_{source.holders.size()}, masks_{words()} {
    if (words() > word_limit / std::max<std::size_t>(holders_, 1)) throw too_large("holdings", word_limit);
    std::vector<Statement> statements = statements_of(source);
    order_ = order_of(successors_of(holders_, statements));
    std::ranges::stable_sort(statements, [this](const Statement& a, const Statement& b) {
        const auto key = [this](const Statement& s) { return std::pair{!s.created, order_.rank[s.from]}; };
        return key(a) < key(b);
    });

    PairMasks masks{*this, masks_, word_limit};
    arcs_.reserve(statements.size());
    for (const Statement& s : statements) {
        Arc arc{.from = s.from, .to = s.to, .flow = s.flow};
        arc.joint = s.joint;
        arc.created = s.created;
        if (!s.joint) arc.certain = masks.over(s.certain_groups, s.certain);
        arc.add = masks.over(s.groups, s.all, s.created && s.open);
        arc.potential = masks.over(s.groups, masks.everything());
        if (s.open && !s.created) arc.pass = arc.potential;
        arcs_.push_back(arc);
    }
    created_ = static_cast<std::size_t>(std::ranges::count_if(arcs_, &Arc::created));
    start_.assign(holders_ + 1, 0);
    for (std::size_t a = created_; a < arcs_.size(); ++a) ++start_[order_.rank[arcs_[a].from] + 1];
    for (std::size_t r = 0; r < holders_; ++r) start_[r + 1] += start_[r];

    // An open flow about a group of whom its source is not said to hold anything: nothing limits what it brings.
    const Solution described = solve(&Arc::add, &Arc::pass);
    for (std::size_t a = 0; a < arcs_.size(); ++a) {
        const Statement& s = statements[a];
        if (!s.open || s.created) continue;
        arcs_[a].add = masks.with_unlisted(arcs_[a].add, s.groups, described.row(s.from));
    }
}

std::span<const Arc> FlowGraph::created() const {
    return arcs().first(created_);
}

std::span<const Arc> FlowGraph::arcs_from(std::size_t holder) const {
    const std::size_t rank = order_.rank[holder];
    return arcs().subspan(created_ + start_[rank], start_[rank + 1] - start_[rank]);
}

Solution FlowGraph::solve(MaskId Arc::*stated, MaskId Arc::*passed) const {
    std::vector<Seed> seeds;
    std::vector<Carry> carries;
    for (const Arc& arc : arcs_) {
        seeds.push_back({arc.to, arc.*stated});
        if (passed != nullptr && !arc.created) carries.push_back({arc.from, arc.to, arc.*passed});
    }
    return Network{order_, seeds, carries, masks_}.solve();
}

}  // namespace nagarezu::graph
