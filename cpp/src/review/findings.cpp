#include "nagarezu/review/findings.hpp"

#include <algorithm>
#include <array>

#include "findings/raised.hpp"

namespace nagarezu::review {

namespace {

constexpr std::array<std::string_view, 4> severities{"error", "warning", "question", "info"};
constexpr std::array<std::string_view, finding_code_count> codes{"claim_against_list",
                                                                 "claimed_item_unlisted",
                                                                 "claim_fails",
                                                                 "stored_elsewhere",
                                                                 "channel_not_in_media",
                                                                 "medium_not_stated",
                                                                 "medium_without_channel",
                                                                 "medium_names_part",
                                                                 "items_beyond_system",
                                                                 "title_without_content",
                                                                 "contents_differ",
                                                                 "direction_differs",
                                                                 "period_outside_contract",
                                                                 "named_once",
                                                                 "partner_not_named",
                                                                 "partner_column_identical",
                                                                 "checklist_without_selection",
                                                                 "reentrustment_forbidden",
                                                                 "count_bound",
                                                                 "count_differs",
                                                                 "scope_wider_than_purpose",
                                                                 "duplicated_row",
                                                                 "item_name_differs",
                                                                 "credential_from_attribute",
                                                                 "identifying_item",
                                                                 "reference_missing",
                                                                 "crosswalk_unresolved",
                                                                 "unit_mixture",
                                                                 "unsourced_item",
                                                                 "recipient_without_safeguard",
                                                                 "own_and_partner_differ"};

constexpr std::array families{&rules::claims_against_statements,
                              &rules::media_and_channels,
                              &rules::handovers,
                              &rules::titles,
                              &rules::contents,
                              &rules::listings,
                              &rules::periods,
                              &rules::parties,
                              &rules::checklists,
                              &rules::counts,
                              &rules::scopes,
                              &rules::rows,
                              &rules::items,
                              &rules::references,
                              &rules::safeguards};

}  // namespace

std::string_view name_of(Severity severity) {
    return severities.at(static_cast<std::size_t>(severity));
}

std::string_view name_of(FindingCode code) {
    return codes.at(static_cast<std::size_t>(code));
}

std::vector<Finding> findings(const metrics::Measured& measured) {
    rules::Raised raised{measured};
    for (const auto family : families) family(raised);
    // Stable, so that findings of one code keep the order of the case, which each rule follows.
    std::ranges::stable_sort(raised.all, [](const Finding& a, const Finding& b) {
        return a.severity != b.severity ? a.severity < b.severity : a.code < b.code;
    });
    return std::move(raised.all);
}

Frame findings_table(const metrics::Measured& measured) {
    Frame frame;
    for (const char* name : {"code", "severity", "place_a", "place_b", "about", "says_a", "says_b"})
        frame.add_text(name);
    for (const Finding& finding : findings(measured)) {
        std::size_t column = 0;
        frame.columns[column++].text(name_of(finding.code));
        frame.columns[column++].text(name_of(finding.severity));
        frame.columns[column++].text(std::string_view{finding.place_a});
        frame.columns[column++].text(finding.place_b);
        frame.columns[column++].text(std::string_view{finding.about});
        frame.columns[column++].text(std::string_view{finding.says_a});
        frame.columns[column++].text(std::string_view{finding.says_b});
    }
    return frame;
}

}  // namespace nagarezu::review
