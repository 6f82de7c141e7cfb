// SPDX-License-Identifier: Apache-2.0
#include "api/join.hpp"

#include "api/candidate_view.hpp"
#include "api/json_response.hpp"
#include "api/request_body.hpp"
#include "api/session_number.hpp"
#include "api/tokens.hpp"
#include "base/check.hpp"
#include "base/limits.hpp"
#include "seal/hash.hpp"

#include <fmt/format.h>

namespace preau::api {

namespace {

struct Input {
    std::string session;
    exam::Identity identity;
};

Input read(json::Fields& fields) {
    Input input;
    input.session = read_session_number(fields);
    auto& identity = input.identity;
    identity.last_name =
        typed_text(fields, "last_name", limits::name_bytes_max, "Écrivez votre nom de naissance.");
    identity.first_name =
        typed_text(fields, "first_name", limits::name_bytes_max, "Écrivez votre prénom.");
    identity.birthdate = typed_text(fields, "birthdate", 10, "Écrivez votre date de naissance.");
    if (fields.ok() && !is_date(identity.birthdate))
        fields.refuse("birthdate", "malformed", "Cette date de naissance n’existe pas.");
    return input;
}

/// Who is claimed to be there, without the birth date that one could be guessing.
std::string claim_of(const Input& input) {
    auto text = exam::compared_letters(input.identity.last_name) + U'/';
    text += exam::compared_letters(input.identity.first_name);
    std::string bytes = input.session;
    for (const char32_t letter : text) bytes += fmt::format("/{:x}", std::uint32_t{letter});
    return to_hex(seal::sha256(as_bytes(bytes)));
}

/// The session, when it exists and neither guesses nor seats are too many.
std::variant<room::LiveSession*, Problem> admit(World& world, const std::string& peer,
                                                const Input& input) {
    const auto now = world.clock.boot_now();
    if (const auto wait = world.rate_limits.identity(peer, claim_of(input), now))
        return too_many_requests(*wait);
    auto* session = world.room.find(input.session);
    if (session == nullptr) return problem_of(exam::Refusal::session_closed);
    if (const auto wait = world.rate_limits.seat(peer, now)) return too_many_requests(*wait);
    return session;
}

}  // namespace

http::Response join(World& world, const Call& call) {
    const auto body = read_body(call.request, read);
    if (const auto* problem = std::get_if<Problem>(&body)) return to_response(*problem);
    const auto& input = std::get<Input>(body);
    const auto admitted = admit(world, call.request.peer, input);
    if (const auto* problem = std::get_if<Problem>(&admitted)) return to_response(*problem);
    auto* session = std::get<room::LiveSession*>(admitted);

    const auto token = draw_token(world.entropy);
    const auto joined = session->act(exam::command::Join{input.identity, token.hash});
    if (!joined) {
        world.rate_limits.undo_seat(call.request.peer);
        return to_response(problem_of(joined.error()));
    }
    PREAU_CHECK(!joined->empty());  // no device had this token before
    const auto candidate = exam::candidate_of(joined->front());
    const bool granted = session->state().find(candidate)->lease == token.hash;
    if (granted) session->hear(candidate);
    return json_response(201, json::Object{{"token", token.text},
                                           {"view", candidate_view(*session, candidate, granted)}});
}

}  // namespace preau::api
