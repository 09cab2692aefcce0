#include "nagarezu/base/date.hpp"

#include <array>
#include <charconv>
#include <cstdio>

namespace nagarezu {

namespace {

using std::chrono::year_month_day;

year_month_day calendar(int year, unsigned month, unsigned day) {
    return {std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
}

/// Exactly `width` digits at the front of `text`, which are then removed.
std::optional<int> take_digits(std::string_view& text, std::size_t width) {
    if (text.size() < width) return std::nullopt;
    int value{};
    const char* end = text.data() + width;
    if (text.front() < '0' || text.front() > '9') return std::nullopt;  // from_chars would take a sign
    const auto [stop, fault] = std::from_chars(text.data(), end, value);
    if (fault != std::errc{} || stop != end) return std::nullopt;
    text.remove_prefix(width);
    return value;
}

bool take(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix)) return false;
    text.remove_prefix(prefix.size());
    return true;
}

}  // namespace

std::chrono::sys_days Date::first() const {
    if (precision == Precision::fiscal_year) return calendar(year, 4, 1);
    return calendar(year, month, precision == Precision::day ? day : 1);
}

std::chrono::sys_days Date::last() const {
    if (precision == Precision::fiscal_year) return calendar(year + 1, 3, 31);
    if (precision == Precision::day) return calendar(year, month, day);
    return std::chrono::sys_days{std::chrono::year{year} / std::chrono::month{month} / std::chrono::last};
}

std::string Date::text() const {
    // Wide enough for any int, so that the compiler need not fear truncation.
    std::array<char, 48> buffer{};
    switch (precision) {
        case Precision::day:
            std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02u", year, month, day);
            break;
        case Precision::month:
            std::snprintf(buffer.data(), buffer.size(), "%04d-%02u", year, month);
            break;
        case Precision::fiscal_year:
            std::snprintf(buffer.data(), buffer.size(), "FY%04d", year);
            break;
    }
    return buffer.data();
}

std::optional<Date> parse_date(std::string_view text) {
    const bool fiscal = take(text, "FY");
    const auto year = take_digits(text, 4);
    if (!year) return std::nullopt;
    if (fiscal) return text.empty() ? std::optional{Date{*year, 0, 0, Precision::fiscal_year}} : std::nullopt;

    if (!take(text, "-")) return std::nullopt;
    const auto month = take_digits(text, 2);
    if (!month || *month < 1 || *month > 12) return std::nullopt;
    const auto month_number = static_cast<unsigned>(*month);
    if (text.empty()) return Date{*year, month_number, 0, Precision::month};

    if (!take(text, "-")) return std::nullopt;
    const auto day = take_digits(text, 2);
    if (!day || !text.empty()) return std::nullopt;
    const auto day_number = static_cast<unsigned>(*day);
    if (!calendar(*year, month_number, day_number).ok()) return std::nullopt;
    return Date{*year, month_number, day_number, Precision::day};
}

std::string_view name_of(Precision precision) {
    constexpr std::array<std::string_view, 3> names{"day", "month", "fiscal_year"};
    return names[static_cast<std::size_t>(precision)];
}

}  // namespace nagarezu
