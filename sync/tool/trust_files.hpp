// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "seal/root.hpp"

#include <filesystem>

namespace preau::tool {

/// A signed document's text, within the limit of documents.
Result<std::string> read_document_file(const std::filesystem::path& path);

/// The root document of that file, signed by its own keys.
Result<seal::Root> read_root_file(const std::filesystem::path& path);

}  // namespace preau::tool
