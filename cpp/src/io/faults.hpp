// Collects what is wrong as offsets into the text; lines, columns and pointers are found at the end.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "nagarezu/base/error.hpp"

namespace nagarezu::io {

struct Fault {
    ErrorCode code{};
    std::size_t offset{};
    std::string subject;
    std::string hint;
};

class Faults {
public:
    /// Keeps the fault; beyond `error_limit` it only notes that there are too many.
    void add(Fault fault);
    [[nodiscard]] std::size_t size() const { return faults_.size(); }
    /// Nothing more is kept: reading may stop.
    [[nodiscard]] bool full() const { return overflow_.has_value(); }
    /// The faults in the order of the text, `too_many_errors` last.
    [[nodiscard]] std::vector<Error> located(std::string_view text, std::string_view file) const;

private:
    std::vector<Fault> faults_;
    std::optional<Fault> overflow_;
};

/// An error of the file as a whole, without a line.
Error whole_file(ErrorCode code, std::string_view file, std::string subject, std::string hint);

}  // namespace nagarezu::io
