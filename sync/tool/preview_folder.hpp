// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "authoring/compile.hpp"
#include "pack/pack.hpp"

#include <filesystem>

namespace preau::tool {

/// Writes into `folder` what the preview page reads: pack.json (both parts of the compiled pack),
/// media/NAME, and attachments/HASH/NAME.
Result<void> write_preview(const authoring::ClearPack& clear, const pack::Pack& pack,
                           const std::filesystem::path& folder);

}  // namespace preau::tool
