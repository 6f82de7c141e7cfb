// SPDX-License-Identifier: Apache-2.0
#include "agent/rounds.hpp"

#include "base/log.hpp"

#include <algorithm>

namespace preau::agent {

void Rounds::look() {
    const auto waiting = courier_.waiting();
    if (!waiting) return complain(waiting.error());
    complained_ = false;
    for (const auto& session : *waiting)
        if (is_due(session, clock_.boot_now()) && !try_one(session)) break;
}

void Rounds::try_now() {
    line_ = {};
    for (auto& [session, turn] : turns_) turn = {};
}

bool Rounds::is_due(const std::string& session, Duration now) const {
    const auto turn = turns_.find(session);
    return turn == turns_.end() || (now >= turn->second.not_before && now >= line_.not_before);
}

/// False when the line is to blame: the next one would only meet the same.
bool Rounds::try_one(const std::string& session) {
    auto& turn = turns_[session];
    const auto outcome = courier_.carry(session);
    const bool is_line = !outcome && is_of_the_line(outcome.error().trouble);
    if (!is_line) line_ = {};
    if (outcome) {
        turns_.erase(session);
        return true;
    }
    const auto wait = postpone(is_line ? line_ : turn, outcome.error());
    announce(session, is_line, clock_.wall_now() + wait);
    return !is_line;
}

/// When the next try is, for this bundle and, when the line is to blame, for all that wait with it.
void Rounds::announce(const std::string& session, bool is_line, WallTime next_try) {
    deliveries_.of(session).next_try = next_try;
    if (is_line)
        for (const auto& [other, turn] : turns_) deliveries_.of(other).next_try = next_try;
    deliveries_.write();
}

Duration Rounds::postpone(Turn& turn, const Obstacle& obstacle) {
    const auto wait = std::max(turn.back_off.next(entropy_), obstacle.retry_after);
    turn.not_before = clock_.boot_now() + wait;
    return wait;
}

/// Once, not every second.
void Rounds::complain(const Error& error) {
    if (!complained_) log::error("outbox.unreadable", {{"why", error.message}});
    complained_ = true;
}

}  // namespace preau::agent
