// SPDX-License-Identifier: Apache-2.0
#include "api/start_test.hpp"

#include "api/candidate_view.hpp"
#include "api/json_response.hpp"
#include "api/request_body.hpp"
#include "base/random.hpp"

namespace preau::api {

namespace {

std::string read(json::Fields& fields) { return fields.text("access_code", 16); }

}  // namespace

http::Response start_test(World& world, const Call& call) {
    const auto body = read_body(call.request, read);
    if (const auto* problem = std::get_if<Problem>(&body)) return to_response(*problem);
    auto& session = *call.device.session;
    const auto candidate = call.device.candidate;
    const auto started = session.act(
        exam::command::StartTest{candidate, std::get<std::string>(body), draw_seed(world.entropy)});
    if (!started) return to_response(problem_of(started.error()));
    return json_response(200, candidate_view(session, candidate, true));
}

}  // namespace preau::api
