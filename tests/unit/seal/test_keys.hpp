// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "seal/keys.hpp"

namespace preau::test {

/// The key whose seed is one byte repeated: the same in every run.
inline seal::SigningKey key_of(std::uint8_t byte) {
    ByteArray<32> seed{};
    seed.fill(byte);
    return seal::SigningKey::from_seed(seed);
}

}  // namespace preau::test
