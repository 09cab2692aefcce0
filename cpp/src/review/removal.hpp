// Taking entities out of a case, with all that would be left without content.
#pragma once

#include <tuple>
#include <vector>

#include "nagarezu/model/references.hpp"

namespace nagarezu::review {

/// Marks entities first, and takes them out together in `settle`; until then positions stay as they are.
class Removal {
public:
    explicit Removal(Case& source);

    template <class Tag>
    void take(Index<Tag> index) {
        gone<Tag>()[index.get()] = true;
    }
    /// What loses its content by this goes as well; references to what is gone go, the others are renumbered.
    void settle();

private:
    // One vector a kind; a wrapper, for otherwise all would be of one type.
    template <class Tag>
    struct Gone {
        std::vector<bool> marks;
    };

    template <class Tag>
    std::vector<bool>& gone() {
        return std::get<Gone<Tag>>(gone_).marks;
    }
    template <class Tag>
    [[nodiscard]] bool is_gone(Index<Tag> index) const {
        return index.valid() && std::get<Gone<Tag>>(gone_).marks[index.get()];
    }
    /// Drops references to what is gone; true if there were any.
    template <class Tag>
    bool lose(std::vector<Index<Tag>>& indices) const {
        return std::erase_if(indices, [this](Index<Tag> index) { return is_gone(index); }) > 0;
    }

    void settle_lists();
    void settle_creations();
    void settle_partners();
    void settle_flows();
    void settle_unused_lists();
    void settle_safeguards();
    void settle_claims();
    void sweep();

    Case& source_;
    std::tuple<Gone<MatterTag>, Gone<SubjectTag>, Gone<ItemTag>, Gone<HolderTag>, Gone<ListTag>, Gone<FlowTag>,
               Gone<SafeguardTag>>
        gone_;
};

}  // namespace nagarezu::review
