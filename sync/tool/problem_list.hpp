// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "authoring/problem.hpp"

namespace preau::tool {

/// Prints what is to correct, a line each on standard error, or as one JSON object on standard
/// output, {"problems":[{"file","line","field","message"}]}. Done when there is none.
int print_problems(const authoring::Problems& problems, bool as_json);

}  // namespace preau::tool
