// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace preau::tool {

/// demo/roster.csv: a class of invented pupils, as a school exports it.
extern const std::string_view kDemoRoster;

}  // namespace preau::tool
