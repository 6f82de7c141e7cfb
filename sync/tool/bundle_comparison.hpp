// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "seal/bundle.hpp"
#include "seal/checkpoint.hpp"

namespace preau::tool {

/// How two journals are to each other.
enum class Kinship {
    same,       ///< record for record
    continued,  ///< one is the beginning of the other
    forked,     ///< they begin alike and part: both cannot be true
    strangers,  ///< of different sessions, or with nothing in common
};

struct Comparison {
    Kinship kinship = Kinship::strangers;
    std::uint64_t common = 0;  ///< records that both begin with
    std::string words;         ///< plain sentences
};

/// Compares what two bundles say happened; verifies neither.
Comparison compare_bundles(const seal::Bundle& one, const seal::Bundle& other);

/// Whether the journal goes on from an earlier checkpoint of its session, which somebody kept
/// outside the box. Malformed, in plain words, when it does not: records were taken back or
/// changed since.
Result<void> check_continues(const seal::Bundle& bundle, const seal::Checkpoint& earlier);

}  // namespace preau::tool
