// SPDX-License-Identifier: Apache-2.0
#include "app/held_replies.hpp"

#include "api/problem.hpp"

namespace preau::app {

namespace {

constexpr Duration kPatience = seconds(2);

}  // namespace

void HeldReplies::hold(const room::LiveSession& session, http::Reply reply, http::Response response,
                       Duration now) {
    Held held{&session, session.size(), now, std::move(reply), std::move(response)};
    if (!let_go(held, now)) held_.push_back(std::move(held));
}

void HeldReplies::release(Duration now) {
    std::erase_if(held_, [now](Held& held) { return let_go(held, now); });
}

bool HeldReplies::let_go(Held& held, Duration now) {
    const auto& session = *held.session;
    const bool is_safe = !session.needs_copy() || session.copy().kept >= held.size;
    const bool is_lost = session.copy().state == store::CopyStanding::State::lost;
    if (!is_safe && !is_lost && now - held.since < kPatience) return false;
    held.reply(is_safe ? std::move(held.response) : api::to_response(api::second_copy_missing()));
    return true;
}

}  // namespace preau::app
