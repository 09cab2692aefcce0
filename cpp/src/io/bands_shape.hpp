// The JSON form of a table of assessment bands.
#pragma once

#include "nagarezu/model/bands.hpp"
#include "shape.hpp"

namespace nagarezu::io {

/// The label of a table of bands in two languages; both are fields of the table itself.
struct BandTableLabel;

template <>
struct Shape<BandTableLabel> {
    using Object = BandTable;
    static constexpr std::string_view name = "band_table_label";
    static constexpr std::string_view meaning = "A label in Japanese and English.";
    static constexpr auto members = std::tuple{
        Member{"ja", &BandTable::label_ja, "Japanese.", Need::required},
        Member{"en", &BandTable::label_en, "English.", Need::required},
    };
};

template <>
struct Shape<BandRow> {
    static constexpr std::string_view name = "band_row";
    static constexpr std::string_view meaning = "The band of so many persons.";
    static constexpr auto members = std::tuple{
        Member{"band", &BandRow::band, "The assessment that is asked for.", Need::required},
        Member{"persons_from", &BandRow::persons_from, "From so many persons.", Need::required},
        Member{"persons_below", &BandRow::persons_below, "To fewer than so many; without end if absent."},
        Member{"escalated", &BandRow::escalated, "With many handlers or an accident, without, or either."},
        Member{"mark", &BandRow::mark, "How the row was checked.", Need::required},
        Member{"source", &BandRow::source, "Against what."},
    };
};

template <>
struct Shape<BandTable> {
    static constexpr std::string_view name = "band_table";
    static constexpr std::string_view meaning = "Which assessment the law asks for.";
    static constexpr auto members = std::tuple{
        Version{"format", "nagarezu-bands/1", "The version of this format."},
        Member{"id", &BandTable::id, "Stable id.", Need::required, Rule::id},
        Inline<BandTableLabel>{"label", "Its name."},
        Member{"effective", &BandTable::effective, "Since when it is known to hold.", Need::required},
        Member{"checked", &BandTable::checked, "When it was checked."},
        Member{"source", &BandTable::source, "The law that it is taken from.", Need::required},
        Member{"handlers_from", &BandTable::handlers_from, "So many handlers escalate.", Need::required},
        Member{"rows", &BandTable::rows, "The bands, ascending.", Need::required},
    };
};

}  // namespace nagarezu::io
