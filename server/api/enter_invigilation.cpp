// SPDX-License-Identifier: Apache-2.0
#include "api/enter_invigilation.hpp"

#include "api/json_response.hpp"
#include "api/request_body.hpp"
#include "api/session_number.hpp"
#include "api/session_view.hpp"
#include "api/tokens.hpp"
#include "base/limits.hpp"
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
    input.password = fields.text("password", limits::password_bytes_max);
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

}  // namespace

http::Response enter_invigilation(World& world, const Call& call) {
    const auto body = read_body(call.request, read);
    if (const auto* problem = std::get_if<Problem>(&body)) return to_response(*problem);
    const auto& input = std::get<Input>(body);
    const auto key = call.request.peer + '\n' + input.session;
    if (const auto wait = world.rate_limits.enter.refuse(key, world.clock.boot_now()))
        return to_response(too_many_requests(*wait));
    auto* session = world.room.find(input.session);
    if (!may_enter(session, input.password))
        return to_response({403, "password_wrong",
                            "Ce numéro de session et ce mot de passe ne vont pas ensemble. "
                            "Relisez la fiche du surveillant.",
                            "password", 0});
    world.rate_limits.enter.give_back(key);

    const auto token = draw_token(world.entropy);
    if (session->sealed())
        world.late_readers[token.hash] = session->row().id;
    else if (const auto entered = session->act(exam::command::EnterInvigilation{token.hash});
             !entered)
        return to_response(problem_of(entered.error()));
    return json_response(
        201,
        json::Object{{"token", token.text},
                     {"view", session_view(*session, world.receipts, world.clock.wall_now())}});
}

}  // namespace preau::api
