// SPDX-License-Identifier: Apache-2.0
#include "json/write.hpp"
#include "support/catch.hpp"
#include "unit/api/invigilator.hpp"

using namespace preau;
using test::at;
using test::check_refused;
using test::Invigilator;
using test::SentAct;
using test::ServedRoom;

namespace {

/// One act of every kind that this room lets happen; it requires no lockdown that could be waived.
std::vector<SentAct> every_act(Invigilator& who) {
    const auto of = Invigilator::of;
    return {
        who.put(of(2, "presence"), json::Object{{"present", true}}),
        who.put(of(2, "presence"), json::Object{{"present", false}}),
        who.post("presences"),
        who.post(of(3, "resume")),
        who.post(of(4, "release")),
        who.post(of(1, "report"), json::Object{{"accept", true}, {"category", "E1"}}),
        who.post(of(1, "time"), json::Object{{"minutes", 5}, {"reason", "Panne"}}),
        who.post("time", json::Object{{"minutes", 3}, {"reason", ""}}),
        who.put(of(1, "pause"), json::Object{{"paused", true}}),
        who.put(of(1, "pause"), json::Object{{"paused", false}}),
        who.put("pause", json::Object{{"paused", true}}),
        who.put("pause", json::Object{{"paused", false}}),
        who.post("messages", json::Object{{"text", "Bonjour"}}),
        who.post(of(5, "interruption"), json::Object{{"interruption", 1}, {"granted", false}}),
        who.post(of(1, "incidents"), json::Object{{"category", "C6"}, {"description", ""}}),
        who.post(of(1, "end"), json::Object{{"reason", "candidate"}, {"note", "Parti"}}),
    };
}

/// A room in which each of them can happen: 1 works and reports, 2 is present, 3 has a second
/// device, 4 works, 5 was cut off.
void make_busy(ServedRoom& room) {
    room.started(1);
    room.joined(2);
    room.started(3);
    room.joined(3);
    room.started(4);
    const auto fifth = room.started(5);
    room.room().does(exam::command::LoseContact{{5}, room.room().session().now()});
    room.clock().pass(seconds(30));
    room.room().does(exam::command::RegainContact{{5}});
    room.beat(fifth);
    test::raise_report(room, 1);
}

void check_closed(ServedRoom& room, Invigilator& who, const SentAct& act) {
    const bool resumes = act.path.ends_with("resume");  // nobody asks to any more
    check_refused(
        room, [&] { return who.send(act); }, resumes ? 409 : 410,
        resumes ? "nothing_to_resume" : "session_closed");
}

test::SmallRoomOptions five_pupils() {
    test::SmallRoomOptions options;
    options.candidates = 5;
    return options;
}

}  // namespace

TEST_CASE("acts: without an id, or with one that is none, nothing happens") {
    ServedRoom room(five_pupils());
    Invigilator invigilator(room);
    make_busy(room);
    for (const auto& act : every_act(invigilator)) {
        INFO(act.path);
        const auto with_key = [&](const std::string& key) {
            return [&, key] {
                auto request = test::request(act.method, "/api/v1/invigilation/" + act.path,
                                             invigilator.token, act.body);
                request.idempotency_key = key;
                room.clock().pass(milliseconds(50));
                return room.ask(std::move(request));
            };
        };
        check_refused(room, with_key(""), 400, "missing", "Idempotency-Key");
        for (const auto& key : {std::string("1"), std::string(31, 'a'), std::string(33, 'a'),
                                std::string(32, 'A'), std::string(32, 'g'), std::string(32, '0')})
            check_refused(room, with_key(key), 400, "malformed", "Idempotency-Key");
    }
}

TEST_CASE("acts: sent again under its id, each gives the same reply and no record") {
    ServedRoom room(five_pupils());
    Invigilator invigilator(room);
    make_busy(room);
    for (const auto& act : every_act(invigilator)) {
        INFO(act.path << " " << json::write(act.body));
        const auto size = room.records();
        const auto first = invigilator.send(act);
        REQUIRE(first.status() == 200);
        CHECK(room.records() > size);
        const auto after = room.records();
        const auto head = room.room().session().head();
        for (int i = 0; i < 3; ++i) {
            const auto again = invigilator.send(act);
            CHECK(again.status() == 200);
            const auto* flags = first.body.find("flags");
            if (flags) CHECK(at(again.body, "flags") == *flags);
            CHECK(room.records() == after);
            CHECK(room.room().session().head() == head);
        }
    }
}

TEST_CASE("acts: an act sent again is applied once, even after others and after a restart") {
    ServedRoom room(five_pupils());
    Invigilator invigilator(room);
    room.started(1);
    const auto act =
        invigilator.post(Invigilator::of(1, "time"), json::Object{{"minutes", 5}, {"reason", ""}});
    CHECK(invigilator.send(act).status() == 200);
    invigilator.pause(1);
    invigilator.give(1, 7);
    CHECK(*at(invigilator.send(act).body, "added_ms").integer() == minutes(12).ms);
    room.room().reopen();
    CHECK(room.room().does(exam::command::AddTime{{1}, minutes(5), "", {1, act.id}}).empty());
}

TEST_CASE("acts: one that changed nothing still changes nothing when its copy comes late") {
    ServedRoom room(five_pupils());
    Invigilator first(room, "Mme Durand");
    Invigilator second(room, "M. Petit");
    room.started(1);
    for (const auto& path : {Invigilator::of(1, "pause"), std::string("pause")}) {
        first.send(first.put(path, json::Object{{"paused", true}}));
        const auto late = second.put(path, json::Object{{"paused", true}});
        REQUIRE(second.send(late).status() == 200);  // it was paused already
        first.send(first.put(path, json::Object{{"paused", false}}));
        const auto records = room.records();
        CHECK(second.send(late).status() == 200);
        CHECK(room.records() == records);
    }
    CHECK(room.candidate(1).holds.empty());
}

TEST_CASE("acts: two devices of one person that send the same act do it once") {
    ServedRoom room(five_pupils());
    Invigilator phone(room, "Mme Durand");
    Invigilator tablet(room, "Mme Durand");
    room.started(1);
    const auto act =
        phone.post(Invigilator::of(1, "time"), json::Object{{"minutes", 5}, {"reason", ""}});
    CHECK(phone.send(act).status() == 200);
    CHECK(*at(tablet.send(act).body, "added_ms").integer() == minutes(5).ms);
    CHECK(room.candidate(1).timing.added == minutes(5));
}

TEST_CASE("acts: an id that was used, on a candidate who does not exist, names nobody") {
    ServedRoom room(five_pupils());
    Invigilator invigilator(room);
    room.started(1);
    auto act = invigilator.put(Invigilator::of(1, "pause"), json::Object{{"paused", true}});
    CHECK(invigilator.send(act).status() == 200);
    act.path = Invigilator::of(99, "pause");
    check_refused(
        room, [&] { return invigilator.send(act); }, 404, "candidate_unknown");
}

TEST_CASE("acts: once the session is sealed every new act is refused, and says why") {
    ServedRoom room(five_pupils());
    Invigilator invigilator(room);
    make_busy(room);
    const auto done =
        invigilator.post(Invigilator::of(4, "time"), json::Object{{"minutes", 1}, {"reason", ""}});
    CHECK(invigilator.send(done).status() == 200);
    invigilator.refuse(1);
    room.room().finalise();
    for (const auto& act : every_act(invigilator)) {
        INFO(act.path);
        check_closed(room, invigilator, act);
    }
    CHECK(invigilator.send(done).status() == 200);  // it was done
    CHECK(room.room().session().sealed());
}

TEST_CASE("acts: who enters once the session is sealed does nothing any more") {
    ServedRoom room(five_pupils());
    make_busy(room);
    room.room().does(exam::command::SettleReport{.candidate = {1}});
    room.room().finalise();
    Invigilator late(room, "M. Retard");
    for (const auto& act : every_act(late)) {
        INFO(act.path);
        check_closed(room, late, act);
    }
    CHECK(late.sheet(1).find("timeline") != nullptr);
}

TEST_CASE("acts: with many acts in a row the card is always what the room has") {
    ServedRoom room(five_pupils());
    Invigilator invigilator(room);
    room.started(1);
    for (int i = 0; i < 40; ++i) {
        const auto reply = invigilator.pause(1, i % 2 == 0);
        CHECK(test::has_flag(reply.body, "paused") == room.candidate(1).held(exam::Hold::pause));
    }
}
