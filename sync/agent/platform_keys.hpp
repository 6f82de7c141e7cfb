// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "seal/verifier_key.hpp"

#include <filesystem>
#include <optional>
#include <vector>

namespace preau::agent {

/// The platform's public keys by which what it says of a bundle is believed.
struct PlatformKeys {
    std::vector<seal::VerifierKey> receipt;  ///< "every event is stored and verified"
    std::vector<seal::VerifierKey> stored;   ///< "the bytes are on my disk"
};

/// From a root document as the box keeps it (`trust/root.json`).
Result<PlatformKeys> read_platform_keys(const std::filesystem::path& root_file);

/// That file as it changes: the platform renews its keys while the agent runs.
class PlatformKeysFile {
  public:
    /// Empty: there is none, and nothing ever changes.
    explicit PlatformKeysFile(std::filesystem::path file) : file_(std::move(file)) {}

    /// The keys when the file is new since the last call; one that cannot be read is logged, and
    /// the keys before it stay.
    std::optional<PlatformKeys> news();

  private:
    std::filesystem::path file_;
    std::optional<std::filesystem::file_time_type> read_;
};

}  // namespace preau::agent
