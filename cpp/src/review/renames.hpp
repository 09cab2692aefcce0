// Which removed and which added entities look like the same under another id.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "identity.hpp"
#include "nagarezu/review/difference.hpp"

namespace nagarezu::review {

/// The flows and list positions that name each holder, item and group, as one comparable text each.
class Neighbourhood {
public:
    explicit Neighbourhood(const Case& source);

    /// By kind and position; empty for what nothing names, and for other kinds.
    [[nodiscard]] std::string of(std::string_view kind, std::size_t position) const;

private:
    void note(std::string_view kind, std::size_t position, const std::string& place);

    std::map<std::pair<std::string_view, std::size_t>, std::string> places_;
};

/// What two entities under different ids may have in common, the strongest reason first.
inline constexpr std::array<std::string_view, 5> rename_reasons{"content", "label", "concept", "position",
                                                                "neighbours"};

/// The text that must be the same for each of the reasons; empty where a reason does not apply.
template <class T>
std::array<std::string, rename_reasons.size()> likeness(const Case& source, const T& value, std::string neighbours) {
    std::array<std::string, rename_reasons.size()> texts;
    for_each_field<T>([&](const auto& field) {
        if (field.sense == Sense::meaning && field.name != "id") texts[0] += shown(source, value.*field.at) + '\x1F';
    });
    texts[1] = label_of(value);
    if constexpr (std::is_same_v<T, Item>) {
        if (!value.concept_id.empty()) texts[2] = value.concept_id + '\x1F' + value.role;
    } else if constexpr (std::is_same_v<T, Safeguard>) {
        if (!value.position.empty())
            texts[3] = path({id_at(source, value.matter), value.party, shown(source, value.layer), value.position});
    } else if constexpr (std::is_same_v<T, ItemList>) {
        if (!value.holders.empty()) neighbours = path({id_at(source, value.matter), shown(source, value.holders)});
    } else if constexpr (std::is_same_v<T, Flow>) {
        neighbours = path({id_at(source, value.matter), id_at(source, value.from), ">", shown(source, value.to),
                           shown(source, value.relation)});
    }
    texts[4] = std::move(neighbours);
    return texts;
}

/// Proposes a new name for each removed entity, one reason after the other; of several that look alike the
/// first is taken, and none twice.
template <class T>
std::vector<Rename> renames(const Case& a, const std::vector<T>& x, const Neighbourhood& around_a, const Case& b,
                            const std::vector<T>& y, const Neighbourhood& around_b, Pairing pairing) {
    std::vector<Rename> found;
    std::vector<std::size_t> removed, added;
    for (std::size_t i = 0; i < x.size(); ++i)
        if (!pairing.continued[i]) removed.push_back(i);
    for (std::size_t i = 0; i < y.size(); ++i)
        if (!pairing.before[i]) added.push_back(i);
    if (removed.empty() || added.empty()) return found;

    std::vector<std::array<std::string, rename_reasons.size()>> old, fresh;
    for (const std::size_t i : removed) old.push_back(likeness(a, x[i], around_a.of(Fields<T>::kind, i)));
    for (const std::size_t i : added) fresh.push_back(likeness(b, y[i], around_b.of(Fields<T>::kind, i)));
    for (std::size_t reason = 0; reason < rename_reasons.size(); ++reason) {
        std::unordered_map<std::string_view, std::vector<std::size_t>> candidates;
        for (std::size_t i = added.size(); i-- > 0;)
            if (!pairing.before[added[i]] && !fresh[i][reason].empty()) candidates[fresh[i][reason]].push_back(i);
        for (std::size_t i = 0; i < removed.size(); ++i) {
            const auto alike = candidates.find(old[i][reason]);
            if (pairing.continued[removed[i]] || alike == candidates.end() || alike->second.empty()) continue;
            const T& before = x[removed[i]];
            const T& after = y[added[alike->second.back()]];
            pairing.before[added[alike->second.back()]] = removed[i];
            pairing.continued[removed[i]] = true;
            alike->second.pop_back();
            found.push_back({Fields<T>::kind, before.id, after.id, label_of(before), label_of(after),
                             rename_reasons[reason], before.source, after.source});
        }
    }
    return found;
}

}  // namespace nagarezu::review
