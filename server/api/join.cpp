// SPDX-License-Identifier: Apache-2.0
#include "api/join.hpp"

#include "api/candidate_view.hpp"
#include "api/json_response.hpp"
#include "api/request_body.hpp"
#include "api/session_number.hpp"
#include "api/tokens.hpp"
#include "base/limits.hpp"

namespace preau::api {

namespace {

struct Input {
    std::string session;
    exam::Identity identity;
};

Input read(json::Fields& fields) {
    Input input;
    input.session = read_session_number(fields);
    input.identity.last_name = fields.text("last_name", limits::name_bytes_max);
    input.identity.first_name = fields.text("first_name", limits::name_bytes_max);
    input.identity.birthdate = fields.text("birthdate", 10);
    if (input.identity.last_name.empty())
        fields.refuse("last_name", "missing", "Écrivez votre nom de naissance.");
    if (input.identity.first_name.empty())
        fields.refuse("first_name", "missing", "Écrivez votre prénom.");
    if (fields.ok() && !is_date(input.identity.birthdate))
        fields.refuse("birthdate", "malformed", "Cette date de naissance n’existe pas.");
    return input;
}

/// Whoever guesses identities is slowed down: by address, or by identity where all share one.
std::optional<int> too_often(World& world, const Call& call, const Input& input) {
    const auto now = world.clock.boot_now();
    if (world.rate_limits.network_mode == NetworkMode::direct)
        return world.rate_limits.join.refuse(call.request.peer, now);
    const auto claim = input.session + '\n' + input.identity.last_name + '\n' +
                       input.identity.first_name + '\n' + input.identity.birthdate;
    return world.rate_limits.join_claim.refuse(claim, now);
}

CandidateNumber candidate_in(const std::vector<exam::Event>& events) {
    return exam::candidate_of(events.front());
}

}  // namespace

http::Response join(World& world, const Call& call) {
    const auto body = read_body(call.request, read);
    if (const auto* problem = std::get_if<Problem>(&body)) return to_response(*problem);
    const auto& input = std::get<Input>(body);
    if (const auto wait = too_often(world, call, input))
        return to_response(too_many_requests(*wait));
    auto* session = world.room.find(input.session);
    if (session == nullptr) return to_response(problem_of(exam::Refusal::session_closed));

    const auto token = draw_token(world.entropy);
    const auto joined = session->act(exam::command::Join{input.identity, token.hash});
    if (!joined) return to_response(problem_of(joined.error()));
    const auto candidate = candidate_in(*joined);
    const bool granted = session->state().find(candidate)->lease == token.hash;
    if (granted) session->hear(candidate);
    return json_response(201, json::Object{{"token", token.text},
                                           {"view", candidate_view(*session, candidate, granted)}});
}

}  // namespace preau::api
