// SPDX-License-Identifier: Apache-2.0
#include "api/leave.hpp"

#include "api/json_response.hpp"
#include "api/request_body.hpp"

namespace preau::api {

http::Response leave(World&, const Call& call) {
    if (const auto problem = refuse_fields(call.request)) return to_response(*problem);
    const auto left =
        call.device.session->act(exam::command::Leave{call.device.candidate, call.device.token});
    if (!left) return to_response(problem_of(left.error()));
    return json_response(200, json::Object{});
}

}  // namespace preau::api
