// SPDX-License-Identifier: Apache-2.0
//
// Joining by a personal code, under a token that the page has drawn.
#include "seal/hash.hpp"
#include "support/catch.hpp"
#include "unit/api/served_room.hpp"

using namespace preau;
using test::at;
using test::pupil;
using test::ServedRoom;

namespace {

const std::string kJoin = "/api/v1/candidates/join";
const std::string kMe = "/api/v1/candidates/me";

/// Two homonyms, each with a code.
test::SmallRoomOptions with_codes() {
    const exam::Identity zoe{"Martin", "Zoé", "2008-05-01"};
    test::SmallRoomOptions options{.candidates = 1};
    for (std::uint32_t number = 2; number <= 3; ++number)
        options.others.push_back({.candidate = {number},
                                  .identity = zoe,
                                  .group = "2nde 2",
                                  .code = number == 2 ? "BCD234" : "FGH678"});
    return options;
}

test::Reply join_as(ServedRoom& room, const exam::Identity& who, const std::string& token) {
    return room.post(kJoin, "", test::identity_body(who, token));
}

}  // namespace

TEST_CASE("joining: a code that nobody has is refused as that field, and leaves no record") {
    ServedRoom room(with_codes());
    const auto before = room.records();
    for (const auto* code : {"BCD235", "BCD23", "x", "BCD2345", "<script>", "' OR 1=1"}) {
        const auto reply = room.join_by_code(code);
        INFO(code);
        CHECK(reply.status() == 404);
        CHECK(reply.code() == "code_unknown");
        CHECK(reply.field() == "code");
    }
    CHECK(room.records() == before);
}

TEST_CASE("joining: a candidate without a code is not found by an empty one") {
    ServedRoom room(with_codes());
    const auto reply = room.join_by_code("");
    CHECK(reply.code() == "missing");
    CHECK(room.join_by_code("   ").code() == "code_unknown");
}

TEST_CASE("joining: a code and a name together are refused, so is neither") {
    ServedRoom room(with_codes());
    auto both = test::identity_body(pupil(1));
    both.push_back({"code", "BCD234"});
    CHECK(room.post(kJoin, "", both).code() == "unknown");
    CHECK(room.post(kJoin, "", test::joining_body(std::string(32, '5'))).field() == "last_name");
}

TEST_CASE("joining: a token in another form than ours is refused") {
    ServedRoom room;
    for (const auto& token :
         {std::string(), std::string(31, '5'), std::string(32, 'A'), std::string(32, 'g')}) {
        const auto reply = join_as(room, pupil(1), token);
        INFO(token);
        CHECK(reply.status() == 400);
        CHECK(reply.field() == "token");
    }
}

TEST_CASE("joining: the token of one candidate does not become another's") {
    ServedRoom room;
    const std::string token(32, '7');
    REQUIRE(join_as(room, pupil(1), token).status() == 200);
    const auto before = room.records();
    const auto reply = join_as(room, pupil(2), token);
    CHECK(reply.status() == 409);
    CHECK(reply.code() == "device_in_use");
    CHECK(room.records() == before);
    CHECK(room.candidate(2).phase == exam::Phase::absent);
}

TEST_CASE("joining: who knows a token does not guess for free with it") {
    ServedRoom room;
    const std::string token(32, '7');
    REQUIRE(join_as(room, pupil(1), token).status() == 200);
    int guesses = 0;
    while (guesses < 100 && join_as(room, pupil(2), token).status() == 409) ++guesses;
    CHECK(guesses == 29);  // the first joining was the thirtieth
}

TEST_CASE("joining: guesses of codes from one address are slowed down, and from no other") {
    ServedRoom room(with_codes());
    int guesses = 0;
    while (guesses < 100 && room.join_by_code("XXX999").status() == 404) ++guesses;
    CHECK(guesses == 30);
    room.peer = "192.168.1.21";
    CHECK(room.join_by_code("bcd 234").status() == 200);
}

TEST_CASE("joining: behind one address guesses of codes lock nobody out of joining by name") {
    ServedRoom room(with_codes(), api::NetworkMode::nat);
    int guesses = 0;
    while (guesses < 1000 && room.join_by_code("X" + std::to_string(guesses)).status() == 404)
        ++guesses;
    CHECK(guesses == 300);
    CHECK(room.join(pupil(1)).status() == 200);
    room.clock().pass(seconds(1));
    CHECK(room.join_by_code("FGH678").status() == 200);
}

TEST_CASE("joining: right codes do not use up the guesses of a session behind one address") {
    ServedRoom room(with_codes(), api::NetworkMode::nat);
    for (int i = 0; i < 400; ++i) {
        room.clock().pass(seconds(30));
        CHECK(room.join_by_code("BCD234").status() == 200);
    }
}

TEST_CASE("joining: homonyms are told apart by their codes") {
    ServedRoom room(with_codes());
    const auto reply = room.join({"martin", "zoé", "2008-05-01"});
    CHECK(reply.code() == "several_candidates");
    CHECK(reply.text("title").find("code personnel") != std::string::npos);
    REQUIRE(room.join_by_code("fgh678").status() == 200);
    CHECK(room.candidate(3).phase == exam::Phase::present);
    CHECK(room.candidate(3).way == exam::JoinWay::code);
    CHECK(room.candidate(2).phase == exam::Phase::absent);
}

TEST_CASE("joining: the same joining again changes nothing, costs nothing and says the same") {
    ServedRoom room;
    const std::string token(32, '7');
    const auto first = join_as(room, pupil(1), token);
    const auto records = room.records();
    for (int i = 0; i < 50; ++i) {
        const auto again = join_as(room, pupil(1), token);
        REQUIRE(again.status() == 200);
        CHECK(again.response.body == first.response.body);
    }
    CHECK(room.records() == records);
    CHECK(room.join(pupil(2)).status() == 200);  // nobody's guesses were used up
    room.started(3);
    CHECK(join_as(room, pupil(1), token).status() == 200);
}

TEST_CASE("joining: even the same joining has the limit of one device") {
    ServedRoom room;
    const std::string token(32, '7');
    int served = 0;
    while (served < 200 && join_as(room, pupil(1), token).status() == 200) ++served;
    CHECK(served == 61);
}

TEST_CASE("joining: a device that waits and asks again still waits") {
    ServedRoom room;
    room.started(1);
    const std::string token(32, '7');
    join_as(room, pupil(1), token);
    const auto records = room.records();
    const auto again = join_as(room, pupil(1), token);
    CHECK(*at(at(again.body, "view"), "access").text() == "waiting");
    CHECK(room.records() == records);
}

TEST_CASE("joining: way, seat and lockdown are in the journal and in the view") {
    ServedRoom room(with_codes());
    auto body = test::joining_body(room.draw_token());
    for (auto& member : body) {
        if (member.name == "seat") member.value = "Poste 12";
        if (member.name == "lockdown")
            member.value = json::Object{{"kind", "seb"}, {"version", "3.7.1"}};
    }
    body.push_back({"code", "BCD234"});
    const auto reply = room.post(kJoin, "", std::move(body));
    REQUIRE(reply.status() == 200);
    const auto& view = at(reply.body, "view");
    CHECK(*at(view, "way").text() == "code");
    CHECK(*at(view, "seat").text() == "Poste 12");
    CHECK(*at(at(view, "lockdown"), "kind").text() == "seb");
    CHECK(room.candidate(2).seat == "Poste 12");
    CHECK(room.candidate(2).lockdown.version == "3.7.1");
}

TEST_CASE("leave: after the presence is confirmed it takes the invigilator") {
    ServedRoom room;
    const auto token = room.joined(1);
    room.room().does(exam::command::ConfirmPresence{{1}});
    const auto records = room.records();
    const auto reply = room.post(kMe + "/leave", token, json::Object{});
    CHECK(reply.status() == 409);
    CHECK(reply.code() == "presence_confirmed");
    CHECK(room.records() == records);
}

TEST_CASE("leave: the place is free again, and the token acts for nobody") {
    ServedRoom room;
    const auto token = room.joined(1);
    REQUIRE(room.post(kMe + "/leave", token, json::Object{}).status() == 200);
    CHECK(room.candidate(1).phase == exam::Phase::absent);
    CHECK(room.post(kMe + "/leave", token, json::Object{}).status() == 401);
    CHECK(*at(at(room.join(pupil(1)).body, "view"), "access").text() == "granted");
}

TEST_CASE("leave: a device that waits gives up its wait and changes nothing of the test") {
    ServedRoom room;
    const auto first = room.started(1);
    const auto second = room.joined(1);
    REQUIRE(room.post(kMe + "/leave", second, json::Object{}).status() == 200);
    CHECK_FALSE(room.candidate(1).requested_lease);
    CHECK(room.get(kMe, second).status() == 401);
    CHECK(room.get(kMe, first).status() == 200);
}
