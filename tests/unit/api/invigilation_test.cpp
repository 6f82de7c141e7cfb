// SPDX-License-Identifier: Apache-2.0
#include "support/catch.hpp"
#include "unit/api/invigilator.hpp"

using namespace preau;
using test::at;
using test::check_refused;
using test::Invigilator;
using test::Reply;
using test::ServedRoom;

namespace {

json::Value reason(int candidate, const char* why = "technical") {
    return json::Object{{"candidate", candidate}, {"reason", why}};
}

void speaks_of_the_candidate(const Reply& reply) {
    CHECK(reply.text("title").find("otre") == std::string::npos);  // votre, Votre
    CHECK(reply.text("title").find("surveillant") == std::string::npos);
}

}  // namespace

TEST_CASE("invigilation: candidates that are not on the roster are named by their number") {
    ServedRoom room;
    Invigilator invigilator(room);
    for (const int number : {4, 512, 513, 999})
        for (const auto& reply :
             {invigilator.presence(number), invigilator.end(number), invigilator.resume(number),
              invigilator.release(number), invigilator.waive(number), invigilator.refuse(number),
              invigilator.give(number, 5), invigilator.pause(number),
              invigilator.rule(number, 1, true), invigilator.note(number, "C6", "")}) {
            CHECK(reply.status() == 404);
            CHECK(reply.code() == "candidate_unknown");
            CHECK(reply.text("title").find("numéro") != std::string::npos);
        }
}

TEST_CASE("invigilation: refusals are told to the invigilator, not to the candidate") {
    ServedRoom room;
    Invigilator invigilator(room);
    CHECK(invigilator.presence(1).code() == "candidate_absent");
    CHECK(invigilator.end(1).code() == "not_started");
    room.joined(1);
    const auto cancelled = invigilator.presence(1, false);
    CHECK(cancelled.code() == "not_authorised");
    speaks_of_the_candidate(cancelled);
    CHECK(invigilator.resume(1).code() == "nothing_to_resume");
    room.started(2);
    CHECK(invigilator.presence(2).code() == "already_started");
    CHECK(invigilator.presence(2, false).code() == "already_started");
    CHECK(invigilator.end(2).status() == 200);
    CHECK(invigilator.end(2).code() == "test_ended");
    CHECK(invigilator.presence(2).code() == "test_ended");
}

TEST_CASE("invigilation: before the test nothing of it can be stopped, lengthened or ended") {
    ServedRoom room;
    Invigilator invigilator(room);
    room.joined(1);
    for (const int candidate : {1, 2}) {
        check_refused(
            room, [&] { return invigilator.end(candidate); }, 409, "not_started");
        check_refused(
            room, [&] { return invigilator.give(candidate, 5); }, 409, "not_started");
        check_refused(
            room, [&] { return invigilator.pause(candidate); }, 409, "not_started");
        check_refused(
            room, [&] { return invigilator.refuse(candidate); }, 409, "not_started");
        check_refused(
            room, [&] { return invigilator.rule(candidate, 1, true); }, 409, "not_started");
    }
    check_refused(
        room, [&] { return invigilator.release(2); }, 409, "candidate_absent");
    check_refused(
        room, [&] { return invigilator.waive(2); }, 409, "candidate_absent");
    check_refused(
        room, [&] { return invigilator.give_all(5); }, 409, "not_started");
}

TEST_CASE("invigilation: presence is confirmed, taken back, confirmed again") {
    ServedRoom room;
    Invigilator invigilator(room);
    room.joined(1);
    CHECK(*at(invigilator.presence(1).body, "phase").text() == "authorised");
    CHECK(*at(invigilator.presence(1).body, "phase").text() == "authorised");
    CHECK(*at(invigilator.presence(1, false).body, "phase").text() == "present");
    CHECK(*at(invigilator.presence(1).body, "phase").text() == "authorised");
}

TEST_CASE(
    "invigilation: a presence is confirmed for a quarter of an hour, and the card counts it") {
    ServedRoom room;
    Invigilator invigilator(room);
    room.joined(1);
    CHECK(at(invigilator.card(1), "authorised_left_ms").is_null());
    CHECK(*at(invigilator.presence(1).body, "authorised_left_ms").integer() == minutes(15).ms);
    room.clock().pass(minutes(10));
    CHECK(*at(invigilator.card(1), "authorised_left_ms").integer() == minutes(5).ms);
    room.clock().pass(minutes(6));
    room.room().session().observe_time();
    room.room().commit();
    CHECK(*at(invigilator.card(1), "phase").text() == "present");
    CHECK(at(invigilator.card(1), "authorised_left_ms").is_null());
}

TEST_CASE("invigilation: a released seat is nobody's until the next device joins") {
    ServedRoom room;
    Invigilator invigilator(room);
    const auto token = room.started(1);
    room.heard();
    CHECK(invigilator.release(1).status() == 200);
    CHECK(room.get("/api/v1/candidates/me", token).status() == 401);
    CHECK(room.ended().size() == 1);
    const auto next = room.joined(1);
    const auto view = room.get("/api/v1/candidates/me", next).body;
    CHECK(*at(view, "access").text() == "granted");
    CHECK(*at(view, "phase").text() == "in_progress");
}

TEST_CASE(
    "invigilation: a test that is ended says so on both pages, with the reason and the note") {
    ServedRoom room;
    Invigilator invigilator(room);
    const auto token = room.started(1);
    const auto card = invigilator.end(1, "candidate", "Parti malade").body;
    CHECK(*at(card, "finish_reason").text() == "ended_by_invigilator");
    CHECK(*at(card, "abort_reason").text() == "candidate");
    CHECK(*at(card, "needs_abort_reason").boolean());
    CHECK(at(card, "clock").is_null());
    CHECK(at(card, "ends_at").is_null());
    const auto view = room.get("/api/v1/candidates/me", token).body;
    CHECK(*at(view, "phase").text() == "finished");
    CHECK(*at(view, "finish_reason").text() == "ended_by_invigilator");
}

TEST_CASE("finalise: refused while nobody has started") {
    ServedRoom room;
    Invigilator invigilator(room);
    room.joined(1);
    check_refused(
        room, [&] { return invigilator.finalise(); }, 409, "no_test_started");
}

TEST_CASE("finalise: refused while a report waits") {
    ServedRoom room;
    Invigilator invigilator(room);
    room.started(1);
    test::raise_report(room, 1);
    check_refused(
        room, [&] { return invigilator.finalise({reason(1)}); }, 409, "report_open");
    CHECK(invigilator.refuse(1).status() == 200);
    CHECK(invigilator.finalise({reason(1)}).status() == 200);
}

TEST_CASE("finalise: each unfinished test needs a reason and no other one takes it") {
    ServedRoom room;
    Invigilator invigilator(room);
    room.started(1);
    room.joined(2);
    check_refused(
        room, [&] { return invigilator.finalise(); }, 409, "abort_reason_missing", "abort_reasons");
    CHECK(invigilator.finalise({reason(1), reason(2)}).code() == "abort_reason_unexpected");
    CHECK(invigilator.finalise({reason(1), reason(44)}).code() == "candidate_unknown");
    CHECK_FALSE(room.room().session().sealed());
    CHECK(invigilator.finalise({reason(1)}).status() == 200);
    CHECK(room.room().session().sealed());
}

TEST_CASE("finalise: wrong reasons are named with their place in the list") {
    ServedRoom room;
    Invigilator invigilator(room);
    room.started(1);
    const auto twice = invigilator.finalise({reason(1), reason(1)});
    CHECK(twice.code() == "malformed");
    CHECK(twice.field() == "abort_reasons[1].candidate");
    const auto other = invigilator.finalise({reason(1, "fraud")});
    CHECK(other.code() == "malformed");
    CHECK(other.field() == "abort_reasons[0].reason");
    const auto none = invigilator.finalise({reason(0)});
    CHECK(none.code() == "out_of_range");
    CHECK(none.field() == "abort_reasons[0].candidate");
}

TEST_CASE("finalise: once, and then nothing changes any more") {
    ServedRoom room;
    Invigilator invigilator(room);
    const auto token = room.started(1);
    const auto view = invigilator.finalise({reason(1, "candidate")}).body;
    CHECK(*at(at(view, "session"), "finalised").boolean());
    CHECK(*at(at(view, "seal"), "state").text() == "sealed");
    CHECK_FALSE(at(at(view, "seal"), "root").is_null());
    const auto& card = at(view, "candidates").array()->front();
    CHECK(*at(card, "abort_reason").text() == "candidate");
    const auto late = invigilator.presence(2);
    CHECK(late.status() == 410);
    CHECK(late.field().empty());
    speaks_of_the_candidate(late);
    CHECK(room.get("/api/v1/candidates/me", token).text("finish_reason") == "finalised");
    check_refused(
        room, [&] { return invigilator.finalise({reason(1)}); }, 409, "already_finalised");
}

TEST_CASE("grid: counts, phases and flags are those of the room") {
    ServedRoom room;
    Invigilator invigilator(room);
    room.started(1);
    room.joined(1);
    room.joined(2);
    const auto view = invigilator.grid();
    const auto& counts = at(view, "counts");
    CHECK(*at(counts, "enrolled").integer() == 3);
    CHECK(*at(counts, "absent").integer() == 1);
    CHECK(*at(counts, "in_progress").integer() == 1);
    CHECK(*at(counts, "present").integer() == 1);
    CHECK(*at(counts, "authorised").integer() == 0);
    CHECK(*at(counts, "to_handle").integer() == 2);
    const auto& cards = *at(view, "candidates").array();
    CHECK(at(cards[0], "flags") == json::Value(json::Array{"resume_requested"}));
    CHECK(*at(cards[0], "urgency").integer() == 2);
    CHECK(*at(cards[1], "urgency").integer() == 4);
    CHECK(at(cards[2], "urgency").is_null());
    CHECK(at(cards[2], "seen_ms").is_null());
    CHECK(*at(at(view, "session"), "access_code").text() == "BCDF23");
    CHECK(*at(at(view, "session"), "lockdown").text() == "none");
    CHECK(at(at(view, "seal"), "root").is_null());
    CHECK(at(at(view, "seal"), "code").is_null());
}
