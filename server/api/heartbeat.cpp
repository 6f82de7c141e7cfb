// SPDX-License-Identifier: Apache-2.0
#include "api/heartbeat.hpp"

#include "api/candidate_view.hpp"
#include "api/json_response.hpp"
#include "api/lockdown_body.hpp"
#include "api/request_body.hpp"
#include "exam/words.hpp"

namespace preau::api {

http::Response heartbeat(World&, const Call& call) {
    const auto body = read_body(call.request, read_lockdown);
    if (const auto* problem = std::get_if<Problem>(&body)) return to_response(*problem);
    auto& session = *call.device.session;
    const auto number = call.device.candidate;
    if (call.device.granted)  // what the one that waits has does not count yet
        (void)session.act(exam::command::ObserveLockdown{number, std::get<exam::Lockdown>(body)});
    const auto& candidate = *session.state().find(number);
    return json_response(200, json::Object{{"clock", clock_view(session, candidate)},
                                           {"phase", exam::word(candidate.phase)},
                                           {"holds", holds_view(candidate)}});
}

}  // namespace preau::api
