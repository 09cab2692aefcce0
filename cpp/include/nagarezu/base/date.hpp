// Dates as documents print them: a day, a month or a Japanese fiscal year (1 April to 31 March).
//
// Text forms: `2019-11-05`, `2020-06`, `FY2019`. The days that such a date may mean are [first, last].
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace nagarezu {

enum class Precision { day, month, fiscal_year };

struct Date {
    int year{};
    unsigned month{};  // 0 for a fiscal year
    unsigned day{};    // 0 unless the precision is a day
    Precision precision{Precision::day};

    [[nodiscard]] std::chrono::sys_days first() const;
    [[nodiscard]] std::chrono::sys_days last() const;
    [[nodiscard]] std::string text() const;
    friend bool operator==(const Date&, const Date&) = default;
};

/// Reads one of the three text forms; nothing for any other text or for a day that does not exist.
std::optional<Date> parse_date(std::string_view text);

/// `day`, `month` or `fiscal_year`.
std::string_view name_of(Precision precision);

}  // namespace nagarezu
