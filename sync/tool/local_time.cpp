// SPDX-License-Identifier: Apache-2.0
#include "tool/local_time.hpp"

#include <fmt/format.h>

#include <ctime>

namespace preau::tool {

LocalTime local_time(WallTime time) {
    const std::time_t seconds = time.ms / 1000;
    std::tm parts{};
    ::localtime_r(&seconds, &parts);
    return {fmt::format("{:04}-{:02}-{:02}", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday),
            fmt::format("{:02}:{:02}", parts.tm_hour, parts.tm_min)};
}

}  // namespace preau::tool
