// SPDX-License-Identifier: Apache-2.0
#include "support/catch.hpp"
#include "unit/api/invigilator.hpp"

#include <algorithm>

using namespace preau;
using test::at;
using test::check_refused;
using test::Invigilator;
using test::ServedRoom;

namespace {

std::string told(const json::Value& sheet) {
    std::string all;
    for (const auto& line : *at(sheet, "timeline").array())
        all += *at(line, "what").text() + "[" + *at(line, "text").text() + "] ";
    return all;
}

store::SeatCheck check(const std::string& seat, std::vector<std::string> problems, WallTime at) {
    store::SeatCheck check;
    check.seat = seat;
    check.address = "192.168.1.7";
    check.browser = "Firefox 115";
    check.screen = "1366x768";
    check.lockdown = "companion";
    check.lockdown_version = "1.0.0";
    check.problems = std::move(problems);
    check.checked_at = at;
    return check;
}

store::SeatDevice device(std::uint8_t byte) {
    store::SeatDevice device{};
    device.fill(byte);
    return device;
}

}  // namespace

TEST_CASE("sheet: a candidate who is not on the roster has none") {
    ServedRoom room;
    Invigilator invigilator(room);
    for (const auto* number : {"4", "999"}) {
        const auto reply =
            room.get(std::string("/api/v1/invigilation/candidates/") + number, invigilator.token);
        CHECK(reply.status() == 404);
        CHECK(reply.code() == "candidate_unknown");
    }
    CHECK(room.get("/api/v1/invigilation/candidates/1", room.joined(1)).status() == 401);
}

TEST_CASE("sheet: it tells what happened, in order, in the invigilator's words") {
    ServedRoom room;
    Invigilator invigilator(room, "Mme Durand");
    room.started(1);
    test::raise_report(room, 1);
    invigilator.accept(1, "E1");
    invigilator.give(1, 5, "Panne");
    invigilator.pause_room();
    invigilator.pause_room(false);
    invigilator.write("Bonjour");
    invigilator.end(1, "candidate", "Parti malade");
    CHECK(told(invigilator.sheet(1)) ==
          "candidate.joined[par nom et date de naissance – B3] presence.confirmed[] "
          "test.started[] report.raised[question 1 – image] report.accepted[question 1 – E1] "
          "time.added[5 min – Panne] room.paused[] room.continued[] message.sent[Bonjour] "
          "test.finished[par un surveillant – abandon du candidat – Parti malade] ");
    CHECK(told(invigilator.sheet(2)) == "room.paused[] room.continued[] message.sent[Bonjour] ");
}

TEST_CASE("sheet: it has the candidate's card, code and account") {
    test::SmallRoomOptions options;
    options.others.push_back({.candidate = {4},
                              .identity = {"Martin", "Zoé", "2007-12-31"},
                              .group = "2nde 2",
                              .code = "K7M2QX",
                              .account = "account-77"});
    ServedRoom room(options);
    Invigilator invigilator(room);
    const auto sheet = invigilator.sheet(4);
    CHECK(*at(sheet, "code").text() == "K7M2QX");
    CHECK(*at(sheet, "account").text() == "account-77");
    CHECK(at(sheet, "card") == invigilator.card(4));
    CHECK(at(sheet, "timeline").array()->empty());
}

TEST_CASE("sheet: of a finished test it has the receipt code that the candidate was shown") {
    ServedRoom room;
    Invigilator invigilator(room);
    const auto token = room.started(1);
    CHECK(at(invigilator.sheet(1), "receipt_code") == json::Value(nullptr));
    invigilator.end(1, "candidate", "");
    const auto view = room.get("/api/v1/candidates/me", token).body;
    CHECK(at(invigilator.sheet(1), "receipt_code") == at(at(view, "receipt"), "code"));
}

TEST_CASE("incidents: every category but fraud is described, and none but Pix's exists") {
    ServedRoom room;
    Invigilator invigilator(room);
    for (const auto* category : {"C1", "C2", "C4", "C7", "C8"})
        check_refused(
            room, [&] { return invigilator.note(1, category, ""); }, 422, "description_missing",
            "description");
    for (const auto* category : {"C3", "C5", "c1", "C", "E1", ""})
        check_refused(
            room, [&] { return invigilator.note(1, category, "Texte"); }, 400, "malformed",
            "category");
    check_refused(
        room, [&] { return invigilator.note(1, "C7", std::string(1001, 'x')); }, 400, "too_long",
        "description");
    CHECK(invigilator.note(1, "C6", "").status() == 200);
}

TEST_CASE("incidents: each is on the sheet with its author, and counted on the card") {
    ServedRoom room;
    Invigilator invigilator(room, "Mme Durand");
    CHECK(*at(invigilator.card(1), "incidents").integer() == 0);
    invigilator.note(1, "C1", "Née en 2007");
    CHECK(*at(invigilator.note(1, "C6", "").body, "incidents").integer() == 2);
    const auto sheet = invigilator.sheet(1);
    const auto& incidents = *at(sheet, "incidents").array();
    REQUIRE(incidents.size() == 2);
    CHECK(*at(incidents[0], "category").text() == "C1");
    CHECK(*at(incidents[0], "description").text() == "Née en 2007");
    CHECK(*at(incidents[0], "by").text() == "Mme Durand");
}

TEST_CASE("lockdown: where the session asks for nothing there is nothing to waive") {
    ServedRoom room;
    Invigilator invigilator(room);
    room.joined(1);
    const auto size = room.records();
    CHECK(invigilator.waive(1).status() == 200);
    CHECK(room.records() == size);
}

TEST_CASE("lockdown: a seat without what the session requires alerts, until it is waived, once") {
    ServedRoom room({.lockdown = exam::LockdownPolicy::companion});
    Invigilator invigilator(room);
    const auto token = room.joined(1);
    const auto card = invigilator.presence(1).body;
    CHECK(test::has_flag(card, "lockdown_missing"));
    CHECK(*at(card, "urgency").integer() == 1);
    CHECK(*at(at(invigilator.grid(), "session"), "lockdown").text() == "companion");
    const auto start = [&] {
        return room.post("/api/v1/candidates/me/start", token,
                         json::Object{{"access_code", "BCDF23"}});
    };
    CHECK(start().code() == "lockdown_missing");
    const auto waived = invigilator.waive(1).body;
    CHECK_FALSE(test::has_flag(waived, "lockdown_missing"));
    CHECK(test::has_flag(waived, "lockdown_waived"));
    CHECK(at(waived, "urgency").is_null());
    const auto size = room.records();
    CHECK(invigilator.waive(1).status() == 200);
    CHECK(room.records() == size);
    CHECK(start().status() == 200);
}

TEST_CASE("lockdown: one that disappears during the test alerts at once, and holds the clock") {
    ServedRoom room({.lockdown = exam::LockdownPolicy::any});
    Invigilator invigilator(room);
    const auto token = room.joined(1);
    room.room().does(exam::command::ObserveLockdown{{1}, {exam::LockdownKind::companion, "1.0.0"}});
    room.room().does(exam::command::ConfirmPresence{{1}});
    room.room().does(exam::command::StartTest{{1}, "BCDF23", 5});
    CHECK(invigilator.card(1).find("urgency")->is_null());
    room.heard();
    CHECK(room.beat(token).status() == 200);  // without it
    const auto heard = room.heard();
    CHECK(std::ranges::any_of(heard, [](const test::Published& published) {
        return published.event.name == "candidate" &&
               published.event.data.find("lockdown_missing") != std::string::npos;
    }));
    const auto card = invigilator.card(1);
    CHECK(*at(card, "urgency").integer() == 1);
    CHECK_FALSE(*at(at(card, "clock"), "running").boolean());
    CHECK(*at(at(invigilator.waive(1).body, "clock"), "running").boolean());
}

TEST_CASE("seats: what a station said lately is in the list, the rest is not") {
    ServedRoom room;
    Invigilator invigilator(room);
    const auto now = room.clock().wall_now();
    auto& stations = room.convenience();
    stations.put_seat_check(device(1), check("12", {}, now));
    stations.put_seat_check(device(2), check("03", {"clock_skew", "screen_small"}, now));
    stations.put_seat_check(device(3), check("07", {}, {now.ms - minutes(13 * 60).ms}));
    const auto reply = room.get("/api/v1/invigilation/seats", invigilator.token);
    const auto& seats = *at(reply.body, "seats").array();
    REQUIRE(seats.size() == 2);
    CHECK(*at(seats[0], "seat").text() == "03");
    CHECK(at(seats[0], "problems").array()->size() == 2);
    CHECK(*at(at(seats[1], "lockdown"), "kind").text() == "companion");
    const auto grid = invigilator.grid();
    CHECK(*at(at(grid, "seats"), "ready").integer() == 1);
    CHECK(*at(at(grid, "seats"), "attention").integer() == 1);
}

TEST_CASE("seats: the invigilators hear when the counts have changed, and only then") {
    ServedRoom room;
    Invigilator invigilator(room);
    const auto heard_of_seats = [&] {
        room.heard();
        room.updates().announce_seen(room.room().session());
        std::size_t count = 0;
        for (const auto& published : room.heard())
            if (published.event.name == "seats") ++count;
        return count;
    };
    CHECK(heard_of_seats() == 1);
    CHECK(heard_of_seats() == 0);
    room.convenience().put_seat_check(device(1), check("12", {}, room.clock().wall_now()));
    CHECK(heard_of_seats() == 1);
    CHECK(heard_of_seats() == 0);
}
