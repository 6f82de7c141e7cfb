// SPDX-License-Identifier: Apache-2.0
#include "seal/hash.hpp"

#include <sodium.h>

namespace preau::seal {

Hash sha256(ByteView bytes) {
    Hash hash{};
    crypto_hash_sha256(hash.data(), bytes.data(), bytes.size());
    return hash;
}

Hash sha256(std::initializer_list<ByteView> parts) {
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    for (const auto part : parts) crypto_hash_sha256_update(&state, part.data(), part.size());
    Hash hash{};
    crypto_hash_sha256_final(&state, hash.data());
    return hash;
}

}  // namespace preau::seal
