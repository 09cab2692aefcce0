// Who holds which key of whom, and who holds a direct identifier: what linkage is computed from.
#pragma once

#include <vector>

#include "nagarezu/metrics/measured.hpp"

namespace nagarezu::review {

/// Whether the item is the data subject's own. Another person's id, such as a householder's, is neither a
/// key to the data subject nor an identifier of theirs.
inline bool is_own(const Item& item) {
    return item.role.empty();
}
bool is_direct_identifier(const Item& item);

/// The keys of a case, each with its items (one item, or all of one concept), and who holds them. Looked up once for
/// all questions about a case; Reach is lower or upper.
class Keys {
public:
    explicit Keys(const metrics::Measured& measured);

    [[nodiscard]] std::size_t size() const { return items_.size(); }
    [[nodiscard]] const std::vector<ItemIndex>& items(std::size_t key) const { return items_[key]; }
    [[nodiscard]] bool holds(HolderIndex holder, SubjectIndex group, std::size_t key, graph::Reach reach) const;
    [[nodiscard]] bool holds_any(HolderIndex holder, SubjectIndex group, graph::Reach reach) const;
    /// Whether both hold some key of the group.
    [[nodiscard]] bool share(HolderIndex a, HolderIndex b, SubjectIndex group, graph::Reach reach) const;
    [[nodiscard]] bool identifies(HolderIndex holder, SubjectIndex group, graph::Reach reach) const;
    /// Whether shared keys of the group connect all of the holders; so they do for one holder, and for none.
    [[nodiscard]] bool joined(const std::vector<HolderIndex>& holders, SubjectIndex group, graph::Reach reach) const;

private:
    struct Held {  // in one bound: a row of keys, and a truth value, for each holder and group
        std::vector<graph::Word> keys;
        std::vector<bool> identifies;
    };
    [[nodiscard]] std::size_t row(HolderIndex holder, SubjectIndex group) const {
        return holder.get() * groups_ + group.get();
    }
    [[nodiscard]] const Held& held(graph::Reach reach) const { return reach == graph::Reach::lower ? lower_ : upper_; }
    [[nodiscard]] graph::ConstBits keys_of(HolderIndex holder, SubjectIndex group, graph::Reach reach) const {
        return graph::ConstBits{held(reach).keys}.subspan(row(holder, group) * words_, words_);
    }
    [[nodiscard]] Held look_up(const metrics::Measured& measured, const std::vector<ItemIndex>& identifiers,
                               graph::Reach reach) const;

    std::vector<std::vector<ItemIndex>> items_;
    std::size_t groups_;
    std::size_t words_{0};
    Held lower_;
    Held upper_;
};

}  // namespace nagarezu::review
