// SPDX-License-Identifier: Apache-2.0
#include "seal/proofs.hpp"

#include "seal/merkle.hpp"

#include <bit>

namespace preau::seal {

namespace {

Hash root_of(std::span<const Hash> leaves) {
    MerkleTree tree;
    for (const auto& leaf : leaves) tree.append(leaf);
    return tree.root();
}

/// Leaves in the left subtree of a tree of `size` ≥ 2 leaves.
std::size_t left_size(std::size_t size) { return std::bit_floor(size - 1); }

}  // namespace

Proof inclusion_proof(std::span<const Hash> leaves, std::uint64_t index) {
    PREAU_CHECK(index < leaves.size());
    Proof proof;
    while (leaves.size() > 1) {
        const auto left = leaves.first(left_size(leaves.size()));
        const auto right = leaves.subspan(left.size());
        const bool in_left = index < left.size();
        proof.push_back(root_of(in_left ? right : left));
        if (!in_left) index -= left.size();
        leaves = in_left ? left : right;
    }
    std::reverse(proof.begin(), proof.end());
    return proof;
}

Proof consistency_proof(std::span<const Hash> leaves, std::uint64_t old_size) {
    PREAU_CHECK(old_size >= 1 && old_size <= leaves.size());
    Proof proof;
    bool is_old_root = true;  // a subtree that the verifier already has needs no hash
    while (old_size < leaves.size()) {
        const auto left = leaves.first(left_size(leaves.size()));
        const auto right = leaves.subspan(left.size());
        const bool in_left = old_size <= left.size();
        proof.push_back(root_of(in_left ? right : left));
        if (!in_left) {
            old_size -= left.size();
            is_old_root = false;
        }
        leaves = in_left ? left : right;
    }
    if (!is_old_root) proof.push_back(root_of(leaves));
    std::reverse(proof.begin(), proof.end());
    return proof;
}

bool verify_inclusion(const Hash& leaf, std::uint64_t index, const TreeHead& tree,
                      const Proof& proof) {
    if (index >= tree.size) return false;
    std::uint64_t node = index;
    std::uint64_t last = tree.size - 1;
    Hash hash = leaf;
    for (const auto& sibling : proof) {
        if (last == 0) return false;
        if ((node & 1) != 0 || node == last) {
            hash = node_hash(sibling, hash);
            while ((node & 1) == 0 && node != 0) {
                node >>= 1;
                last >>= 1;
            }
        } else {
            hash = node_hash(hash, sibling);
        }
        node >>= 1;
        last >>= 1;
    }
    return last == 0 && hash == tree.root;
}

bool verify_consistency(const TreeHead& before, const TreeHead& after, const Proof& proof) {
    if (before.size == 0 || before.size > after.size) return false;
    if (before.size == after.size) return proof.empty() && before.root == after.root;
    Proof path = proof;
    if (std::has_single_bit(before.size)) path.insert(path.begin(), before.root);
    if (path.empty()) return false;
    const int shift = std::countr_one(before.size - 1);
    std::uint64_t node = (before.size - 1) >> shift;
    std::uint64_t last = (after.size - 1) >> shift;
    Hash old_root = path.front();
    Hash new_root = path.front();
    for (std::size_t i = 1; i < path.size(); ++i) {
        if (last == 0) return false;
        if ((node & 1) != 0 || node == last) {
            old_root = node_hash(path[i], old_root);
            new_root = node_hash(path[i], new_root);
            while ((node & 1) == 0 && node != 0) {
                node >>= 1;
                last >>= 1;
            }
        } else {
            new_root = node_hash(new_root, path[i]);
        }
        node >>= 1;
        last >>= 1;
    }
    return last == 0 && old_root == before.root && new_root == after.root;
}

}  // namespace preau::seal
