// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "record/header.hpp"
#include "seal/merkle.hpp"

#include <map>

namespace preau::record {

/// Where a journal ends: all that the next record needs to know of those before it. The reader
/// arrives at it, the writer goes on from it.
struct Position {
    Hash head{};  ///< leaf of the last record; the authorisation's hash when there is none
    seal::MerkleTree tree;
    std::uint32_t epoch = 0;
    Tick epoch_began;  ///< running time of the session at the start of this epoch
    Tick last;         ///< running time at the last record
    std::map<CandidateNumber, std::uint32_t> candidate_sequences;

    std::uint64_t size() const { return tree.size(); }

    /// The running time of a record of the present epoch. Time while the box was off is nobody's.
    Tick tick(Duration since_epoch) const { return epoch_began + since_epoch; }

    void advance(const Header& header, const Hash& leaf);
};

}  // namespace preau::record
