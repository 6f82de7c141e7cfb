// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"

#include <string>

namespace preau::tool {

/// The day and hour on the wall of whoever sits at this machine.
struct LocalTime {
    std::string date;  ///< YYYY-MM-DD
    std::string time;  ///< HH:MM
};
LocalTime local_time(WallTime time);

}  // namespace preau::tool
