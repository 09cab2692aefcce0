// How each kind of claim is judged; claims.cpp chooses.
#pragma once

#include "nagarezu/review/claims.hpp"

namespace nagarezu::review {

Judgement judge_only(const metrics::Measured& measured, const Claim& claim);
Judgement judge_never(const metrics::Measured& measured, const Claim& claim);
Judgement judge_includes(const metrics::Measured& measured, const Claim& claim);
Judgement judge_requires(const metrics::Measured& measured, const Claim& claim);
Judgement judge_depth(const metrics::Measured& measured, const Claim& claim);
Judgement judge_count(const metrics::Measured& measured, const Claim& claim);

/// The verdict on a claim that lacks what its kind needs.
Judgement incomplete(const Claim& claim);

}  // namespace nagarezu::review
