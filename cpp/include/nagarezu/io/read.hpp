// Reading case files, profiles and tables of bands: UTF-8 JSON, streamed, with a place for every fault.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "nagarezu/base/error.hpp"
#include "nagarezu/model/bands.hpp"
#include "nagarezu/model/case.hpp"
#include "nagarezu/model/profile.hpp"

namespace nagarezu::io {

/// What a file may hold at most; one more is an error. Documented in docs/case-format.md.
struct Limits {
    std::size_t bytes{std::size_t{1} << 30};
    std::size_t depth{16};
    std::size_t entities{1'000'000};  // of one kind
    std::size_t text_bytes{65'536};   // of one string
};

/// The case if there was no error of severity error; warnings may stand beside it.
template <class T>
struct Reading {
    std::optional<T> value;
    std::vector<Error> errors;
};

/// Reads a case from text. `name` is what errors call the file.
Reading<Case> read_case(std::string_view json, std::string_view name, const Limits& limits = {});

/// Reads a case file. A file that cannot be read is an error of its own, never an exception.
Reading<Case> read_case_file(const std::filesystem::path& path, const Limits& limits = {});

/// Reads a profile of safeguard categories from text.
Reading<Profile> read_profile(std::string_view json, std::string_view name, const Limits& limits = {});

/// Reads a table of assessment bands from text.
Reading<BandTable> read_bands(std::string_view json, std::string_view name, const Limits& limits = {});

}  // namespace nagarezu::io
