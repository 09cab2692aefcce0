// Files by which peers get the very graphs that we solve, and our results to compare with theirs.
#pragma once

#include <fstream>
#include <span>

#include "generate.hpp"

namespace nagarezu::bench {

/// One graph, all numbers little-endian 32 bit: nodes, words, masks, seeds, forward carries, other carries; then
/// the masks as 64-bit words, seeds (node, mask), carries (from, to, mask). Carries stand in reverse
/// post-order with those that lead back behind, so that a peer need not order them.
void write_graph(std::ofstream& file, const Raw& raw);

/// Rows as they are.
void write_words(std::ofstream& file, std::span<const graph::Word> words);

}  // namespace nagarezu::bench
