// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/call.hpp"

namespace preau::api {

/// What an invigilator decides about the device in front of a candidate.
///
/// POST /api/v1/invigilation/candidates/{number}/resume: lets the waiting device take over.
http::Response authorise_resume(World& world, const Call& call);

/// POST /api/v1/invigilation/candidates/{number}/release: the device acts for the candidate no
/// more; the next one that joins will.
http::Response release_seat(World& world, const Call& call);

/// POST /api/v1/invigilation/candidates/{number}/lockdown: the candidate may do without what the
/// session requires of every seat.
http::Response waive_lockdown(World& world, const Call& call);

}  // namespace preau::api
