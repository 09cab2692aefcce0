// Which assessment of a file with individual numbers the law asks for, by size and handling.
//
// A table of bands is data (data/bands) with its source and date, and each row says how it was checked.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "nagarezu/base/bounds.hpp"
#include "nagarezu/base/date.hpp"
#include "nagarezu/model/words.hpp"

namespace nagarezu {

/// The assessments of 特定個人情報保護評価, each asking for more than the one before: none, 基礎項目, 重点項目, 全項目.
enum class Band { not_obligatory, basic, priority, full };

/// How a row was checked: against its source, at second hand, or without a source that could be found.
enum class Evidence { verified, partly, not_found };

/// Whether a row asks for many handlers or an accident, for neither, or does not mind.
enum class Escalated { either, no, yes };

template <>
std::span<const std::string_view> words<Band>();
template <>
std::span<const std::string_view> words<Evidence>();
template <>
std::span<const std::string_view> words<Escalated>();

/// A row holds from so many persons on, up to fewer than so many (nothing: without end).
struct BandRow {
    Band band{Band::not_obligatory};
    int persons_from{};
    std::optional<Count> persons_below;
    Escalated escalated{Escalated::either};
    Evidence mark{Evidence::not_found};
    std::string source;

    [[nodiscard]] bool holds(bool escalated_now) const {
        return escalated == Escalated::either || (escalated == Escalated::yes) == escalated_now;
    }
    friend bool operator==(const BandRow&, const BandRow&) = default;
};

struct BandTable {
    std::string id;
    std::string label_ja;
    std::string label_en;
    std::optional<Date> effective;
    std::optional<Date> checked;
    std::string source;
    int handlers_from{};  // so many handlers, or an accident, escalate
    std::vector<BandRow> rows;

    /// Whether exactly one row holds for every number of persons, escalated or not, in ascending order.
    [[nodiscard]] bool complete() const;
    friend bool operator==(const BandTable&, const BandTable&) = default;
};

}  // namespace nagarezu
