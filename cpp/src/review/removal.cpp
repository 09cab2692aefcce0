#include "removal.hpp"

#include <algorithm>
#include <utility>

namespace nagarezu::review {

namespace {

bool has_leaves(const ItemList& list) {
    return std::ranges::any_of(list.entries, [](const ListEntry& entry) { return entry.leaf(); });
}

/// The new position of each entity of a list from which some are gone; nothing for those.
template <class Tag>
std::vector<Index<Tag>> remaining(const std::vector<bool>& gone) {
    std::vector<Index<Tag>> to(gone.size());
    std::size_t next = 0;
    for (std::size_t i = 0; i < gone.size(); ++i)
        if (!gone[i]) to[i] = Index<Tag>{next++};
    return to;
}

template <class Tag>
struct Renumbering {
    std::vector<Index<Tag>> to;

    void operator()(Index<Tag>& index) const {
        if (index.valid()) index = to[index.get()];
    }
    void operator()(std::vector<Index<Tag>>& indices) const {
        for (Index<Tag>& index : indices) (*this)(index);
        std::erase_if(indices, [](Index<Tag> index) { return !index.valid(); });
    }
};

template <class T>
void keep_others(std::vector<T>& list, const std::vector<bool>& gone) {
    std::size_t next = 0;
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (gone[i]) continue;
        if (next != i) list[next] = std::move(list[i]);
        ++next;
    }
    list.resize(next);
}

}  // namespace

Removal::Removal(Case& source) : source_{source} {
    const auto fit = [&]<class Tag>(Gone<Tag>& of) { of.marks.resize((source.*Table<Tag>::at).size()); };
    std::apply([&](auto&... each) { (fit(each), ...); }, gone_);
}

void Removal::settle() {
    settle_lists();
    settle_creations();
    settle_partners();
    settle_flows();
    settle_unused_lists();
    settle_safeguards();
    settle_claims();
    sweep();
}

void Removal::settle_lists() {
    for (std::size_t i = 0; i < source_.lists.size(); ++i) {
        ItemList& list = source_.lists[i];
        const auto lost = std::erase_if(list.entries, [&](const ListEntry& entry) { return is_gone(entry.item); });
        if (lost > 0 && !has_leaves(list) && !list.open) take(ListIndex{i});
    }
}

void Removal::settle_creations() {
    for (Holder& holder : source_.holders)
        std::erase_if(holder.creates, [&](Creation& creation) {
            const bool lost_items = lose(creation.items);
            const bool lost_lists = lose(creation.lists);
            return (lost_items || lost_lists) && creation.items.empty() && creation.lists.empty() && !creation.open;
        });
}

void Removal::settle_partners() {
    for (Matter& matter : source_.matters) {
        std::erase_if(matter.partners, [&](PartnerRow& row) { return lose(row.holders) && row.holders.empty(); });
        std::erase_if(matter.retold, [&](Retelling& again) {
            const bool nobody = lose(again.holders) && again.holders.empty();
            return (lose(again.items) && again.items.empty()) || nobody;
        });
    }
}

void Removal::settle_flows() {
    for (std::size_t i = 0; i < source_.flows.size(); ++i) {
        Flow& flow = source_.flows[i];
        const bool nobody = lose(flow.to) && flow.to.empty();
        const bool lost_items = lose(flow.items);
        // A flow that is gone keeps its lists for now: they show which lists it used.
        const bool lists = std::ranges::any_of(flow.lists, [&](ListIndex list) { return !is_gone(list); });
        const bool lost = lost_items || std::ranges::any_of(flow.lists, [&](ListIndex list) { return is_gone(list); });
        if (nobody || is_gone(flow.from) || (lost && flow.items.empty() && !lists && !flow.open)) take(FlowIndex{i});
    }
}

void Removal::settle_unused_lists() {
    std::vector<bool> used(source_.lists.size());
    std::vector<bool> was_used(source_.lists.size());
    for (std::size_t i = 0; i < source_.holders.size(); ++i)
        for (const Creation& creation : source_.holders[i].creates)
            for (const ListIndex list : creation.lists) (is_gone(HolderIndex{i}) ? was_used : used)[list.get()] = true;
    for (std::size_t i = 0; i < source_.flows.size(); ++i)
        for (const ListIndex list : source_.flows[i].lists)
            (is_gone(FlowIndex{i}) ? was_used : used)[list.get()] = true;
    for (std::size_t i = 0; i < source_.lists.size(); ++i) {
        const bool nobody = lose(source_.lists[i].holders) && source_.lists[i].holders.empty();
        if (!used[i] && (was_used[i] || nobody)) take(ListIndex{i});
    }
}

void Removal::settle_safeguards() {
    // An empty `applies_to` would say that it applies to every flow.
    for (std::size_t i = 0; i < source_.safeguards.size(); ++i)
        if (auto& flows = source_.safeguards[i].applies_to; lose(flows) && flows.empty()) take(SafeguardIndex{i});
}

void Removal::settle_claims() {
    std::erase_if(source_.claims, [&](Claim& claim) {
        const bool nobody = lose(claim.holders) && claim.holders.empty() && claim.zone.empty();
        const bool nothing = lose(claim.items) && claim.items.empty() && claim.classes.empty();
        const bool nowhere = lose(claim.flows) && claim.flows.empty();
        return nobody || nothing || nowhere;
    });
}

void Removal::sweep() {
    const auto sweep_one = [&]<class Tag>(const Gone<Tag>& of) {
        if (std::ranges::find(of.marks, true) == of.marks.end()) return;
        keep_others(source_.*Table<Tag>::at, of.marks);
        for_each_reference(source_, Renumbering<Tag>{remaining<Tag>(of.marks)});
    };
    std::apply([&](const auto&... each) { (sweep_one(each), ...); }, gone_);
}

}  // namespace nagarezu::review
