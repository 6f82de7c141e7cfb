// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.hpp"

#include <cstddef>
#include <filesystem>

namespace preau {

/// Whole content of a file; refused, with its name, beyond bytes_max.
Result<Bytes> read_file(const std::filesystem::path& path, std::size_t bytes_max);

/// Write-once file: temporary name, fsync, rename, fsync of the directory. Once it returns, the
/// file is whole on the disk under its name, or absent. Mode 0600 when secret.
enum class FileAccess { readable, secret };
Result<void> write_file(const std::filesystem::path& path, ByteView content,
                        FileAccess access = FileAccess::readable);

}  // namespace preau
