// Linkage questions that share one look-up of the keys: a table asks many of them about one case.
#pragma once

#include "keys.hpp"
#include "nagarezu/review/inference.hpp"
#include "nagarezu/review/linkage.hpp"

namespace nagarezu::review {

Linkage linkage(const metrics::Measured& measured, const Keys& keys, std::span<const HolderIndex> holders);
Ties smallest_ties(const metrics::Measured& measured, const Keys& keys, HolderIndex holder, graph::Reach reach);
std::vector<Inference> inferences(const metrics::Measured& measured, const Keys& keys, HolderIndex holder);

}  // namespace nagarezu::review
