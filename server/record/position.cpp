// SPDX-License-Identifier: Apache-2.0
#include "record/position.hpp"

namespace preau::record {

void Position::advance(const Header& header, const Hash& leaf) {
    if (header.epoch != epoch) {
        epoch = header.epoch;
        epoch_began = last;
    }
    last = tick(header.since_epoch);
    head = leaf;
    tree.append(leaf);
    if (header.candidate.value != 0)
        candidate_sequences[header.candidate] = header.candidate_sequence;
}

}  // namespace preau::record
