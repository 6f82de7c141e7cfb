// SPDX-License-Identifier: Apache-2.0
#include "api/invigilator_acts.hpp"

#include "api/json_response.hpp"
#include "api/request_body.hpp"
#include "api/session_view.hpp"

namespace preau::api {

namespace {

/// Does the act and shows the card as it became.
http::Response act_on(const Call& call, const exam::Command& command) {
    auto& session = *call.device.session;
    const auto done = session.act(command);
    if (!done) return to_response(invigilation_problem(done.error()));
    return json_response(200, card(session, *session.state().find({call.number})));
}

template <class Command>
http::Response act_without_body(const Call& call) {
    if (const auto problem = refuse_fields(call.request)) return to_response(*problem);
    return act_on(call, Command{{call.number}});
}

}  // namespace

http::Response put_presence(World&, const Call& call) {
    const auto body =
        read_body(call.request, [](json::Fields& fields) { return fields.boolean("present"); });
    if (const auto* problem = std::get_if<Problem>(&body)) return to_response(*problem);
    const CandidateNumber candidate{call.number};
    return std::get<bool>(body) ? act_on(call, exam::command::ConfirmPresence{candidate})
                                : act_on(call, exam::command::CancelPresence{candidate});
}

http::Response authorise_resume(World&, const Call& call) {
    return act_without_body<exam::command::AuthoriseResume>(call);
}

http::Response end_test(World&, const Call& call) {
    return act_without_body<exam::command::EndTest>(call);
}

}  // namespace preau::api
