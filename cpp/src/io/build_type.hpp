// Makes the reader's tables from the shapes, at compile time.
#pragma once

#include <array>
#include <utility>

#include "check.hpp"
#include "take.hpp"
#include "type.hpp"

namespace nagarezu::io {

/// Functions over a field that holds one value.
template <class F, Rule rule, Kind kind>
struct Scalar {
    static void text(Intake& in, void* field, std::string_view value) {
        take<rule, kind>(in, value, *static_cast<F*>(field));
    }
    static void whole(Intake& in, void* field, Count value) { take_whole<rule>(in, value, *static_cast<F*>(field)); }
    static void real(Intake& in, void* field, double value) { take_share(in, value, *static_cast<F*>(field)); }
    static void truth(void* field, bool value) { *static_cast<bool*>(field) = value; }
};

/// A new element. Most lists have a few, so a short one is allocated once.
template <class F>
F& append_to(std::vector<F>& list) {
    if (list.capacity() == 0) list.reserve(sizeof(F) <= 256 ? 4 : 1);
    return list.emplace_back();
}

/// Functions over a list of scalars: each appends one value.
template <class F, Rule rule, Kind kind>
struct ScalarOf {
    static void text(Intake& in, void* list, std::string_view text) {
        F value{};
        if (take<rule, kind>(in, text, value)) append_to(*static_cast<std::vector<F>*>(list)) = std::move(value);
    }
    static void whole(Intake& in, void* list, Count number) {
        F value{};
        if (take_whole<rule>(in, number, value)) append_to(*static_cast<std::vector<F>*>(list)) = value;
    }
};

template <class Word>
void insert_word(Intake& in, void* set, std::string_view value) {
    Word word{};
    if (take<Rule::none, Kind::source>(in, value, word)) static_cast<WordSet<Word>*>(set)->insert(word);
}

template <class F>
void* append(void* list) {
    return &append_to(*static_cast<std::vector<F>*>(list));
}

template <class T>
void version(Intake& in, void*, std::string_view value) {
    constexpr Version expected = std::get<0>(Shape<T>::members);
    if (value == expected.value) return;
    in.fail(ErrorCode::bad_format_version, value, std::string{expected.value});
    in.stop();  // the members of another version cannot be judged
}

template <class T>
struct TableOf;
template <class F, Rule rule = Rule::none, Kind kind = Kind::source>
struct TypeOf;

template <class F>
inline constexpr bool is_whole = std::is_same_v<F, int> || std::is_same_v<F, std::optional<Count>>;
template <class F>
inline constexpr bool is_share = std::is_same_v<F, double> || std::is_same_v<F, std::optional<double>>;

template <class F, Rule rule, Kind kind>
constexpr Type scalar_type() {
    using Functions = Scalar<F, rule, kind>;
    if constexpr (std::is_same_v<F, bool>) {
        return {.expected = "true or false", .truth = Functions::truth};
    } else if constexpr (is_whole<F>) {
        return {.expected = "whole number", .whole = Functions::whole, .range = WholeRange<F, rule>::form};
    } else if constexpr (is_share<F>) {
        return {.expected = "number", .real = Functions::real, .range = share_form};
    } else {
        return {.expected = "text", .text = Functions::text};
    }
}

template <class F, Rule rule, Kind kind>
constexpr Type element_type() {
    using Functions = ScalarOf<F, rule, kind>;
    if constexpr (is_whole<F>) {
        return {.expected = "whole number", .whole = Functions::whole, .range = WholeRange<F, rule>::form};
    } else {
        return {.expected = "text", .text = Functions::text};
    }
}

template <class F, Rule rule, Kind kind>
inline constexpr Type element_of = element_type<F, rule, kind>();
template <class Word>
inline constexpr Type word_of{.expected = "text", .text = insert_word<Word>};

template <class F, Rule rule, Kind kind>
constexpr Type make_type() {
    if constexpr (Shaped<F>) {
        return {.expected = "object", .table = &TableOf<F>::table};
    } else if constexpr (WordSetOf<F>) {
        return {.expected = "list", .element = &word_of<typename is_word_set<F>::Word>};
    } else if constexpr (List<F>) {
        using Element = typename F::value_type;
        if constexpr (Shaped<Element>) {
            return {.expected = "list", .element = &TypeOf<Element, Rule::none, kind>::type, .append = append<Element>};
        } else {
            return {.expected = "list", .element = &element_of<Element, rule, kind>};
        }
    } else {
        return scalar_type<F, rule, kind>();
    }
}

template <class F, Rule rule, Kind kind>
struct TypeOf {
    static constexpr Type type = make_type<F, rule, kind>();
};

/// The type whose fields the members of T are: T itself, unless T is only a part.
template <class T>
struct ObjectOf {
    using Object = T;
};
template <class T>
requires requires {
    typename Shape<T>::Object;
}
struct ObjectOf<T> {
    using Object = typename Shape<T>::Object;
};

template <class T, std::size_t i>
void* field_of(void* object) {
    return &(static_cast<typename ObjectOf<T>::Object*>(object)->*std::get<i>(Shape<T>::members).field);
}
inline void* same(void* object) {
    return object;
}

template <class T>
constexpr Kind own_kind() {
    if constexpr (std::is_same_v<decltype(kind_of<T>), const Kind>) return kind_of<T>;
    return Kind::source;  // T has no id of its own, so nothing asks
}

template <class T>
inline constexpr Type version_of{.expected = "text", .text = version<T>};

template <class T, std::size_t i>
constexpr Slot make_slot() {
    constexpr auto member = std::get<i>(Shape<T>::members);
    using M = std::remove_const_t<decltype(member)>;
    if constexpr (InlineMember<M>) {
        return {member.key, &TypeOf<typename inline_part<M>::Part>::type, same, true};
    } else if constexpr (FieldMember<M>) {
        using Field = typename M::Field;
        return {member.key, &TypeOf<Field, member.rule, own_kind<T>()>::type, field_of<T, i>,
                member.need == Need::required};
    } else {
        return {member.key, &version_of<T>, same, true};
    }
}

template <class T>
constexpr auto make_check() {
    using Check = void (*)(Intake&, const void*);
    if constexpr (requires(Intake & in, const T& object) { check(in, object); }) {
        return Check{[](Intake& in, const void* object) { check(in, *static_cast<const T*>(object)); }};
    } else {
        return Check{nullptr};
    }
}

template <class T>
struct TableOf {
    static constexpr std::size_t size = std::tuple_size_v<std::remove_cvref_t<decltype(Shape<T>::members)>>;
    static_assert(size < Table::nothing);
    static constexpr auto slots = []<std::size_t... i>(std::index_sequence<i...>) {
        return std::array<Slot, size>{make_slot<T, i>()...};
    }
    (std::make_index_sequence<size>{});
    static constexpr std::uint64_t required = [] {
        std::uint64_t bits = 0;
        for (std::size_t i = 0; i < size; ++i) bits |= std::uint64_t{slots[i].required} << i;
        return bits;
    }();
    static constexpr Table table{slots, make_check<T>(), required};
};

/// The type of a document: an object with the members of T.
template <class T>
inline constexpr const Type& document_type = TypeOf<T>::type;

}  // namespace nagarezu::io
