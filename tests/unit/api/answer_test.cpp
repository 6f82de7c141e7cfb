// SPDX-License-Identifier: Apache-2.0
#include "support/catch.hpp"
#include "unit/api/served_room.hpp"

#include <map>

using namespace preau;
using test::at;
using test::command_id;
using test::Reply;
using test::ServedRoom;

namespace {

const std::string kMe = "/api/v1/candidates/me";

/// A candidate in front of a question, all of one kind.
struct Desk {
    explicit Desk(answers::Kind kind = answers::Kind::qcu,
                  adaptive::DeadlinePolicy policy = adaptive::DeadlinePolicy::ask_invigilator)
        : room({.change = [=](pack::Pack& pack) { change(pack, kind, policy); }}),
          token(room.started(1)),
          question(current()) {}

    static void change(pack::Pack& pack, answers::Kind kind, adaptive::DeadlinePolicy policy) {
        pack.certification_version.deadline_policy = policy;
        for (std::size_t i = 0; i < pack.keys.size(); ++i)
            test::make_kind(pack.questions[i], pack.keys[i], kind);
    }

    json::Value current() { return at(room.get(kMe, token).body, "question"); }
    Reply send(const std::string& value, int key = 1) {
        return room.answer(token, question, value, command_id(1, key));
    }
    Reply send_raw(const std::string& number, const json::Value& item, const std::string& key) {
        auto request = test::request(http::Method::put, kMe + "/answers/" + number, token,
                                     json::Object{{"item", item}, {"value", "1"}});
        request.idempotency_key = key;
        return room.ask(std::move(request));
    }

    ServedRoom room;
    std::string token;
    json::Value question;
};

}  // namespace

TEST_CASE("answer: without a well-formed Idempotency-Key nothing is recorded") {
    Desk desk;
    const auto& item = at(desk.question, "item");
    const std::map<std::string, std::string> keys = {
        {"", "missing"},
        {std::string(31, 'a'), "malformed"},
        {std::string(33, 'a'), "malformed"},
        {std::string(32, 'A'), "malformed"},
        {std::string(32, 'g'), "malformed"},
        {std::string(8000, 'a'), "malformed"},
    };
    for (const auto& [key, code] : keys) {
        const auto reply = desk.send_raw("1", item, key);
        CHECK(reply.status() == 400);
        CHECK(reply.code() == code);
        CHECK(reply.field() == "Idempotency-Key");
    }
    CHECK(desk.room.candidate(1).answers() == 0);
}

TEST_CASE("answer: the same key with other content is refused and changes nothing") {
    Desk desk;
    REQUIRE(desk.send("1").status() == 200);
    const auto records = desk.room.records();
    CHECK(desk.send("2").code() == "command_id_reused");
    CHECK(desk.send("2").status() == 409);
    const auto next = desk.current();
    CHECK(desk.room.answer(desk.token, next, "1", command_id(1, 1)).code() == "command_id_reused");
    CHECK(desk.room.records() == records);
}

TEST_CASE("answer: sent again it gets the same receipt and is recorded once") {
    Desk desk;
    const auto first = desk.send("1");
    const auto records = desk.room.records();
    desk.room.clock().pass(seconds(5));
    const auto again = desk.send("1");
    CHECK(again.status() == 200);
    CHECK(at(again.body, "receipt") == at(first.body, "receipt"));
    CHECK(desk.room.records() == records);
}

TEST_CASE("answer: sent again once the session is sealed it is still known, without a signature") {
    Desk desk;
    const auto first = desk.send("1");
    desk.room.room().finalise();
    const auto again = desk.send("1");
    CHECK(again.status() == 200);
    CHECK(at(at(again.body, "receipt"), "leaf") == at(at(first.body, "receipt"), "leaf"));
    CHECK(at(at(again.body, "receipt"), "signature").is_null());
}

TEST_CASE("answer: only the question that is asked takes an answer") {
    Desk desk;
    const auto& item = at(desk.question, "item");
    const auto key = command_id(7, 7).hex();
    CHECK(desk.send_raw("2", item, key).code() == "wrong_question");
    CHECK(desk.send_raw("999", item, key).code() == "wrong_question");
    CHECK(desk.send_raw("1", "item_of_nobody", key).code() == "wrong_question");
    CHECK(desk.send_raw("1", "item95", key).code() == "wrong_question");
    CHECK(desk.send_raw("1", "", key).code() == "wrong_question");
    REQUIRE(desk.send("1").status() == 200);
    CHECK(desk.send("1", 2).code() == "already_answered");
    CHECK(desk.send("1", 2).status() == 409);
    CHECK(desk.room.candidate(1).answers() == 1);
}

TEST_CASE("answer: nothing is learnt about a question that is not asked") {
    Desk desk;
    auto other = *desk.question.object();
    for (auto& member : other)
        if (member.name == "item") member.value = "item95";
    const auto shaped = desk.room.answer(desk.token, other, "1", command_id(1, 1));
    const auto misshapen = desk.room.answer(desk.token, other, "no form", command_id(1, 1));
    CHECK(shaped.response.body == misshapen.response.body);
    CHECK(shaped.code() == "wrong_question");
}

TEST_CASE("answer: a value has the shape of its question") {
    using answers::Kind;
    struct Case {
        Kind kind;
        std::string value;
        int status;
    };
    const std::vector<Case> cases = {
        {Kind::qcu, "1", 200},
        {Kind::qcu, "4", 200},
        {Kind::qcu, "#ABAND#", 200},
        {Kind::qcu, "0", 400},
        {Kind::qcu, "5", 400},
        {Kind::qcu, "1,2", 400},
        {Kind::qcu, "01", 400},
        {Kind::qcu, " 1", 400},
        {Kind::qcu, "1 ", 400},
        {Kind::qcu, "-1", 400},
        {Kind::qcu, "+1", 400},
        {Kind::qcu, "1.0", 400},
        {Kind::qcu, "un", 400},
        {Kind::qcu, "#aband#", 400},
        {Kind::qcu, "1,", 400},
        {Kind::qcu, "", 422},
        {Kind::qcu, "99999999999999999999999", 400},
        {Kind::qcm, "1,3", 200},
        {Kind::qcm, "1,2,3,4", 200},
        {Kind::qcm, "2", 200},
        {Kind::qcm, "#ABAND#", 200},
        {Kind::qcm, "3,1", 400},
        {Kind::qcm, "1,1", 400},
        {Kind::qcm, "1,,2", 400},
        {Kind::qcm, ",1", 400},
        {Kind::qcm, "1,2,", 400},
        {Kind::qcm, "1, 2", 400},
        {Kind::qcm, "1;2", 400},
        {Kind::qcm, "1,5", 400},
        {Kind::qcm, "0,1", 400},
        {Kind::qcm, "", 422},
        {Kind::qroc, "Une réponse", 200},
        {Kind::qroc, "1", 200},
        {Kind::qroc, "<b>&\"\\", 200},
        {Kind::qroc, "=1+1\n\t\x01", 200},
        {Kind::qroc, "#ABAND#", 200},
        {Kind::qroc, "", 422},
        {Kind::qroc, std::string(500, 'x'), 200},
        {Kind::qroc, std::string(501, 'x'), 400},
        {Kind::ordering, "3,1,2,4", 200},
        {Kind::ordering, "#ABAND#", 200},
        {Kind::ordering, "1,2,3", 400},
        {Kind::ordering, "1,2,3,3", 400},
        {Kind::ordering, "1,2,3,5", 400},
        {Kind::ordering, "1,2,3,4,1", 400},
        {Kind::ordering, "1,2,3,04", 400},
        {Kind::ordering, "", 422},
        {Kind::matching, "3,1,1,2", 200},
        {Kind::matching, "2,2,2,2", 200},
        {Kind::matching, "2,2,2", 400},
        {Kind::matching, "2,2,2,", 400},
        {Kind::matching, "2,2,2,4", 400},
        {Kind::matching, "2,2,2,0", 400},
        {Kind::matching, "2,,2,2", 400},
        {Kind::qrocm_ind, R"({"depart":"Lyon","mois":"juin"})", 200},
        {Kind::qrocm_ind, R"({ "depart" : "\u00e9", "mois" : "mai" })", 200},
        {Kind::qrocm_ind, R"({"depart":"","mois":"mai"})", 200},
        {Kind::qrocm_ind, R"({"depart":"Lyon","mois":""})", 200},
        {Kind::qrocm_ind, "#ABAND#", 200},
        {Kind::qrocm_ind, R"({"depart":"","mois":""})", 400},
        {Kind::qrocm_ind, R"({"depart":"Lyon","mois":"mars"})", 400},
        {Kind::qrocm_ind, R"({"mois":"juin","depart":"Lyon"})", 400},
        {Kind::qrocm_ind, R"({"depart":"Lyon"})", 400},
        {Kind::qrocm_ind, R"({"depart":"Lyon","mois":"juin","prix":"1"})", 400},
        {Kind::qrocm_ind, R"({"depart":"Lyon","depart":"Brest","mois":"juin"})", 400},
        {Kind::qrocm_ind, R"({"depart":1,"mois":"juin"})", 400},
        {Kind::qrocm_ind, R"(["Lyon","juin"])", 400},
        {Kind::qrocm_ind, "depart: Lyon", 400},
        {Kind::qrocm_ind, "{", 400},
        {Kind::qrocm_ind, "", 422},
        {Kind::qrocm_dep, R"({"depart":"juin","mois":"mai"})", 200},
        {Kind::qrocm_dep, R"({"depart":"juin"})", 400},
        {Kind::qrocm_dep, "juin", 400},
    };
    for (const auto& [kind, value, status] : cases) {
        Desk desk(kind);
        const auto reply = desk.send(value);
        INFO(static_cast<int>(kind) << " " << value.substr(0, 40));
        CHECK(reply.status() == status);
        if (status != 200) CHECK(reply.field() == "value");
        if (status == 200) CHECK(desk.room.candidate(1).questions.front().answer->value == value);
        CHECK(desk.room.candidate(1).answers() == (status == 200 ? 1 : 0));
    }
}

TEST_CASE("answer: a text that is chosen is one of the list") {
    const auto change = [](pack::Pack& pack) {
        Desk::change(pack, answers::Kind::qroc, adaptive::DeadlinePolicy::ask_invigilator);
        for (auto& question : pack.questions) question.options = {"mai", "juin"};
    };
    ServedRoom room({.change = change});
    const auto token = room.started(1);
    const auto question = at(room.get(kMe, token).body, "question");
    CHECK(room.answer(token, question, "Mai", command_id(1, 1)).code() == "malformed");
    CHECK(room.answer(token, question, "mars", command_id(1, 2)).code() == "malformed");
    CHECK(room.answer(token, question, "juin", command_id(1, 3)).status() == 200);
}

TEST_CASE("answer: before the test has begun there is no question") {
    ServedRoom room;
    const auto token = room.joined(1);
    auto request = test::request(http::Method::put, kMe + "/answers/1", token,
                                 json::Object{{"item", "item0"}, {"value", "1"}});
    request.idempotency_key = command_id(1, 1).hex();
    const auto reply = room.ask(std::move(request));
    CHECK(reply.status() == 409);
    CHECK(reply.code() == "not_started");
}

TEST_CASE("answer: after the end it does not count, and the candidate is told so") {
    Desk desk;
    desk.room.room().does(exam::command::EndTest{{1}});
    CHECK(desk.send("1").status() == 410);
    CHECK(desk.send("no form of ours").code() == "test_ended");
    CHECK(desk.room.candidate(1).answers() == 0);
}

TEST_CASE("answer: at the deadline the certification version decides") {
    Desk closes(answers::Kind::qcu, adaptive::DeadlinePolicy::close);
    closes.room.clock().pass(minutes(105) + milliseconds(1));
    CHECK(closes.send("1").code() == "test_ended");

    Desk asks;
    asks.room.clock().pass(minutes(105) + milliseconds(1));
    asks.room.room().session().hear({1});
    asks.room.room().session().observe_time();
    const auto reply = asks.send("1");
    CHECK(reply.status() == 200);
    CHECK(*at(at(reply.body, "view"), "deadline_passed").boolean());
}

TEST_CASE("answer: one candidate's answer is nothing to another") {
    Desk desk;
    const auto other = desk.room.started(2);
    REQUIRE(desk.send("1").status() == 200);
    CHECK(desk.room.candidate(2).answers() == 0);
    CHECK(*at(desk.room.get(kMe, other).body, "answered").integer() == 0);
    const auto question = at(desk.room.get(kMe, other).body, "question");
    CHECK(desk.room.answer(other, question, "1", command_id(1, 1)).status() == 200);
}

TEST_CASE("answer: what was acknowledged is there after a power cut") {
    Desk desk;
    REQUIRE(desk.send("2").status() == 200);
    desk.room.room().reopen();
    CHECK(desk.room.room().session().state().find({1})->questions.front().answer->value == "2");
}
