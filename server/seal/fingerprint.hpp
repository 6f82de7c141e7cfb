// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "seal/keys.hpp"

#include <string>

namespace preau::seal {

/// What people compare to know that two of them mean the same key: the first 75 bits of its
/// SHA-256, as code_of() writes them.
std::string fingerprint(const PublicKey& key);

/// The first 64 bits of the same hash in eight French words, to be read aloud.
std::string fingerprint_words(const PublicKey& key);

}  // namespace preau::seal
