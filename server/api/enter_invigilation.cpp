// SPDX-License-Identifier: Apache-2.0
#include "api/enter_invigilation.hpp"

#include "api/json_response.hpp"
#include "api/request_body.hpp"
#include "api/session_number.hpp"
#include "api/session_view.hpp"
#include "api/tokens.hpp"
#include "base/limits.hpp"
#include "base/log.hpp"
#include "seal/password.hpp"

namespace preau::api {

namespace {

struct Input {
    std::string session;
    std::string password;
};

Input read(json::Fields& fields) {
    Input input;
    input.session = read_session_number(fields);
    input.password = typed_text(fields, "password", limits::password_bytes_max,
                                "Écrivez le mot de passe de la session.");
    return input;
}

/// The same answer, after the same work, whether the session or the password is wrong.
bool may_enter(const room::LiveSession* session, const std::string& password) {
    static const auto nobody = seal::hash_password("no session has this password");
    const auto hash = session != nullptr ? session->row().password_hash
                      : nobody           ? *nobody
                                         : std::string{};
    return seal::verify_password(hash, password) && session != nullptr;
}

/// Nothing when the password opens the session; what is said otherwise.
std::optional<Problem> refuse_password(World& world, const http::Request& request,
                                       const room::LiveSession* session,
                                       const std::string& password) {
    const auto now = world.clock.boot_now();
    const auto number = session != nullptr ? session->row().number : std::string{};
    if (const auto wait = world.rate_limits.password(request.peer, number, now))
        return too_many_requests(*wait);
    if (!may_enter(session, password)) {
        log::warning("invigilation.password_wrong", {{"session", number}, {"peer", request.peer}});
        return problem_of(Fault::password_wrong);
    }
    world.rate_limits.password_was_right(request.peer, number);
    if (const auto wait = world.rate_limits.entry(number, now)) return too_many_requests(*wait);
    return std::nullopt;
}

/// A sealed session takes no more records: who enters it then only reads.
std::optional<exam::Refusal> keep_token(World& world, room::LiveSession& session,
                                        const Hash& token) {
    if (session.sealed()) {
        world.late_readers.add(token, session.row().id);
        return std::nullopt;
    }
    const auto entered = session.act(exam::command::EnterInvigilation{token});
    return entered ? std::nullopt : std::optional(entered.error());
}

}  // namespace

http::Response enter_invigilation(World& world, const Call& call) {
    const auto body = read_body(call.request, read);
    if (const auto* problem = std::get_if<Problem>(&body)) return to_response(*problem);
    const auto& input = std::get<Input>(body);
    auto* session = world.room.find(input.session);
    if (const auto problem = refuse_password(world, call.request, session, input.password))
        return to_response(*problem);

    const auto token = draw_token(world.entropy);
    if (const auto refusal = keep_token(world, *session, token.hash))
        return to_response(invigilation_problem(*refusal));
    return json_response(
        201,
        json::Object{{"token", token.text},
                     {"view", session_view(*session, world.receipts, world.clock.wall_now())}});
}

}  // namespace preau::api
