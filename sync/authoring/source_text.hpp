// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "authoring/problem.hpp"
#include "base/bytes.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace preau::authoring {

/// Text of a source file as every later step may rely on it: valid UTF-8, lines ended by "\n", no
/// byte order mark, no control character but tab and line end. What an editor of another system
/// adds (byte order mark, "\r\n") is taken away; anything else is a problem.
std::optional<std::string> read_source_text(const std::filesystem::path& folder,
                                            const std::string& file, std::size_t bytes_max,
                                            Problems& problems);

}  // namespace preau::authoring
