// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pack/manifest.hpp"
#include "pack/pack.hpp"
#include "seal/root.hpp"
#include "seal/unlock.hpp"

#include <filesystem>

/// Opening a compiled pack (docs/formats/pack.md). Nothing of a pack that fails anywhere is used;
/// the error names the file and the record ("pack.sec: question 12 (3.4-suivi): difficulty:
/// wrong_type"). It is of the environment when a file is missing, malformed when one is not what
/// was signed. Reads files; any thread.
namespace preau::pack {

/// A manifest that was signed by enough content keys, and the bytes that name it.
struct SignedManifest {
    Manifest manifest;
    Hash hash{};  ///< of the manifest's bytes: names this very pack
};

/// What can be known of a pack without opening it: the signatures, then the size and hash of both
/// encrypted files.
Result<SignedManifest> verify(const std::filesystem::path& folder, const seal::RoleKeys& content);

/// Verifies, decrypts both parts, and only then reads them.
Result<Pack> open(const std::filesystem::path& folder, const seal::RoleKeys& content,
                  const seal::PackKeys& keys);

/// The keys of a pack, for one to whom both files are encrypted: the platform.
Result<seal::PackKeys> recover_keys(const std::filesystem::path& folder,
                                    const seal::EncryptionKey& identity);
Result<Pack> open(const std::filesystem::path& folder, const seal::RoleKeys& content,
                  const seal::EncryptionKey& identity);

/// The hash that names the pack in that folder, whoever signed it.
Result<Hash> hash_of(const std::filesystem::path& folder);

/// For the very pack that a verified document names by its hash, which says more than the content
/// keys' signatures would.
Result<Pack> open_named(const std::filesystem::path& folder, const Hash& hash,
                        const seal::EncryptionKey& identity);

/// Both parts in clear, for the same; who signed the pack is not looked at.
struct ClearParts {
    Manifest manifest;
    Bytes public_part;
    Bytes secret_part;
};
Result<ClearParts> decrypt_parts(const std::filesystem::path& folder,
                                 const seal::EncryptionKey& identity);

/// Both parts, already in clear.
Result<Pack> read_pack(const Manifest& manifest, ByteView public_part, ByteView secret_part);

}  // namespace preau::pack
