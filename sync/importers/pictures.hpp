// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "importers/draft.hpp"
#include "importers/html_markdown.hpp"

#include <functional>

namespace preau::importers {

/// Bytes of a picture by the name the text gives it; nothing when they did not come along.
using PictureBytes = std::function<std::optional<Bytes>(const std::string& source)>;

/// Gives the draft the one picture it may have. Every other one is named among the losses; so are
/// the tags that were taken away.
void keep_what_fits(Draft& draft, const Converted& converted, const PictureBytes& bytes,
                    Imported& imported);

}  // namespace preau::importers
