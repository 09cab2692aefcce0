#include "intake.hpp"

#include <utility>

#include "nagarezu/base/wording.hpp"
#include "scanner.hpp"
#include "text_rules.hpp"

namespace nagarezu::io {

void Intake::fail(ErrorCode code, std::string_view subject, std::string hint) {
    faults_.add({code, token_offset(), shortened(subject), std::move(hint)});
}

void Intake::fail_object(ErrorCode code, std::string_view pointer, std::string_view subject, std::string hint) {
    faults_.add({code, offset_of(text_, object_, pointer), shortened(subject), std::move(hint)});
}

std::size_t Intake::token_offset() const {
    return token_begin(text_, feed_.read(), number_);
}

std::string_view Intake::token() const {
    Scanner scanner{text_, token_offset()};
    scanner.next();
    return text_.substr(scanner.begin(), scanner.end() - scanner.begin());
}

bool Intake::define(Kind kind, std::string_view id) {
    Ids& ids = ids_of(kind);
    if (ids.find(id) == Ids::nothing && !is_id(id)) {
        fail(id_rule.code, id, std::string{id_rule.form});
        return false;
    }
    if (ids.define(ids.meet(id))) return true;
    fail(ErrorCode::duplicate_id, id, {});
    return false;
}

Ids::Slot Intake::refer(Kind kind, std::string_view id) {
    Ids& ids = ids_of(kind);
    Ids::Slot slot = ids.find(id);
    if (slot == Ids::nothing) {
        // An id that was met before was checked then.
        if (!is_id(id)) {
            fail(id_rule.code, id, std::string{id_rule.form});
            return Ids::nothing;
        }
        slot = ids.meet(id);
    }
    await(kind, slot);
    return slot;
}

void Intake::await(Kind kind, Ids::Slot slot) {
    if (!ids(kind).defined(slot)) waiting_.push_back({kind, slot, token_offset()});
}

void Intake::define_clause(int number) {
    Ids& ids = ids_of(Kind::clause);
    ids.define(ids.meet(std::to_string(number)));
}

void Intake::refer_to_clause(int number) {
    await(Kind::clause, ids_of(Kind::clause).meet(std::to_string(number)));
}

bool Intake::check_places(std::string_view places) {
    while (true) {
        const std::size_t space = places.find(' ');
        const std::string_view place = places.substr(0, space);
        if (!is_place(place)) {
            fail(place_rule.code, place, std::string{place_rule.form});
            return false;
        }
        const std::string_view source = place.substr(0, place.find(':'));
        if (source != last_source_) {
            const Ids::Slot slot = refer(Kind::source, source);
            if (ids(Kind::source).defined(slot)) last_source_ = source;
        }
        if (space == std::string_view::npos) return true;
        places.remove_prefix(space + 1);
    }
}

void Intake::settle() {
    for (const Waiting& waiting : waiting_) {
        const Ids& known = ids(waiting.kind);
        if (known.defined(waiting.slot)) continue;
        const std::string& id = known.name(waiting.slot);
        faults_.add({ErrorCode::dangling_id, waiting.offset, id, known.nearest_to(id)});
        if (faults_.full()) return;
    }
}

}  // namespace nagarezu::io
