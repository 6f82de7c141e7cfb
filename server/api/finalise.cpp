// SPDX-License-Identifier: Apache-2.0
#include "api/finalise.hpp"

#include "api/json_response.hpp"
#include "api/request_body.hpp"
#include "api/session_view.hpp"
#include "base/limits.hpp"
#include "exam/words.hpp"

namespace preau::api {

namespace {

using Reasons = std::map<CandidateNumber, exam::AbortReason>;

void read_reason(json::Fields& fields, Reasons& reasons) {
    const auto candidate = static_cast<std::uint32_t>(
        fields.integer("candidate", 1, limits::candidates_per_session_max));
    const auto reason = exam::from_word<exam::AbortReason>(fields.text("reason", 32));
    if (fields.ok() && !reason)
        fields.refuse("reason", "malformed", "La raison est « candidate » ou « technical ».");
    else if (fields.ok() && !reasons.emplace(candidate, *reason).second)
        fields.refuse("candidate", "malformed", "Ce candidat a déjà une raison.");
}

Reasons read(json::Fields& fields) {
    Reasons reasons;
    std::size_t index = 0;
    for (const auto& value : fields.array("abort_reasons", limits::candidates_per_session_max)) {
        json::Fields reason(value, fields.path("abort_reasons", index++));
        read_reason(reason, reasons);
        fields.close(reason);
    }
    return reasons;
}

}  // namespace

http::Response finalise(World& world, const Call& call) {
    const auto body = read_body(call.request, read);
    if (const auto* problem = std::get_if<Problem>(&body)) return to_response(*problem);
    auto& session = *call.device.session;
    const auto done = session.act(exam::command::Finalise{std::get<Reasons>(body)});
    if (!done) return to_response(invigilation_problem(done.error()));
    return json_response(200, session_view(session, state_of(world)));
}

}  // namespace preau::api
