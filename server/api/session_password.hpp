// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/call.hpp"
#include "api/problem.hpp"

namespace preau::api {

/// The session of that number as the box keeps it, locked or not; nullptr when it has none.
const store::SessionRow* find_row(const room::Room& room, std::string_view number);

/// Nothing when the password opens the session; what is said otherwise. The same is said, after the
/// same work, of a password that is wrong and of a session that is not there (`row` is nullptr).
std::optional<Problem> refuse_password(World& world, const http::Request& request,
                                       const store::SessionRow* row, const std::string& password);

/// Why no session of that number can be used: it waits for the code of the day, or there is none.
Problem no_session(const room::Room& room, std::string_view number);

}  // namespace preau::api
