#include "nagarezu/review/edit.hpp"

#include <algorithm>

#include "identity.hpp"
#include "lookup.hpp"
#include "nagarezu/metrics/coverage.hpp"
#include "nagarezu/metrics/recipients.hpp"
#include "removal.hpp"

namespace nagarezu::review {

namespace {

template <class T>
bool contains(const std::vector<T>& list, const T& wanted) {
    return std::ranges::find(list, wanted) != list.end();
}

bool lists_item(const ItemList& list, ItemIndex item) {
    return std::ranges::any_of(
        list.entries, [&](const ListEntry& entry) { return entry.item == item && entry.change != Change::removed; });
}

bool lists_certainly(const ItemList& list, ItemIndex item) {
    return std::ranges::any_of(list.entries, [&](const ListEntry& entry) {
        return entry.item == item && !entry.optional && entry.change != Change::removed;
    });
}

/// How many flows and creations use a list.
std::size_t uses(const Case& source, ListIndex list) {
    std::size_t found = 0;
    for (const Flow& flow : source.flows)
        if (contains(flow.lists, list)) ++found;
    for (const Holder& holder : source.holders)
        for (const Creation& creation : holder.creates)
            if (contains(creation.lists, list)) ++found;
    return found;
}

/// The flow names the other items of the list itself, for the list serves others as well. Optional items
/// need a list to say so, and get one of their own.
void detach(Case& source, FlowIndex at, ListIndex from, ItemIndex without) {
    const ItemList printed = source.lists[from.get()];
    Flow& flow = source.flows[at.get()];
    ItemList rest;
    for (const ListEntry& entry : printed.entries) {
        if (!entry.leaf() || entry.item == without || entry.change == Change::removed) continue;
        if (entry.optional)
            rest.entries.push_back(entry);
        else if (!contains(flow.items, entry.item))
            flow.items.push_back(entry.item);
    }
    flow.open = flow.open || printed.open;
    std::erase(flow.lists, from);
    if (rest.entries.empty()) return;
    rest.id = free_id<ListTag>(source, "whatif");
    rest.matter = printed.matter;
    rest.label = printed.label;
    flow.lists.emplace_back(source.lists.size());
    source.lists.push_back(std::move(rest));
}

/// Whether a flow says that it carries anything at all.
bool carries(const Case& source, const Flow& flow) {
    return flow.open || !flow.items.empty() || std::ranges::any_of(flow.lists, [&](ListIndex index) {
               const ItemList& list = entity(source, index);
               return list.open || std::ranges::any_of(list.entries, &ListEntry::leaf);
           });
}

class Editor {
public:
    explicit Editor(Case& source) : source_{source} {}

    void operator()(const WithoutItem& edit) {
        const auto item = require<ItemTag>(source_, edit.item);
        if (!edit.flow.empty()) return without_item_on(require<FlowTag>(source_, edit.flow), item);
        Removal removal{source_};
        removal.take(item);
        removal.settle();
    }

    void operator()(const WithoutFlow& edit) {
        const auto flow = require<FlowTag>(source_, edit.flow);
        Removal removal{source_};
        removal.take(flow);
        removal.settle();
    }

    void operator()(const WithoutRecipient& edit) {
        const auto holder = require<HolderTag>(source_, edit.recipient);
        const auto recipients = metrics::recipients_of(source_);
        if (!contains(recipients, holder)) {
            std::vector<std::string_view> known;
            known.reserve(recipients.size());
            for (const HolderIndex recipient : recipients) known.push_back(entity(source_, recipient).id);
            refuse(ErrorCode::no_effect, edit.recipient, nearest_known(edit.recipient, known));
        }
        Removal removal{source_};
        removal.take(holder);
        removal.settle();
    }

    void operator()(const WithItem& edit) {
        const auto at = require<FlowTag>(source_, edit.flow);
        const auto item = item_of(edit);
        Flow& flow = source_.flows[at.get()];
        const bool listed_already = contains(flow.items, item) || std::ranges::any_of(flow.lists, [&](ListIndex list) {
                                        return lists_certainly(entity(source_, list), item);
                                    });
        if (listed_already) refuse(ErrorCode::no_effect, edit.item, edit.flow);
        flow.items.push_back(item);
    }

    void operator()(const WithFlow& edit) {
        require_new<FlowTag>(source_, edit.flow);
        Flow flow;
        flow.id = edit.flow;
        flow.relation = require_word<Relation>(edit.relation);
        flow.matter = matter_of(edit);
        if (!edit.from.empty()) flow.from = require<HolderTag>(source_, edit.from);
        flow.to = require<HolderTag>(source_, edit.to);
        flow.items = require<ItemTag>(source_, edit.items);
        flow.subjects = require<SubjectTag>(source_, edit.subjects);
        flow.open = flow.items.empty();
        flow.open_subjects = flow.subjects.empty();
        flow.change = Change::added;
        if (edit.from.empty() && flow.relation != Relation::collect)
            refuse(ErrorCode::endpoint_missing, edit.flow, "from");
        if (flow.to.empty() && flow.relation != Relation::issue) refuse(ErrorCode::endpoint_missing, edit.flow, "to");
        source_.flows.push_back(std::move(flow));
    }

    void operator()(const WithRecipient& edit) {
        require_new<HolderTag>(source_, edit.recipient);
        if (edit.label.empty()) refuse(ErrorCode::missing_key, "label");
        Holder holder;
        holder.id = edit.recipient;
        holder.label = edit.label;
        holder.external = true;
        holder.tier = 1;
        const HolderIndex at{source_.holders.size()};
        if (!edit.flow.empty()) {
            Flow flow = entity(source_, require<FlowTag>(source_, edit.flow));
            flow.id += "-" + edit.recipient;
            require_new<FlowTag>(source_, flow.id);
            flow.to = {at};
            flow.change = Change::added;
            flow.source.clear();
            flow.provenance.clear();
            if (flow.relation == Relation::issue) flow.relation = Relation::provide;
            if (flow.from.valid()) holder.tier = entity(source_, flow.from).tier + 1;
            source_.flows.push_back(std::move(flow));
        }
        source_.holders.push_back(std::move(holder));
    }

    void operator()(const WithSafeguard& edit) {
        Safeguard added;
        const auto category = require_word<Category>(edit.category);
        const auto stated = metrics::stated_by_flow(source_);
        bool known = !stated.empty() &&
                     std::ranges::all_of(stated, [&](Categories categories) { return categories.contains(category); });
        if (!edit.flow.empty()) {
            const auto flow = require<FlowTag>(source_, edit.flow);
            known = stated[flow.get()].contains(category);
            added.matter = entity(source_, flow).matter;
            added.applies_to = {flow};
        }
        if (known) refuse(ErrorCode::no_effect, edit.category, edit.flow);
        if (edit.party.empty()) refuse(ErrorCode::missing_key, "party");
        added.id = free_id<SafeguardTag>(source_, "whatif");
        added.party = edit.party;
        added.label = edit.category;
        added.categories = {category};
        source_.safeguards.push_back(std::move(added));
    }

private:
    void without_item_on(FlowIndex at, ItemIndex item) {
        const Flow before = source_.flows[at.get()];
        bool found = std::erase(source_.flows[at.get()].items, item) > 0;
        std::vector<ListIndex> emptied;
        for (const ListIndex list : before.lists) {
            if (!lists_item(entity(source_, list), item)) continue;
            found = true;
            if (uses(source_, list) > 1) {
                detach(source_, at, list, item);
                continue;
            }
            ItemList& own = source_.lists[list.get()];
            std::erase_if(own.entries, [&](const ListEntry& entry) { return entry.item == item; });
            if (!own.open && std::ranges::none_of(own.entries, &ListEntry::leaf)) emptied.push_back(list);
        }
        if (!found) refuse(ErrorCode::no_effect, source_.items[item.get()].id, before.id);
        Removal rest{source_};
        for (const ListIndex list : emptied) rest.take(list);
        if (!carries(source_, source_.flows[at.get()])) rest.take(at);
        rest.settle();
    }

    ItemIndex item_of(const WithItem& edit) {
        const auto known = find<ItemTag>(source_, edit.item);
        ItemClasses classes;
        for (const std::string& word : edit.classes) classes.insert(require_word<ItemClass>(word));
        if (known.valid()) {
            const Item& item = entity(source_, known);
            if (!edit.label.empty() && edit.label != item.label)
                refuse(ErrorCode::contradiction, edit.item, shortened(item.label));
            if (!edit.classes.empty() && !(classes == item.classes))
                refuse(ErrorCode::contradiction, edit.item, shown_words(item.classes));
            return known;
        }
        if (edit.label.empty()) return require<ItemTag>(source_, edit.item);  // which names the nearest
        require_id(edit.item);
        Item item;
        item.id = edit.item;
        item.label = edit.label;
        item.classes = classes;
        source_.items.push_back(std::move(item));
        return ItemIndex{source_.items.size() - 1};
    }

    MatterIndex matter_of(const WithFlow& edit) const {
        if (!edit.matter.empty()) return require<MatterTag>(source_, edit.matter);
        if (source_.matters.size() != 1)
            refuse(ErrorCode::missing_key, "matter", nearest_known("", ids_of(source_.matters)));
        return MatterIndex{0};
    }

    Case& source_;
};

void mark(Sourced& entity, std::string_view field) {
    const bool known = std::ranges::any_of(
        entity.provenance, [&](const Provenance& entry) { return entry.field == field && entry.rule == whatif_rule; });
    if (known) return;
    Provenance entry;
    entry.field = field;
    entry.rule = whatif_rule;
    entity.provenance.push_back(std::move(entry));
}

/// Says of each value that is not that of the case before that it is hypothetical.
template <class T>
void mark_new_values(const Case& before, const std::vector<T>& old, const Case& after, std::vector<T>& list) {
    const Pairing pairing = pair_up(before, old, after, list);
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (!pairing.before[i]) {
            mark(list[i], std::get<0>(Fields<T>::list).name);  // the id, or what stands for it
            continue;
        }
        const T& was = old[*pairing.before[i]];
        std::vector<std::string_view> fields;
        for_each_field<T>([&](const auto& field) {
            if (field.name != "provenance" && !same(before, was.*field.at, after, list[i].*field.at))
                fields.push_back(field.name);
        });
        for (const std::string_view field : fields) mark(list[i], field);
    }
}

}  // namespace

Case edited(Case source, const Edit& edit) {
    const Case before = source;
    std::visit(Editor{source}, edit);
    for_each_field<Case>([&](const auto& field) {
        using List = ValueOf<decltype(field)>;
        if constexpr (is_list<List>::value)
            if constexpr (std::is_base_of_v<Sourced, typename List::value_type>)
                mark_new_values(before, before.*field.at, source, source.*field.at);
    });
    return source;
}

Case edited(Case source, std::span<const Edit> edits) {
    for (const Edit& edit : edits) source = edited(std::move(source), edit);
    return source;
}

}  // namespace nagarezu::review
