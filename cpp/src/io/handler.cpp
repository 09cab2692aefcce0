#include "handler.hpp"

#include <bit>
#include <limits>

#include "diagnose.hpp"
#include "nagarezu/base/wording.hpp"

namespace nagarezu::io {

Handler::Goal Handler::goal() {
    if (skipped_ > 0) return {};
    if (frames_.empty()) return {&root_, value_, true};
    Frame& frame = frames_.back();
    if (frame.type->element != nullptr) return next_element(frame);
    if (frame.slot == Table::nothing) return {};
    const Slot& slot = frame.type->table->slots[frame.slot];
    return {slot.type, slot.field(frame.target), slot.required};
}

Handler::Goal Handler::next_element(Frame& list) {
    const std::size_t most = in_.limits().entities;
    if (++list.elements > most) {
        if (list.elements == most + 1) in_.fail(ErrorCode::too_many, {}, std::to_string(most));
        return {};
    }
    const Type& type = *list.type;
    return {type.element, type.append != nullptr ? type.append(list.target) : list.target, true};
}

bool Handler::wrong_type(const Goal& goal, std::string_view found) {
    if (goal.type != nullptr) in_.fail(ErrorCode::wrong_type, found, std::string{goal.type->expected});
    return going();
}

bool Handler::out_of_range(const Goal& goal) {
    in_.fail(ErrorCode::number_range, in_.token(), std::string{goal.type->range});
    return going();
}

bool Handler::null() {
    in_.set_number(false);
    const Goal to = goal();
    // A member that is null is not stated, like one that is absent.
    return to.required ? wrong_type(to, "null") : going();
}

bool Handler::boolean(bool value) {
    in_.set_number(false);
    const Goal to = goal();
    if (to.type == nullptr || to.type->truth == nullptr) return wrong_type(to, value ? "true" : "false");
    to.type->truth(to.field, value);
    return true;
}

bool Handler::number_integer(std::int64_t value) {
    in_.set_number(true);
    const Goal to = goal();
    if (to.type != nullptr && to.type->whole != nullptr) {
        to.type->whole(in_, to.field, value);
    } else if (to.type != nullptr && to.type->real != nullptr) {
        to.type->real(in_, to.field, static_cast<double>(value));
    } else {
        return wrong_type(to, in_.token());
    }
    return going();
}

bool Handler::number_unsigned(std::uint64_t value) {
    // Beyond the signed range the exact value does not matter: no field takes it.
    constexpr auto most = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    return value > most ? number_float(static_cast<double>(value), {})
                        : number_integer(static_cast<std::int64_t>(value));
}

// Also for whole numbers of more than 64 bits.
bool Handler::number_float(double value, const std::string&) {
    in_.set_number(true);
    const Goal to = goal();
    if (to.type != nullptr && to.type->real != nullptr) {
        to.type->real(in_, to.field, value);
        return going();
    }
    return to.type != nullptr && to.type->whole != nullptr ? out_of_range(to) : wrong_type(to, in_.token());
}

// Reported if it is; it is not taken then.
bool Handler::too_long(std::string_view text) {
    const std::size_t most = in_.limits().text_bytes;
    if (text.size() <= most) return false;
    in_.fail(ErrorCode::text_too_long, text, std::to_string(most));
    return true;
}

// The string just read, whether the parser copied it or the feed kept it aside.
std::string_view Handler::text_of(const std::string& value) {
    const std::string_view plain = in_.feed().plain();
    return plain.data() != nullptr ? plain : std::string_view{value};
}

bool Handler::string(std::string& parsed) {
    in_.set_number(false);
    const std::string_view value = text_of(parsed);
    const Goal to = goal();
    if (too_long(value)) return going();
    if (to.type == nullptr || to.type->text == nullptr) return wrong_type(to, value);
    to.type->text(in_, to.field, value);
    return going();
}

bool Handler::key(std::string& parsed) {
    in_.set_number(false);
    if (skipped_ > 0) return true;
    const std::string_view name = text_of(parsed);
    Frame& frame = frames_.back();
    if (too_long(name)) {
        frame.slot = Table::nothing;
        return going();
    }
    const Table& table = *frame.type->table;
    frame.slot = table.find(name, frame.slot + 1);
    if (frame.slot == Table::nothing) {
        Nearest near{name};
        for (const Slot& slot : table.slots) near.offer(slot.key);
        in_.fail(ErrorCode::unknown_key, name, std::string{near.name()});
        return going();
    }
    const std::uint64_t bit = std::uint64_t{1} << frame.slot;
    if ((frame.seen & bit) != 0) {
        in_.fail(ErrorCode::duplicate_key, name, {});
        frame.slot = Table::nothing;
    }
    frame.seen |= bit;
    return going();
}

bool Handler::open(bool object) {
    in_.set_number(false);
    if (frames_.size() + skipped_ == in_.limits().depth) {
        // Whoever nests beyond the limit did not write a case: what follows is not worth reading.
        in_.fail(ErrorCode::too_deep, {}, std::to_string(in_.limits().depth));
        return false;
    }
    const Goal to = goal();
    const bool fits = to.type != nullptr && (object ? to.type->table != nullptr : to.type->element != nullptr);
    if (!fits) {
        ++skipped_;
        return wrong_type(to, object ? "object" : "list");
    }
    frames_.push_back({to.type, to.field, in_.feed().read() - 1, in_.faults().size(), 0, Table::nothing, 0});
    return true;
}

bool Handler::start_object(std::size_t) {
    return open(true);
}
bool Handler::start_array(std::size_t) {
    return open(false);
}

bool Handler::end_object() {
    if (skipped_ > 0) {
        --skipped_;
        return true;
    }
    close(frames_.back());
    frames_.pop_back();
    return going();
}

bool Handler::end_array() {
    if (skipped_ > 0) {
        --skipped_;
    } else {
        frames_.pop_back();
    }
    return true;
}

void Handler::close(const Frame& frame) {
    const Table& table = *frame.type->table;
    in_.set_object(frame.opening);
    for (std::uint64_t missing = table.required & ~frame.seen; missing != 0; missing &= missing - 1) {
        const Slot& slot = table.slots[static_cast<std::size_t>(std::countr_zero(missing))];
        in_.fail_object(ErrorCode::missing_key, {}, slot.key, {});
    }
    if (table.check != nullptr && in_.faults().size() == frame.faults) table.check(in_, frame.target);
}

bool Handler::not_json(std::size_t got, bool overflow) {
    in_.faults().add(diagnose(in_.text(), in_.feed().read(got), overflow));
    return false;
}

std::size_t Table::find(std::string_view key, std::size_t first) const {
    const std::uint64_t head = head_of(key);
    const auto same = [&](const Slot& slot) {
        if (slot.head != head || slot.key.size() != key.size()) return false;
        return key.size() <= 8 || slot.key.substr(8) == key.substr(8);
    };
    for (std::size_t i = first; i < slots.size(); ++i)
        if (same(slots[i])) return i;
    for (std::size_t i = 0; i < first && i < slots.size(); ++i)
        if (same(slots[i])) return i;
    return nothing;
}

}  // namespace nagarezu::io
