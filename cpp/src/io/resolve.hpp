// Turns the slots of ids, which the reader stored, into positions of entities.
#pragma once

#include "intake.hpp"
#include "shape.hpp"

namespace nagarezu::io {

template <class F>
void resolve(F& field, const Intake& in) {
    if constexpr (EntityIndex<F>) {
        if (field.valid()) field = F{in.ids(kind_of<F>).entity(static_cast<Ids::Slot>(field.get()))};
    } else if constexpr (List<F>) {
        if constexpr (EntityIndex<typename F::value_type> || Shaped<typename F::value_type>)
            for (auto& element : field) resolve(element, in);
    } else if constexpr (Shaped<F>) {
        for_each_member<F>([&](const auto& member) {
            if constexpr (FieldMember<decltype(member)>) resolve(field.*member.field, in);
        });
    }
}

}  // namespace nagarezu::io
