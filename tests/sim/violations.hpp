// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace preau::sim {

/// What a world should never have seen, in the order in which it was noticed.
using Violations = std::vector<std::string>;

}  // namespace preau::sim
