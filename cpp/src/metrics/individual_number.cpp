#include "individual_number.hpp"

#include <algorithm>

#include "codes.hpp"

namespace nagarezu::metrics {

namespace {

class Search {
public:
    Search(const Case& source, MatterIndex matter) : source_{source}, matter_{matter} {}

    IndividualNumber run() {
        for (const ItemList& list : source_.lists)
            if (here(list.matter)) add(list);
        for (const Flow& flow : source_.flows)
            if (here(flow.matter) && flow.change != Change::removed) add(flow.items, flow.open, "flow:" + flow.id);
        if (!matter_.valid())
            for (const Holder& holder : source_.holders)
                for (const Creation& by : holder.creates) add(by.items, by.open, "holder:" + holder.id);
        if (stated_) return {Applies::stated_item, {}};
        if (assessed()) return {Applies::assessment_matter, {}};
        const Applies applies = !optional_.empty() ? Applies::optional_item
                                : !open_.empty()   ? Applies::open_list
                                                   : Applies::no_item;
        merge_codes(optional_, open_);
        return {applies, std::move(optional_)};
    }

private:
    [[nodiscard]] bool here(MatterIndex matter) const { return !matter_.valid() || matter == matter_; }

    [[nodiscard]] bool has_number(ItemIndex item) const {
        return source_.items[item.get()].classes.contains(ItemClass::NB);
    }

    void add(const ItemList& list) {
        for (const ListEntry& entry : list.entries) {
            if (!entry.leaf() || entry.change == Change::removed || !has_number(entry.item)) continue;
            if (entry.optional)
                merge_codes(optional_, {"item:" + source_.items[entry.item.get()].id});
            else
                stated_ = true;
        }
        if (list.open) merge_codes(open_, {"list:" + list.id});
    }

    void add(const std::vector<ItemIndex>& items, bool open, const std::string& code) {
        stated_ = stated_ || std::ranges::any_of(items, [this](ItemIndex item) { return has_number(item); });
        if (open) merge_codes(open_, {code});
    }

    /// The document itself is such an assessment, or the matter is one.
    [[nodiscard]] bool assessed() const {
        const auto is_one = [](const Matter& matter) {
            return std::ranges::find(matter.kinds, MatterKind::assessment) != matter.kinds.end();
        };
        if (source_.procedure == Procedure::assessment) return true;
        return matter_.valid() ? is_one(source_.matters[matter_.get()]) : std::ranges::any_of(source_.matters, is_one);
    }

    const Case& source_;
    MatterIndex matter_;
    bool stated_{false};
    std::vector<std::string> optional_, open_;
};

}  // namespace

IndividualNumber individual_number(const Case& source, MatterIndex matter) {
    return Search{source, matter}.run();
}

}  // namespace nagarezu::metrics
