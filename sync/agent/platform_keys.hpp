// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "seal/verifier_key.hpp"

#include <filesystem>
#include <vector>

namespace preau::agent {

/// The platform's public keys by which what it says of a bundle is believed.
struct PlatformKeys {
    std::vector<seal::VerifierKey> receipt;  ///< "every event is stored and verified"
    std::vector<seal::VerifierKey> stored;   ///< "the bytes are on my disk"
};

/// From a root document as the box keeps it (`trust/root.json`).
Result<PlatformKeys> read_platform_keys(const std::filesystem::path& root_file);

}  // namespace preau::agent
