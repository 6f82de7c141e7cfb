// SPDX-License-Identifier: Apache-2.0
#include "api/unlock.hpp"

#include "api/json_response.hpp"
#include "api/request_body.hpp"
#include "api/session_password.hpp"
#include "base/check.hpp"
#include "base/limits.hpp"
#include "base/log.hpp"
#include "seal/code.hpp"
#include "seal/password.hpp"

namespace preau::api {

namespace {

constexpr std::size_t kCodeBytesMax = 64;

struct Input {
    std::string password;
    std::string code;
};

/// In its one spelling; a slip of the finger is found here, and is no try.
std::string read_day_code(json::Fields& fields) {
    const auto typed = typed_text(fields, "code", kCodeBytesMax,
                                  "Écrivez le code du jour : 4 groupes de 4 signes.");
    auto code = seal::read_code(typed);
    if (fields.ok() && !code)
        fields.refuse(
            "code", "malformed",
            "Ce code ne peut pas être juste : il a 16 signes, en 4 groupes de 4. Relisez-le "
            "groupe par groupe.");
    return code ? std::move(*code) : std::string{};
}

Input read(json::Fields& fields) {
    Input input;
    input.password = typed_text(fields, "password", limits::password_bytes_max,
                                "Écrivez le mot de passe de la session.");
    input.code = read_day_code(fields);
    return input;
}

Fault fault_of(room::Lock why) {
    switch (why) {
        case room::Lock::code_wrong:
            return Fault::code_wrong;
        case room::Lock::share_missing:
            return Fault::share_missing;
        case room::Lock::pack_missing:
            return Fault::pack_missing;
        case room::Lock::pack_altered:
            return Fault::pack_altered;
        case room::Lock::journal_damaged:
            return Fault::journal_damaged;
        case room::Lock::copy_unread:
            return Fault::copy_unread;
        case room::Lock::copy_damaged:
            return Fault::copy_damaged;
        case room::Lock::copy_differs:
            return Fault::copy_differs;
        case room::Lock::password_wrong:
            return Fault::password_wrong;
    }
    PREAU_UNREACHABLE();
}

using Outcome = Result<room::LiveSession*, room::StillLocked>;

/// Of a session that only its second copy knows here, the password is looked at when it is open.
Outcome open_session(World& world, std::string_view number, const Input& input) {
    if (world.room.can_take_over(number)) {
        const auto fits = [&](const std::string& hash) {
            return seal::verify_password(hash, input.password);
        };
        if (auto taken = world.room.take_over(number, input.code, fits); !taken)
            return fail(std::move(taken.error()));
    }
    return world.room.unlock(number, input.code);
}

}  // namespace

http::Response unlock(World& world, const Call& call) {
    const auto body = read_body(call.request, read);
    if (const auto* problem = std::get_if<Problem>(&body)) return to_response(*problem);
    const auto& input = std::get<Input>(body);
    if (!world.room.can_take_over(call.session)) {
        const auto* row = find_row(world.room, call.session);
        if (const auto problem = refuse_password(world, call.request, row, input.password))
            return to_response(*problem);
        if (world.room.find(call.session) != nullptr) return json_response(200, json::Object{});
    }
    const auto now = world.clock.boot_now();
    if (const auto wait = world.rate_limits.day_code(call.session, now))
        return to_response(too_many_requests(*wait));
    const auto session = open_session(world, call.session, input);
    if (!session) {
        auto problem = problem_of(fault_of(session.error().why));
        if (session.error().why == room::Lock::copy_unread) problem.retry_after_seconds = 2;
        log::warning(
            "session.still_locked",
            {{"session", call.session}, {"code", problem.code}, {"why", session.error().detail}});
        return to_response(problem);
    }
    world.rate_limits.day_code_was_right(call.session);
    (*session)->take_back(world.convenience);
    log::info("session.unlocked", {{"session", call.session}});
    return json_response(200, json::Object{});
}

}  // namespace preau::api
