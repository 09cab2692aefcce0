// Reading a case from a file: whole into memory, never more than the limit.

#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>

#include "faults.hpp"
#include "nagarezu/io/read.hpp"

namespace nagarezu::io {
namespace {

struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

Error unreadable(const std::filesystem::path& path, int number) {
    return whole_file(ErrorCode::file_unreadable, path.string(), path.filename().string(),
                      std::generic_category().message(number));
}

// At most one byte more than `most`, so that the caller sees that there is more. Also for pipes,
// whose size nobody knows. Gives the number of the system's error, 0 if there is none.
int read_bytes(std::FILE* file, std::size_t most, std::string& bytes) {
    constexpr std::size_t chunk = std::size_t{1} << 16;
    std::size_t got = 1;
    while (got > 0 && bytes.size() <= most) {
        const std::size_t had = bytes.size();
        bytes.resize(had + chunk);
        got = std::fread(bytes.data() + had, 1, chunk, file);
        bytes.resize(had + got);
    }
    return std::ferror(file) != 0 ? errno : 0;
}

}  // namespace

Reading<Case> read_case_file(const std::filesystem::path& path, const Limits& limits) {
    const std::unique_ptr<std::FILE, Close> file{std::fopen(path.c_str(), "rbe")};
    if (!file) return {{}, {unreadable(path, errno)}};
    std::error_code unknown;
    const std::uintmax_t size = std::filesystem::file_size(path, unknown);
    if (!unknown && size > limits.bytes)
        return {
            {},
            {whole_file(ErrorCode::file_too_large, path.string(), std::to_string(size), std::to_string(limits.bytes))}};
    std::string bytes;
    if (!unknown) bytes.reserve(static_cast<std::size_t>(size) + 1);
    if (const int error = read_bytes(file.get(), limits.bytes, bytes)) return {{}, {unreadable(path, error)}};
    return read_case(bytes, path.string(), limits);
}

}  // namespace nagarezu::io
