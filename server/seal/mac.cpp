// SPDX-License-Identifier: Apache-2.0
#include "seal/mac.hpp"

#include <sodium.h>

namespace preau::seal {

ByteArray<32> hmac_sha256(ByteView key, std::initializer_list<ByteView> parts) {
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, key.data(), key.size());
    for (const auto part : parts) crypto_auth_hmacsha256_update(&state, part.data(), part.size());
    ByteArray<32> mac{};
    crypto_auth_hmacsha256_final(&state, mac.data());
    sodium_memzero(&state, sizeof state);
    return mac;
}

bool same_secret(const ByteArray<32>& a, const ByteArray<32>& b) {
    return sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace preau::seal
