#include "nagarezu/base/frame.hpp"

#include <algorithm>
#include <stdexcept>

namespace nagarezu {

void Column::text(std::string_view value) {
    std::get<Texts>(values_).emplace_back(value);
    valid_.push_back(1);
}

void Column::text(const std::optional<std::string>& value) {
    std::get<Texts>(values_).push_back(value.value_or(std::string{}));
    valid_.push_back(value.has_value());
}

void Column::whole(std::optional<Count> value) {
    std::get<Wholes>(values_).push_back(value.value_or(0));
    valid_.push_back(value.has_value());
}

void Column::real(std::optional<double> value) {
    std::get<Reals>(values_).push_back(value.value_or(0.0));
    valid_.push_back(value.has_value());
}

void Column::truth(std::optional<bool> value) {
    std::get<Truths>(values_).push_back(value.value_or(false) ? 1 : 0);
    valid_.push_back(value.has_value());
}

const Column& Frame::at(std::string_view name) const {
    const auto found = std::ranges::find(columns, name, &Column::name);
    if (found == columns.end()) throw std::out_of_range("no column " + std::string{name});
    return *found;
}

namespace {

std::size_t add(std::vector<Column>& columns, std::string name, Column::Values values) {
    columns.emplace_back(std::move(name), std::move(values));
    return columns.size() - 1;
}

}  // namespace

std::size_t Frame::add_text(std::string name) {
    return add(columns, std::move(name), Column::Texts{});
}
std::size_t Frame::add_whole(std::string name) {
    return add(columns, std::move(name), Column::Wholes{});
}
std::size_t Frame::add_real(std::string name) {
    return add(columns, std::move(name), Column::Reals{});
}
std::size_t Frame::add_truth(std::string name) {
    return add(columns, std::move(name), Column::Truths{});
}

std::string joined(const std::vector<std::string>& values) {
    std::string cell;
    for (const auto& value : values) {
        if (!cell.empty()) cell += ' ';
        cell += value;
    }
    return cell;
}

}  // namespace nagarezu
