// SPDX-License-Identifier: Apache-2.0
#include "api/question_acts.hpp"

#include "api/candidate_view.hpp"
#include "api/json_response.hpp"
#include "api/request_body.hpp"

namespace preau::api {

namespace {

template <class Command>
http::Response act_at_question(const Call& call) {
    if (const auto problem = refuse_fields(call.request)) return to_response(*problem);
    auto& session = *call.device.session;
    const auto candidate = call.device.candidate;
    const auto done = session.act(Command{candidate, static_cast<int>(call.number)});
    if (!done) return to_response(problem_of(done.error()));
    return json_response(200, json::Object{{"view", candidate_view(session, candidate, true)}});
}

}  // namespace

http::Response open_question(World&, const Call& call) {
    return act_at_question<exam::command::OpenQuestion>(call);
}

http::Response report_focus_lost(World&, const Call& call) {
    return act_at_question<exam::command::ReportFocusLost>(call);
}

}  // namespace preau::api
