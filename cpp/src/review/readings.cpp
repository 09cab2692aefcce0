#include "nagarezu/review/readings.hpp"

#include "nagarezu/model/fields.hpp"
#include "nagarezu/model/references.hpp"
#include "nagarezu/review/edit.hpp"

namespace nagarezu::review {

namespace {

template <class T>
void tally(const T& entity, Readings& found) {
    if constexpr (std::is_base_of_v<Sourced, T>)
        for (const Provenance& entry : entity.provenance)
            if (entry.rule != whatif_rule) ++found.by_review[static_cast<std::size_t>(entry.review)];
    for_each_field<T>([&](const auto& field) {
        using Value = ValueOf<decltype(field)>;
        if constexpr (is_list<Value>::value)
            if constexpr (Entity<typename Value::value_type>)
                for (const auto& each : entity.*field.at) tally(each, found);
    });
}

}  // namespace

Readings readings(const Case& source) {
    Readings found;
    tally(source, found);
    return found;
}

}  // namespace nagarezu::review
