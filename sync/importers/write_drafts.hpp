// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "importers/draft.hpp"
#include "importers/source_file.hpp"

#include <filesystem>

namespace preau::importers {

struct WrittenQuestion {
    std::string file;  ///< relative to the folder
    std::string origin;
};

struct Outcome {
    std::vector<WrittenQuestion> written;
    std::vector<Loss> losses;  ///< in the order met
};

/// Makes `folder`, which must not exist, with one file for each draft that `preau pack build` would
/// accept; every other one is named among the losses with the reason. The folder appears whole, or
/// not at all when no draft could be kept.
Result<Outcome> write_drafts(const Imported& imported, const Credit& credit,
                             const std::filesystem::path& folder);

}  // namespace preau::importers
