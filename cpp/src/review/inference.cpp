#include "nagarezu/review/inference.hpp"

#include <algorithm>
#include <array>

#include "linkage_parts.hpp"

namespace nagarezu::review {

namespace {

using graph::Reach;
using metrics::Measured;

/// Whether some group fits: nothing if it does not in any reading, else whether it does in every one.
template <class Fits>
std::optional<bool> certainty(const Measured& measured, Fits fits) {
    bool possible = false;
    for (std::size_t g = 0; g < measured.source.subjects.size(); ++g) {
        if (fits(SubjectIndex{g}, Reach::lower)) return true;
        possible = possible || fits(SubjectIndex{g}, Reach::upper);
    }
    return possible ? std::optional{false} : std::nullopt;
}

class Collector {
public:
    Collector(const Measured& measured, const Keys& keys, HolderIndex holder)
        : measured_{measured}, keys_{keys}, holder_{holder}, items_{measured.source.items} {}

    std::vector<Inference> run() {
        for (std::size_t i = 0; i < items_.size(); ++i)
            if (items_[i].derived_from.valid() && items_[i].classes.contains(ItemClass::CR))
                infer(Clue::derives, ItemIndex{i}, items_[i].derived_from);
        for (std::size_t i = 0; i < items_.size(); ++i)
            if (items_[i].derived_from.valid()) infer(Clue::reveals, items_[i].derived_from, ItemIndex{i});
        for (std::size_t i = 0; i < items_.size(); ++i)
            if (is_own(items_[i]) && items_[i].classes.contains(ItemClass::CT)) tell(Clue::contact, ItemIndex{i});
        for (std::size_t i = 0; i < items_.size(); ++i)
            if (items_[i].classes.contains(ItemClass::FT)) tell(Clue::free_text, ItemIndex{i});
        return std::move(found_);
    }

private:
    [[nodiscard]] bool holds(SubjectIndex group, ItemIndex item, Reach reach) const {
        return measured_.holdings.holds(holder_, group, item, reach);
    }

    // What it may hold anyway is no news, nor is a way to a person whom it may know by name.
    void infer(Clue clue, ItemIndex item, ItemIndex by) {
        keep(clue, item, by, certainty(measured_, [&](SubjectIndex group, Reach reach) {
                 return holds(group, by, reach) && !holds(group, item, Reach::upper);
             }));
    }

    void tell(Clue clue, ItemIndex item) {
        keep(clue, item, item, certainty(measured_, [&](SubjectIndex group, Reach reach) {
                 return holds(group, item, reach) && !keys_.identifies(holder_, group, Reach::upper);
             }));
    }

    void keep(Clue clue, ItemIndex item, ItemIndex by, std::optional<bool> certain) {
        if (certain) found_.push_back({clue, item, by, *certain});
    }

    const Measured& measured_;
    const Keys& keys_;
    HolderIndex holder_;
    const std::vector<Item>& items_;
    std::vector<Inference> found_;
};

}  // namespace

std::string_view name_of(Clue clue) {
    static constexpr std::array<std::string_view, 4> names{"derives", "reveals", "contact", "free_text"};
    return names[static_cast<std::size_t>(clue)];
}

std::vector<Inference> inferences(const Measured& measured, HolderIndex holder) {
    return inferences(measured, Keys{measured}, holder);
}

std::vector<Inference> inferences(const Measured& measured, const Keys& keys, HolderIndex holder) {
    return Collector{measured, keys, holder}.run();
}

}  // namespace nagarezu::review
