// A list of contents against the sheets, files or cards that are there.
#include <algorithm>

#include "raised.hpp"

namespace nagarezu::review::rules {

namespace {

/// Lines that stand for nothing that is there, and what is there without a line.
struct Unmatched {
    std::vector<const Announcement*> lines;
    std::vector<const Matter*> matters;
};

Unmatched unmatched(const Case& source) {
    Unmatched found;
    std::vector<bool> listed(source.matters.size());
    for (const Announcement& line : source.announcements) {
        if (line.topic != Topic::matter) continue;
        if (line.matter.valid())
            listed[line.matter.get()] = true;
        else
            found.lines.push_back(&line);
    }
    for (std::size_t i = 0; i < listed.size(); ++i)
        if (!listed[i]) found.matters.push_back(&source.matters[i]);
    return found;
}

}  // namespace

void listings(Raised& raised) {
    const Case& source = raised.source();
    const auto is_line = [](const Announcement& entry) { return entry.topic == Topic::matter; };
    if (!std::ranges::any_of(source.announcements, is_line)) return;
    for (const Announcement& line : source.announcements) {
        if (!is_line(line) || !line.matter.valid()) continue;
        const Matter& matter = source.matters[line.matter.get()];
        if (line.label != matter.title)
            raised.add(FindingCode::contents_differ, Severity::question, line.source, matter.source, line.label,
                       line.label, matter.title);
    }
    const auto [lines, matters] = unmatched(source);
    const std::size_t pairs = std::min(lines.size(), matters.size());  // the one may be meant by the other
    for (std::size_t i = 0; i < pairs; ++i)
        raised.add(FindingCode::contents_differ, Severity::question, lines[i]->source, matters[i]->source,
                   lines[i]->label, lines[i]->label, matters[i]->title);
    const auto alone = [&](const Places& place, const std::string& label) {
        raised.add(FindingCode::contents_differ, Severity::question, place, {}, label, label);
    };
    for (std::size_t i = pairs; i < lines.size(); ++i) alone(lines[i]->source, lines[i]->label);
    for (std::size_t i = pairs; i < matters.size(); ++i) alone(matters[i]->source, matters[i]->title);
}

}  // namespace nagarezu::review::rules
