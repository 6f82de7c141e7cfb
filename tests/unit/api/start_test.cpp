// SPDX-License-Identifier: Apache-2.0
#include "support/catch.hpp"
#include "unit/api/served_room.hpp"

using namespace preau;
using test::at;
using test::Reply;
using test::ServedRoom;

namespace {

Reply start(ServedRoom& room, const std::string& token, const std::string& code = "BCDF23") {
    return room.post("/api/v1/candidates/me/start", token, json::Object{{"access_code", code}});
}

std::string authorised(ServedRoom& room, std::uint32_t pupil) {
    auto token = room.joined(pupil);
    room.room().does(exam::command::ConfirmPresence{{pupil}});
    return token;
}

}  // namespace

TEST_CASE("start: a wrong access code is said to be so, beside its field") {
    ServedRoom room;
    const auto token = authorised(room, 1);
    const auto reply = start(room, token, "BCDF24");
    CHECK(reply.status() == 403);
    CHECK(reply.code() == "access_code_wrong");
    CHECK(reply.field() == "access_code");
    CHECK(room.candidate(1).phase == exam::Phase::authorised);
}

TEST_CASE("start: the right code does not start a test that the invigilator did not allow") {
    ServedRoom room;
    const auto token = room.joined(1);
    CHECK(start(room, token).code() == "not_authorised");
    CHECK(start(room, token).status() == 403);
}

TEST_CASE("start: an authorisation left unused for 15 minutes has expired") {
    ServedRoom room;
    const auto token = authorised(room, 1);
    room.clock().pass(minutes(15) + milliseconds(1));
    CHECK(start(room, token).code() == "not_authorised");
}

TEST_CASE("start: a test starts once") {
    ServedRoom room;
    const auto token = room.started(1);
    const auto again = start(room, token);
    CHECK(again.status() == 409);
    CHECK(again.code() == "already_started");
    room.room().does(exam::command::EndTest{{1}});
    CHECK(start(room, token).code() == "test_ended");
    room.room().finalise();
    const auto closed = start(room, token);
    CHECK(closed.status() == 410);
    CHECK(closed.code() == "session_closed");
    CHECK(closed.field().empty());
}

TEST_CASE("start: case and spaces of the access code do not matter") {
    for (const auto* code : {"bcdf23", " B C D F 2 3 ", "bCdF 23", "BCDF23"}) {
        ServedRoom room;
        const auto token = authorised(room, 1);
        INFO(code);
        const auto reply = start(room, token, code);
        CHECK(reply.status() == 200);
        CHECK(*at(at(reply.body, "question"), "number").integer() == 1);
        CHECK(*at(at(reply.body, "clock"), "remaining_ms").integer() == minutes(105).ms);
    }
}

TEST_CASE("start: codes cannot be tried out, and a new device starts no new count") {
    ServedRoom room;
    auto token = authorised(room, 1);
    for (int i = 0; i < 3; ++i) CHECK(start(room, token, "XXXX99").status() == 403);
    const auto second = room.joined(1);
    room.room().does(exam::command::AuthoriseResume{{1}});
    for (int i = 0; i < 2; ++i) CHECK(start(room, second, "XXXX99").status() == 403);
    const auto reply = start(room, second);
    CHECK(reply.status() == 429);
    CHECK(reply.retry_after() == 60);
    CHECK(reply.text("title").find("60 s") != std::string::npos);
    room.clock().pass(seconds(60));
    CHECK(start(room, second).status() == 200);
}

TEST_CASE("start: one candidate's wrong codes lock out nobody else") {
    ServedRoom room;
    const auto careless = authorised(room, 1);
    const auto careful = authorised(room, 2);
    for (int i = 0; i < 6; ++i) start(room, careless, "XXXX99");
    CHECK(start(room, careless).status() == 429);
    CHECK(start(room, careful).status() == 200);
}

TEST_CASE("start: right codes are not counted as guesses") {
    ServedRoom room;
    const auto token = room.joined(1);
    for (int i = 0; i < 20; ++i) CHECK(start(room, token).code() == "not_authorised");
}
