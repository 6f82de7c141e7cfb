// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/call.hpp"

#include <span>
#include <string>
#include <string_view>

namespace preau::api {

/// Whom an endpoint serves.
enum class Audience {
    anyone,
    candidate,          ///< a device that acts for a candidate
    waiting_candidate,  ///< that, or one that waits to
    invigilator,
    office,
};

std::string_view name(http::Method method);

struct Route {
    http::Method method;
    std::string_view path;  ///< `{number}` stands for a whole number, `{session}` for a session's
    Audience audience;
    Endpoint endpoint;
    bool takes_query = false;  ///< reads what follows the question mark itself
};

/// Every endpoint of the box; docs/api/openapi.json lists the same ones, and a test compares.
std::span<const Route> routes();

struct Match {
    const Route* route = nullptr;  ///< nothing matches
    std::uint32_t number = 0;
    std::string session;
    std::string allowed;  ///< methods of the path, "GET" or "GET, PUT"; empty when it is no route's
};
Match match(http::Method method, std::string_view path);

}  // namespace preau::api
