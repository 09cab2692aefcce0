// Applying a difference: lists put together again, references renumbered.
#include <stdexcept>
#include <unordered_map>

#include "nagarezu/model/references.hpp"
#include "nagarezu/review/difference.hpp"
#include "values.hpp"

namespace nagarezu::review {

namespace {

/// Where each entity of a list of the old case stands in the new one, by its id.
template <class Tag>
std::vector<Index<Tag>> moved(const Case& before, const Case& after) {
    std::unordered_map<std::string_view, std::size_t> places;
    const auto& fresh = after.*Table<Tag>::at;
    for (std::size_t i = 0; i < fresh.size(); ++i) places.emplace(fresh[i].id, i);
    std::vector<Index<Tag>> found;
    for (const auto& old : before.*Table<Tag>::at) {
        const auto place = places.find(old.id);
        found.push_back(place == places.end() ? Index<Tag>{} : Index<Tag>{place->second});
    }
    return found;
}

/// Turns references into the old case into references into the new one.
class Renumbering {
public:
    Renumbering(const Case& before, const Case& after)
        : moves_{moved<MatterTag>(before, after),   moved<SubjectTag>(before, after), moved<ItemTag>(before, after),
                 moved<HolderTag>(before, after),   moved<ListTag>(before, after),    moved<FlowTag>(before, after),
                 moved<SafeguardTag>(before, after)} {}

    template <class Tag>
    void operator()(Index<Tag>& index) const {
        if (index.valid()) index = std::get<std::vector<Index<Tag>>>(moves_)[index.get()];
    }
    template <class Tag>
    void operator()(std::vector<Index<Tag>>& indices) const {
        for (Index<Tag>& index : indices) (*this)(index);
    }

private:
    std::tuple<std::vector<MatterIndex>, std::vector<SubjectIndex>, std::vector<ItemIndex>, std::vector<HolderIndex>,
               std::vector<ListIndex>, std::vector<FlowIndex>, std::vector<SafeguardIndex>>
        moves_;
};

/// Calls `visit(field, sequence)` for each list of entities of a case.
template <class Visit>
void for_each_list(const Rewriting& rewriting, Visit visit) {
    std::size_t next = 0;
    for_each_field<Case>([&](const auto& field) {
        if constexpr (lists_entities<ValueOf<decltype(field)>>::value) visit(field, rewriting.lists[next++]);
    });
}

}  // namespace

Case apply(const Difference& difference, const Case& a) {
    const Rewriting& rewriting = difference.rewriting;
    Case b = rewriting.values;
    for_each_list(rewriting, [&](const auto& field, const Rewriting::Sequence& sequence) {
        const auto& old = a.*field.at;
        if (old.size() != sequence.before) throw std::invalid_argument("the difference was taken from another case");
        auto& list = b.*field.at;
        list.clear();
        for (const std::size_t from : sequence.from)
            list.push_back(from < old.size() ? old[from] : (rewriting.values.*field.at)[from - old.size()]);
    });
    // What was kept still refers to positions in the old case; new values refer to the new one already.
    const Renumbering renumbering{a, b};
    for_each_list(rewriting, [&](const auto& field, const Rewriting::Sequence& sequence) {
        for (std::size_t i = 0; i < sequence.from.size(); ++i)
            if (sequence.from[i] < sequence.before) for_each_reference((b.*field.at)[i], renumbering);
    });
    return b;
}

}  // namespace nagarezu::review
