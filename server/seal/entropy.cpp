// SPDX-License-Identifier: Apache-2.0
#include "seal/entropy.hpp"

#include "base/bytes.hpp"
#include "seal/initialise.hpp"

#include <sodium.h>

namespace preau::seal {

SystemEntropy::SystemEntropy() { PREAU_CHECK(initialise()); }

void SystemEntropy::fill(std::span<std::uint8_t> out) { randombytes_buf(out.data(), out.size()); }

std::string random_token(Entropy& entropy) {
    ByteArray<16> bytes{};
    entropy.fill(bytes);
    return to_hex(bytes);
}

}  // namespace preau::seal
