// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.hpp"

#include <filesystem>

namespace preau::tool {

/// The programs that a demo or a rehearsal starts.
struct Programs {
    std::filesystem::path box;
    std::filesystem::path central;
    std::filesystem::path sync;
    std::filesystem::path tool;

    /// Those of a build folder; refused, naming it, when one is missing.
    static Result<Programs> in(const std::filesystem::path& folder);
};

}  // namespace preau::tool
