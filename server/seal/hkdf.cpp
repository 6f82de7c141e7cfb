// SPDX-License-Identifier: Apache-2.0
#include "seal/hkdf.hpp"

#include "seal/mac.hpp"
#include "seal/secret.hpp"

namespace preau::seal {

ByteArray<32> hkdf(ByteView key_material, ByteView salt, std::string_view info) {
    constexpr ByteArray<1> first_block{1};
    auto extracted = hmac_sha256(salt, {key_material});
    const auto expanded = hmac_sha256(extracted, {as_bytes(info), first_block});
    wipe(extracted);
    return expanded;
}

}  // namespace preau::seal
