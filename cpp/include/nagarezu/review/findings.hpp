// Findings: what two places of a case say that does not go together, put as a question to the author.
//
// A finding compares statements that the case makes and names the places of both. It is raised only where
// what it compares is stated; what is silent in the case stays silent here, and a lawful difference (a
// sub-contractor who does fewer kinds of work) is none. Every code, with what it compares and when it says
// nothing: docs/findings.md. The sentences are worded outside the core, from the code and three values.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "nagarezu/base/frame.hpp"
#include "nagarezu/metrics/measured.hpp"

namespace nagarezu::review {

/// How sure it is that something is wrong: the two are at odds · it may have a lawful reason · worth knowing.
/// Nothing raises `error` yet: that a case cannot be right as it stands is for the reader of files to say.
enum class Severity { error, warning, question, info };

/// In the order in which findings of one severity stand. Outside scripts use the names.
enum class FindingCode {
    claim_against_list,
    claimed_item_unlisted,
    claim_fails,
    stored_elsewhere,
    channel_not_in_media,
    medium_not_stated,
    medium_without_channel,
    medium_names_part,
    items_beyond_system,
    title_without_content,
    contents_differ,
    direction_differs,
    period_outside_contract,
    named_once,
    partner_not_named,
    partner_column_identical,
    checklist_without_selection,
    reentrustment_forbidden,
    count_bound,
    count_differs,
    scope_wider_than_purpose,
    duplicated_row,
    item_name_differs,
    credential_from_attribute,
    identifying_item,
    reference_missing,
    crosswalk_unresolved,
    unit_mixture,
    unsourced_item,
    recipient_without_safeguard,
    own_and_partner_differ
};
inline constexpr std::size_t finding_code_count = 31;

std::string_view name_of(Severity severity);
std::string_view name_of(FindingCode code);

struct Finding {
    FindingCode code{};
    Severity severity{Severity::question};
    Places place_a;
    std::optional<Places> place_b;  // nothing where there is one place only
    std::string about;              // what both places speak of, as labelled in the case
    std::string says_a;             // what stands at the first place, and at the second; several joined by 、
    std::string says_b;
    friend bool operator==(const Finding&, const Finding&) = default;
};

/// All findings of a case: by severity, then by code, then in the order in which the case states them.
std::vector<Finding> findings(const metrics::Measured& measured);

/// Table `findings`, without the sentence: code, severity, place_a, place_b, about, says_a, says_b.
Frame findings_table(const metrics::Measured& measured);

}  // namespace nagarezu::review
