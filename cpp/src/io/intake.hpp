// What taking a value needs besides the value: the ids met so far, the limits, and where to report.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "faults.hpp"
#include "feed.hpp"
#include "ids.hpp"
#include "nagarezu/io/read.hpp"
#include "shape.hpp"

namespace nagarezu::io {

class Intake {
public:
    Intake(std::string_view text, const Limits& limits) : text_{text}, limits_{limits}, feed_{text} {}

    /// Reports the token just read.
    void fail(ErrorCode code, std::string_view subject, std::string hint);
    /// Reports the object just read, or a member of it: `pointer` is relative to the object.
    void fail_object(ErrorCode code, std::string_view pointer, std::string_view subject, std::string hint);
    /// The token just read as it stands in the text.
    [[nodiscard]] std::string_view token() const;
    [[nodiscard]] std::size_t token_offset() const;

    /// The id of an entity, given with the entity. False, and reported, if it is taken or no id.
    bool define(Kind kind, std::string_view id);
    /// The slot of an id that is referred to; `Ids::nothing`, and reported, if it is no id.
    Ids::Slot refer(Kind kind, std::string_view id);
    /// Clauses are numbered per contract, so the same number may come again.
    void define_clause(int number);
    void refer_to_clause(int number);
    /// Nothing that follows is worth reading.
    void stop() { stopped_ = true; }
    [[nodiscard]] bool stopped() const { return stopped_ || faults_.full(); }
    /// Checks the form of one or several places and remembers their sources.
    bool check_places(std::string_view places);
    /// Reports the references whose entity never came.
    void settle();

    [[nodiscard]] const Ids& ids(Kind kind) const { return ids_[static_cast<std::size_t>(kind)]; }
    [[nodiscard]] const Limits& limits() const { return limits_; }
    [[nodiscard]] std::string_view text() const { return text_; }
    [[nodiscard]] Faults& faults() { return faults_; }

    [[nodiscard]] Feed& feed() { return feed_; }

    // Kept by the handler.
    void set_number(bool number) { number_ = number; }
    void set_object(std::size_t offset) { object_ = offset; }

private:
    struct Waiting {
        Kind kind;
        Ids::Slot slot;
        std::size_t offset;
    };
    Ids& ids_of(Kind kind) { return ids_[static_cast<std::size_t>(kind)]; }
    void await(Kind kind, Ids::Slot slot);

    std::string_view text_;
    const Limits& limits_;
    Feed feed_;
    Faults faults_;
    std::array<Ids, kind_count> ids_;
    std::vector<Waiting> waiting_;
    std::string last_source_;  // most places name the source of the place before
    bool stopped_{false};
    bool number_{false};     // the token just read is a number
    std::size_t object_{0};  // where the object just read opens
};

}  // namespace nagarezu::io
