// M12 by recipient: what is stated for the flows into a holder.
#include "cells.hpp"
#include "nagarezu/metrics/coverage.hpp"
#include "nagarezu/metrics/recipients.hpp"
#include "row.hpp"
#include "targets.hpp"

namespace nagarezu::metrics {

std::vector<RecipientCoverage> recipient_coverages(const Case& source, const Profile& profile) {
    struct Seen {
        Categories applicable;
        Categories some;
        Categories lacking;  // applicable to a flow for which it is not stated
    };
    std::vector<Seen> seen(source.holders.size());
    const auto by_matter = applicable_by_matter(source, profile);
    const auto by_flow = stated_by_flow(source);
    for (std::size_t f = 0; f < source.flows.size(); ++f) {
        const Flow& flow = source.flows[f];
        const Categories applicable = flow.matter.valid() ? by_matter[flow.matter.get()] : profile.always;
        for (const HolderIndex target : targets_of(flow)) {
            Seen& here = seen[target.get()];
            here.applicable |= applicable;
            here.some |= by_flow[f] & applicable;
            here.lacking |= applicable - by_flow[f];
        }
    }
    std::vector<RecipientCoverage> found;
    found.reserve(seen.size());
    for (const auto& [applicable, some, lacking] : seen)
        found.push_back({Coverage::of(applicable - lacking, applicable), Coverage::of(some, applicable)});
    return found;
}

Frame recipient_coverage(const Measured& measured, std::span<const Profile> profiles) {
    using enum Cells;
    const Case& source = measured.source;
    Frame frame = frame_of({{"holder", text},
                            {"profile", text},
                            {"stated_lower", whole},
                            {"stated_upper", whole},
                            {"applicable", whole},
                            {"ratio_lower", real},
                            {"ratio_upper", real},
                            {"missing", text}});
    std::vector<std::vector<RecipientCoverage>> by_profile;
    for (const Profile& profile : profiles) by_profile.push_back(recipient_coverages(source, profile));
    for (const HolderIndex holder : recipients_of(source))
        for (std::size_t p = 0; p < profiles.size(); ++p) {
            const auto& [every, some] = by_profile[p][holder.get()];
            Row{frame}
                .text(source.holders[holder.get()].id)
                .text(profiles[p].id)
                .whole(every.ratio().part)
                .whole(some.ratio().part)
                .whole(some.ratio().whole)
                .real(every.ratio().value())
                .real(some.ratio().value())
                .text(cell_of(every.missing()));
        }
    return frame;
}

}  // namespace nagarezu::metrics
