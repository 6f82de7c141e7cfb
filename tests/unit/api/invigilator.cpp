// SPDX-License-Identifier: Apache-2.0
#include "unit/api/invigilator.hpp"

#include "support/catch.hpp"

#include <algorithm>

namespace preau::test {

namespace {

const std::string kBase = "/api/v1/invigilation/";

}  // namespace

CommandId act_id(std::uint32_t n) { return command_id(1000 + n, 1); }

Invigilator::Invigilator(ServedRoom& served, const std::string& name) : room(served) {
    const auto reply = room.enter_as(name);
    REQUIRE(reply.status() == 201);
    token = reply.text("token");
}

Reply Invigilator::send(const SentAct& act) {
    auto request = test::request(act.method, kBase + act.path, token, act.body);
    request.idempotency_key = act.id.hex();
    room.clock().pass(milliseconds(50));  // nobody acts faster
    return room.ask(std::move(request));
}

SentAct Invigilator::post(const std::string& path, json::Value body) {
    static std::uint32_t sent = 0;
    return {http::Method::post, path, std::move(body), act_id(++sent)};
}

SentAct Invigilator::put(const std::string& path, json::Value body) {
    auto act = post(path, std::move(body));
    act.method = http::Method::put;
    return act;
}

std::string Invigilator::of(int candidate, const std::string& act) {
    return "candidates/" + std::to_string(candidate) + "/" + act;
}

Reply Invigilator::presence(int candidate, bool present) {
    return send(put(of(candidate, "presence"), json::Object{{"present", present}}));
}

Reply Invigilator::accept(int candidate, const std::string& category) {
    return send(
        post(of(candidate, "report"), json::Object{{"accept", true}, {"category", category}}));
}

Reply Invigilator::refuse(int candidate) {
    return send(post(of(candidate, "report"), json::Object{{"accept", false}, {"category", ""}}));
}

Reply Invigilator::give(int candidate, int minutes, const std::string& reason) {
    return send(
        post(of(candidate, "time"), json::Object{{"minutes", minutes}, {"reason", reason}}));
}

Reply Invigilator::give_all(int minutes, const std::string& reason) {
    return send(post("time", json::Object{{"minutes", minutes}, {"reason", reason}}));
}

Reply Invigilator::pause(int candidate, bool paused) {
    return send(put(of(candidate, "pause"), json::Object{{"paused", paused}}));
}

Reply Invigilator::pause_room(bool paused) {
    return send(put("pause", json::Object{{"paused", paused}}));
}

Reply Invigilator::rule(int candidate, int interruption, bool granted) {
    return send(post(of(candidate, "interruption"),
                     json::Object{{"interruption", interruption}, {"granted", granted}}));
}

Reply Invigilator::note(int candidate, const std::string& category,
                        const std::string& description) {
    return send(post(of(candidate, "incidents"),
                     json::Object{{"category", category}, {"description", description}}));
}

Reply Invigilator::end(int candidate, const std::string& reason, const std::string& note) {
    return send(post(of(candidate, "end"), json::Object{{"reason", reason}, {"note", note}}));
}

Reply Invigilator::write(const std::string& text) {
    return send(post("messages", json::Object{{"text", text}}));
}

Reply Invigilator::finalise(json::Array reasons) {
    return send(post("finalise", json::Object{{"abort_reasons", std::move(reasons)}}));
}

json::Value Invigilator::grid() {
    const auto reply = room.get(kBase + "session", token);
    REQUIRE(reply.status() == 200);
    return reply.body;
}

json::Value Invigilator::card(int candidate) {
    return at(grid(), "candidates").array()->at(static_cast<std::size_t>(candidate) - 1);
}

json::Value Invigilator::sheet(int candidate) {
    const auto reply = room.get(kBase + "candidates/" + std::to_string(candidate), token);
    REQUIRE(reply.status() == 200);
    return reply.body;
}

void check_refused(ServedRoom& room, const std::function<Reply()>& act, int status,
                   const std::string& code, const std::string& field) {
    const auto size = room.room().session().size();
    const auto head = room.room().session().head();
    const auto reply = act();
    CHECK(reply.status() == status);
    CHECK(reply.code() == code);
    CHECK(reply.field() == field);
    CHECK(reply.text("title").size() > 15);
    CHECK(room.room().session().size() == size);
    CHECK(room.room().session().head() == head);
}

void raise_report(ServedRoom& room, std::uint32_t candidate, exam::ReportReason reason) {
    const auto* asked = room.candidate(candidate).current();
    REQUIRE(asked != nullptr);
    room.room().does(exam::command::RaiseReport{{candidate}, asked->number, reason, {}});
}

bool has_flag(const json::Value& card, std::string_view flag) {
    return std::ranges::any_of(*at(card, "flags").array(), [&](const json::Value& value) {
        return value.text() != nullptr && *value.text() == flag;
    });
}

}  // namespace preau::test
