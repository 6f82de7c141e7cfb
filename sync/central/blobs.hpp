// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.hpp"

#include <filesystem>

namespace preau::central {

/// The bundles as they came, one file each under its SHA-256, written once and never again. Several
/// processes may share the folder.
class Blobs {
  public:
    explicit Blobs(std::filesystem::path folder) : folder_(std::move(folder)) {}

    /// On the disk when it returns. Does nothing when they are there already.
    Result<void> keep(const Hash& sha256, ByteView bytes) const;
    /// The same for a file on the same disk, which it takes away.
    Result<void> take_in(const Hash& sha256, const std::filesystem::path& file) const;
    Result<Bytes> read(const Hash& sha256) const;
    bool has(const Hash& sha256) const;

  private:
    std::filesystem::path path_of(const Hash& sha256) const;

    std::filesystem::path folder_;
};

/// Makes durable which files are in a folder.
Result<void> sync_folder(const std::filesystem::path& folder);

/// The folder, made when it is not there.
Result<void> make_folder(const std::filesystem::path& folder);

}  // namespace preau::central
