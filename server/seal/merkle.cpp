// SPDX-License-Identifier: Apache-2.0
#include "seal/merkle.hpp"

#include "seal/hash.hpp"

#include <bit>

namespace preau::seal {

Hash leaf_hash(ByteView entry) {
    constexpr ByteArray<1> kPrefix{0x00};
    return sha256({kPrefix, entry});
}

Hash node_hash(const Hash& left, const Hash& right) {
    constexpr ByteArray<1> kPrefix{0x01};
    return sha256({kPrefix, left, right});
}

Result<MerkleTree> MerkleTree::resume(std::uint64_t size, std::vector<Hash> subtrees) {
    if (static_cast<std::size_t>(std::popcount(size)) != subtrees.size())
        return fail(Error::malformed("a hash tree with subtrees too few or too many"));
    MerkleTree tree;
    tree.size_ = size;
    tree.subtrees_ = std::move(subtrees);
    return tree;
}

void MerkleTree::append(const Hash& leaf) {
    Hash subtree = leaf;
    for (auto bits = size_; (bits & 1) != 0; bits >>= 1) {
        subtree = node_hash(subtrees_.back(), subtree);
        subtrees_.pop_back();
    }
    subtrees_.push_back(subtree);
    ++size_;
}

Hash MerkleTree::root() const {
    if (subtrees_.empty()) return sha256(ByteView{});
    Hash root = subtrees_.back();
    for (auto left = subtrees_.rbegin() + 1; left != subtrees_.rend(); ++left)
        root = node_hash(*left, root);
    return root;
}

}  // namespace preau::seal
