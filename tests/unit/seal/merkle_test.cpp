// SPDX-License-Identifier: Apache-2.0
#include "seal/merkle.hpp"

#include "base/big_endian.hpp"
#include "seal/proofs.hpp"
#include "support/catch.hpp"

using namespace preau;
using seal::TreeHead;

namespace {

constexpr std::size_t kLeaves = 130;

std::vector<Hash> some_leaves() {
    std::vector<Hash> leaves;
    for (std::uint32_t i = 0; i < kLeaves; ++i)
        leaves.push_back(seal::leaf_hash(ByteWriter().u32(i).view()));
    return leaves;
}

std::vector<TreeHead> heads_of(const std::vector<Hash>& leaves) {
    seal::MerkleTree tree;
    std::vector<TreeHead> heads{{0, tree.root()}};
    for (const auto& leaf : leaves) {
        tree.append(leaf);
        heads.push_back({tree.size(), tree.root()});
    }
    return heads;
}

/// The proof with one bit changed in its hash `at`, or with one hash too many.
seal::Proof changed(seal::Proof proof, std::size_t at) {
    if (at < proof.size())
        proof[at][at % 32] ^= 0x10;
    else
        proof.push_back(Hash{});
    return proof;
}

}  // namespace

TEST_CASE("the empty tree has the hash of nothing") {
    CHECK(to_hex(seal::MerkleTree().root()) ==
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("every leaf of every tree up to 130 leaves has a proof, and no other") {
    const auto leaves = some_leaves();
    const auto heads = heads_of(leaves);
    std::size_t accepted = 0;
    for (std::size_t size = 1; size <= kLeaves; ++size)
        for (std::size_t index = 0; index < size; ++index) {
            const auto proof = seal::inclusion_proof(std::span(leaves).first(size), index);
            const auto& leaf = leaves[index];
            if (seal::verify_inclusion(leaf, index, heads[size], proof)) ++accepted;
            REQUIRE_FALSE(seal::verify_inclusion(leaf, index + 1, heads[size], proof));
            REQUIRE_FALSE(seal::verify_inclusion(leaf, index, heads[size - 1], proof));
            REQUIRE_FALSE(seal::verify_inclusion(seal::leaf_hash({}), index, heads[size], proof));
            REQUIRE_FALSE(seal::verify_inclusion(leaf, index, heads[size],
                                                 changed(proof, index % (proof.size() + 1))));
            if (proof.empty()) continue;
            REQUIRE_FALSE(
                seal::verify_inclusion(leaf, index, heads[size], {proof.begin(), proof.end() - 1}));
        }
    CHECK(accepted == 8515);
}

TEST_CASE("every tree up to 130 leaves is proved to begin every later one, and no other") {
    const auto leaves = some_leaves();
    const auto heads = heads_of(leaves);
    std::size_t accepted = 0;
    for (std::size_t size = 1; size <= kLeaves; ++size)
        for (std::size_t before = 1; before <= size; ++before) {
            const auto proof = seal::consistency_proof(std::span(leaves).first(size), before);
            if (seal::verify_consistency(heads[before], heads[size], proof)) ++accepted;
            REQUIRE_FALSE(seal::verify_consistency(heads[before], heads[size],
                                                   changed(proof, before % (proof.size() + 1))));
            const TreeHead forged{before, heads[before - 1].root};
            REQUIRE_FALSE(seal::verify_consistency(forged, heads[size], proof));
            const TreeHead other{size, heads[size - 1].root};
            REQUIRE_FALSE(seal::verify_consistency(heads[before], other, proof));
            if (before < size)
                REQUIRE_FALSE(seal::verify_consistency(heads[size], heads[before], proof));
        }
    CHECK(accepted == 8515);
    CHECK_FALSE(seal::verify_consistency(heads[0], heads[3], {}));
}
