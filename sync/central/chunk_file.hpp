// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.hpp"

#include <filesystem>

namespace preau::central {

/// Writes the bytes at that place of the file, made when it is not there; on the disk on return.
Result<void> write_chunk(const std::filesystem::path& path, std::uint64_t offset, ByteView chunk);

/// SHA-256 of a whole file of at most limits::bundle_bytes_max.
Result<Hash> hash_of_file(const std::filesystem::path& path);

}  // namespace preau::central
