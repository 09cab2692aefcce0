// The closed lists of words of the case format, each an enum with its printed form.
//
// `name_of` gives the word, `parse` reads it. Categories and item classes are the project's taxonomy;
// data/vocabulary holds their names, and a test keeps the two in step.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace nagarezu {

enum class Unit { person, household, record };
enum class Bound { exact, at_least, at_most, unknown };
enum class MatterKind { delegate, entrust, reentrust, process, link, provide, transfer, assessment, other };
enum class Relation { delegate, entrust, reentrust, link, provide, transfer, inquire, process, collect, issue };
enum class HolderKind { system, organisation, section, terminal };
enum class Change { existing, added, changed, removed, unknown };
enum class Layer { operational, system, physical, technical, unspecified };
enum class Status { stated, not_needed, blank, unknown };
enum class Mark { yes, not_needed, blank };
enum class Modality { duty, prohibition, consent };
enum class Obligor { own, partner };
enum class PeriodKind { work, contract, operation, other };
enum class Procedure { consultation, report, submission, answer, assessment, other };
enum class Sensitivity { statutory, ordinance, treated };
enum class Review { unreviewed, confirmed, corrected, rejected };
enum class ClaimKind { only, never, includes, requires_, depth_at_most, count };
enum class Direction { unspecified, send, receive, both };
enum class Sheet { matter, overview, system, workflow, figure, checklist, attachment, other };
enum class Topic { item, recipient, work, matter, kind };
enum class ChannelKind {
    dedicated_line,
    lgwan,
    resident_network,
    internet,
    local_network,
    media,
    paper,
    in_person,
    unspecified
};
/// How something is handed over, as finely as documents tell it: a CD by hand is `optical_disk` and `in_person`.
enum class Way {
    lgwan,
    resident_network,
    dedicated_line,
    local_network,
    vpn,
    internet,
    email,
    cloud,
    usb_memory,
    memory_card,
    optical_disk,
    magnetic_disk,
    magnetic_tape,
    terminal,
    paper,
    post,
    fax,
    courier,
    in_person,
    phone,
    view
};
enum class MediaKind { magnetic_disk, optical_disk, usb_memory, server, paper, electromagnetic, unspecified };

/// Item classes of the taxonomy, in its order.
enum class ItemClass { DI, F4, NB, JC, SY, OI, CR, QI, CT, FM, HK, SP, FN, EV, LO, FT, ST };
inline constexpr std::size_t item_class_count = 17;

/// Safeguard categories of the taxonomy, in its order.
enum class Category {
    LAW,
    CON,
    ROL,
    PRO,
    AUD,
    CER,
    INC,
    PUR,
    SUB,
    EDU,
    ENT,
    LCK,
    CAR,
    TRN,
    ENV,
    AUT,
    ACL,
    LOG,
    ENC,
    NET,
    SEP,
    FWL,
    MAL,
    PAT,
    DEL,
    AVL,
    TST,
    MIN,
    LOC,
    IND
};
inline constexpr std::size_t category_count = 30;

/// A set over an enum with at most 32 values; iteration order is the enum's.
template <class Enum>
class WordSet {
public:
    constexpr WordSet() = default;
    constexpr WordSet(std::initializer_list<Enum> words) {
        for (Enum word : words) insert(word);
    }
    static constexpr WordSet of_bits(std::uint32_t bits) {
        WordSet set;
        set.bits_ = bits;
        return set;
    }
    constexpr void insert(Enum word) { bits_ |= bit(word); }
    [[nodiscard]] constexpr bool contains(Enum word) const { return (bits_ & bit(word)) != 0; }
    [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }
    [[nodiscard]] constexpr std::size_t size() const { return static_cast<std::size_t>(std::popcount(bits_)); }
    [[nodiscard]] constexpr std::uint32_t bits() const { return bits_; }
    friend constexpr WordSet operator|(WordSet a, WordSet b) { return of_bits(a.bits_ | b.bits_); }
    friend constexpr WordSet operator&(WordSet a, WordSet b) { return of_bits(a.bits_ & b.bits_); }
    friend constexpr WordSet operator-(WordSet a, WordSet b) { return of_bits(a.bits_ & ~b.bits_); }
    constexpr WordSet& operator|=(WordSet other) {
        bits_ |= other.bits_;
        return *this;
    }
    friend constexpr bool operator==(WordSet, WordSet) = default;

private:
    static constexpr std::uint32_t bit(Enum word) { return std::uint32_t{1} << static_cast<unsigned>(word); }
    std::uint32_t bits_{0};
};

using ItemClasses = WordSet<ItemClass>;
using Categories = WordSet<Category>;

/// The words of a list, in the order of the enum. Specialised for every enum above.
template <class Enum>
std::span<const std::string_view> words();

template <class Enum>
std::string_view name_of(Enum value) {
    return words<Enum>()[static_cast<std::size_t>(value)];
}

template <class Enum>
std::optional<Enum> parse(std::string_view word) {
    const auto list = words<Enum>();
    for (std::size_t i = 0; i < list.size(); ++i)
        if (list[i] == word) return static_cast<Enum>(i);
    return std::nullopt;
}

template <>
std::span<const std::string_view> words<Unit>();
template <>
std::span<const std::string_view> words<Bound>();
template <>
std::span<const std::string_view> words<MatterKind>();
template <>
std::span<const std::string_view> words<Relation>();
template <>
std::span<const std::string_view> words<HolderKind>();
template <>
std::span<const std::string_view> words<Change>();
template <>
std::span<const std::string_view> words<Layer>();
template <>
std::span<const std::string_view> words<Status>();
template <>
std::span<const std::string_view> words<Mark>();
template <>
std::span<const std::string_view> words<Modality>();
template <>
std::span<const std::string_view> words<Obligor>();
template <>
std::span<const std::string_view> words<PeriodKind>();
template <>
std::span<const std::string_view> words<Procedure>();
template <>
std::span<const std::string_view> words<Sensitivity>();
template <>
std::span<const std::string_view> words<Review>();
template <>
std::span<const std::string_view> words<ClaimKind>();
template <>
std::span<const std::string_view> words<Direction>();
template <>
std::span<const std::string_view> words<Sheet>();
template <>
std::span<const std::string_view> words<Topic>();
template <>
std::span<const std::string_view> words<ChannelKind>();
template <>
std::span<const std::string_view> words<Way>();
template <>
std::span<const std::string_view> words<MediaKind>();
template <>
std::span<const std::string_view> words<ItemClass>();
template <>
std::span<const std::string_view> words<Category>();

}  // namespace nagarezu
