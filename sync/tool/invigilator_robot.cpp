// SPDX-License-Identifier: Apache-2.0
#include "tool/invigilator_robot.hpp"

#include "tool/unlock_session.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace preau::tool {

namespace {

constexpr Duration kPause = milliseconds(150);

const json::Array& array_of(const json::Value& view, std::string_view name) {
    static const json::Array nothing;
    const auto* found = view.find(name);
    return found == nullptr || found->array() == nullptr ? nothing : *found->array();
}

bool is_flagged(const json::Value& card, std::string_view flag) {
    const auto& flags = array_of(card, "flags");
    return std::ranges::any_of(flags, [&](const json::Value& one) { return one == flag; });
}

std::string seal_state(const json::Value& view) {
    const auto* seal = view.find("seal");
    return seal == nullptr ? std::string{} : text_of(*seal, "state");
}

/// What finalising needs to know of the tests that nobody finished.
json::Array abort_reasons(const json::Value& view) {
    json::Array reasons;
    for (const auto& card : array_of(view, "candidates")) {
        const auto* needed = card.find("needs_abort_reason");
        if (needed == nullptr || *needed != json::Value(true)) continue;
        reasons.push_back(
            json::Object{{"candidate", integer_of(card, "number")}, {"reason", "technical"}});
    }
    return reasons;
}

}  // namespace

InvigilatorRobot::InvigilatorRobot(const Room& room, std::string password, std::string day_code,
                                   std::uint64_t seed, TimeLimit& limit)
    : room_(room),
      password_(std::move(password)),
      day_code_(std::move(day_code)),
      random_(seed),
      limit_(limit),
      client_(room.url, limit),
      unlocker_(room.url, limit) {
    client_.when_locked([this] { unlock(); });
}

void InvigilatorRobot::unlock() {
    const auto unlocked = unlock_session(unlocker_, room_.session_number, password_, day_code_);
    if (!unlocked) problem_ = unlocked.error().message;
}

bool InvigilatorRobot::act(BoxRequest request) {
    request.idempotency_key = draw_command(random_);
    const auto reply = client_.ask(request);
    if (reply && !reply->is_done())
        problem_ = fmt::format("{}: {} {}", request.path, reply->status, reply->code());
    return reply && reply->is_done();
}

bool InvigilatorRobot::enter() {
    if (entered_) return true;
    const auto reply = client_.ask({.method = "POST",
                                    .path = "/api/v1/invigilation/enter",
                                    .body = json::Object{{"session", room_.session_number},
                                                         {"password", password_},
                                                         {"name", "Alix Exemple"}}});
    if (reply && !reply->is_done())
        problem_ = fmt::format("enter: {} {}", reply->status, reply->code());
    entered_ = reply && reply->is_done();
    if (entered_) client_.use_token(text_of(reply->body, "token"));
    return entered_;
}

std::optional<json::Value> InvigilatorRobot::look() {
    if (!enter()) return std::nullopt;
    auto reply = client_.ask({.method = "GET", .path = "/api/v1/invigilation/session"});
    if (!reply || !reply->is_done()) return std::nullopt;
    return std::move(reply->body);
}

void InvigilatorRobot::admit(const json::Value& card) {
    const auto path =
        fmt::format("/api/v1/invigilation/candidates/{}/", integer_of(card, "number"));
    if (text_of(card, "phase") == "present")
        (void)act({.method = "PUT",  // refused when the candidate just left: seen at the next look
                   .path = path + "presence",
                   .body = json::Object{{"present", true}}});
    if (is_flagged(card, "resume_requested"))
        (void)act({.method = "POST", .path = path + "resume", .body = json::Object{}});
}

void InvigilatorRobot::run(const std::atomic<std::size_t>& candidates_left) {
    while (candidates_left > 0 && !limit_.is_over()) {
        if (const auto view = look())
            for (const auto& card : array_of(*view, "candidates")) admit(card);
        limit_.sleep(kPause);
    }
}

bool InvigilatorRobot::finalise() {
    while (!limit_.is_over()) {
        const auto view = look();
        if (view && seal_state(*view) != "open") return true;
        if (!view) {
            limit_.sleep(kPause);
            continue;
        }
        const bool done = act({.method = "POST",
                               .path = "/api/v1/invigilation/finalise",
                               .body = json::Object{{"abort_reasons", abort_reasons(*view)}}});
        const auto after = look();
        if (after && seal_state(*after) != "open") return true;
        if (!done) return false;
    }
    return false;
}

bool InvigilatorRobot::wait_for_receipt(Duration patience) {
    for (Duration waited; waited < patience && !limit_.is_over(); waited = waited + kPause) {
        const auto view = look();
        if (view && seal_state(*view) == "received") return true;
        limit_.sleep(kPause);
    }
    return false;
}

}  // namespace preau::tool
