// SPDX-License-Identifier: Apache-2.0
#include "api/enter_office.hpp"

#include "api/json_response.hpp"
#include "api/request_body.hpp"
#include "base/log.hpp"

namespace preau::api {

namespace {

constexpr std::size_t kCodeBytesMax = 64;

std::string read(json::Fields& fields) {
    return typed_text(fields, "code", kCodeBytesMax, "Écrivez le code du secrétariat.");
}

}  // namespace

http::Response enter_office(World& world, const Call& call) {
    const auto body = read_body(call.request, read);
    if (const auto* problem = std::get_if<Problem>(&body)) return to_response(*problem);
    const auto& peer = call.request.peer;
    if (const auto wait = world.rate_limits.office_code(peer, world.clock.boot_now()))
        return to_response(too_many_requests(*wait));
    const auto token = world.office_door.enter(std::get<std::string>(body), world.entropy);
    if (!token) {
        log::warning("office.code_wrong", {{"peer", peer}});
        return to_response(problem_of(Fault::office_code_wrong));
    }
    world.rate_limits.office_code_was_right(peer);
    return json_response(201, json::Object{{"token", *token}});
}

}  // namespace preau::api
