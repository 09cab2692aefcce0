// Files written whole or not at all.
#pragma once

#include <filesystem>
#include <string_view>

namespace nagarezu::io {

/// Writes to a temporary file in the same directory, brings it to the disk, and renames it over `path`.
/// An old file keeps its permissions; a symbolic link stays and its target is replaced.
/// Throws std::system_error; then the old file is whole and no temporary file is left.
void write_atomically(const std::filesystem::path& path, std::string_view text);

}  // namespace nagarezu::io
