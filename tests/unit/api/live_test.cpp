// SPDX-License-Identifier: Apache-2.0
#include "json/read.hpp"
#include "seal/hash.hpp"
#include "support/catch.hpp"
#include "unit/api/served_room.hpp"

#include <algorithm>

using namespace preau;
using test::at;
using test::Published;
using test::ServedRoom;

namespace {

const std::string kMe = "/api/v1/candidates/me";

std::string topic_of(const std::string& token) {
    return api::device_topic(seal::sha256(as_bytes(token)));
}
std::string invigilators(ServedRoom& room) {
    return api::session_topic(room.room().session().row().id);
}

json::Value data(const http::StreamEvent& event) {
    auto value = json::read(event.data);
    REQUIRE(value.has_value());
    return std::move(*value);
}

/// The names of what a topic was told, "candidate candidate ".
std::string told(const std::vector<Published>& heard, const std::string& topic) {
    std::string names;
    for (const auto& published : heard)
        if (published.topic == topic) names += published.event.name + " ";
    return names;
}

json::Value last(const std::vector<Published>& heard, const std::string& topic) {
    const auto found = std::find_if(heard.rbegin(), heard.rend(), [&](const Published& published) {
        return published.topic == topic;
    });
    REQUIRE(found != heard.rend());
    return data(found->event);
}

void beat(ServedRoom& room, const std::string& token) { REQUIRE(room.beat(token).status() == 200); }

/// Silence of everybody for longer than the box waits.
void lose_everybody(ServedRoom& room) {
    room.clock().pass(seconds(31));
    room.room().session().observe_time();
    room.room().commit();
    room.room().room().announce();
}

}  // namespace

TEST_CASE("stream: it begins with the whole state, on the device's own topic") {
    ServedRoom room;
    const auto token = room.started(1);
    const auto reply = room.get(kMe + "/stream", token).response;
    CHECK(reply.stream_topic == topic_of(token));
    REQUIRE(reply.first_events.size() == 1);
    CHECK(reply.first_events.front().name == "view");
    CHECK(reply.first_events.front().id == room.records());
    CHECK(data(reply.first_events.front()) == room.get(kMe, token).body);
}

TEST_CASE("stream: the invigilator's begins with the whole grid") {
    ServedRoom room;
    const auto token = room.entered();
    const auto reply = room.get("/api/v1/invigilation/stream", token).response;
    CHECK(reply.stream_topic == invigilators(room));
    REQUIRE(reply.first_events.size() == 1);
    CHECK(reply.first_events.front().name == "session");
    CHECK(data(reply.first_events.front()) == room.get("/api/v1/invigilation/session", token).body);
}

TEST_CASE("stream: a device that waits has a topic of its own and sees no question") {
    ServedRoom room;
    const auto first = room.started(1);
    const auto second = room.joined(1);
    const auto reply = room.get(kMe + "/stream", second).response;
    CHECK(reply.stream_topic == topic_of(second));
    CHECK(reply.stream_topic != topic_of(first));
    CHECK(at(data(reply.first_events.front()), "question").is_null());
}

TEST_CASE("announcements: a candidate's change goes to its device and to the invigilators alone") {
    ServedRoom room;
    const auto mine = room.started(1);
    const auto other = room.started(2);
    room.heard();
    const auto question = at(room.get(kMe, mine).body, "question");
    REQUIRE(room.answer(mine, question, "#ABAND#", test::command_id(1, 1)).status() == 200);
    const auto heard = room.heard();
    CHECK(told(heard, topic_of(mine)) == "view ");
    CHECK(told(heard, invigilators(room)) == "counts candidate ");
    CHECK(told(heard, topic_of(other)) == "");
    CHECK(heard.size() == 3);
    CHECK(last(heard, topic_of(mine)) == room.get(kMe, mine).body);
    CHECK(*at(last(heard, invigilators(room)), "answered").integer() == 1);
}

TEST_CASE("announcements: the counts come with each change, as the whole grid has them") {
    ServedRoom room;
    const auto invigilator = room.entered();
    room.heard();
    room.started(1);
    const auto heard = room.heard();
    const auto found = std::find_if(heard.rbegin(), heard.rend(), [](const Published& published) {
        return published.event.name == "counts";
    });
    REQUIRE(found != heard.rend());
    CHECK(found->topic == invigilators(room));
    const auto grid = room.get("/api/v1/invigilation/session", invigilator).body;
    CHECK(at(data(found->event), "counts") == at(grid, "counts"));
    CHECK(*at(at(grid, "counts"), "in_progress").integer() == 1);
}

TEST_CASE("announcements: what is read or refused is announced to nobody") {
    ServedRoom room;
    const auto token = room.started(1);
    room.heard();
    room.get(kMe, token);
    room.post(kMe + "/start", token, json::Object{{"access_code", "XXXX99"}});
    room.join({"Personne", "Inconnue", "2008-01-01"});
    beat(room, token);
    CHECK(room.heard().empty());
}

TEST_CASE("announcements: who takes a test over hears it, who lost it hears the end") {
    ServedRoom room;
    const auto first = room.started(1);
    const auto second = room.joined(1);
    auto heard = room.heard();
    CHECK(*at(last(heard, topic_of(second)), "access").text() == "waiting");
    CHECK(at(last(heard, topic_of(second)), "question").is_null());
    CHECK(at(last(heard, invigilators(room)), "flags") ==
          json::Value(json::Array{"resume_requested"}));
    const auto invigilator = room.entered();
    room.heard();
    room.post("/api/v1/invigilation/candidates/1/resume", invigilator, json::Object{});
    heard = room.heard();
    CHECK(told(heard, topic_of(first)) == "");
    CHECK(room.ended() == std::vector{topic_of(first)});
    CHECK(*at(last(heard, topic_of(second)), "access").text() == "granted");
    CHECK_FALSE(at(last(heard, topic_of(second)), "question").is_null());
}

TEST_CASE("announcements: what concerns the session goes to the invigilators") {
    ServedRoom room;
    const auto token = room.started(1);
    const auto invigilator = room.entered();
    CHECK(told(room.heard(), invigilators(room)).ends_with("session "));
    room.post("/api/v1/invigilation/finalise", invigilator,
              json::Object{{"abort_reasons",
                            json::Array{json::Object{{"candidate", 1}, {"reason", "technical"}}}}});
    const auto heard = room.heard();
    CHECK(told(heard, invigilators(room)).find("session") != std::string::npos);
    CHECK(*at(last(heard, topic_of(token)), "finish_reason").text() == "finalised");
}

TEST_CASE("announcements: the invigilators hear when each device was last heard") {
    ServedRoom room;
    const auto token = room.joined(1);
    room.heard();
    room.clock().pass(seconds(7));
    room.updates().announce_seen(room.room().session());
    auto heard = room.heard();
    CHECK(told(heard, invigilators(room)) == "seen seats ");
    REQUIRE(heard.size() == 2);
    CHECK(heard.front().event.data == R"({"seen":[[1,7000]]})");
    beat(room, token);
    room.updates().announce_seen(room.room().session());
    CHECK(room.heard().front().event.data == R"({"seen":[[1,0]]})");
}

TEST_CASE("heartbeat: the box finds a lost device again, and its clock runs on") {
    ServedRoom room;
    const auto token = room.started(1);
    room.heard();
    lose_everybody(room);
    CHECK(room.candidate(1).held());
    CHECK(at(last(room.heard(), invigilators(room)), "flags") ==
          json::Value(json::Array{"offline"}));
    room.clock().pass(minutes(10));
    const auto reply = room.beat(token);
    CHECK(*at(at(reply.body, "clock"), "running").boolean());
    CHECK(*at(at(reply.body, "clock"), "remaining_ms").integer() == minutes(105).ms);
    CHECK_FALSE(room.candidate(1).held());
    CHECK(at(last(room.heard(), invigilators(room)), "flags") ==
          json::Value(json::Array{"interruption"}));
}

TEST_CASE("heartbeat: neither a device that waits nor a stranger lets a held clock run") {
    ServedRoom room;
    room.started(1);
    const auto waiting = room.joined(1);
    lose_everybody(room);
    beat(room, waiting);
    room.beat(std::string(32, '0'));
    CHECK(room.candidate(1).held());
    CHECK_FALSE(*at(at(room.beat(waiting).body, "clock"), "running").boolean());
}

TEST_CASE("heartbeat: devices that speak in time are not lost") {
    ServedRoom room;
    const auto token = room.started(1);
    for (int i = 0; i < 10; ++i) {
        room.clock().pass(seconds(9));
        beat(room, token);
        room.room().session().observe_time();
    }
    CHECK_FALSE(room.candidate(1).held());
}

TEST_CASE("heartbeat: before and after the test there is no clock") {
    ServedRoom room;
    const auto token = room.joined(1);
    const auto before = room.beat(token).body;
    CHECK(at(before, "clock").is_null());
    CHECK(*at(before, "phase").text() == "present");
}
