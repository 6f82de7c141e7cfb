// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "authoring/compile.hpp"
#include "support/catch.hpp"
#include "support/seeded_entropy.hpp"
#include "unit/pack/signed_pack.hpp"

namespace preau::test {

/// Sealed by the content keys and for the escrow of the tests.
inline authoring::CompiledPack sealed(const authoring::ClearPack& clear, std::uint64_t seed = 1) {
    SeededEntropy entropy(seed);
    const auto keys = content_keys();
    const std::vector<seal::RecipientKey> escrows = {escrow_key().recipient()};
    auto compiled = authoring::seal_pack(clear, {keys, escrows}, entropy);
    REQUIRE(compiled);
    return std::move(*compiled);
}

inline pack::Manifest manifest_in(const authoring::CompiledPack& compiled) {
    const auto payload =
        seal::unverified_payload(compiled.manifest_file, pack::format::kPayloadType);
    REQUIRE(payload);
    auto manifest = pack::read_manifest(*payload);
    REQUIRE(manifest);
    return std::move(*manifest);
}

/// As a box would open it.
inline pack::Pack opened(const authoring::Source& source) {
    const auto clear = authoring::compile(source);
    auto pack =
        pack::read_pack(clear.manifest, as_bytes(clear.public_part), as_bytes(clear.secret_part));
    REQUIRE(pack);
    return std::move(*pack);
}

}  // namespace preau::test
