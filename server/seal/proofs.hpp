// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.hpp"

#include <cstdint>

namespace preau::seal {

using Proof = std::vector<Hash>;

/// A tree as a checkpoint states it.
struct TreeHead {
    std::uint64_t size = 0;
    Hash root{};
    bool operator==(const TreeHead&) const = default;
};

/// That leaf `index` (below the number of leaves) is in the tree of all of them; RFC 6962 §2.1.1.
Proof inclusion_proof(std::span<const Hash> leaves, std::uint64_t index);

/// That the tree of the first `old_size` leaves (1 to their number) is the beginning of the tree of
/// all of them; RFC 6962 §2.1.2.
Proof consistency_proof(std::span<const Hash> leaves, std::uint64_t old_size);

/// RFC 9162 §2.1.3.2 and §2.1.4.2: the proof has exactly the hashes that are needed.
bool verify_inclusion(const Hash& leaf, std::uint64_t index, const TreeHead& tree,
                      const Proof& proof);
bool verify_consistency(const TreeHead& before, const TreeHead& after, const Proof& proof);

}  // namespace preau::seal
