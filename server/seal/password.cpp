// SPDX-License-Identifier: Apache-2.0
#include "seal/password.hpp"

#include "seal/initialise.hpp"

#include <sodium.h>

namespace preau::seal {

namespace {

constexpr unsigned long long kPasses = 2;
constexpr std::size_t kMemoryBytes = 19u * 1024 * 1024;

}  // namespace

Result<std::string> hash_password(std::string_view password) {
    if (auto ready = initialise(); !ready) return fail(std::move(ready.error()));
    char hash[crypto_pwhash_STRBYTES];
    if (crypto_pwhash_str_alg(hash, password.data(), password.size(), kPasses, kMemoryBytes,
                              crypto_pwhash_ALG_ARGON2ID13) != 0)
        return fail(Error::environment("hash a password: not enough memory"));
    return std::string(hash);
}

bool verify_password(std::string_view hash, std::string_view password) {
    const std::string text(hash);
    return text.starts_with("$argon2id$") && text.size() < crypto_pwhash_STRBYTES &&
           crypto_pwhash_str_verify(text.c_str(), password.data(), password.size()) == 0;
}

}  // namespace preau::seal
