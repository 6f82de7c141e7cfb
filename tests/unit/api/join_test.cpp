// SPDX-License-Identifier: Apache-2.0
#include "support/catch.hpp"
#include "unit/api/contract.hpp"
#include "unit/api/served_room.hpp"

#include <map>

using namespace preau;
using test::at;
using test::pupil;
using test::ServedRoom;

namespace {

const std::string kMe = "/api/v1/candidates/me";

exam::Enrolment enrolment(std::uint32_t number, exam::Identity identity) {
    return {.candidate = {number}, .identity = std::move(identity), .group = "2nde 2"};
}

std::string resume(ServedRoom& room, std::uint32_t candidate) {
    const auto invigilator = room.entered();
    const auto path = "/api/v1/invigilation/candidates/" + std::to_string(candidate) + "/resume";
    REQUIRE(room.post(path, invigilator, json::Object{}).status() == 200);
    return invigilator;
}

}  // namespace

TEST_CASE("join: a session that does not exist is named as the wrong field") {
    ServedRoom room;
    const auto reply = room.join(pupil(1), "999999");
    CHECK(reply.status() == 410);
    CHECK(reply.code() == "session_closed");
    CHECK(reply.field() == "session");
}

TEST_CASE("join: a session number that is none is malformed") {
    ServedRoom room;
    for (const auto* number :
         {"0123456", "12 3456", "C-", "C123456", "C-C-123456", "12345678901", "-1", "１２３"}) {
        INFO(number);
        const auto reply = room.join(pupil(1), number);
        CHECK(reply.status() == 400);
        CHECK(reply.code() == "malformed");
        CHECK(reply.field() == "session");
    }
}

TEST_CASE("join: days that do not exist are malformed") {
    ServedRoom room;
    for (const auto* day : {"2008-02-30", "2007-02-29", "01/01/2008", "2008-1-1", "1899-12-31",
                            "2008-00-10", "2008-13-01", "20080101"}) {
        auto who = pupil(1);
        who.birthdate = day;
        const auto reply = room.join(who);
        INFO(day);
        CHECK(reply.status() == 400);
        CHECK(reply.field() == "birthdate");
    }
}

TEST_CASE("join: who is not on the roster is told nothing about who is") {
    ServedRoom room;
    auto wrong_day = pupil(1);
    wrong_day.birthdate = "2008-01-02";
    const auto stranger = room.join({"Personne", "Inconnue", "2008-01-01"});
    const auto guess = room.join(wrong_day);
    CHECK(stranger.status() == 404);
    CHECK(stranger.code() == "candidate_unknown");
    CHECK(stranger.response.body == guess.response.body);
    CHECK(room.join({" ", "’-", "2008-01-01"}).status() == 404);
}

TEST_CASE("join: homonyms born on the same day must call the invigilator") {
    ServedRoom room({.candidates = 1,
                     .others = {enrolment(2, {"Martin", "Zoé", "2008-05-01"}),
                                enrolment(3, {"MARTIN", "Zoe", "2008-05-01"})}});
    const auto reply = room.join({"martin", "zoé", "2008-05-01"});
    CHECK(reply.status() == 409);
    CHECK(reply.code() == "several_candidates");
}

TEST_CASE("join: the prefix that Pix writes, accents, case and spaces do not matter") {
    ServedRoom room(
        {.candidates = 1, .others = {enrolment(2, {"Lefèvre-d’Ormesson", "Anaïs", "2008-05-01"})}});
    CHECK(room.join({"LEFEVRE D ORMESSON", " anais ", "2008-05-01"}, "C-123456").status() == 200);
    CHECK(room.candidate(2).phase == exam::Phase::present);
    CHECK(room.join(pupil(1), "c-123456").status() == 200);
}

TEST_CASE("join: names come back exactly as enrolled, whatever they hold") {
    const std::string odd = "<img src=x onerror=alert(1)>\"\\ \n\t\x01 \u2028 =1+1 é 🦊";
    ServedRoom room({.candidates = 1, .others = {enrolment(2, {odd, "Léa", "2008-05-01"})}});
    const auto reply = room.join({odd, "Léa", "2008-05-01"});
    REQUIRE(reply.status() == 200);
    CHECK(*at(at(at(reply.body, "view"), "candidate"), "last_name").text() == odd);
    CHECK(test::header(reply.response, "Content-Type") == "application/json");
    CHECK(reply.response.body.find('\n') == std::string::npos);
    CHECK(reply.response.body.find('\x01') == std::string::npos);
}

TEST_CASE("join: a sealed session takes nobody in") {
    ServedRoom room;
    room.started(1);
    room.room().finalise();
    CHECK(room.join(pupil(2)).code() == "session_closed");
}

TEST_CASE("join: a second device waits, sees no question, and may not act") {
    ServedRoom room;
    const auto first = room.started(1);
    const auto second = room.join(pupil(1));
    REQUIRE(second.status() == 200);
    const auto token = room.token();
    const auto& view = at(second.body, "view");
    CHECK(*at(view, "access").text() == "waiting");
    CHECK(at(view, "question").is_null());
    CHECK(room.get(kMe, token).status() == 200);
    CHECK(room.beat(token).status() == 200);
    const auto question = at(room.get(kMe, first).body, "question");
    const auto reply = room.answer(token, question, "#ABAND#", test::command_id(1, 1));
    CHECK(reply.status() == 403);
    CHECK(reply.code() == "device_waiting");
    CHECK(room.candidate(1).answers() == 0);
}

TEST_CASE("join: once the invigilator agrees the new device acts and the old one gets 401") {
    ServedRoom room;
    const auto first = room.started(1);
    const auto question = at(room.get(kMe, first).body, "question");
    const auto second = room.joined(1);
    resume(room, 1);
    CHECK(*at(room.get(kMe, second).body, "access").text() == "granted");
    CHECK(at(room.get(kMe, second).body, "question") == question);
    for (const auto& reply :
         {room.get(kMe, first), room.get(kMe + "/stream", first), room.beat(first),
          room.answer(first, question, "#ABAND#", test::command_id(1, 1))}) {
        CHECK(reply.status() == 401);
        CHECK(reply.code() == "token_unknown");
    }
    CHECK(room.answer(second, question, "#ABAND#", test::command_id(1, 1)).status() == 200);
}

TEST_CASE("join: of the devices that ask, the last one is the one that waits") {
    ServedRoom room;
    room.started(1);
    const auto second = room.joined(1);
    const auto third = room.joined(1);
    CHECK(room.get(kMe, second).status() == 401);
    CHECK(*at(room.get(kMe, third).body, "access").text() == "waiting");
}

TEST_CASE("join: a device that waits when the test ends has nothing to wait for") {
    ServedRoom room;
    room.started(1);
    const auto second = room.joined(1);
    room.room().does(exam::command::EndTest{{1}});
    CHECK(room.get(kMe, second).status() == 401);
    const auto again = room.join(pupil(1));
    CHECK(*at(at(again.body, "view"), "finish_reason").text() == "ended_by_invigilator");
}

TEST_CASE("join: guesses from one address are slowed down, and from no other") {
    ServedRoom room;
    test::Reply reply;
    int guesses = 0;
    while (guesses < 100 && (reply = room.join({"Nom1", "Prénom1", "2008-02-02"})).status() == 404)
        ++guesses;
    CHECK(guesses == 30);
    CHECK(reply.status() == 429);
    CHECK(reply.retry_after() == 2);
    CHECK(room.join(pupil(1)).status() == 429);
    room.peer = "192.168.1.21";
    CHECK(room.join(pupil(1)).status() == 200);
    room.peer = "192.168.1.20";
    room.clock().pass(seconds(2));
    CHECK(room.join(pupil(2)).status() == 200);
}

TEST_CASE("join: behind one address guesses count for the person, however the name is spelt") {
    ServedRoom room({}, api::NetworkMode::nat);
    int guesses = 0;
    for (const auto* name : {"Nom1", "NOM1", " nom 1", "Nôm1", "n.o.m.1"})
        for (int day = 1; day <= 9; ++day)
            if (room.join({name, "Prénom1", "2008-02-0" + std::to_string(day)}).status() == 404)
                ++guesses;
    CHECK(guesses == 10);
    CHECK(room.join(pupil(1)).status() == 429);
    CHECK(room.join(pupil(2)).status() == 200);
    room.clock().pass(seconds(30));
    CHECK(room.join(pupil(1)).status() == 200);
}

TEST_CASE("join: nobody fills the journal by joining again and again") {
    for (const auto mode : {api::NetworkMode::direct, api::NetworkMode::nat}) {
        ServedRoom room({}, mode);
        const auto before = room.records();
        for (int i = 0; i < 360; ++i) {
            room.clock().pass(seconds(10));
            room.join(pupil(1));
        }
        const std::uint64_t checkpoints = 3;  // one every 64 records
        CHECK(room.records() - before <= 30 + 120 + checkpoints);
        CHECK(room.records() - before >= 120);
    }
}

TEST_CASE("join: wrong identities do not use up the seats of an address") {
    ServedRoom room;
    for (int i = 0; i < 60; ++i) {
        room.clock().pass(seconds(2));
        CHECK(room.join({"Personne", "Inconnue", "2008-01-01"}).status() == 404);
    }
    CHECK(room.join(pupil(1)).status() == 200);
}
