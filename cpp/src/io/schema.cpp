// The JSON Schema of the case format, made from the shapes that the reader follows.

#include <nlohmann/json.hpp>
#include <string>

#include "build_type.hpp"
#include "case_shape.hpp"
#include "nagarezu/io/write.hpp"

namespace nagarezu::io {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* date_pattern = "^([0-9]{4}-[0-9]{2}(-[0-9]{2})?|FY[0-9]{4})$";

template <class Word>
Json word_schema() {
    Json schema;
    schema["enum"] = Json::array();
    for (const std::string_view word : words<Word>()) schema["enum"].push_back(word);
    return schema;
}

Json text_schema(Rule rule) {
    Json schema{{"type", "string"}};
    if (const TextRule* form = text_rule(rule)) schema["pattern"] = form->pattern;
    return schema;
}

template <class F>
Json whole_schema(Rule rule) {
    Json schema{{"type", "integer"}};
    schema["minimum"] = least_whole(rule);
    schema["maximum"] = WholeRange<F, Rule::none>::most;
    return schema;
}

class Schema {
public:
    template <class T>
    std::string text() {
        Json schema{{"$schema", "https://json-schema.org/draft/2020-12/schema"}};
        schema["title"] = std::get<0>(Shape<T>::members).value;
        describe<T>(schema);
        schema["$defs"] = std::move(definitions_);
        return schema.dump(2) + "\n";
    }

private:
    /// The members of T, as an object schema.
    template <class T>
    void describe(Json& schema) {
        schema["description"] = Shape<T>::meaning;
        schema["type"] = "object";
        schema["properties"] = Json::object();
        schema["required"] = Json::array();
        for_each_member<T>([&](const auto& member) { add(member, schema); });
        if (schema["required"].empty()) schema.erase("required");
        schema["additionalProperties"] = false;
    }

    void add(const Version& version, Json& schema) {
        schema["properties"][version.key] = {{"const", version.value}, {"description", version.meaning}};
        schema["required"].push_back(version.key);
    }

    template <class Owner, class F>
    void add(const Member<Owner, F>& member, Json& schema) {
        Json value = value_schema<F>(member.rule);
        if (member.need == Need::required) {
            schema["required"].push_back(member.key);
        } else {
            value = {{"anyOf", {std::move(value), {{"type", "null"}}}}};
        }
        value["description"] = member.meaning;
        schema["properties"][member.key] = std::move(value);
    }

    template <class F>
    Json value_schema(Rule rule) {
        if constexpr (Shaped<F>) {
            return reference<F>();
        } else if constexpr (WordSetOf<F>) {
            return {{"type", "array"}, {"items", word_schema<typename is_word_set<F>::Word>()}};
        } else if constexpr (List<F>) {
            return {{"type", "array"}, {"items", value_schema<typename F::value_type>(rule)}};
        } else if constexpr (WordEnum<F>) {
            return word_schema<F>();
        } else if constexpr (EntityIndex<F>) {
            return text_schema(Rule::id);
        } else if constexpr (std::is_same_v<F, std::optional<Date>>) {
            return {{"type", "string"}, {"pattern", date_pattern}};
        } else if constexpr (std::is_same_v<F, bool>) {
            return {{"type", "boolean"}};
        } else if constexpr (is_share<F>) {
            return {{"type", "number"}, {"minimum", 0}, {"maximum", 1}};
        } else if constexpr (is_whole<F>) {
            return whole_schema<F>(rule);
        } else {
            return text_schema(rule);
        }
    }

    /// A reference to the definition of T, which is made at its first use.
    template <class T>
    Json reference() {
        const std::string name{Shape<T>::name};
        if (!definitions_.contains(name)) {
            definitions_[name] = Json::object();  // keeps the order of first use
            Json schema;
            describe<T>(schema);
            definitions_[name] = std::move(schema);
        }
        return {{"$ref", "#/$defs/" + name}};
    }

    Json definitions_ = Json::object();
};

}  // namespace

std::string case_schema() {
    return Schema{}.text<Case>();
}

}  // namespace nagarezu::io
