// How a type of the model stands in JSON: one table of members per type, which the reader, the writer
// and the schema all follow. To add a member to the format, add one line to its table.
//
// The C++ type of a field fixes its JSON form (bool: true or false; an enum: one of its words; an Index:
// the id of an entity; a vector: a list; a type with a Shape: an object). A rule narrows text and numbers.
#pragma once

#include <concepts>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "nagarezu/base/index.hpp"
#include "nagarezu/model/words.hpp"

namespace nagarezu::io {

/// The kinds of entity that others refer to, each with its own ids. Clauses are referred to by number.
enum class Kind { source, matter, subject, item, holder, list, flow, safeguard, claim, clause };
inline constexpr std::size_t kind_count = 10;

enum class Need { optional, required };

/// What a text or a number must look like beyond its JSON type.
enum class Rule {
    none,
    id,                 // an id that nothing refers to
    own_id,             // the id of an entity: unique within its kind
    places,             // SOURCE:LINE, SOURCE:pPAGE, SOURCE:SHEET!CELL, several separated by a space
    path,               // numbers joined by points, such as 4.1
    token,              // text without spaces
    municipality_code,  // JIS X 0402 with check digit
    source_kind,        // the kind of a document
    own_number,         // the number of a clause
    clause_number,      // the number of a clause that the case has
    share,              // from 0 to 1
};

/// One member of an object: its key, the field that holds it, and a sentence for the schema.
template <class Owner, class F>
struct Member {
    using Field = F;
    std::string_view key;
    F Owner::*field;
    std::string_view meaning;
    Need need{Need::optional};
    Rule rule{Rule::none};
};
// clang before 17 does not deduce the arguments of aggregates by itself.
template <class Owner, class F>
Member(std::string_view, F Owner::*, std::string_view, Need = {}, Rule = {}) -> Member<Owner, F>;

/// The member `format`: a fixed text that no field holds.
struct Version {
    std::string_view key;
    std::string_view value;
    std::string_view meaning;
};

/// A member whose object is spread over fields of its owner; Shape<Part> describes these.
template <class Part>
struct Inline {
    std::string_view key;
    std::string_view meaning;
};

/// Specialised for every type that stands as an object: `name`, `meaning` and the tuple `members`.
/// The members stand in the order in which the writer prints them.
template <class T>
struct Shape;

template <class T>
concept Shaped = requires {
    Shape<T>::members;
};

template <class T>
concept WordEnum = std::is_enum_v<T>;

template <class T>
struct is_index : std::false_type {};
template <class Tag>
struct is_index<Index<Tag>> : std::true_type {};
template <class T>
concept EntityIndex = is_index<T>::value;

template <class T>
struct is_list : std::false_type {};
template <class T>
struct is_list<std::vector<T>> : std::true_type {};
template <class T>
concept List = is_list<T>::value;

template <class T>
struct is_word_set : std::false_type {};
template <class Enum>
struct is_word_set<WordSet<Enum>> : std::true_type {
    using Word = Enum;
};
template <class T>
concept WordSetOf = is_word_set<T>::value;

template <class M>
struct is_member : std::false_type {};
template <class Owner, class F>
struct is_member<Member<Owner, F>> : std::true_type {};
template <class M>
concept FieldMember = is_member<std::remove_cvref_t<M>>::value;

template <class M>
struct inline_part {};
template <class P>
struct inline_part<Inline<P>> {
    using Part = P;
};
template <class M>
concept InlineMember = requires {
    typename inline_part<std::remove_cvref_t<M>>::Part;
};

/// Calls `visit(member)` for every member of T, in order.
template <class T, class Visit>
constexpr void for_each_member(Visit&& visit) {
    std::apply([&visit](const auto&... member) { (visit(member), ...); }, Shape<T>::members);
}

/// The kind of entity that an index points at, or that a type is; other types have none.
struct NoKind {};
template <class T>
inline constexpr auto kind_of = NoKind{};
template <>
inline constexpr Kind kind_of<MatterIndex> = Kind::matter;
template <>
inline constexpr Kind kind_of<SubjectIndex> = Kind::subject;
template <>
inline constexpr Kind kind_of<ItemIndex> = Kind::item;
template <>
inline constexpr Kind kind_of<HolderIndex> = Kind::holder;
template <>
inline constexpr Kind kind_of<ListIndex> = Kind::list;
template <>
inline constexpr Kind kind_of<FlowIndex> = Kind::flow;
template <>
inline constexpr Kind kind_of<SafeguardIndex> = Kind::safeguard;

}  // namespace nagarezu::io
