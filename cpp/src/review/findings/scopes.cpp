// Whom the purpose speaks of, against whom the case covers.
#include <algorithm>

#include "raised.hpp"

namespace nagarezu::review::rules {

namespace {

bool covered(const Case& source, MatterIndex matter, SubjectIndex subject) {
    return std::ranges::any_of(source.flows, [&](const Flow& flow) {
        return active(flow) && concerns(matter, flow.matter) &&
               std::ranges::find(flow.subjects, subject) != flow.subjects.end();
    });
}

}  // namespace

void scopes(Raised& raised) {
    const Case& source = raised.source();
    for (const Purpose& purpose : source.purposes)
        for (const SubjectIndex group : purpose.part_of)
            if (covered(source, purpose.matter, group)) {
                const Subject& subject = source.subjects[group.get()];
                raised.add(FindingCode::scope_wider_than_purpose, Severity::question, subject.source, purpose.source,
                           subject.label, subject.label, purpose.concerns.empty() ? purpose.label : purpose.concerns);
            }
    for (const Purpose& purpose : source.purposes)
        for (const auto& wider : purpose.wider)
            raised.add(FindingCode::scope_wider_than_purpose, Severity::question, wider.source, purpose.source,
                       wider.label, wider.label, purpose.concerns.empty() ? purpose.label : purpose.concerns);
}

}  // namespace nagarezu::review::rules
