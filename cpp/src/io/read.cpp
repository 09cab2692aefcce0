#include "nagarezu/io/read.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "bands_shape.hpp"
#include "build_type.hpp"
#include "case_shape.hpp"
#include "encoding.hpp"
#include "feed.hpp"
#include "handler.hpp"
#include "profile_shape.hpp"
#include "resolve.hpp"

namespace nagarezu::io {
namespace {

bool blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n", text.starts_with(utf8_mark) ? utf8_mark.size() : 0) ==
           std::string_view::npos;
}

void parse_into(Intake& in, const Type& type, void* value) {
    Handler handler{in, type, value};
    const Cursor cursor{&in.feed()};
    if (!nlohmann::json::sax_parse(cursor, cursor, &handler)) return;
    // The parser takes a zero byte for the end of the text.
    const std::size_t last = in.feed().read() - 1;
    if (in.text()[last] == '\0') in.faults().add({ErrorCode::syntax, last, "\uFFFD", {}});
    in.settle();
}

bool in_order(const Intake& in) {
    for (std::size_t kind = 0; kind < kind_count; ++kind)
        if (!in.ids(static_cast<Kind>(kind)).in_order()) return false;
    return true;
}

template <class T>
Reading<T> read_document(std::string_view text, std::string_view name, const Limits& limits) {
    if (text.size() > limits.bytes)
        return {
            {},
            {whole_file(ErrorCode::file_too_large, name, std::to_string(text.size()), std::to_string(limits.bytes))}};
    Intake in{text, limits};
    T value;
    if (const std::string_view foreign = foreign_encoding(text); !foreign.empty()) {
        in.faults().add({ErrorCode::encoding, 0, std::string{foreign}, "UTF-8"});
    } else if (blank(text)) {
        in.faults().add({ErrorCode::empty, 0, {}, {}});
    } else {
        parse_into(in, document_type<T>, &value);
    }
    if (in.faults().size() > 0) return {{}, in.faults().located(text, name)};
    if (!in_order(in)) resolve(value, in);
    return {std::move(value), {}};
}

}  // namespace

Reading<Case> read_case(std::string_view json, std::string_view name, const Limits& limits) {
    return read_document<Case>(json, name, limits);
}

Reading<Profile> read_profile(std::string_view json, std::string_view name, const Limits& limits) {
    return read_document<Profile>(json, name, limits);
}

Reading<BandTable> read_bands(std::string_view json, std::string_view name, const Limits& limits) {
    return read_document<BandTable>(json, name, limits);
}

}  // namespace nagarezu::io
