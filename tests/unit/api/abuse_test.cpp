// SPDX-License-Identifier: Apache-2.0
//
// What a dishonest or broken page may send: each is refused clearly, and the journal stays as it
// is.
#include "support/catch.hpp"
#include "unit/api/served_room.hpp"

using namespace preau;
using test::at;
using test::pupil;
using test::ServedRoom;

namespace {

const std::string kMe = "/api/v1/candidates/me";

struct Journal {
    std::uint64_t size;
    Hash head;
    bool operator==(const Journal&) const = default;
};

Journal journal(ServedRoom& room) {
    return {room.room().session().size(), room.room().session().head()};
}

json::Value question(ServedRoom& room, const std::string& token) {
    return at(room.get(kMe, token).body, "question");
}

/// The question, said to be another one.
json::Value with(const json::Value& question, std::string_view name, json::Value value) {
    auto changed = *question.object();
    for (auto& member : changed)
        if (member.name == name) member.value = value;
    return changed;
}

void is_refused(ServedRoom& room, const test::Reply& reply, const Journal& before, int status,
                std::string_view code) {
    CHECK(reply.status() == status);
    CHECK(reply.code() == code);
    CHECK_FALSE(reply.text("title").empty());
    CHECK(journal(room) == before);
}

}  // namespace

TEST_CASE("abuse: the item of another candidate's question") {
    ServedRoom room;
    const auto mine = room.started(1);
    const auto hers = room.started(2);
    auto theirs = question(room, hers);
    for (int i = 0; *at(theirs, "item").text() == *at(question(room, mine), "item").text(); ++i) {
        room.answer(hers, theirs, "#ABAND#", test::command_id(2, i));
        theirs = question(room, hers);
    }
    const auto sent = with(question(room, mine), "item", at(theirs, "item"));
    const auto before = journal(room);
    is_refused(room, room.answer(mine, sent, test::right_answer(theirs), test::command_id(1, 1)),
               before, 409, "wrong_question");
}

TEST_CASE("abuse: an item of the pack that was never asked, and one of no pack") {
    ServedRoom room;
    const auto token = room.started(1);
    const auto asked = question(room, token);
    const auto before = journal(room);
    for (const auto* item : {"item95", "", "../../etc/passwd", "item5'--"})
        is_refused(room, room.answer(token, with(asked, "item", item), "1", test::command_id(1, 1)),
                   before, 409, "wrong_question");
}

TEST_CASE("abuse: an answer to a question that is not asked yet") {
    ServedRoom room;
    const auto token = room.started(1);
    const auto asked = question(room, token);
    const auto before = journal(room);
    is_refused(room,
               room.answer(token, with(asked, "number", 2), test::right_answer(asked),
                           test::command_id(1, 1)),
               before, 409, "wrong_question");
}

TEST_CASE("abuse: a stale command, for a question that has another answer") {
    ServedRoom room;
    const auto token = room.started(1);
    const auto asked = question(room, token);
    REQUIRE(room.answer(token, asked, "#ABAND#", test::command_id(1, 1)).status() == 200);
    const auto before = journal(room);
    is_refused(room, room.answer(token, asked, test::right_answer(asked), test::command_id(1, 2)),
               before, 409, "already_answered");
    is_refused(room, room.answer(token, asked, test::right_answer(asked), test::command_id(1, 1)),
               before, 409, "command_id_reused");
}

TEST_CASE("abuse: an answer while held, by a report, a pause, a pause of the room") {
    ServedRoom room;
    const auto token = room.started(1);
    const auto asked = question(room, token);
    std::string code = "paused";
    SECTION("a report") {
        REQUIRE(room.post(kMe + "/questions/1/report", token, json::Object{{"reason", "image"}})
                    .status() == 200);
        code = "report_open";
    }
    SECTION("a pause") { room.room().does(exam::command::Pause{{1}, true}); }
    SECTION("a pause of the room") { room.room().does(exam::command::Pause{{0}, true}); }
    const auto before = journal(room);
    is_refused(room, room.answer(token, asked, test::right_answer(asked), test::command_id(1, 1)),
               before, 423, code);
}

TEST_CASE("abuse: an answer without the lockdown that the session requires") {
    ServedRoom room({.lockdown = exam::LockdownPolicy::companion});
    room.room().does(exam::command::Join{
        pupil(1), test::device(1), "", {exam::LockdownKind::companion, "1.0.0"}});
    const auto token = room.joined(1);
    room.room().does(exam::command::AuthoriseResume{{1}});
    room.room().does(exam::command::ConfirmPresence{{1}});
    const auto refused = room.post(kMe + "/start", token, json::Object{{"access_code", "BCDF23"}});
    CHECK(refused.status() == 423);
    CHECK(refused.code() == "lockdown_missing");
    const auto beat = [&](const char* kind) {
        return room.post(
            kMe + "/heartbeat", token,
            json::Object{{"lockdown", json::Object{{"kind", kind}, {"version", "1.0.0"}}}});
    };
    CHECK(beat("companion").status() == 200);
    REQUIRE(room.post(kMe + "/start", token, json::Object{{"access_code", "BCDF23"}}).status() ==
            200);
    const auto asked = question(room, token);
    const auto lost = beat("none");
    CHECK(at(lost.body, "holds") == json::Value(json::Array{"lockdown"}));
    const auto before = journal(room);
    is_refused(room, room.answer(token, asked, "#ABAND#", test::command_id(1, 1)), before, 423,
               "lockdown_missing");
    CHECK(at(beat("companion").body, "holds").array()->empty());
    CHECK(room.answer(token, asked, "#ABAND#", test::command_id(1, 1)).status() == 200);
}

TEST_CASE("abuse: a second finish, and whatever comes after the first") {
    ServedRoom room;
    const auto token = room.started(1);
    const auto asked = question(room, token);
    room.room().does(exam::command::EndTest{{1}});
    const auto before = journal(room);
    is_refused(room, room.answer(token, asked, "#ABAND#", test::command_id(1, 1)), before, 410,
               "test_ended");
    is_refused(room, room.put(kMe + "/draft", token, json::Object{{"item", "x"}, {"value", "y"}}),
               before, 410, "test_ended");
    is_refused(room,
               room.post(kMe + "/questions/1/report", token, json::Object{{"reason", "other"}}),
               before, 410, "test_ended");
    CHECK(room.room().session().act(exam::command::EndTest{{1}}).error() ==
          exam::Refusal::test_ended);
    CHECK(journal(room) == before);
}

TEST_CASE("abuse: 100 kB of text, as an answer, a draft, a name, a seat and a version") {
    ServedRoom room;
    const auto token = room.started(1);
    const auto asked = question(room, token);
    const std::string text(100'000, 'x');
    const auto before = journal(room);
    is_refused(room, room.answer(token, asked, text, test::command_id(1, 1)), before, 400,
               "too_long");
    is_refused(
        room,
        room.put(kMe + "/draft", token, json::Object{{"item", at(asked, "item")}, {"value", text}}),
        before, 400, "too_long");
    CHECK(room.room().session().draft({1}) == nullptr);
    is_refused(room, room.join({text, "Zoé", "2008-01-01"}), before, 400, "too_long");
    for (const auto* field : {"seat", "code"}) {
        auto body = test::joining_body(room.draw_token());
        if (std::string_view(field) == "code") body.push_back({"code", text});
        for (auto& member : body)
            if (member.name == field) member.value = text;
        is_refused(room, room.post("/api/v1/candidates/join", "", std::move(body)), before, 400,
                   "too_long");
    }
    is_refused(
        room,
        room.post(kMe + "/heartbeat", token,
                  json::Object{{"lockdown", json::Object{{"kind", "none"}, {"version", text}}}}),
        before, 400, "too_long");
}

TEST_CASE("abuse: script in an answer is only text, recorded and never shown to anybody") {
    test::SmallRoomOptions options;
    options.change = [](pack::Pack& pack) {
        for (std::size_t i = 0; i < pack.questions.size(); ++i)
            test::make_kind(pack.questions[i], pack.keys[i], answers::Kind::qroc);
    };
    ServedRoom room(std::move(options));
    const auto token = room.started(1);
    const std::string script = "<script>fetch('//x')</script>";
    const auto asked = question(room, token);
    REQUIRE(room.put(kMe + "/draft", token,
                     json::Object{{"item", at(asked, "item")}, {"value", script}})
                .status() == 200);
    const auto view = room.get(kMe, token);
    CHECK(*at(at(view.body, "draft"), "value").text() == script);  // the candidate's own, as text
    const auto reply = room.answer(token, asked, script, test::command_id(1, 1));
    CHECK(reply.status() == 200);
    CHECK(reply.response.body.find("script") == std::string::npos);
    CHECK(room.candidate(1).questions.front().answer->value == script);
    const auto grid = room.get("/api/v1/invigilation/session", room.entered());
    CHECK(grid.response.body.find("script") == std::string::npos);
}

TEST_CASE("abuse: control characters in a seat, a voice and a version are refused") {
    ServedRoom room;
    const auto before = journal(room);
    for (const auto* seat : {"A\n1", "A\x1b[31m", "A\t1", "A\x7f"}) {
        auto body = test::identity_body(pupil(1), room.draw_token());
        for (auto& member : body)
            if (member.name == "seat") member.value = seat;
        is_refused(room, room.post("/api/v1/candidates/join", "", std::move(body)), before, 400,
                   "malformed");
    }
}

TEST_CASE("abuse: forged times have no field to be in, and a claimed clock changes nothing") {
    ServedRoom room;
    const auto token = room.started(1);
    const auto asked = question(room, token);
    const auto before = journal(room);
    for (const auto* field : {"at", "tick", "time", "elapsed_ms", "remaining_ms"}) {
        auto answer = test::request(
            http::Method::put, kMe + "/answers/1", token,
            json::Object{{"item", at(asked, "item")}, {"value", "#ABAND#"}, {field, 0}});
        answer.idempotency_key = test::command_id(1, 1).hex();
        is_refused(room, room.ask(answer), before, 400, "unknown");
        is_refused(room,
                   room.post(kMe + "/heartbeat", token,
                             json::Object{{"lockdown", test::no_lockdown()}, {field, 0}}),
                   before, 400, "unknown");
    }
    auto checked = json::Object{{"device", std::string(32, 'd')},
                                {"seat", "B3"},
                                {"browser", "x"},
                                {"screen", "1×1"},
                                {"indexeddb", true},
                                {"clock_skew_ms", -3'162'240'000'000},
                                {"latency_ms", 3'162'240'000'000},
                                {"lockdown", test::no_lockdown()},
                                {"problems", json::Array{}}};
    CHECK(room.post("/api/v1/seats/check", "", checked).status() == 200);
    CHECK(journal(room) == before);
    const auto left = *at(at(room.get(kMe, token).body, "clock"), "remaining_ms").integer();
    CHECK(left == minutes(105).ms);
}

TEST_CASE("abuse: everything at a session that is closed") {
    ServedRoom room;
    const auto token = room.started(1);
    const auto asked = question(room, token);
    room.room().finalise();
    const auto before = journal(room);
    is_refused(room, room.answer(token, asked, "#ABAND#", test::command_id(1, 1)), before, 410,
               "test_ended");
    is_refused(room, room.join(pupil(2)), before, 410, "session_closed");
    is_refused(room, room.join_by_code("BCD234"), before, 410, "session_closed");
    const auto display = room.put(kMe + "/display", token,
                                  json::Object{{"text_percent", 120},
                                               {"spacing", "wide"},
                                               {"theme", "dark"},
                                               {"font", "standard"},
                                               {"ruler", false},
                                               {"clock_hidden", false},
                                               {"voice", ""}});
    CHECK(display.status() == 410);
    is_refused(room, room.put(kMe + "/draft", token, json::Object{{"item", "x"}, {"value", "y"}}),
               before, 410, "test_ended");
    CHECK(room.post(kMe + "/leave", token, json::Object{}).status() == 410);
    CHECK(room.beat(token).status() == 200);  // it is told that the test is over
    CHECK(journal(room) == before);
}
