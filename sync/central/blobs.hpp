// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.hpp"

#include <filesystem>

namespace preau::central {

/// The bundles as they came, one file each under its SHA-256, written once and never again.
class Blobs {
  public:
    explicit Blobs(std::filesystem::path folder) : folder_(std::move(folder)) {}

    /// On the disk when it returns. Does nothing when they are there already.
    Result<void> keep(const Hash& sha256, ByteView bytes) const;

  private:
    std::filesystem::path folder_;
};

}  // namespace preau::central
