// SPDX-License-Identifier: Apache-2.0
#include "seal/fingerprint.hpp"

#include "seal/code.hpp"
#include "seal/french_words.hpp"
#include "seal/hash.hpp"

namespace preau::seal {

std::string fingerprint(const PublicKey& key) { return code_of(sha256(key)); }

std::string fingerprint_words(const PublicKey& key) {
    constexpr std::size_t kWords = 8;
    const auto hash = sha256(key);
    std::string text;
    for (std::size_t i = 0; i < kWords; ++i) {
        if (i != 0) text += ' ';
        text += kFrenchWords[hash[i]];
    }
    return text;
}

}  // namespace preau::seal
