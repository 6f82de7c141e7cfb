// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pack/format.hpp"
#include "pack/manifest.hpp"
#include "pack/open.hpp"
#include "pack/parts.hpp"
#include "seal/envelope.hpp"
#include "seal/hash.hpp"
#include "support/temp_dir.hpp"

#include <fstream>
#include <string>
#include <vector>

namespace preau::test {

inline void write_bytes(const std::filesystem::path& path, std::string_view content) {
    std::ofstream(path, std::ios::binary) << content;
}

inline std::string read_bytes(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// Both keys that sign packs, what a reader knows of them, and who can always open.
std::vector<seal::SigningKey> content_keys();
seal::RoleKeys content_role();
seal::EncryptionKey escrow_key();
/// What both files are encrypted with.
seal::PackKeys pack_keys();

/// A pack of one qcu with a picture, one qcm and one qroc, as values.
struct PackParts {
    pack::PublicPart open;
    pack::SecretPart secret;
};

PackParts small_pack();

/// Its page, which vouches for nothing yet.
pack::Manifest small_manifest();

/// Encrypts and signs whatever bytes it is given, right or wrong.
void write_signed_pack(const std::filesystem::path& folder, const std::string& public_part,
                       const std::string& secret_part, std::size_t items = 3);
/// The same under a manifest of the caller's.
void write_signed_pack(const std::filesystem::path& folder, const std::string& public_part,
                       const std::string& secret_part, pack::Manifest manifest);

}  // namespace preau::test
