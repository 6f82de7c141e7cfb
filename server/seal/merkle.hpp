// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.hpp"

#include <cstdint>

namespace preau::seal {

/// RFC 6962 §2.1: SHA-256(0x00 || entry), SHA-256(0x01 || left || right).
Hash leaf_hash(ByteView entry);
Hash node_hash(const Hash& left, const Hash& right);

/// The hash tree of RFC 6962 over leaves that are only ever appended. Keeps one hash for each
/// complete subtree, so it stays small and can be copied.
class MerkleTree {
  public:
    MerkleTree() = default;
    /// Goes on from another that was written down. Malformed when there is not one subtree for each
    /// bit set in the size.
    static Result<MerkleTree> resume(std::uint64_t size, std::vector<Hash> subtrees);

    void append(const Hash& leaf);
    std::uint64_t size() const { return size_; }
    Hash root() const;
    /// One for each bit set in the size, the largest first.
    const std::vector<Hash>& subtrees() const { return subtrees_; }

  private:
    std::uint64_t size_ = 0;
    std::vector<Hash> subtrees_;
};

}  // namespace preau::seal
