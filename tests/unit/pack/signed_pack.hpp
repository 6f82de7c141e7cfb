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

namespace preau::test {

inline void write_bytes(const std::filesystem::path& path, std::string_view content) {
    std::ofstream(path, std::ios::binary) << content;
}

inline std::string read_bytes(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

inline seal::SigningKey content_key() { return seal::SigningKey::from_seed({1, 2, 3}); }

/// A pack of one qcu with a picture, one qcm and one qroc, as values.
struct PackParts {
    pack::PublicPart open;
    pack::SecretPart secret;
};

PackParts small_pack();

/// Signs whatever bytes it is given, right or wrong, with the content key.
void write_signed_pack(const std::filesystem::path& folder, const std::string& public_file,
                       const std::string& secret_file, std::size_t items = 3);

}  // namespace preau::test
