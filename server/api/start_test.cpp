// SPDX-License-Identifier: Apache-2.0
#include "api/start_test.hpp"

#include "api/candidate_view.hpp"
#include "api/json_response.hpp"
#include "api/request_body.hpp"
#include "base/random.hpp"

namespace preau::api {

namespace {

std::string read(json::Fields& fields) {
    return typed_text(fields, "access_code", 16, "Écrivez le code d’accès.");
}

/// Guesses are counted for the candidate: a new device does not start a new count.
std::string guesser(const Device& device) {
    return device.session->row().id.hex() + '/' + std::to_string(device.candidate.value);
}

/// Only a session that is over is closed to somebody who has joined it.
Problem refused(exam::Refusal refusal) {
    auto problem = problem_of(refusal);
    if (refusal != exam::Refusal::session_closed) return problem;
    problem.title = "Cette session est terminée : le test ne peut plus commencer.";
    problem.field.clear();
    return problem;
}

}  // namespace

http::Response start_test(World& world, const Call& call) {
    const auto body = read_body(call.request, read);
    if (const auto* problem = std::get_if<Problem>(&body)) return to_response(*problem);
    auto& session = *call.device.session;
    const auto candidate = call.device.candidate;
    const auto key = guesser(call.device);
    if (const auto wait = world.rate_limits.access_code(key, world.clock.boot_now()))
        return to_response(too_many_requests(*wait));
    const auto started = session.act(
        exam::command::StartTest{candidate, std::get<std::string>(body), draw_seed(world.entropy)});
    if (started || started.error() != exam::Refusal::access_code_wrong)
        world.rate_limits.access_code_was_right(key);
    if (!started) return to_response(refused(started.error()));
    return json_response(200, candidate_view(session, candidate, true));
}

}  // namespace preau::api
