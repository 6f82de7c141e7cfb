// SPDX-License-Identifier: Apache-2.0
#include "support/catch.hpp"
#include "unit/api/served_room.hpp"

using namespace preau;
using test::at;
using test::kPassword;
using test::Reply;
using test::ServedRoom;

namespace {

const std::string kRight(kPassword);

/// Tries wrong passwords until it is told to wait; gives how many were looked at.
int guess(ServedRoom& room, Duration pause, const std::string& session = "123456") {
    for (int looked_at = 0; looked_at < 200; ++looked_at) {
        if (room.enter("XXXXXX", session).status() == 429) return looked_at;
        room.clock().pass(pause);
    }
    return 200;
}

}  // namespace

TEST_CASE("enter: a wrong password and a session that does not exist are answered alike") {
    ServedRoom room;
    const auto wrong = room.enter("XXXXXX");
    const auto nowhere = room.enter(kRight, "999999");
    CHECK(wrong.status() == 403);
    CHECK(wrong.code() == "password_wrong");
    CHECK(wrong.field() == "password");
    CHECK(wrong.response.body == nowhere.response.body);
}

TEST_CASE("enter: only the very password opens the session") {
    const std::string password(kPassword);
    auto shouted = password;
    for (auto& c : shouted) c = static_cast<char>(std::toupper(c));
    for (const auto& attempt : {shouted, password + " ", " " + password, password + password,
                                password.substr(0, 5), test::password_hash()}) {
        ServedRoom room;
        INFO(attempt);
        CHECK(room.enter(attempt).status() >= 400);
        CHECK(room.room().session().state().invigilators.empty());
    }
}

TEST_CASE("enter: the password, with or without the prefix of the number, gives a token") {
    ServedRoom room;
    CHECK(room.enter(kRight).status() == 201);
    const auto reply = room.enter(kRight, "C-123456");
    REQUIRE(reply.status() == 201);
    CHECK(at(at(reply.body, "view"), "candidates").array()->size() == 3);
    CHECK(room.get("/api/v1/invigilation/session", reply.text("token")).status() == 200);
    CHECK(room.room().session().state().invigilators.size() == 2);
}

TEST_CASE("enter: wrong passwords of one address are counted over all sessions") {
    ServedRoom room;
    CHECK(guess(room, seconds(2)) == 5);
    CHECK(guess(room, seconds(2), "999999") == 0);
    const auto reply = room.enter(kRight);
    CHECK(reply.status() == 429);
    CHECK(reply.retry_after() > 0);
    CHECK(reply.retry_after() <= 60);
    room.peer = "192.168.1.99";
    CHECK(room.enter(kRight).status() == 201);
    room.peer = "192.168.1.20";
    room.clock().pass(seconds(60));
    CHECK(room.enter(kRight).status() == 201);
}

TEST_CASE("enter: behind one address wrong passwords are counted for the session") {
    ServedRoom room({}, api::NetworkMode::nat);
    CHECK(guess(room, milliseconds(500), "999999") == 22);
    room.clock().pass(seconds(10));
    CHECK(room.enter(kRight).status() == 201);
    CHECK(guess(room, milliseconds(500)) == 22);
    CHECK(room.enter(kRight).status() == 429);
    room.clock().pass(seconds(5));
    CHECK(room.enter(kRight).status() == 201);
}

TEST_CASE("enter: right passwords do not count as guesses") {
    ServedRoom room;
    for (int i = 0; i < 15; ++i) {
        CHECK(room.enter(kRight).status() == 201);
        room.clock().pass(seconds(1));
    }
}

TEST_CASE("enter: a crowd of wrong passwords costs the box few checks and locks nobody out") {
    ServedRoom room;
    int looked_at = 0;
    for (int second = 0; second < 60; ++second) {
        for (int pupil = 0; pupil < 40; ++pupil) {
            room.peer = "192.168.2." + std::to_string(pupil);
            if (room.enter("XXXXXX").status() == 403) ++looked_at;
        }
        room.clock().pass(seconds(1));
    }
    CHECK(looked_at <= 6 + 2 * 60);
    room.peer = "192.168.1.99";
    CHECK(room.enter(kRight).status() == 201);
}

TEST_CASE("enter: who knows the password cannot fill the journal with it") {
    ServedRoom room;
    int entered = 0;
    for (int i = 0; i < 40; ++i) {
        if (room.enter(kRight).status() == 201) ++entered;
        room.clock().pass(milliseconds(500));
    }
    CHECK(entered == 30);
}

TEST_CASE("enter: after sealing the token reads, and changes nothing") {
    ServedRoom room;
    room.started(1);
    room.room().finalise();
    const auto reply = room.enter(kRight);
    REQUIRE(reply.status() == 201);
    CHECK(*at(at(at(reply.body, "view"), "seal"), "state").text() == "sealed");
    const auto token = reply.text("token");
    const auto records = room.records();
    CHECK(room.get("/api/v1/invigilation/session", token).status() == 200);
    CHECK(room.get("/api/v1/invigilation/stream", token).response.stream_topic.has_value());
    const std::string candidate = "/api/v1/invigilation/candidates/1/";
    CHECK(room.put(candidate + "presence", token, json::Object{{"present", true}}).status() == 410);
    CHECK(room.post(candidate + "end", token, json::Object{{"reason", "technical"}, {"note", ""}})
              .status() == 410);
    CHECK(room.post("/api/v1/invigilation/finalise", token,
                    json::Object{{"abort_reasons", json::Array{}}})
              .code() == "already_finalised");
    CHECK(room.records() == records);
}

TEST_CASE("late readers: only so many tokens are kept, the newest ones") {
    api::LateReaders readers;
    const SessionId session{};
    for (std::uint32_t i = 0; i <= api::LateReaders::kMax; ++i)
        readers.add(test::device(i), session);
    CHECK_FALSE(readers.find(test::device(0)).has_value());
    CHECK(readers.find(test::device(1)) == session);
    CHECK(readers.find(test::device(api::LateReaders::kMax)) == session);
}
