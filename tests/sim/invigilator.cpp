// SPDX-License-Identifier: Apache-2.0
#include "sim/invigilator.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace preau::sim {

namespace {

constexpr std::string_view kRoot = "/api/v1/invigilation";

bool is_flagged(const json::Value& card, std::string_view flag) {
    const auto& flags = array_of(card, "flags");
    return std::ranges::any_of(flags, [&](const json::Value& one) { return one == flag; });
}

std::string path_of(const json::Value& card, std::string_view act) {
    return fmt::format("{}/candidates/{}/{}", kRoot, integer_of(card, "number"), act);
}

}  // namespace

Invigilator::Invigilator(Surroundings around, int which, std::uint64_t seed)
    : around_(around),
      peer_(fmt::format("10.0.0.{}", which)),
      name_(fmt::format("Alix Exemple {}", which)),
      chance_(seed),
      ends_a_test_at_(chance_.between(minutes(3), minutes(7))) {
    around_.scheduler.after(chance_.between(seconds(0), seconds(20)), [this] { act(); });
}

void Invigilator::lose_page() {
    token_.clear();
    view_ = {};
}

void Invigilator::act() {
    if (!asking_) {
        if (token_.empty())
            enter();
        else if (closes_ && !has_closed() && !view_.is_null())
            finalise();
        else
            look();
    }
    around_.scheduler.after(chance_.between(seconds(1), seconds(5)), [this] { act(); });
}

void Invigilator::enter() {
    asking_ = true;
    send(http::Method::post, fmt::format("{}/enter", kRoot),
         json::Object{{"session", around_.session.number},
                      {"password", around_.session.invigilator_password},
                      {"name", name_}},
         seconds(8), [this](const ApiReply& reply) {
             asking_ = false;
             if (!reply.is_done()) return;
             token_ = text_of(reply.body, "token");
             view_ = member(reply.body, "view");
         });
}

void Invigilator::look() {
    asking_ = true;
    send(http::Method::get, fmt::format("{}/session", kRoot), nullptr, seconds(8),
         [this](const ApiReply& reply) {
             asking_ = false;
             if (!reply.is_done()) return;
             view_ = reply.body;
             if (has_closed()) return;
             for (const auto& card : array_of(view_, "candidates")) attend(card);
             if (const auto all = act_for_all(view_, is_calm(), chance_)) insist(*all);
             if (around_.scheduler.now() > ends_a_test_at_) end_some_test();
         });
}

void Invigilator::attend(const json::Value& card) {
    const auto phase = text_of(card, "phase");
    const auto ignore = [](const ApiReply&) {};  // what came of it is seen at the next look
    if (phase == "present" && chance_.percent(60))
        send(http::Method::put, path_of(card, "presence"), json::Object{{"present", true}},
             seconds(8), ignore);
    if (phase == "authorised" && chance_.percent(2))
        send(http::Method::put, path_of(card, "presence"), json::Object{{"present", false}},
             seconds(8), ignore);
    if (const auto one = act_for(card, is_calm(), chance_)) insist(*one);
    if (is_flagged(card, "resume_requested") && chance_.percent(60))
        send(http::Method::post, path_of(card, "resume"), json::Object{}, seconds(8), ignore);
}

/// The same act, under the same key, until the box says what became of it.
void Invigilator::insist(const RoomAct& act) {
    send(
        act.method, std::string(kRoot) + act.path, act.body, seconds(8),
        [this, act](const ApiReply& reply) {
            if (reply.is_done() && act.leaves_record) around_.ledger.acts_done.insert(act.key);
            if (reply.status != 0 || token_.empty()) return;
            around_.scheduler.after(chance_.between(seconds(1), seconds(4)),
                                    [this, act] { insist(act); });
        },
        act.key);
}

void Invigilator::end_some_test() {
    if (has_ended_one_) return;
    std::vector<const json::Value*> running;
    for (const auto& card : array_of(view_, "candidates"))
        if (text_of(card, "phase") == "in_progress") running.push_back(&card);
    if (running.empty()) return;
    has_ended_one_ = true;
    send(http::Method::post, path_of(*chance_.one_of(running), "end"),
         json::Object{{"reason", chance_.one_in(2) ? "candidate" : "technical"}, {"note", ""}},
         seconds(8), [](const ApiReply&) {});
}

void Invigilator::finalise() {
    json::Array reasons;
    for (const auto& card : array_of(view_, "candidates"))
        if (is_set(card, "needs_abort_reason"))
            reasons.push_back(
                json::Object{{"candidate", integer_of(card, "number")},
                             {"reason", chance_.one_in(2) ? "candidate" : "technical"}});
    asking_ = true;
    send(http::Method::post, fmt::format("{}/finalise", kRoot),
         json::Object{{"abort_reasons", std::move(reasons)}}, seconds(30),
         [this](const ApiReply& reply) {
             asking_ = false;
             if (reply.is_done()) view_ = reply.body;
             if (!has_closed()) look();
         });
}

void Invigilator::send(http::Method method, std::string path, const json::Value& body,
                       Duration patience, std::function<void(const ApiReply&)> outcome,
                       std::optional<CommandId> key) {
    auto request = make_request(method, std::move(path), peer_, body);
    if (!token_.empty()) request.authorization = "Bearer " + token_;
    if (method != http::Method::get)
        request.idempotency_key = key.value_or(chance_.command()).hex();
    around_.network.ask(std::move(request), patience,
                        [this, outcome = std::move(outcome)](const auto& response) {
                            const auto reply = read_reply(response);
                            if (reply.status == 401) lose_page();
                            outcome(reply);
                        });
}

}  // namespace preau::sim
