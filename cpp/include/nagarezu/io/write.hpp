// Writing case files: stable order, members at their default left out, two spaces of indentation.
//
// Reading what was written gives an equal case, and writing that gives equal bytes.
#pragma once

#include <filesystem>
#include <string>

#include "nagarezu/model/case.hpp"

namespace nagarezu::io {

/// The case as JSON text in UTF-8, ending in a line feed.
std::string write_case(const Case& value);

/// Writes the file whole or not at all: temporary file beside it, fsync, rename.
/// Throws std::system_error if the system refuses; the old file is then untouched.
void write_case_file(const Case& value, const std::filesystem::path& path);

/// The JSON Schema (2020-12) of the case format, from the same description that the reader follows.
std::string case_schema();

}  // namespace nagarezu::io
