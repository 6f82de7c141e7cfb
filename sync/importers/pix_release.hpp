// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "importers/draft.hpp"

#include <filesystem>

namespace preau::importers {

/// A release of Pix's learning content (challenges, skills, tubes, competences in one JSON): the
/// operative challenges in French, with their calibration. `folder` is where the pictures and files
/// that challenges name are, under their own names.
Result<Imported> read_pix_release(std::string_view text, const std::filesystem::path& folder);

}  // namespace preau::importers
