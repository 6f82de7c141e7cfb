// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "authoring/source.hpp"
#include "pack/manifest.hpp"
#include "seal/encryption_key.hpp"
#include "seal/keys.hpp"

#include <filesystem>
#include <span>
#include <string>

namespace preau::authoring {

/// Both parts of a pack in clear, and its manifest but for what encryption adds. The same source
/// gives the same bytes on any machine.
struct ClearPack {
    std::string public_part;
    std::string secret_part;
    pack::Manifest manifest;
};
ClearPack compile(const Source& source);

/// Who vouches for a pack, and who can always open it.
struct PackSeals {
    std::span<const seal::SigningKey> content_keys;  ///< distinct; a box asks for two
    std::span<const seal::RecipientKey> escrows;
};

/// The three files of a compiled pack, encrypted with keys drawn for it.
struct CompiledPack {
    std::string manifest_file;  ///< pack.json
    Bytes public_file;          ///< pack.pub.age
    Bytes secret_file;          ///< pack.sec.age
    Hash hash{};                ///< of the manifest, as pack::Pack::hash
};
Result<CompiledPack> seal_pack(const ClearPack& clear, const PackSeals& seals, Entropy& entropy);

/// Writes them into the folder, made if need be; the manifest comes last, so that an interrupted
/// write never passes for a pack. Files of an earlier build are replaced.
Result<void> write_pack(const CompiledPack& pack, const std::filesystem::path& folder);

}  // namespace preau::authoring
