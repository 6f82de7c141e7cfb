// SPDX-License-Identifier: Apache-2.0
#include "tool/paths.hpp"

namespace preau::tool {

bool is_there(const std::filesystem::path& path) {
    std::error_code unreadable;
    return std::filesystem::exists(path, unreadable);
}

std::filesystem::path whole_path(const std::filesystem::path& path) {
    std::error_code empty;
    auto whole = std::filesystem::absolute(path, empty).lexically_normal();
    return whole.has_filename() ? whole : whole.parent_path();
}

}  // namespace preau::tool
