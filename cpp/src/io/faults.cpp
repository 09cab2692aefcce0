#include "faults.hpp"

#include <algorithm>
#include <utility>

#include "encoding.hpp"
#include "scanner.hpp"

namespace nagarezu::io {
namespace {

// Turns ascending offsets into places, each by going on from the one before.
class Locator {
public:
    explicit Locator(std::string_view text)
        : text_{text}, line_begin_{text.starts_with(utf8_mark) ? utf8_mark.size() : 0}, scanner_{text, line_begin_} {}

    void place(Error& error, std::size_t offset) {
        for (; seen_ < offset; ++seen_) {
            if (text_[seen_] != '\n') continue;
            ++line_;
            line_begin_ = seen_ + 1;
        }
        while (more_ && scanner_.end() <= offset) more_ = scanner_.next();
        error.line = line_;
        error.column = offset < line_begin_ ? 1 : offset - line_begin_ + 1;  // before only inside a byte order mark
        error.pointer = scanner_.pointer();
    }

private:
    std::string_view text_;
    std::size_t line_begin_;
    Scanner scanner_;
    std::size_t seen_{0};
    std::size_t line_{1};
    bool more_{true};
};

}  // namespace

void Faults::add(Fault fault) {
    if (full()) return;
    if (faults_.size() < error_limit) {
        faults_.push_back(std::move(fault));
    } else {
        overflow_ = Fault{ErrorCode::too_many_errors, fault.offset, {}, std::to_string(error_limit)};
    }
}

std::vector<Error> Faults::located(std::string_view text, std::string_view file) const {
    std::vector<Fault> ordered = faults_;
    if (overflow_) ordered.push_back(*overflow_);
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const Fault& a, const Fault& b) { return a.offset < b.offset; });
    std::vector<Error> errors;
    Locator locator{text};
    for (Fault& fault : ordered) {
        errors.push_back(whole_file(fault.code, file, std::move(fault.subject), std::move(fault.hint)));
        locator.place(errors.back(), fault.offset);
    }
    std::stable_partition(errors.begin(), errors.end(),
                          [](const Error& error) { return error.code != ErrorCode::too_many_errors; });
    return errors;
}

Error whole_file(ErrorCode code, std::string_view file, std::string subject, std::string hint) {
    Error error;
    error.code = code;
    error.file = file;
    error.subject = std::move(subject);
    error.hint = std::move(hint);
    return error;
}

}  // namespace nagarezu::io
