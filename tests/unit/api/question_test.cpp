// SPDX-License-Identifier: Apache-2.0
#include "support/catch.hpp"
#include "unit/api/contract.hpp"
#include "unit/api/invigilator.hpp"
#include "unit/api/served_room.hpp"

#include <map>

using namespace preau;
using answers::Kind;
using test::at;
using test::Reply;
using test::ServedRoom;

namespace {

const std::string kMe = "/api/v1/candidates/me";
const std::string kHash(64, 'b');

using Change = std::function<void(pack::Question&)>;

/// A candidate in front of a question; every question of the pack is of that kind and so changed.
struct Desk {
    Desk(Kind kind, const Change& change)
        : room({.change = [&](pack::Pack& pack) { shape(pack, kind, change); }}),
          token(room.started(1)) {}

    static void shape(pack::Pack& pack, Kind kind, const Change& change) {
        for (std::size_t i = 0; i < pack.keys.size(); ++i) {
            test::make_kind(pack.questions[i], pack.keys[i], kind);
            change(pack.questions[i]);
        }
        pack.media[kHash + ".html"] = to_bytes(as_bytes("<script>1</script>"));
        pack.media[kHash + ".csv"] = to_bytes(as_bytes("a;b\n"));
    }

    json::Value question() { return at(room.get(kMe, token).body, "question"); }
    Reply act(const std::string& act, int number = 1, json::Object body = {}) {
        return room.post(kMe + "/questions/" + std::to_string(number) + "/" + act, token,
                         std::move(body));
    }
    Reply answer(const std::string& value, int key = 1) {
        return room.answer(token, question(), value, test::command_id(1, key));
    }
    const exam::Question& recorded() { return room.candidate(1).questions.front(); }

    ServedRoom room;
    std::string token;
};

/// Everything that a question of the pack can have.
void furnish(pack::Question& question) {
    const std::string drawing(64, 'a');
    question.picture = pack::Picture{drawing + ".svg", 40, 30};
    question.english = question.french;
    question.attachments = {{kHash + ".csv", "relevé 1.csv", 4}};
    question.simulator =
        pack::Simulator{kHash + ".html", "Messagerie", 480, R"({"mails":[{"id":1}]})", true};
    question.options = {"mai", "juin"};
}

const Change kTimed = [](pack::Question& question) { question.timer_seconds = 60; };
const Change kFocus = [](pack::Question& question) { question.focus = true; };
const Change kNothing = [](pack::Question&) {};

std::int64_t left(const json::Value& question) {
    return *at(question, "timer_remaining_ms").integer();
}

}  // namespace

TEST_CASE("question: a closed one says nothing of its text") {
    for (const auto kind : {Kind::qcu, Kind::qrocm_ind, Kind::matching}) {
        Desk desk(kind, [](pack::Question& question) {
            furnish(question);
            question.timer_seconds = 60;
        });
        const auto question = desk.question();
        CHECK(*at(question, "opened").boolean() == false);
        for (const char* name :
             {"proposals_html", "targets_html", "fields", "options", "attachments"})
            CHECK(at(question, name).array()->empty());
        for (const char* name : {"english", "picture", "simulator", "timer_remaining_ms"})
            CHECK(at(question, name).is_null());
        CHECK(at(question, "instruction_html").text()->empty());
        CHECK(*at(question, "timer_seconds").integer() == 60);
        CHECK(*at(question, "number").integer() == 1);
    }
}

TEST_CASE("question: opened it shows all that it has, and its countdown") {
    Desk desk(Kind::qrocm_ind, [](pack::Question& question) {
        furnish(question);
        question.timer_seconds = 60;
    });
    const auto reply = desk.act("open");
    REQUIRE(reply.status() == 200);
    const auto& question = at(at(reply.body, "view"), "question");
    CHECK(*at(question, "opened").boolean());
    CHECK(left(question) == 60'000);
    CHECK(at(question, "fields").array()->size() == 2);
    CHECK(*at(at(question, "fields").array()->at(1), "format").text() == "select");
    CHECK(at(at(at(question, "simulator"), "scene"), "mails").array()->size() == 1);
    CHECK(*at(at(question, "picture"), "width").integer() == 40);
    CHECK(at(at(question, "english"), "labels_html").array()->size() == 2);
    desk.room.clock().pass(seconds(20));
    CHECK(left(desk.question()) == 40'000);
    desk.room.clock().pass(seconds(25));
    CHECK(left(desk.question()) == 15'000);
}

TEST_CASE("question: one that is neither timed nor in focus is open at once") {
    Desk desk(Kind::ordering, kNothing);
    const auto question = desk.question();
    CHECK(*at(question, "opened").boolean());
    CHECK(at(question, "timer_seconds").is_null());
    const auto records = desk.room.records();
    CHECK(desk.act("open").status() == 200);
    CHECK(desk.act("focus-lost").code() == "question_not_focused");
    CHECK(desk.room.records() == records);
}

TEST_CASE("question: opened or left again, nothing new is recorded") {
    Desk desk(Kind::qcu, kFocus);
    CHECK(desk.act("focus-lost").code() == "question_not_opened");
    desk.act("open");
    const auto records = desk.room.records();
    CHECK(desk.act("open").status() == 200);
    CHECK(desk.room.records() == records);
    CHECK(*at(desk.question(), "focus_lost").boolean() == false);
    CHECK(*at(at(at(desk.act("focus-lost").body, "view"), "question"), "focus_lost").boolean());
    CHECK(desk.act("focus-lost").status() == 200);
    CHECK(desk.room.records() == records + 1);
    desk.room.room().reopen();
    CHECK(desk.recorded().focus_lost);
}

TEST_CASE("question: only the one asked can be opened, and an unopened one only skipped") {
    Desk desk(Kind::qcu, kTimed);
    CHECK(desk.act("open", 2).code() == "wrong_question");
    CHECK(desk.act("open", 1000).status() == 404);
    CHECK(desk.answer("1").code() == "question_not_opened");
    CHECK(desk.answer("#ABAND#").status() == 200);
    CHECK(desk.act("open").code() == "already_answered");
    CHECK(desk.act("focus-lost").code() == "already_answered");
}

TEST_CASE("question: an act that arrives after its question was replaced is not about the next") {
    Desk desk(Kind::qcu, kFocus);
    test::Invigilator invigilator(desk.room);
    const json::Object late{{"item", *at(desk.question(), "item").text()}};
    CHECK(desk.act("open", 1, late).status() == 200);
    test::raise_report(desk.room, 1);
    REQUIRE(invigilator.accept(1, "E11").status() == 200);
    const auto records = desk.room.records();
    CHECK(desk.act("open", 1, late).code() == "wrong_question");
    CHECK(desk.room.records() == records);
    CHECK(desk.act("open").status() == 200);
    const auto opened = desk.room.records();
    CHECK(desk.act("focus-lost", 1, late).code() == "wrong_question");
    CHECK(desk.room.records() == opened);
    CHECK(*at(desk.question(), "focus_lost").boolean() == false);
}

TEST_CASE("question: what is late or was left does not count, and nobody is told") {
    Desk timed(Kind::qcu, kTimed);
    timed.act("open");
    timed.room.clock().pass(seconds(63));
    const auto late = timed.answer("1");
    CHECK(late.status() == 200);
    CHECK(late.response.body.find("timedout") == std::string::npos);
    CHECK(timed.recorded().answer->status == answers::Status::timedout);

    Desk focus(Kind::qcu, kFocus);
    focus.act("open");
    focus.act("focus-lost");
    CHECK(focus.answer("1").status() == 200);
    CHECK(focus.recorded().answer->status == answers::Status::focused_out);
}

TEST_CASE("question: the invigilator sees that the page was left, until it is answered") {
    Desk desk(Kind::qcu, kFocus);
    const auto invigilator = desk.room.entered();
    const auto flags = [&] {
        const auto view = desk.room.get("/api/v1/invigilation/session", invigilator).body;
        return *at(at(view, "candidates").array()->front(), "flags").array();
    };
    desk.act("open");
    CHECK(flags().empty());
    desk.act("focus-lost");
    CHECK(flags() == json::Array{"focus_lost"});
    desk.answer("1");
    CHECK(flags().empty());
}

TEST_CASE("question: an attachment is kept under its own name and shown to nobody as a page") {
    Desk desk(Kind::qcu, furnish);
    const auto question = desk.question();
    const auto& attachment = at(question, "attachments").array()->front();
    const auto url = *at(attachment, "url").text();
    CHECK(url == "/attachments/" + kHash + "/relev%C3%A9%201.csv");
    const auto file = desk.room.get(url, "").response;
    CHECK(file.status == 200);
    CHECK(file.body == "a;b\n");
    CHECK(test::header(file, "Content-Type") == "text/csv; charset=utf-8");
    CHECK(test::header(file, "Content-Disposition") ==
          "attachment; filename*=UTF-8''relev%C3%A9%201.csv");
    for (const auto& path : {"/attachments/" + kHash + "/autre.csv", "/attachments/" + kHash,
                             "/media/" + kHash + ".csv", std::string("/attachments/../box.db")})
        CHECK(desk.room.get(path, "").status() == 404);
}

TEST_CASE("question: a simulator runs its own script and reaches no network") {
    Desk desk(Kind::qroc, furnish);
    const auto url = *at(at(desk.question(), "simulator"), "url").text();
    const auto page = desk.room.get(url, "").response;
    CHECK(page.status == 200);
    CHECK(test::header(page, "Content-Type") == "text/html; charset=utf-8");
    const auto policy = test::header(page, "Content-Security-Policy");
    CHECK(policy.starts_with("sandbox allow-scripts; default-src 'none'; "));
    CHECK(policy.find("allow-same-origin") == std::string::npos);
    CHECK(policy.find("connect-src") == std::string::npos);
}

TEST_CASE("question: one that needs the internet is never asked") {
    ServedRoom room({.change = [](pack::Pack& pack) {
        for (std::size_t i = 0; i < pack.questions.size(); ++i)
            pack.questions[i].needs_internet = i < 48;
    }});
    const auto token = room.started(1);
    room.room().finish(1);
    for (const auto& question : room.candidate(1).questions)
        CHECK(std::stoi(question.item.substr(4)) >= 48);
    CHECK(room.candidate(1).outcome.has_value());
}
