// SPDX-License-Identifier: Apache-2.0
#include "api/session_password.hpp"

#include "base/log.hpp"
#include "seal/password.hpp"

namespace preau::api {

namespace {

bool is_right(const store::SessionRow* row, const std::string& password) {
    static const auto nobody = seal::hash_password("no session has this password");
    const auto hash = row != nullptr ? row->password_hash : nobody ? *nobody : std::string{};
    return seal::verify_password(hash, password) && row != nullptr;
}

}  // namespace

const store::SessionRow* find_row(const room::Room& room, std::string_view number) {
    const auto* session = room.find(number);
    return session != nullptr ? &session->row() : room.find_locked(number);
}

std::optional<Problem> refuse_password(World& world, const http::Request& request,
                                       const store::SessionRow* row, const std::string& password) {
    const auto now = world.clock.boot_now();
    const auto number = row != nullptr ? row->number : std::string{};
    if (const auto wait = world.rate_limits.password(request.peer, number, now))
        return too_many_requests(*wait);
    if (!is_right(row, password)) {
        log::warning("invigilation.password_wrong", {{"session", number}, {"peer", request.peer}});
        return problem_of(Fault::password_wrong);
    }
    world.rate_limits.password_was_right(request.peer, number);
    return std::nullopt;
}

Problem no_session(const room::Room& room, std::string_view number) {
    return room.find_locked(number) != nullptr || room.can_take_over(number)
               ? problem_of(Fault::session_locked)
               : problem_of(exam::Refusal::session_closed);
}

}  // namespace preau::api
