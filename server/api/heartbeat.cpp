// SPDX-License-Identifier: Apache-2.0
#include "api/heartbeat.hpp"

#include "api/candidate_view.hpp"
#include "api/json_response.hpp"
#include "api/request_body.hpp"
#include "exam/words.hpp"

namespace preau::api {

http::Response heartbeat(World&, const Call& call) {
    if (const auto problem = refuse_fields(call.request)) return to_response(*problem);
    const auto& session = *call.device.session;
    const auto& candidate = *session.state().find(call.device.candidate);
    return json_response(200, json::Object{{"clock", clock_view(session, candidate)},
                                           {"phase", exam::word(candidate.phase)}});
}

}  // namespace preau::api
