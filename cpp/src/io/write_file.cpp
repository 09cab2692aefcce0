#include "write_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <string>
#include <system_error>
#include <utility>

namespace nagarezu::io {
namespace {

constexpr int most_attempts = 100;  // at a name that no other writer uses

[[noreturn]] void refuse(const std::string& what) {
    throw std::system_error{errno, std::generic_category(), what};
}

// Owns the temporary file: unless it was renamed, it goes when this does.
class Temporary {
public:
    explicit Temporary(const std::filesystem::path& target) {
        for (int attempt = 0; descriptor_ < 0 && attempt < most_attempts; ++attempt) {
            name_ = target.string() + ".tmp-" + std::to_string(::getpid()) + "-" + std::to_string(attempt);
            descriptor_ = ::open(name_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
            if (descriptor_ < 0 && errno != EEXIST) break;
        }
        if (descriptor_ < 0) refuse(target.string());
    }
    Temporary(const Temporary&) = delete;
    Temporary& operator=(const Temporary&) = delete;
    ~Temporary() {
        if (descriptor_ >= 0) ::close(descriptor_);
        if (!renamed_) ::unlink(name_.c_str());
    }

    void write(std::string_view text) {
        while (!text.empty()) {
            const ssize_t written = ::write(descriptor_, text.data(), text.size());
            if (written < 0 && errno != EINTR) refuse(name_);
            if (written > 0) text.remove_prefix(static_cast<std::size_t>(written));
        }
    }
    void take_mode_of(const std::filesystem::path& old) {
        struct stat status {};
        if (::stat(old.c_str(), &status) == 0 && ::fchmod(descriptor_, status.st_mode & 07777) != 0) refuse(name_);
    }
    void rename_to(const std::filesystem::path& target) {
        if (::fsync(descriptor_) != 0) refuse(name_);
        const int descriptor = std::exchange(descriptor_, -1);
        if (::close(descriptor) != 0 || std::rename(name_.c_str(), target.c_str()) != 0) refuse(target.string());
        renamed_ = true;
    }

private:
    std::string name_;
    int descriptor_{-1};
    bool renamed_{false};
};

// Makes the new name itself last; a file system that cannot do so has still renamed.
void sync_directory(const std::filesystem::path& directory) {
    const int descriptor = ::open(directory.empty() ? "." : directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return;
    ::fsync(descriptor);
    ::close(descriptor);
}

}  // namespace

void write_atomically(const std::filesystem::path& path, std::string_view text) {
    const bool link = std::filesystem::is_symlink(std::filesystem::symlink_status(path));
    const std::filesystem::path target = link ? std::filesystem::weakly_canonical(path) : path;
    Temporary temporary{target};
    temporary.write(text);
    temporary.take_mode_of(target);
    temporary.rename_to(target);
    sync_directory(target.parent_path());
}

}  // namespace nagarezu::io
