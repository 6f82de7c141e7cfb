// SPDX-License-Identifier: Apache-2.0
#include "support/catch.hpp"
#include "unit/api/served_room.hpp"

using namespace preau;
using test::at;
using test::Reply;
using test::ServedRoom;

namespace {

/// An invigilator at work.
struct Invigilator {
    explicit Invigilator(ServedRoom& served) : room(served), token(served.entered()) {}

    Reply presence(int candidate, bool present = true) {
        return room.put(path(candidate) + "presence", token, json::Object{{"present", present}});
    }
    Reply resume(int candidate) {
        return room.post(path(candidate) + "resume", token, json::Object{});
    }
    Reply end(int candidate) { return room.post(path(candidate) + "end", token, json::Object{}); }
    Reply finalise(json::Array reasons = {}) {
        return room.post("/api/v1/invigilation/finalise", token,
                         json::Object{{"abort_reasons", std::move(reasons)}});
    }
    static std::string path(int candidate) {
        return "/api/v1/invigilation/candidates/" + std::to_string(candidate) + "/";
    }

    ServedRoom& room;
    std::string token;
};

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
             {invigilator.presence(number), invigilator.end(number), invigilator.resume(number)}) {
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

TEST_CASE("invigilation: presence is confirmed, taken back, confirmed again") {
    ServedRoom room;
    Invigilator invigilator(room);
    room.joined(1);
    CHECK(*at(invigilator.presence(1).body, "phase").text() == "authorised");
    CHECK(*at(invigilator.presence(1).body, "phase").text() == "authorised");
    CHECK(*at(invigilator.presence(1, false).body, "phase").text() == "present");
    CHECK(*at(invigilator.presence(1).body, "phase").text() == "authorised");
}

TEST_CASE("invigilation: a test that is ended says so on both pages") {
    ServedRoom room;
    Invigilator invigilator(room);
    const auto token = room.started(1);
    const auto card = invigilator.end(1).body;
    CHECK(*at(card, "finish_reason").text() == "ended_by_invigilator");
    CHECK(*at(card, "needs_abort_reason").boolean());
    CHECK(at(card, "clock").is_null());
    const auto view = room.get("/api/v1/candidates/me", token).body;
    CHECK(*at(view, "phase").text() == "finished");
    CHECK(*at(view, "finish_reason").text() == "ended_by_invigilator");
}

TEST_CASE("finalise: refused while nobody has started") {
    ServedRoom room;
    Invigilator invigilator(room);
    room.joined(1);
    CHECK(invigilator.finalise().code() == "no_test_started");
}

TEST_CASE("finalise: each unfinished test needs a reason and no other one takes it") {
    ServedRoom room;
    Invigilator invigilator(room);
    room.started(1);
    room.joined(2);
    const auto missing = invigilator.finalise();
    CHECK(missing.status() == 409);
    CHECK(missing.code() == "abort_reason_missing");
    CHECK(missing.field() == "abort_reasons");
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
    const auto records = room.records();
    CHECK(invigilator.finalise({reason(1)}).code() == "already_finalised");
    const auto late = invigilator.presence(2);
    CHECK(late.status() == 410);
    CHECK(late.field().empty());
    speaks_of_the_candidate(late);
    CHECK(room.get("/api/v1/candidates/me", token).text("finish_reason") == "finalised");
    CHECK(room.records() == records);
}

TEST_CASE("grid: counts, phases and flags are those of the room") {
    ServedRoom room;
    Invigilator invigilator(room);
    room.started(1);
    room.joined(1);
    room.joined(2);
    const auto view = room.get("/api/v1/invigilation/session", invigilator.token).body;
    const auto& counts = at(view, "counts");
    CHECK(*at(counts, "enrolled").integer() == 3);
    CHECK(*at(counts, "in_progress").integer() == 1);
    CHECK(*at(counts, "present").integer() == 1);
    CHECK(*at(counts, "authorised").integer() == 0);
    const auto& cards = *at(view, "candidates").array();
    CHECK(at(cards[0], "flags") == json::Value(json::Array{"resume_requested"}));
    CHECK(at(cards[2], "seen_ms").is_null());
    CHECK(*at(at(view, "session"), "access_code").text() == "BCDF23");
    CHECK(at(at(view, "seal"), "root").is_null());
    CHECK(at(at(view, "seal"), "code").is_null());
}
