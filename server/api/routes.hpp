// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/call.hpp"

#include <span>
#include <string_view>

namespace preau::api {

/// Whom an endpoint serves.
enum class Audience {
    anyone,
    candidate,          ///< a device that acts for a candidate
    waiting_candidate,  ///< that, or one that waits to
    invigilator,
};

struct Route {
    http::Method method;
    std::string_view path;  ///< `{number}` stands for a whole number
    Audience audience;
    Endpoint endpoint;
};

/// Every endpoint of the box; docs/api/openapi.json lists the same ones, and a test compares.
std::span<const Route> routes();

struct Match {
    const Route* route = nullptr;  ///< nothing matches
    std::uint32_t number = 0;
    bool path_known = false;  ///< the path is a route's, the method is not
};
Match match(http::Method method, std::string_view path);

}  // namespace preau::api
