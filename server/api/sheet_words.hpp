// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "room/timeline.hpp"

#include <string>

namespace preau::api {

/// What an occurrence says besides its name, in French, on one line: "question 3 – image"; empty
/// when the name says it all.
std::string sheet_text(const room::Occurrence& occurrence);

}  // namespace preau::api
