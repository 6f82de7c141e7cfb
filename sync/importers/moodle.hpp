// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "importers/draft.hpp"
#include "importers/xml_document.hpp"

namespace preau::importers {

/// Moodle XML: multichoice, truefalse, shortanswer, numerical, matching. A category names the tube
/// of the questions that follow it.
Result<Imported> read_moodle(std::string_view text, const Defaults& defaults);

}  // namespace preau::importers
