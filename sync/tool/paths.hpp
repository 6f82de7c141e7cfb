// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace preau::tool {

/// As the standard's, for paths that a person typed: whatever is wrong with one shows, with its
/// name, where it is used.
bool is_there(const std::filesystem::path& path);
/// Without "." and "..", and no "/" at the end.
std::filesystem::path whole_path(const std::filesystem::path& path);

}  // namespace preau::tool
