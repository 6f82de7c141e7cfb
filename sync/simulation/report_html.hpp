// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulation/comparison.hpp"

#include <string>

namespace preau::simulation {

/// A whole page that loads nothing and runs nothing: the summary, the plots and the tables behind
/// them. The same comparison gives the same bytes.
std::string report_html(const Comparison& comparison);

}  // namespace preau::simulation
