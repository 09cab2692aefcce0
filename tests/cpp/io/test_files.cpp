// Reading from and writing to the file system, where anything may go wrong.

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <system_error>

#include "nagarezu/io/write.hpp"
#include "reading.hpp"

namespace nagarezu::io::testing {
namespace {

Case small(const char* title) {
    Case c;
    c.id = "c";
    c.title = title;
    return c;
}

void put(const std::filesystem::path& path, std::string_view text) {
    std::ofstream{path, std::ios::binary} << text;
}

std::size_t files_in(const std::filesystem::path& directory) {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator{directory}, {}));
}

TEST(ReadFile, WhatWasWritten) {
    const Directory directory;
    write_case_file(small("戸籍"), directory / "c.json");
    const Reading<Case> reading = read_case_file(directory / "c.json");
    EXPECT_EQ(reading.value, small("戸籍"));
    EXPECT_TRUE(reading.errors.empty());
}

TEST(ReadFile, ErrorsNameThePath) {
    const Directory directory;
    put(directory / "c.json", "{");
    const Reading<Case> reading = read_case_file(directory / "c.json");
    ASSERT_EQ(reading.errors.size(), 1U);
    EXPECT_EQ(reading.errors[0].file, (directory / "c.json").string());
    EXPECT_EQ(line_of(reading.errors[0]), "1:2 truncated   ()");
}

TEST(ReadFile, Unreadable) {
    const Directory directory;
    Reading<Case> reading = read_case_file(directory / "missing.json");
    EXPECT_FALSE(reading.value);
    EXPECT_EQ(lines_of(reading.errors), "0:0 file_unreadable  missing.json (No such file or directory)");
    reading = read_case_file(directory.path());
    ASSERT_EQ(reading.errors.size(), 1U);
    EXPECT_EQ(reading.errors[0].code, ErrorCode::file_unreadable);
    EXPECT_EQ(reading.errors[0].hint, "Is a directory");
}

TEST(ReadFile, Empty) {
    const Directory directory;
    put(directory / "c.json", "");
    EXPECT_EQ(lines_of(read_case_file(directory / "c.json").errors), "1:1 empty   ()");
}

TEST(ReadFile, TheLimitOfBytes) {
    const Directory directory;
    const std::string text = with("");
    put(directory / "c.json", text);
    EXPECT_TRUE(read_case_file(directory / "c.json", {.bytes = text.size()}).value);
    EXPECT_EQ(lines_of(read_case_file(directory / "c.json", {.bytes = text.size() - 1}).errors),
              "0:0 file_too_large  49 (48)");
}

TEST(ReadFile, APipeEndsAtTheLimit) {
    const Directory directory;
    ASSERT_EQ(::mkfifo((directory / "pipe").c_str(), 0600), 0);
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        std::signal(SIGPIPE, SIG_DFL);
        put(directory / "pipe", std::string(1 << 20, ' '));
        ::_exit(0);
    }
    const Reading<Case> reading = read_case_file(directory / "pipe", {.bytes = 1000});
    ASSERT_EQ(reading.errors.size(), 1U);
    EXPECT_EQ(reading.errors[0].code, ErrorCode::file_too_large);
    EXPECT_EQ(reading.errors[0].hint, "1000");
}

TEST(WriteFile, ReplacesAndKeepsPermissions) {
    const Directory directory;
    write_case_file(small("old"), directory / "c.json");
    std::filesystem::permissions(directory / "c.json", std::filesystem::perms{0640});
    write_case_file(small("new"), directory / "c.json");
    EXPECT_EQ(contents(directory / "c.json"), write_case(small("new")));
    EXPECT_EQ(std::filesystem::status(directory / "c.json").permissions(), std::filesystem::perms{0640});
    EXPECT_EQ(files_in(directory.path()), 1U) << "no temporary file is left";
}

TEST(WriteFile, ASymbolicLinkStays) {
    const Directory directory;
    write_case_file(small("old"), directory / "target.json");
    std::filesystem::create_symlink("target.json", directory / "link.json");
    write_case_file(small("new"), directory / "link.json");
    EXPECT_TRUE(std::filesystem::is_symlink(directory / "link.json"));
    EXPECT_EQ(contents(directory / "target.json"), write_case(small("new")));
}

TEST(WriteFile, ATemporaryFileOfAnotherWriterIsNotTouched) {
    const Directory directory;
    const std::string taken = concat((directory / "c.json").string(), ".tmp-", std::to_string(::getpid()), "-0");
    put(taken, "other");
    write_case_file(small("new"), directory / "c.json");
    EXPECT_EQ(contents(taken), "other");
    EXPECT_EQ(contents(directory / "c.json"), write_case(small("new")));
}

TEST(WriteFile, NoSuchDirectory) {
    const Directory directory;
    EXPECT_THROW(write_case_file(small("x"), directory / "missing/c.json"), std::system_error);
}

TEST(WriteFile, ATargetThatCannotBeReplaced) {
    const Directory directory;
    std::filesystem::create_directories(directory / "c.json" / "full");
    EXPECT_THROW(write_case_file(small("x"), directory / "c.json"), std::system_error);
    EXPECT_EQ(files_in(directory.path()), 1U) << "the temporary file is gone";
}

TEST(WriteFile, TextThatCannotBeWrittenLeavesTheOldFile) {
    const Directory directory;
    write_case_file(small("old"), directory / "c.json");
    EXPECT_THROW(write_case_file(small("\xFF"), directory / "c.json"), std::invalid_argument);
    EXPECT_EQ(contents(directory / "c.json"), write_case(small("old")));
}

/// While it lives no file grows beyond so many bytes, as on a full disk.
class FullDisk {
public:
    explicit FullDisk(rlim_t bytes) {
        ::getrlimit(RLIMIT_FSIZE, &old_);
        handler_ = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{bytes, old_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;
    ~FullDisk() {
        ::setrlimit(RLIMIT_FSIZE, &old_);
        std::signal(SIGXFSZ, handler_);
    }

private:
    rlimit old_{};
    void (*handler_)(int);
};

TEST(WriteFile, AFullDiskLeavesTheOldFile) {
    const Directory directory;
    write_case_file(small("old"), directory / "c.json");
    {
        const FullDisk full{20};
        EXPECT_THROW(write_case_file(small("new"), directory / "c.json"), std::system_error);
    }
    EXPECT_EQ(contents(directory / "c.json"), write_case(small("old")));
    EXPECT_EQ(files_in(directory.path()), 1U) << "the temporary file is gone";
}

}  // namespace
}  // namespace nagarezu::io::testing
