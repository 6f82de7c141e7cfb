// SPDX-License-Identifier: Apache-2.0
#include "office/qr_code.hpp"
#include "support/catch.hpp"
#include "unit/api/invigilator.hpp"

using namespace preau;
using test::at;
using test::Invigilator;
using test::Reply;
using test::ServedRoom;

namespace {

Reply look(ServedRoom& room, const std::string& query = "session=123456") {
    auto request = test::request(http::Method::get, "/api/v1/screen");
    request.query = query;
    return room.ask(std::move(request));
}

std::string state(ServedRoom& room) { return look(room).text("state"); }

std::int64_t count(ServedRoom& room, std::string_view what) {
    return *at(at(look(room).body, "counts"), what).integer();
}

}  // namespace

TEST_CASE("screen: without the session's number, or with anything else, there is nothing to see") {
    ServedRoom room;
    const auto check = [&](const std::string& query, const char* code, const char* field) {
        INFO(query);
        const auto reply = look(room, query);
        CHECK(reply.status() == 400);
        CHECK(reply.code() == code);
        CHECK(reply.field() == field);
    };
    check("", "missing", "session");
    check("token=1", "unknown", "query");
    check("Session=123456", "unknown", "query");
    for (const auto* query :
         {"session=", "session=0", "session=12345678901", "session=123456&x=1", "session=C-123456",
          "session=%31", "session=123456%20", "session=1%00"})
        check(query, "malformed", "session");
}

TEST_CASE("screen: a session that does not exist is not open") {
    ServedRoom room;
    const auto reply = look(room, "session=999999");
    CHECK(reply.status() == 410);
    CHECK(reply.code() == "session_closed");
}

TEST_CASE("screen: whoever asks too often waits, and no other address does") {
    ServedRoom room;
    int served = 0;
    while (served < 200 && look(room).status() == 200) ++served;
    CHECK(served == 60);
    CHECK(look(room).retry_after() == 1);
    room.peer = "192.168.1.77";
    CHECK(look(room).status() == 200);
}

TEST_CASE("screen: it has no candidate's name and no code in any byte") {
    test::SmallRoomOptions options;
    options.others.push_back({.candidate = {4},
                              .identity = {"Zyxwv", "Qponml", "2007-12-31"},
                              .group = "Groupe9",
                              .code = "K7M2QX",
                              .account = "account-77"});
    ServedRoom room(options);
    Invigilator invigilator(room, "Mme Secrète");
    room.started(1);
    room.joined(2);
    test::raise_report(room, 1);
    invigilator.note(1, "C7", "Une note");
    invigilator.write("Il reste un quart d’heure.");
    const auto body = look(room).response.body;
    for (const auto* secret :
         {"Nom1", "Nom2", "Prénom", "2008-01-01", "Zyxwv", "Qponml", "2007-12-31", "Groupe9",
          "2nde", "K7M2QX", "account-77", "BCDF23", "Secrète", "Durand", "Une note"}) {
        INFO(secret);
        CHECK(body.find(secret) == std::string::npos);
    }
}

TEST_CASE("screen: it says where to go, as the reader came, in letters and as a code") {
    ServedRoom room;
    const auto body = look(room).body;
    CHECK(*at(body, "address").text() == "http://examen.lan:8080");
    const auto expected = office::qr_code("http://examen.lan:8080/#123456");
    REQUIRE(expected.has_value());
    json::Array rows;
    for (const auto& row : *expected) rows.push_back(row);
    CHECK(at(body, "qr") == json::Value(rows));
    CHECK(*at(at(body, "session"), "number").text() == "123456");
    CHECK(*at(at(body, "session"), "room").text() == "B12");
    CHECK(*at(body, "box_time").text() == to_iso8601(room.clock().wall_now()));
    room.host = "10.0.0.1";
    CHECK(*at(look(room).body, "address").text() == "http://10.0.0.1");
}

TEST_CASE("screen: waiting, running, paused, running again, finished") {
    ServedRoom room;
    Invigilator invigilator(room);
    CHECK(state(room) == "waiting");
    room.joined(1);
    CHECK(state(room) == "waiting");
    CHECK(at(look(room).body, "ends_at").is_null());
    room.started(2);
    CHECK(state(room) == "running");
    invigilator.pause_room();
    CHECK(state(room) == "paused");
    CHECK(at(look(room).body, "ends_at").is_null());
    invigilator.pause_room(false);
    CHECK(state(room) == "running");
    invigilator.end(2);
    CHECK(state(room) == "waiting");  // one is still expected
    invigilator.presence(1);
    room.room().does(exam::command::StartTest{{1}, "BCDF23", 5});
    invigilator.end(1);
    CHECK(state(room) == "finished");
    room.room().finalise();
    CHECK(state(room) == "finished");
}

TEST_CASE("screen: the common end is that of the last who works") {
    ServedRoom room;
    Invigilator invigilator(room);
    room.started(1);
    room.started(2);
    invigilator.give(2, 10);
    const auto end = from_iso8601(*at(look(room).body, "ends_at").text());
    REQUIRE(end.has_value());
    const auto last = from_iso8601(*at(invigilator.card(2), "ends_at").text());
    CHECK(end->ms == last->ms);
    CHECK(count(room, "in_progress") == 2);
    CHECK(count(room, "absent") == 1);
}

TEST_CASE("screen: it shows the last message to the room") {
    ServedRoom room;
    Invigilator invigilator(room);
    CHECK(at(look(room).body, "message").is_null());
    invigilator.write("Bon courage");
    invigilator.write("<script>alert(1)</script>");
    const auto body = look(room).body;
    CHECK(*at(at(body, "message"), "number").integer() == 2);
    CHECK(*at(at(body, "message"), "text").text() == "<script>alert(1)</script>");
}
