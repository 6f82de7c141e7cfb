// SPDX-License-Identifier: Apache-2.0
#include "tool/unlock_session.hpp"

#include <fmt/format.h>

namespace preau::tool {

Result<void> unlock_session(BoxClient& client, const std::string& number,
                            const std::string& password, const std::string& day_code) {
    const auto reply =
        client.ask({.method = "POST",
                    .path = fmt::format("/api/v1/sessions/{}/unlock", number),
                    .body = json::Object{{"password", password}, {"code", day_code}}});
    if (reply && reply->is_done()) return {};
    return fail(Error::environment(
        reply ? fmt::format("session {} stays locked: {} {}", number, reply->status,
                            text_of(reply->body, "title"))
              : fmt::format("session {} stays locked: the box does not answer", number)));
}

}  // namespace preau::tool
