// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace preau::app {

/// Version of the box's program, written in every epoch and bundle.
inline constexpr std::string_view kVersion = PREAU_VERSION;

}  // namespace preau::app
