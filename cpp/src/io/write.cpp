#include "nagarezu/io/write.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <stdexcept>

#include "case_shape.hpp"
#include "layout.hpp"
#include "write_file.hpp"

namespace nagarezu::io {
namespace {

const std::string& id_of(const Case& c, MatterIndex index) {
    return c.matters.at(index.get()).id;
}
const std::string& id_of(const Case& c, SubjectIndex index) {
    return c.subjects.at(index.get()).id;
}
const std::string& id_of(const Case& c, ItemIndex index) {
    return c.items.at(index.get()).id;
}
const std::string& id_of(const Case& c, HolderIndex index) {
    return c.holders.at(index.get()).id;
}
const std::string& id_of(const Case& c, ListIndex index) {
    return c.lists.at(index.get()).id;
}
const std::string& id_of(const Case& c, FlowIndex index) {
    return c.flows.at(index.get()).id;
}
const std::string& id_of(const Case& c, SafeguardIndex index) {
    return c.safeguards.at(index.get()).id;
}

// Writes any value of the model; each overload knows the JSON form of one kind of field.
class Writer {
public:
    explicit Writer(const Case& value) : case_{value} {}
    [[nodiscard]] std::string text() && {
        write(case_);
        return std::move(layout_).finish();
    }

private:
    void write(const std::string& value) { layout_.text(value); }
    void write(bool value) { layout_.literal(value ? "true" : "false"); }
    void write(int value) { write_number(value); }
    void write(Count value) { write_number(value); }
    void write(double value) {
        if (!std::isfinite(value)) throw std::invalid_argument("a number is not finite");
        write_number(value);
    }
    void write(const Date& value) { layout_.text(value.text()); }
    template <class F>
    void write(const std::optional<F>& value) {
        write(value.value());
    }
    template <WordEnum Word>
    void write(Word value) {
        layout_.text(name_of(value));
    }
    template <EntityIndex I>
    void write(I value) {
        layout_.text(id_of(case_, value));
    }
    template <class Word>
    void write(WordSet<Word> set) {
        layout_.open('[');
        for (std::size_t i = 0; i < words<Word>().size(); ++i)
            if (set.contains(static_cast<Word>(i))) layout_.text(words<Word>()[i]);
        layout_.close();
    }
    template <class F>
    void write(const std::vector<F>& list) {
        layout_.open('[');
        for (const F& element : list) write(element);
        layout_.close();
    }
    template <Shaped T>
    void write(const T& object) {
        static const T defaults{};
        layout_.open('{');
        for_each_member<T>([&](const auto& member) { write_member(member, object, defaults); });
        layout_.close();
    }

    template <class T>
    void write_member(const Version& version, const T&, const T&) {
        layout_.key(version.key);
        layout_.text(version.value);
    }
    template <class Owner, class F, class T>
    void write_member(const Member<Owner, F>& member, const T& object, const T& defaults) {
        if (member.need == Need::optional && object.*member.field == defaults.*member.field) return;
        layout_.key(member.key);
        write(object.*member.field);
    }
    template <class Number>
    void write_number(Number value) {
        std::array<char, 32> buffer{};
        const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
        layout_.literal({buffer.data(), static_cast<std::size_t>(end - buffer.data())});
    }

    const Case& case_;
    Layout layout_;
};

}  // namespace

std::string write_case(const Case& value) {
    return Writer{value}.text();
}

void write_case_file(const Case& value, const std::filesystem::path& path) {
    write_atomically(path, write_case(value));
}

}  // namespace nagarezu::io
