// SPDX-License-Identifier: Apache-2.0
#include "json/read.hpp"
#include "seal/hash.hpp"
#include "support/catch.hpp"
#include "unit/api/invigilator.hpp"

#include <algorithm>
#include <chrono>

using namespace preau;
using test::at;
using test::check_refused;
using test::has_flag;
using test::Invigilator;
using test::Published;
using test::ServedRoom;

namespace {

std::string topic_of(const std::string& token) {
    return api::device_topic(seal::sha256(as_bytes(token)));
}

std::size_t told(const std::vector<Published>& heard, const std::string& topic,
                 const std::string& name) {
    return static_cast<std::size_t>(std::ranges::count_if(heard, [&](const Published& published) {
        return published.topic == topic && published.event.name == name;
    }));
}

}  // namespace

TEST_CASE("room: a message is not empty, not endless, and without control characters") {
    ServedRoom room;
    Invigilator invigilator(room);
    check_refused(
        room, [&] { return invigilator.write(""); }, 400, "missing", "text");
    check_refused(
        room, [&] { return invigilator.write(std::string(501, 'x')); }, 400, "too_long", "text");
    check_refused(
        room, [&] { return invigilator.write("a\x1b[2J"); }, 400, "malformed", "text");
    CHECK(invigilator.write("Première ligne\nDeuxième ligne").status() == 200);
}

TEST_CASE("room: two hundred messages are enough for one session") {
    ServedRoom room;
    Invigilator invigilator(room);
    for (int i = 0; i < 200; ++i) REQUIRE(invigilator.write("Bonjour").status() == 200);
    check_refused(
        room, [&] { return invigilator.write("Bonjour"); }, 409, "too_many_changes");
}

TEST_CASE("room: a message is on the grid with its author, and goes to every candidate at once") {
    ServedRoom room;
    Invigilator invigilator(room, "Mme Durand");
    const auto first = room.started(1);
    const auto second = room.joined(2);
    room.heard();
    const auto grid = invigilator.write("Il reste 15 minutes").body;
    const auto& messages = *at(grid, "messages").array();
    REQUIRE(messages.size() == 1);
    CHECK(*at(messages[0], "by").text() == "Mme Durand");
    CHECK(*at(messages[0], "text").text() == "Il reste 15 minutes");
    const auto heard = room.heard();
    CHECK(told(heard, topic_of(first), "view") == 1);
    CHECK(told(heard, topic_of(second), "view") == 1);
}

TEST_CASE("room: a pause stops every clock, every page hears it, and nobody starts") {
    ServedRoom room;
    Invigilator invigilator(room);
    const auto first = room.started(1);
    const auto second = room.joined(2);
    invigilator.presence(2);
    room.heard();
    const auto grid = invigilator.pause_room().body;
    CHECK(*at(grid, "paused").boolean());
    CHECK(has_flag(at(grid, "candidates").array()->front(), "paused"));
    CHECK(told(room.heard(), topic_of(first), "view") == 1);
    const auto start =
        room.post("/api/v1/candidates/me/start", second, json::Object{{"access_code", "BCDF23"}});
    CHECK(start.code() == "paused");
    const auto after = invigilator.pause_room(false).body;
    CHECK_FALSE(*at(after, "paused").boolean());
    CHECK_FALSE(has_flag(at(after, "candidates").array()->front(), "paused"));
    CHECK(told(room.heard(), topic_of(first), "view") == 1);
}

TEST_CASE("room: an invigilator who enters is no news for candidates") {
    ServedRoom room;
    Invigilator invigilator(room);
    const auto token = room.started(1);
    room.heard();
    room.entered();
    CHECK(told(room.heard(), topic_of(token), "view") == 0);
}

TEST_CASE("room: time for all reaches every page that works") {
    ServedRoom room;
    Invigilator invigilator(room);
    const auto first = room.started(1);
    const auto second = room.started(2);
    room.heard();
    invigilator.give_all(5, "Alerte");
    const auto heard = room.heard();
    CHECK(told(heard, topic_of(first), "view") == 1);
    CHECK(told(heard, topic_of(second), "view") == 1);
}

TEST_CASE("room: all who are present are confirmed, but where two devices claim one candidate") {
    ServedRoom room;
    Invigilator invigilator(room);
    room.joined(1);
    room.joined(2);
    room.joined(2);
    const auto grid = invigilator.everybody_present().body;
    const auto& cards = *at(grid, "candidates").array();
    CHECK(*at(cards[0], "phase").text() == "authorised");
    CHECK(*at(cards[1], "phase").text() == "present");
    CHECK(*at(cards[2], "phase").text() == "absent");
    CHECK(*at(at(grid, "counts"), "authorised").integer() == 1);
    const auto size = room.records();
    CHECK(invigilator.everybody_present().status() == 200);
    CHECK(room.records() == size);
}

TEST_CASE("room: one candidate's change pushes one card, whatever the size of the room") {
    ServedRoom room({.candidates = 200});
    Invigilator invigilator(room);
    for (std::uint32_t pupil = 1; pupil <= 200; ++pupil) {
        room.room().does(exam::command::Join{test::pupil(pupil), test::device(pupil)});
        room.room().does(exam::command::ConfirmPresence{{pupil}});
        room.room().does(exam::command::StartTest{{pupil}, "BCDF23", pupil});
    }
    room.room().room().announce();
    room.heard();
    invigilator.pause(77);
    const auto heard = room.heard();
    const auto invigilators = api::session_topic(room.room().session().row().id);
    CHECK(told(heard, invigilators, "candidate") == 1);
    CHECK(told(heard, invigilators, "counts") == 1);
    CHECK(told(heard, invigilators, "session") == 0);
    CHECK(heard.size() == 3);

    invigilator.give_all(5);  // every card at once is the whole grid, once
    const auto all = room.heard();
    CHECK(told(all, invigilators, "session") == 1);
    CHECK(told(all, invigilators, "candidate") == 0);
    CHECK(told(all, api::device_topic(test::device(200)), "view") == 1);
}

TEST_CASE("room: the grid of two hundred who work takes the room's thread a moment only") {
    test::SmallRoom room({.candidates = 200});
    for (std::uint32_t pupil = 1; pupil <= 200; ++pupil) room.start(pupil);
    store::Convenience convenience;
    office::Receipts receipts(room.journal(), {});
    const auto best = [&] {
        auto shortest = std::chrono::nanoseconds::max();
        for (int i = 0; i < 10; ++i) {
            const auto begin = std::chrono::steady_clock::now();
            const auto event = api::session_event(room.session(),
                                                  {receipts, convenience, room.clock().wall_now()});
            shortest = std::min<std::chrono::nanoseconds>(shortest,
                                                          std::chrono::steady_clock::now() - begin);
            CHECK(event.data.size() > 100'000);
        }
        return shortest;
    }();
    CHECK(best < std::chrono::milliseconds(20));
}
