// SPDX-License-Identifier: Apache-2.0
// A session waits for the code of the day: what is refused then and why, and that nobody loses
// anything by it.
#include "support/catch.hpp"
#include "unit/api/served_room.hpp"

using namespace preau;
using json::Object;
using test::ServedRoom;

namespace {

constexpr const char* kPath = "/api/v1/sessions/123456/unlock";

test::Reply unlock(ServedRoom& room, std::string code = std::string(test::kDayCode),
                   std::string password = std::string(test::kPassword)) {
    return room.post(kPath, "",
                     Object{{"password", std::move(password)}, {"code", std::move(code)}});
}

/// A right check symbol under wrong ones.
const std::string kOtherCode = "0000-0000-0000-0000";

void is_locked(const test::Reply& reply) {
    CHECK(reply.status() == 423);
    CHECK(reply.code() == "session_locked");
    CHECK(reply.text("title") == "La session attend le code du jour.");
}

}  // namespace

TEST_CASE("api: a locked session says to everybody that it waits for the code of the day") {
    ServedRoom room;
    const auto candidate = room.started(1);
    const auto waiting = room.joined(2);
    const auto invigilator = room.entered();
    room.power_cut();
    for (const auto& token : {candidate, waiting}) {
        is_locked(room.get("/api/v1/candidates/me", token));
        is_locked(room.get("/api/v1/candidates/me/stream", token));
        is_locked(room.beat(token));
    }
    is_locked(room.put("/api/v1/candidates/me/answers/1", candidate,
                       Object{{"item", "item1"}, {"value", "1"}}));
    is_locked(room.get("/api/v1/invigilation/session", invigilator));
    is_locked(room.get("/api/v1/invigilation/stream", invigilator));
    is_locked(room.post("/api/v1/invigilation/finalise", invigilator,
                        Object{{"abort_reasons", json::Array{}}}));
    is_locked(room.join(test::pupil(3)));
    is_locked(room.enter());
    auto screen = test::request(http::Method::get, "/api/v1/screen");
    screen.query = "session=123456";
    is_locked(room.ask(screen));
}

TEST_CASE("api: who does not know a locked session's password learns nothing of it") {
    ServedRoom room;
    room.power_cut();
    CHECK(room.enter("wrong!").code() == "password_wrong");
    CHECK(unlock(room, std::string(test::kDayCode), "wrong!").code() == "password_wrong");
    const auto absent = room.post("/api/v1/sessions/999999/unlock", "",
                                  Object{{"password", test::kPassword}, {"code", test::kDayCode}});
    CHECK(absent.code() == "password_wrong");
    CHECK(room.get("/api/v1/candidates/me", std::string(32, '7')).code() == "token_unknown");
}

TEST_CASE("api: a test goes on after a power cut and the code of the day") {
    ServedRoom room;
    const auto candidate = room.started(1);
    const auto invigilator = room.entered();
    const auto asked = test::at(room.get("/api/v1/candidates/me", candidate).body, "question");
    REQUIRE(
        room.answer(candidate, asked, test::right_answer(asked), test::command_id(1, 1)).status() ==
        200);
    const auto before = room.get("/api/v1/candidates/me", candidate).body;
    room.power_cut();
    is_locked(room.get("/api/v1/candidates/me", candidate));
    CHECK(unlock(room).status() == 200);
    const auto after = room.get("/api/v1/candidates/me", candidate).body;
    CHECK(test::at(after, "question") == test::at(before, "question"));
    CHECK(room.get("/api/v1/invigilation/session", invigilator).status() == 200);
    CHECK(
        room.answer(candidate, asked, test::right_answer(asked), test::command_id(1, 1)).status() ==
        200);
}

TEST_CASE("api: the same code again changes nothing") {
    ServedRoom room;
    room.power_cut();
    CHECK(unlock(room).status() == 200);
    const auto records = room.records();
    CHECK(unlock(room).status() == 200);
    CHECK(unlock(room, kOtherCode).status() == 200);  // it is open
    CHECK(room.records() == records);
}

TEST_CASE("api: a code is taken as people write it, and a slip is told before it counts") {
    ServedRoom room;
    room.power_cut();
    SECTION("in lower case, without groups, with spaces") {
        CHECK(unlock(room, " 2345 6789abcdefgn").status() == 200);
    }
    SECTION("a wrong symbol costs no try") {
        for (int i = 0; i < 10; ++i) {
            const auto slip = unlock(room, "2345-6789-ABCD-EFGM");
            CHECK(slip.status() == 400);
            CHECK(slip.field() == "code");
        }
        CHECK(unlock(room).status() == 200);
    }
    SECTION("another length") {
        for (const auto* code : {"2345", "2345-6789-ABCD-EFGN-2", "$345-6789-ABCD-EFGN"})
            CHECK(unlock(room, code).field() == "code");
        CHECK(unlock(room, "").code() == "missing");
    }
}

TEST_CASE("api: five wrong codes in five minutes, then one a minute") {
    ServedRoom room;
    room.power_cut();
    for (int i = 0; i < 5; ++i) {
        const auto wrong = unlock(room, kOtherCode);
        CHECK(wrong.status() == 403);
        CHECK(wrong.code() == "code_wrong");
        room.clock().pass(seconds(2));
    }
    CHECK(unlock(room).code() == "too_many_requests");
    room.clock().pass(seconds(60));
    CHECK(unlock(room).status() == 200);
}

TEST_CASE("api: what keeps a session locked is told in words, and the code opens it afterwards") {
    ServedRoom room;
    room.power_cut();
    const std::pair<room::Lock, const char*> reasons[] = {
        {room::Lock::share_missing, "share_missing"},
        {room::Lock::pack_missing, "pack_missing"},
        {room::Lock::pack_altered, "pack_altered"},
        {room::Lock::journal_damaged, "journal_damaged"}};
    for (const auto& [why, code] : reasons) {
        room.room().vault().refusal = why;
        const auto reply = unlock(room);
        CHECK(reply.status() == 409);
        CHECK(reply.code() == code);
        CHECK(reply.text("title").size() > 60);
        room.clock().pass(seconds(61));
    }
    room.room().vault().refusal.reset();
    CHECK(unlock(room).status() == 200);
}

TEST_CASE("api: a sealed session needs no code") {
    ServedRoom room;
    room.room().start(1);
    room.room().finish(1);
    room.room().finalise();
    room.power_cut();
    CHECK(room.enter().status() == 201);
    CHECK(unlock(room).status() == 200);
}
