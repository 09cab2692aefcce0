// The tables of coverage.hpp that count safeguards without a profile.
#include <tuple>

#include "cells.hpp"
#include "first_seen.hpp"
#include "nagarezu/metrics/coverage.hpp"
#include "row.hpp"

namespace nagarezu::metrics {

Fraction mirror_ratio(Categories a, Categories b) {
    return {static_cast<Count>((a & b).size()), static_cast<Count>((a | b).size())};
}

Frame mirror(const Measured& measured) {
    using enum Cells;
    const Case& source = measured.source;
    Frame frame = frame_of(
        {{"matter", text}, {"party_a", text}, {"party_b", text}, {"both", whole}, {"either", whole}, {"ratio", real}});
    const CaseStatement whole_case = statements(source);
    for (std::size_t i = 0; i < source.matters.size(); ++i) {
        std::vector<const PartyStatement*> parties;
        for (const PartyStatement& party : whole_case.matters[i].parties)
            if (party.has_safeguards) parties.push_back(&party);
        for (std::size_t a = 0; a < parties.size(); ++a)
            for (std::size_t b = a + 1; b < parties.size(); ++b) {
                const Fraction ratio = mirror_ratio(parties[a]->safeguards, parties[b]->safeguards);
                Row{frame}
                    .text(source.matters[i].id)
                    .text(parties[a]->party)
                    .text(parties[b]->party)
                    .whole(ratio.part)
                    .whole(ratio.whole)
                    .real(ratio.value());
            }
    }
    return frame;
}

Frame safeguards(const Measured& measured) {
    using enum Cells;
    const Case& source = measured.source;
    Frame frame = frame_of({{"matter", text},
                            {"party", text},
                            {"layer", text},
                            {"position", text},
                            {"label", text},
                            {"categories", text},
                            {"status", text},
                            {"source", text},
                            {"safeguard", text}});
    for (const Safeguard& safeguard : source.safeguards)
        Row{frame}
            .text(id_of(source.matters, safeguard.matter))
            .text(safeguard.party)
            .text(name_of(safeguard.layer))
            .text(stated(safeguard.position))
            .text(safeguard.label)
            .text(cell_of(safeguard.categories))
            .text(name_of(safeguard.status))
            .text(stated(safeguard.source))
            .text(safeguard.id);
    return frame;
}

Frame safeguard_counts(const Measured& measured) {
    using enum Cells;
    const Case& source = measured.source;
    FirstSeen<std::tuple<MatterIndex, std::string, Layer>> groups;
    std::vector<Count> counts;
    for (const Safeguard& safeguard : source.safeguards) {
        const std::size_t group = groups({safeguard.matter, safeguard.party, safeguard.layer});
        counts.resize(groups.size());
        counts[group] += safeguard.status == Status::stated;
    }

    Frame frame = frame_of({{"matter", text}, {"party", text}, {"layer", text}, {"stated", whole}});
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const auto& [matter, party, layer] = groups.keys()[i];
        Row{frame}.text(id_of(source.matters, matter)).text(party).text(name_of(layer)).whole(counts[i]);
    }
    return frame;
}

}  // namespace nagarezu::metrics
