// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agent/trouble.hpp"
#include "base/bytes.hpp"

#include <filesystem>

namespace preau::agent {

/// Reads and writes on a medium that may be full, protected, or pulled out at any moment.
class StickFiles {
  public:
    virtual ~StickFiles() = default;

    virtual Result<void, Obstacle> make_folder(const std::filesystem::path& folder);
    /// Under a temporary name, synced, read again from the medium and compared, then renamed: a
    /// file is whole under its name or absent. What does not succeed leaves nothing behind if it
    /// can.
    virtual Result<void, Obstacle> write(const std::filesystem::path& path, ByteView content);
    /// A regular file of at most bytes_max, never what a link points to.
    virtual Result<Bytes, Obstacle> read(const std::filesystem::path& path, std::size_t bytes_max);
};

}  // namespace preau::agent
