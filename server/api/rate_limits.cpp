// SPDX-License-Identifier: Apache-2.0
#include "api/rate_limits.hpp"

namespace preau::api {

namespace {

const std::string kTheBox;
constexpr int kReservedChecks = 3;

}  // namespace

Wait RateLimits::identity(const std::string& peer, const std::string& claim, Duration now) {
    return mode_ == NetworkMode::direct ? identities_.refuse(peer, now)
                                        : claims_.refuse(claim, now);
}

Wait RateLimits::personal_code(const std::string& peer, const std::string& session,
                               const std::string& code, Duration now) {
    if (mode_ == NetworkMode::direct) return identities_.refuse(peer, now);
    // Every guess is another code, and one address hides who guesses: what all of them guess is
    // counted too, against 191 million codes.
    if (const auto wait = claims_.refuse(session + '/' + code, now)) return wait;
    return wrong_codes_.refuse(session, now);
}

void RateLimits::personal_code_was_right(const std::string& session) {
    if (mode_ == NetworkMode::nat) wrong_codes_.give_back(session);
}

Wait RateLimits::seat(const std::string& peer, Duration now) {
    // Behind one address the claims already bound the records.
    return mode_ == NetworkMode::direct ? seats_.refuse(peer, now) : std::nullopt;
}

void RateLimits::undo_seat(const std::string& peer) {
    if (mode_ == NetworkMode::direct) seats_.give_back(peer);
}

Wait RateLimits::password(const std::string& peer, const std::string& session, Duration now) {
    const auto& key = password_key(peer, session);
    const bool never_wrong = passwords().is_full(key, now);
    if (const auto wait = passwords().refuse(key, now)) return wait;
    const auto wait = password_checks_.refuse(kTheBox, now, never_wrong ? 0 : kReservedChecks);
    if (wait) passwords().give_back(key);
    return wait;
}

void RateLimits::password_was_right(const std::string& peer, const std::string& session) {
    passwords().give_back(password_key(peer, session));
}

Wait RateLimits::day_code(const std::string& session, Duration now) {
    return day_codes_.refuse(session, now);
}

void RateLimits::day_code_was_right(const std::string& session) { day_codes_.give_back(session); }

Wait RateLimits::entry(const std::string& session, Duration now) {
    return entries_.refuse(session, now);
}

Wait RateLimits::access_code(const std::string& candidate, Duration now) {
    return access_codes_.refuse(candidate, now);
}

void RateLimits::access_code_was_right(const std::string& candidate) {
    access_codes_.give_back(candidate);
}

Wait RateLimits::screen(const std::string& peer, Duration now) {
    return screens_.refuse(peer, now);
}

Wait RateLimits::seat_check(const std::string& peer, const std::string& device, Duration now) {
    return seat_checks_.refuse(mode_ == NetworkMode::direct ? peer : device, now);
}

Wait RateLimits::box_time(const std::string& peer, Duration now) {
    return mode_ == NetworkMode::direct ? box_times_.refuse(peer, now) : std::nullopt;
}

Wait RateLimits::office_code(const std::string& peer, Duration now) {
    return office_codes_.refuse(peer, now);
}

void RateLimits::office_code_was_right(const std::string& peer) { office_codes_.give_back(peer); }

Wait RateLimits::request(const std::string& device, Duration now) {
    return requests_.refuse(device, now);
}

TokenBuckets& RateLimits::passwords() {
    return mode_ == NetworkMode::direct ? passwords_ : shared_passwords_;
}

const std::string& RateLimits::password_key(const std::string& peer,
                                            const std::string& session) const {
    // By address alone: who tries many sessions makes as many wrong guesses.
    return mode_ == NetworkMode::direct ? peer : session;
}

}  // namespace preau::api
