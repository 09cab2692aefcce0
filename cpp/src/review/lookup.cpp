#include "lookup.hpp"

namespace nagarezu::review {

namespace {

constexpr std::size_t known_names = 6;
constexpr std::size_t longest_id = 64;

}  // namespace

void refuse(ErrorCode code, std::string_view subject, std::string hint) {
    Error error;
    error.code = code;
    error.subject = shortened(subject);
    error.hint = std::move(hint);
    throw InvalidInput{{std::move(error)}};
}

std::string nearest_known(std::string_view wanted, const std::vector<std::string_view>& known) {
    std::string near = nearest(wanted, known);
    if (!near.empty()) return near;
    std::string listed;
    for (std::size_t i = 0; i < std::min(known.size(), known_names); ++i)
        listed.append(i == 0 ? "" : ", ").append(known[i]);
    return known.size() > known_names ? listed + ", …" : listed;
}

void require_id(const std::string& id) {
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-'; };
    if (id.empty() || id.size() > longest_id || !std::ranges::all_of(id, fits))
        refuse(ErrorCode::bad_id, id, "[a-z0-9_-]{1,64}");
}

}  // namespace nagarezu::review
