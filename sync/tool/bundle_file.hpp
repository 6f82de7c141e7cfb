// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.hpp"

#include <filesystem>

namespace preau::tool {

/// The bytes of a bundle before they were encrypted. FILE is what the box wrote, and `identity` the
/// age identity file that opens it; or FILE was opened already, and needs none.
Result<Bytes> read_bundle_file(const std::filesystem::path& file,
                               const std::filesystem::path& identity);

}  // namespace preau::tool
