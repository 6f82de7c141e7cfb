// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "importers/draft.hpp"
#include "importers/xml_document.hpp"

#include <filesystem>

namespace preau::importers {

/// Items of QTI 2.1 or 3.0, one or several in a file: choice, order, match, text entry and inline
/// choice. `folder` is where the item's pictures are.
Result<Imported> read_qti(std::string_view text, const std::filesystem::path& folder,
                          const Defaults& defaults);

}  // namespace preau::importers
