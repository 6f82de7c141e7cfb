// SPDX-License-Identifier: Apache-2.0
#include "support/catch.hpp"
#include "unit/api/invigilator.hpp"

using namespace preau;
using test::at;
using test::check_refused;
using test::has_flag;
using test::Invigilator;
using test::ServedRoom;

namespace {

std::int64_t left(const json::Value& card) {
    return *at(at(card, "clock"), "remaining_ms").integer();
}

/// The device is not heard for that long, and then is.
void cut(ServedRoom& room, const std::string& token, Duration time) {
    room.beat(token);
    room.clock().pass(time);
    room.room().session().observe_time();
    room.room().commit();
    room.beat(token);
}

}  // namespace

TEST_CASE("time: no minute, or more than an hour, or what is no text, is not added") {
    ServedRoom room;
    Invigilator invigilator(room);
    room.started(1);
    for (const int minutes : {0, -5, 61, 1000}) {
        check_refused(
            room, [&] { return invigilator.give(1, minutes); }, 400, "out_of_range", "minutes");
        check_refused(
            room, [&] { return invigilator.give_all(minutes); }, 400, "out_of_range", "minutes");
    }
    check_refused(
        room, [&] { return invigilator.give(1, 5, "bip\a"); }, 400, "malformed", "reason");
    check_refused(
        room, [&] { return invigilator.give(1, 5, std::string(1001, 'x')); }, 400, "too_long",
        "reason");
}

TEST_CASE("time: minutes added are on the candidate's clock and on the card") {
    ServedRoom room;
    Invigilator invigilator(room);
    const auto token = room.started(1);
    const auto before = left(invigilator.card(1));
    const auto card = invigilator.give(1, 5, "Poste\nredémarré").body;
    CHECK(left(card) - before > minutes(5).ms - 1000);
    CHECK(*at(card, "added_ms").integer() == minutes(5).ms);
    const auto view = room.get("/api/v1/candidates/me", token).body;
    CHECK(*at(at(view, "clock"), "remaining_ms").integer() == left(card));
    CHECK(*at(invigilator.give(1, 60).body, "added_ms").integer() == minutes(65).ms);
}

TEST_CASE("time: added after the end, it takes the alert away") {
    ServedRoom room;
    Invigilator invigilator(room);
    room.started(1);
    room.room().session().hear({1});
    for (int minute = 0; minute < 106; ++minute) {
        room.clock().pass(minutes(1));
        room.room().session().hear({1});
    }
    room.room().session().observe_time();
    room.room().commit();
    CHECK(has_flag(invigilator.card(1), "deadline_passed"));
    CHECK(*at(invigilator.card(1), "urgency").integer() == 3);
    CHECK_FALSE(has_flag(invigilator.give(1, 10).body, "deadline_passed"));
}

TEST_CASE("time: added to all, those who work have it and nobody else") {
    ServedRoom room;
    Invigilator invigilator(room);
    room.started(1);
    room.joined(2);
    const auto grid = invigilator.give_all(10, "Alerte incendie").body;
    const auto& cards = *at(grid, "candidates").array();
    CHECK(*at(cards[0], "added_ms").integer() == minutes(10).ms);
    CHECK(*at(cards[1], "added_ms").integer() == 0);
    room.room().does(exam::command::ConfirmPresence{{2}});
}

TEST_CASE("pause: the clock stands still, the end is not told, and both pages say so") {
    ServedRoom room;
    Invigilator invigilator(room);
    const auto token = room.started(1);
    const auto card = invigilator.pause(1).body;
    CHECK(has_flag(card, "paused"));
    CHECK(at(card, "ends_at").is_null());
    CHECK(at(card, "urgency").is_null());
    room.clock().pass(minutes(20));
    const auto after = invigilator.pause(1, false).body;
    CHECK_FALSE(has_flag(after, "paused"));
    CHECK(left(after) == left(card));
    CHECK_FALSE(at(after, "ends_at").is_null());
    CHECK(*at(room.get("/api/v1/candidates/me", token).body, "phase").text() == "in_progress");
}

TEST_CASE("pause: pausing twice is pausing once") {
    ServedRoom room;
    Invigilator invigilator(room);
    room.started(1);
    invigilator.pause(1);
    const auto size = room.records();
    CHECK(invigilator.pause(1).status() == 200);
    CHECK(invigilator.pause_room(false).status() == 200);
    CHECK(room.records() == size);
}

TEST_CASE("interruption: one that never was, or is not over, cannot be ruled on") {
    ServedRoom room;
    Invigilator invigilator(room);
    const auto token = room.started(1);
    check_refused(
        room, [&] { return invigilator.rule(1, 1, true); }, 409, "interruption_unknown",
        "interruption");
    check_refused(
        room, [&] { return invigilator.rule(1, 0, true); }, 400, "out_of_range", "interruption");
    room.clock().pass(seconds(20));
    room.room().session().observe_time();
    room.room().commit();
    REQUIRE(has_flag(invigilator.card(1), "offline"));
    CHECK(at(invigilator.card(1), "interruption").is_null());
    check_refused(
        room, [&] { return invigilator.rule(1, 1, true); }, 409, "interruption_unknown",
        "interruption");
}

TEST_CASE("interruption: its time is given back at once, and one press confirms it") {
    ServedRoom room;
    Invigilator invigilator(room);
    const auto token = room.started(1);
    cut(room, token, seconds(40));
    const auto card = invigilator.card(1);
    CHECK(has_flag(card, "interruption"));
    CHECK(*at(card, "urgency").integer() == 6);
    CHECK(*at(at(card, "interruption"), "number").integer() == 1);
    CHECK(*at(at(card, "interruption"), "lasted_ms").integer() == seconds(40).ms);
    const auto after = invigilator.rule(1, 1, true).body;
    CHECK_FALSE(has_flag(after, "interruption"));
    CHECK(left(card) - left(after) < 1000);
    const auto ruled = invigilator.sheet(1);
    CHECK(*at(at(ruled, "interruptions").array()->front(), "ruling").text() == "granted");
}

TEST_CASE("interruption: its time can be taken back") {
    ServedRoom room;
    Invigilator invigilator(room);
    const auto token = room.started(1);
    cut(room, token, seconds(40));
    const auto before = left(invigilator.card(1));
    const auto after = invigilator.rule(1, 1, false).body;
    CHECK(before - left(after) >= seconds(40).ms);
    CHECK(before - left(after) < seconds(41).ms);
    CHECK(at(after, "interruption").is_null());
}

TEST_CASE("interruption: it began when the device was last heard, by the box's clock") {
    ServedRoom room;
    Invigilator invigilator(room);
    const auto token = room.started(1);
    room.clock().pass(minutes(3));
    const auto heard = room.clock().wall_now();
    cut(room, token, seconds(40));
    const auto began =
        from_iso8601(*at(at(invigilator.card(1), "interruption"), "began_at").text());
    REQUIRE(began.has_value());
    CHECK(std::abs(began->ms - heard.ms) < 1500);
}
