// SPDX-License-Identifier: Apache-2.0
#include "tool/candidate_robot.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace preau::tool {

namespace {

constexpr Duration kFirstPause = milliseconds(50);
constexpr Duration kLongestPause = seconds(1);
constexpr int kRefusalsMax = 20;  // then it is not the moment, it is a fault
constexpr int kUnauthorised = 401;

const json::Value& member(const json::Value& view, std::string_view name) {
    static const json::Value nothing;
    const auto* found = view.find(name);
    return found == nullptr ? nothing : *found;
}

bool is_set(const json::Value& view, std::string_view name) {
    const auto* flag = member(view, name).boolean();
    return flag != nullptr && *flag;
}

}  // namespace

CandidateRobot::CandidateRobot(const Room& room, const Pupil& pupil, std::string code,
                               AnswerStyle style, Ledger& ledger, TimeLimit& limit)
    : room_(room),
      pupil_(pupil),
      code_(std::move(code)),
      style_(std::move(style)),
      ledger_(ledger),
      limit_(limit),
      client_(room.url, limit),
      pause_(kFirstPause) {}

void CandidateRobot::run() {
    while (!finished_ && problem_.empty() && !limit_.is_over()) step();
    if (!finished_ && problem_.empty()) problem_ = "the time limit is over";
}

void CandidateRobot::step() {
    if (view_.is_null()) return join();
    const auto phase = text_of(view_, "phase");
    if (phase == "finished")
        finished_ = true;
    else if (text_of(view_, "access") != "granted")
        wait_and_look();
    else if (phase == "authorised")
        start();
    else if (phase == "in_progress")
        answer(member(view_, "question"));
    else
        wait_and_look();
}

/// With a token of its own, as a page does: sent again, it is the same joining.
void CandidateRobot::join() {
    const auto token = style_.draw_command();
    client_.use_token("");
    json::Object body{{"session", room_.session_number},
                      {"token", token},
                      {"seat", ""},
                      {"lockdown", json::Object{{"kind", "none"}, {"version", ""}}}};
    if (code_.empty()) {
        body.push_back({"last_name", pupil_.last_name});
        body.push_back({"first_name", pupil_.first_name});
        body.push_back({"birthdate", pupil_.birthdate});
    } else {
        body.push_back({"code", code_});
    }
    const auto reply =
        client_.ask({.method = "POST", .path = "/api/v1/candidates/join", .body = std::move(body)});
    if (!reply) return;
    if (!reply->is_done()) return refused("join", *reply);
    client_.use_token(token);
    view_ = member(reply->body, "view");
}

void CandidateRobot::look() {
    const auto reply = client_.ask({.method = "GET", .path = "/api/v1/candidates/me"});
    if (!reply) return;
    if (!reply->is_done()) return refused("look", *reply);
    view_ = reply->body;
}

void CandidateRobot::wait_and_look() {
    limit_.sleep(pause_);
    pause_ = std::min(kLongestPause, pause_ + pause_);
    look();
}

void CandidateRobot::start() {
    const auto reply = client_.ask({.method = "POST",
                                    .path = "/api/v1/candidates/me/start",
                                    .body = json::Object{{"access_code", room_.access_code}}});
    if (!reply) return;
    if (!reply->is_done()) return refused("start", *reply);
    view_ = reply->body;
}

/// False when there is nothing to answer. An answer that was sent keeps its id: the box may have
/// saved it without our hearing so.
bool CandidateRobot::prepare_answer(const json::Value& question) {
    const auto number = integer_of(question, "number");
    auto item = text_of(question, "item");
    if (pending_ && pending_->number == number && pending_->item == item) return true;
    auto value = style_.choose(item);
    if (!value) problem_ = fmt::format("question {} asks \"{}\", not in the pack", number, item);
    if (!value) return false;
    pending_ = Pending{number, std::move(item), std::move(*value), style_.draw_command()};
    return true;
}

void CandidateRobot::answer(const json::Value& question) {
    if (question.is_null()) return wait_and_look();
    if (!is_set(question, "opened")) return at_question(question, "open");
    if (is_set(question, "focus") && !is_set(question, "focus_lost") && style_.looks_away())
        return at_question(question, "focus-lost");
    if (!prepare_answer(question)) return;
    const auto reply =
        client_.ask({.method = "PUT",
                     .path = fmt::format("/api/v1/candidates/me/answers/{}", pending_->number),
                     .body = json::Object{{"item", pending_->item}, {"value", pending_->value}},
                     .idempotency_key = pending_->command});
    if (!reply) return;
    if (!reply->is_done()) return refused("answer", *reply);
    take_receipt(reply->body);
}

void CandidateRobot::at_question(const json::Value& question, std::string_view act) {
    const auto number = integer_of(question, "number");
    const auto reply =
        client_.ask({.method = "POST",
                     .path = fmt::format("/api/v1/candidates/me/questions/{}/{}", number, act),
                     .body = json::Object{}});
    if (!reply) return;
    if (!reply->is_done()) return refused(act, *reply);
    view_ = member(reply->body, "view");
}

void CandidateRobot::take_receipt(const json::Value& reply) {
    const auto& receipt = member(reply, "receipt");
    view_ = member(reply, "view");
    ledger_.add({integer_of(member(view_, "candidate"), "number"), pending_->number, pending_->item,
                 pending_->value, pending_->command, integer_of(receipt, "seq"),
                 text_of(receipt, "leaf")});
    pending_.reset();
}

void CandidateRobot::refused(std::string_view act, const BoxAnswer& reply) {
    if (++refusals_ > kRefusalsMax) {
        problem_ = fmt::format("{}: {} {}", act, reply.status, reply.code());
        return;
    }
    if (reply.status == kUnauthorised) view_ = {};  // as a page does: join again
    limit_.sleep(kFirstPause);
    if (!view_.is_null() && act != "look") look();
}

}  // namespace preau::tool
