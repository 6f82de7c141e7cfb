// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "record/header.hpp"
#include "seal/merkle.hpp"

#include <map>
#include <string>

namespace preau::record {

/// Where a journal ends: all that the next record needs to know of those before it. The reader
/// arrives at it, the writer goes on from it.
struct Position {
    Hash head{};  ///< leaf of the last record; the authorisation's hash when there is none
    seal::MerkleTree tree;
    std::uint32_t epoch = 0;
    std::string first_box;  ///< that wrote the first epoch
    std::string box;        ///< that writes the present one
    Tick epoch_began;       ///< running time of the session at the start of this epoch
    Tick last;              ///< running time at the last record
    std::map<CandidateNumber, std::uint32_t> candidate_sequences;

    std::uint64_t size() const { return tree.size(); }

    /// The running time of a record of the present epoch. Time while the box was off is nobody's.
    Tick tick(Duration since_epoch) const { return epoch_began + since_epoch; }

    /// Another box goes on with the session than began it: its records' headers say so.
    bool taken_over() const { return box != first_box; }

    void advance(const Header& header, const Hash& leaf);
};

}  // namespace preau::record
