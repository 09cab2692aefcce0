// Takes the parser's events and fills a value of the model through its tables.
//
// A value that cannot be taken is reported and skipped with all that is inside it; reading goes on.
// The events are those of nlohmann's SAX interface; false ends the parsing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "intake.hpp"
#include "type.hpp"

namespace nagarezu::io {

class Handler {
public:
    Handler(Intake& in, const Type& root, void* value) : in_{in}, root_{root}, value_{value} {}

    bool null();
    bool boolean(bool value);
    bool number_integer(std::int64_t value);
    bool number_unsigned(std::uint64_t value);
    bool number_float(double value, const std::string& text);
    bool string(std::string& value);
    bool key(std::string& name);
    bool start_object(std::size_t);
    bool end_object();
    bool start_array(std::size_t);
    bool end_array();
    bool binary(std::vector<std::uint8_t>&) { return false; }  // JSON text has none
    /// `got` counts the bytes that the parser took; identifier 406 is the parser's for a number beyond double.
    template <class Exception>
    bool parse_error(std::size_t got, const std::string&, const Exception& exception) {
        return not_json(got, exception.id == 406);
    }

private:
    struct Frame {
        const Type* type;      // of the object or list
        void* target;          // the object or list itself
        std::size_t opening;   // offset of its bracket
        std::size_t faults;    // reported before it
        std::uint64_t seen;    // members met
        std::size_t slot;      // of the member being read; Table::nothing to skip it
        std::size_t elements;  // met in a list
    };
    /// Where the value just met goes; without a type it is skipped.
    struct Goal {
        const Type* type;
        void* field;
        bool required;
    };

    [[nodiscard]] std::string_view text_of(const std::string& value);
    bool too_long(std::string_view text);
    Goal goal();
    Goal next_element(Frame& list);
    bool open(bool object);
    void close(const Frame& frame);
    bool wrong_type(const Goal& goal, std::string_view found);
    bool out_of_range(const Goal& goal);
    bool not_json(std::size_t got, bool overflow);
    [[nodiscard]] bool going() { return !in_.stopped(); }

    Intake& in_;
    const Type& root_;
    void* value_;
    std::vector<Frame> frames_;
    std::size_t skipped_{0};  // open brackets of a value that is not taken
};

}  // namespace nagarezu::io
