#include "take.hpp"

namespace nagarezu::io {
namespace {

constexpr std::size_t short_list = 10;

}  // namespace

void fail_word(Intake& in, std::string_view word, std::span<const std::string_view> words) {
    std::string hint = nearest(word, words);
    if (hint.empty() && words.size() <= short_list)
        for (const std::string_view known : words) hint.append(hint.empty() ? "" : ", ").append(known);
    in.fail(ErrorCode::unknown_value, word, std::move(hint));
}

void fail_rule(Intake& in, std::string_view value, const TextRule& rule) {
    const std::string near = rule.holds == is_source_kind ? nearest(value, source_kinds) : std::string{};
    in.fail(rule.code, value, near.empty() ? std::string{rule.form} : near);
}

}  // namespace nagarezu::io
