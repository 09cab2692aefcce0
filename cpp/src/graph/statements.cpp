#include "statements.hpp"

#include <algorithm>

#include "nagarezu/graph/network.hpp"

namespace nagarezu::graph {
namespace {

using Words = std::vector<Word>;

void unite(Words& into, ConstBits bits) {
    for (std::size_t w = 0; w < into.size(); ++w) into[w] |= bits[w];
}

template <class Indices>
Words set_of(const Indices& indices, std::size_t size) {
    Words words(words_for(size), 0);
    for (auto index : indices) set(words, index.get());
    return words;
}

// What is said of a group is said of the groups within it, and of those that are the same.
Words with_inner(const Case& source, Words groups) {
    for (bool grown = true; grown;) {
        grown = false;
        const auto include = [&](std::size_t group) {
            if (test(groups, group)) return;
            set(groups, group);
            grown = true;
        };
        for (std::size_t g = 0; g < source.subjects.size(); ++g) {
            for (SubjectIndex outer : source.subjects[g].within)
                if (test(groups, outer.get())) include(g);
            for (SubjectIndex same : source.subjects[g].same_as) {
                if (test(groups, same.get())) include(g);
                if (test(groups, g)) include(same.get());
            }
        }
    }
    return groups;
}

// Flows and creations name items in the same way: lists, and items one by one.
template <class Source>
Statement stated(const Case& source, const Source& by) {
    Statement statement;
    statement.certain = set_of(by.items, source.items.size());
    statement.all = statement.certain;
    statement.open = by.open;
    for (ListIndex index : by.lists) {
        const ItemList& list = source.lists[index.get()];
        statement.open = statement.open || list.open;
        for (const ListEntry& entry : list.entries) {
            if (!entry.leaf() || entry.change == Change::removed) continue;
            set(statement.all, entry.item.get());
            if (!entry.optional) set(statement.certain, entry.item.get());
        }
    }
    statement.subjects = with_inner(source, set_of(by.subjects, source.subjects.size()));
    return statement;
}

std::vector<HolderIndex> distinct(const std::vector<HolderIndex>& holders) {
    std::vector<HolderIndex> once;
    for (HolderIndex holder : holders)
        if (std::ranges::find(once, holder) == once.end()) once.push_back(holder);
    return once;
}

void add_creations(const Case& source, std::vector<Statement>& out) {
    for (std::size_t h = 0; h < source.holders.size(); ++h)
        for (const Creation& creation : source.holders[h].creates) {
            Statement statement = stated(source, creation);
            statement.from = statement.to = static_cast<std::uint32_t>(h);
            statement.flow = FlowIndex::nothing;
            statement.created = true;
            out.push_back(std::move(statement));
        }
}

void add_flows(const Case& source, std::vector<Statement>& out) {
    for (std::size_t f = 0; f < source.flows.size(); ++f) {
        const Flow& flow = source.flows[f];
        if (flow.change == Change::removed) continue;
        const auto targets = distinct(flow.to);
        if (targets.empty()) continue;
        Statement statement = stated(source, flow);
        statement.flow = static_cast<std::uint32_t>(f);
        statement.open_subjects = flow.open_subjects;
        statement.joint = targets.size() > 1;
        statement.created = !flow.from.valid();
        for (HolderIndex target : targets) {
            statement.to = static_cast<std::uint32_t>(target.get());
            statement.from = statement.created ? statement.to : static_cast<std::uint32_t>(flow.from.get());
            out.push_back(statement);
        }
    }
}

// The groups that each holder holds anything of: seeds and carries over groups instead of pairs.
class GroupSearch {
public:
    GroupSearch(const Case& source, const std::vector<Statement>& statements)
        : statements_{statements},
          masks_{words_for(source.subjects.size())},
          everyone_(masks_.words(), 0),
          order_{order_of(successors_of(source.holders.size(), statements))} {
        for (std::size_t g = 0; g < source.subjects.size(); ++g) set(everyone_, g);
    }

    [[nodiscard]] const Words& everyone() const { return everyone_; }

    /// `start` gives the groups that a statement names itself, `carries` whether it states anything.
    template <class Start, class Carries>
    Solution solve(Start start, Carries carries) {
        std::vector<Seed> seeds;
        std::vector<Carry> onward;
        const MaskId everyone = masks_.intern(everyone_);
        for (const Statement& s : statements_) {
            if (!carries(s)) continue;
            seeds.push_back({s.to, masks_.intern(start(s))});
            if (s.open_subjects && !s.created) onward.push_back({s.from, s.to, everyone});
        }
        return Network{order_, seeds, onward, masks_}.solve();
    }

private:
    const std::vector<Statement>& statements_;
    MaskTable masks_;
    Words everyone_;
    Order order_;
};

// Open subjects are those of the source. Where the source has none at all, nothing says who they are,
// so they may be anyone: judged once, before such flows have told anyone of anyone.
void fill_groups(const Case& source, std::vector<Statement>& statements) {
    GroupSearch search{source, statements};
    const auto printed = [](const Statement& s) -> const Words& { return s.subjects; };
    const auto possible = [](const Statement& s) -> const Words& { return s.groups; };
    const auto certainly = [](const Statement& s) { return !s.joint && count(s.certain) > 0; };
    const auto possibly = [](const Statement& s) { return s.states_anything(); };

    const Solution lower = search.solve(printed, certainly);
    const Solution described = search.solve(printed, possibly);
    for (Statement& s : statements) {
        const bool anyone = s.open_subjects && (s.created || described.count(s.from) == 0);
        s.groups = anyone ? search.everyone() : s.subjects;
    }
    const Solution upper = search.solve(possible, possibly);
    for (Statement& s : statements) {
        s.certain_groups = s.subjects;
        if (!s.open_subjects || s.created) continue;
        unite(s.certain_groups, lower.row(s.from));
        unite(s.groups, upper.row(s.from));
    }
}

}  // namespace

std::vector<Statement> statements_of(const Case& source) {
    std::vector<Statement> statements;
    add_creations(source, statements);
    add_flows(source, statements);
    fill_groups(source, statements);
    return statements;
}

}  // namespace nagarezu::graph
