#include "nagarezu/metrics/coverage.hpp"

#include <algorithm>

#include "cells.hpp"
#include "row.hpp"

namespace nagarezu::metrics {

namespace {

template <class Word>
bool contains(const std::vector<Word>& words, Word word) {
    return std::ranges::find(words, word) != words.end();
}

bool fires(const ProfileTrigger& trigger, const Matter& matter) {
    return std::ranges::any_of(matter.kinds, [&](MatterKind kind) { return contains(trigger.kinds, kind); });
}

bool fires(const ProfileTrigger& trigger, const Flow& flow) {
    return contains(trigger.relations, flow.relation) || contains(trigger.channels, flow.channel.kind) ||
           std::ranges::any_of(flow.media, [&](const Medium& medium) { return contains(trigger.media, medium.kind); });
}

/// A profile worked out for one case.
struct Applicable {
    std::string_view profile;
    Categories whole;
    std::vector<Categories> matters;

    Applicable(const Case& source, const Profile& from)
        : profile{from.id}, whole{from.always}, matters{applicable_by_matter(source, from)} {
        for (const Categories matter : matters) whole |= matter;
    }
};

/// Which rows of the table are to be added: a scope with its ids, null where it has none.
struct Scope {
    std::string_view name;
    std::optional<std::string> matter;
    std::optional<std::string> party;
};

void append_rows(Frame& frame, const Scope& scope, const Statement& statement, std::string_view profile,
                 Categories applicable) {
    for (const bool with_clauses : {false, true}) {
        const Coverage coverage = Coverage::of(statement.stated(with_clauses), applicable);
        const Fraction ratio = coverage.ratio();
        Row{frame}
            .text(scope.name)
            .text(scope.matter)
            .text(scope.party)
            .text(profile)
            .truth(with_clauses)
            .whole(ratio.part)
            .whole(ratio.whole)
            .real(ratio.value())
            .text(cell_of(coverage.missing()));
    }
}

}  // namespace

std::vector<Categories> applicable_by_matter(const Case& source, const Profile& profile) {
    std::vector<Categories> by_matter;
    by_matter.reserve(source.matters.size());
    for (const Matter& matter : source.matters) {
        Categories& applicable = by_matter.emplace_back(profile.always);
        for (const ProfileTrigger& trigger : profile.triggers)
            if (fires(trigger, matter)) applicable |= trigger.categories;
    }
    for (const Flow& flow : source.flows) {
        if (!flow.matter.valid() || flow.change == Change::removed) continue;
        for (const ProfileTrigger& trigger : profile.triggers)
            if (fires(trigger, flow)) by_matter[flow.matter.get()] |= trigger.categories;
    }
    return by_matter;
}

Frame coverage(const Measured& measured, std::span<const Profile> profiles) {
    using enum Cells;
    const Case& source = measured.source;
    Frame frame = frame_of({{"scope", text},
                            {"matter", text},
                            {"party", text},
                            {"profile", text},
                            {"with_clauses", truth},
                            {"stated", whole},
                            {"applicable", whole},
                            {"ratio", real},
                            {"missing", text}});
    const CaseStatement whole_case = statements(source);
    std::vector<Applicable> applicable;
    for (const Profile& profile : profiles) applicable.emplace_back(source, profile);

    for (const Applicable& by : applicable) append_rows(frame, {"case", {}, {}}, whole_case, by.profile, by.whole);
    for (std::size_t i = 0; i < source.matters.size(); ++i) {
        const MatterStatement& matter = whole_case.matters[i];
        const std::string& id = source.matters[i].id;
        for (const Applicable& by : applicable)
            append_rows(frame, {"matter", id, {}}, matter, by.profile, by.matters[i]);
        for (const PartyStatement& party : matter.parties)
            for (const Applicable& by : applicable)
                append_rows(frame, {"party", id, party.party}, party, by.profile, by.matters[i]);
    }
    return frame;
}

}  // namespace nagarezu::metrics
