// The reader's view of the model: per C++ type a few functions over addresses, found in tables.
//
// The tables are made from the shapes at compile time (build_type.hpp), so one handler reads everything.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "head.hpp"
#include "nagarezu/base/bounds.hpp"

namespace nagarezu::io {

class Intake;
struct Table;

/// How values of one type are taken. A function that is missing means that JSON type is wrong here.
struct Type {
    std::string_view expected;  // for hints
    void (*text)(Intake&, void* field, std::string_view value){nullptr};
    void (*whole)(Intake&, void* field, Count value){nullptr};
    void (*real)(Intake&, void* field, double value){nullptr};
    void (*truth)(void* field, bool value){nullptr};
    std::string_view range{};      // of a number, for hints
    const Type* element{nullptr};  // of a list
    // The address of a new element. Without it, the functions of the element take the list itself.
    void* (*append)(void* list){nullptr};
    const Table* table{nullptr};  // of an object
};

struct Slot {
    std::string_view key;
    const Type* type;
    void* (*field)(void* object);
    bool required;
    std::uint64_t head = head_of(key);
};

/// The members of an object, and the rules that bind them together.
struct Table {
    std::span<const Slot> slots;
    void (*check)(Intake&, const void* object);  // may be missing
    std::uint64_t required;                      // a bit per slot

    static constexpr std::size_t nothing = 64;  // more members than any object has
    /// The slot with this key. Files mostly keep the order of the table, so say where to look first.
    [[nodiscard]] std::size_t find(std::string_view key, std::size_t first) const;
};

}  // namespace nagarezu::io
