// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/call.hpp"

namespace preau::api {

/// PUT /api/v1/candidates/me/draft: what is typed and not sent, for whoever takes the test up after
/// a browser that died. Never in the journal.
http::Response put_draft(World& world, const Call& call);

}  // namespace preau::api
