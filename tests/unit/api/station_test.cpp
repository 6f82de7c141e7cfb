// SPDX-License-Identifier: Apache-2.0
//
// What a candidate's page does besides answering: display, draft, report, seat check, receipt.
#include "seal/code.hpp"
#include "support/catch.hpp"
#include "unit/api/served_room.hpp"

using namespace preau;
using test::at;
using test::ServedRoom;

namespace {

const std::string kMe = "/api/v1/candidates/me";

json::Object display(int text_percent) {
    return {{"text_percent", text_percent}, {"spacing", "wide"}, {"theme", "contrast"},
            {"font", "opendyslexic"},       {"ruler", true},     {"clock_hidden", true},
            {"voice", "Thomas – français"}};
}

json::Object seat_check(const std::string& device, json::Array problems = {}) {
    return {{"device", device},
            {"seat", "B3"},
            {"browser", "Chromium 109"},
            {"screen", "1366×768"},
            {"indexeddb", true},
            {"clock_skew_ms", -1500},
            {"latency_ms", 3},
            {"lockdown", json::Object{{"kind", "companion"}, {"version", "1.0.0"}}},
            {"problems", std::move(problems)}};
}

json::Value view(ServedRoom& room, const std::string& token) { return room.get(kMe, token).body; }

test::Reply report(ServedRoom& room, const std::string& token, int number, json::Object more = {}) {
    more.push_back({"reason", "image"});
    return room.post(kMe + "/questions/" + std::to_string(number) + "/report", token,
                     std::move(more));
}

}  // namespace

TEST_CASE("display: sizes between the steps are refused") {
    ServedRoom room;
    const auto token = room.joined(1);
    const auto reply = room.put(kMe + "/display", token, display(115));
    CHECK(reply.status() == 400);
    CHECK(reply.field() == "text_percent");
}

TEST_CASE("display: changing it for ever does not fill the journal") {
    ServedRoom room;
    const auto token = room.joined(1);
    const auto before = room.records();
    int refused = 0;
    for (int i = 0; i < 300; ++i) {
        room.clock().pass(seconds(1));
        const auto reply = room.put(kMe + "/display", token, display(100 + 10 * (i % 2)));
        if (reply.code() == "too_many_changes") ++refused;
    }
    CHECK(refused == 50);  // every other one asks for what is there
    CHECK(room.records() - before <= 200 + 5);
}

TEST_CASE("display: the same again is no record, and it follows to another PC") {
    ServedRoom room;
    const auto first = room.started(1);
    CHECK(at(view(room, first), "display").is_null());
    REQUIRE(room.put(kMe + "/display", first, display(140)).status() == 200);
    const auto records = room.records();
    REQUIRE(room.put(kMe + "/display", first, display(140)).status() == 200);
    CHECK(room.records() == records);
    const auto second = room.joined(1);
    CHECK(at(view(room, second), "display") == json::Value(display(140)));
}

TEST_CASE("draft: only of the question asked, during the test") {
    ServedRoom room;
    const auto token = room.joined(1);
    const json::Object draft{{"item", "item0"}, {"value", "Ly"}};
    CHECK(room.put(kMe + "/draft", token, draft).code() == "not_started");
    const auto started = room.started(2);
    CHECK(room.put(kMe + "/draft", started, json::Object{{"item", "item95"}, {"value", "Ly"}})
              .code() == "wrong_question");
    CHECK(at(view(room, started), "draft").is_null());
}

TEST_CASE("draft: it comes to the PC that takes the test up, and not to the one that waits") {
    ServedRoom room;
    const auto first = room.started(1);
    const auto item = at(at(view(room, first), "question"), "item");
    const json::Object draft{{"item", item}, {"value", "ligne 1\nligne 2"}};
    const auto records = room.records();
    REQUIRE(room.put(kMe + "/draft", first, draft).status() == 200);
    CHECK(room.records() == records);
    const auto second = room.joined(1);
    CHECK(at(view(room, second), "draft").is_null());
    room.room().does(exam::command::AuthoriseResume{{1}});
    CHECK(at(view(room, second), "draft") == json::Value(draft));
}

TEST_CASE("report: one that was decided is not raised again by a reply that got lost") {
    ServedRoom room;
    const auto token = room.started(1);
    const auto item = *at(at(view(room, token), "question"), "item").text();
    REQUIRE(report(room, token, 1, {{"item", item}}).status() == 200);
    room.room().does(exam::command::SettleReport{{1}, true, exam::ReportCategory::e11});
    const auto before = room.records();
    const auto again = report(room, token, 1, {{"item", item}});
    CHECK(room.records() == before);
    CHECK(again.status() == 200);
    CHECK(at(view(room, token), "report").is_null());
}

TEST_CASE("report: the test waits, and goes on with another question of the same number") {
    ServedRoom room;
    const auto token = room.started(1);
    const auto before = view(room, token);
    const auto raised = report(room, token, 1);
    REQUIRE(raised.status() == 200);
    const auto held = at(raised.body, "view");
    CHECK(at(held, "holds") == json::Value(json::Array{"report"}));
    CHECK(at(held, "report") == json::Value(json::Object{{"number", 1}, {"reason", "image"}}));
    CHECK_FALSE(*at(at(held, "clock"), "running").boolean());
    const auto records = room.records();
    CHECK(report(room, token, 1).status() == 200);  // sent again
    CHECK(room.records() == records);

    room.room().does(exam::command::SettleReport{{1}, true, exam::ReportCategory::e1});
    const auto after = view(room, token);
    CHECK(at(after, "holds").array()->empty());
    CHECK(at(after, "report").is_null());
    CHECK(at(after, "settled_report") ==
          json::Value(json::Object{{"number", 1}, {"outcome", "accepted"}}));
    CHECK(*at(at(after, "question"), "number").integer() == 1);
    CHECK(at(at(after, "question"), "item") != at(at(before, "question"), "item"));
}

TEST_CASE("report: refused, the same question comes back") {
    ServedRoom room;
    const auto token = room.started(1);
    const auto asked = at(view(room, token), "question");
    REQUIRE(report(room, token, 1).status() == 200);
    room.room().does(exam::command::SettleReport{{1}, false});
    CHECK(at(view(room, token), "question") == asked);
    CHECK(at(view(room, token), "settled_report") ==
          json::Value(json::Object{{"number", 1}, {"outcome", "refused"}}));
}

TEST_CASE("view: added time and the last message are told to the candidate") {
    ServedRoom room;
    const auto token = room.started(1);
    CHECK(at(view(room, token), "message").is_null());
    room.room().does(exam::command::AddTime{{1}, minutes(5), "panne"});
    room.room().does(exam::command::SendMessage{"Silence, s’il vous plaît."});
    const auto seen = view(room, token);
    CHECK(*at(seen, "added_ms").integer() == minutes(5).ms);
    CHECK(*at(at(seen, "message"), "number").integer() == 1);
    CHECK(*at(at(seen, "message"), "text").text() == "Silence, s’il vous plaît.");
    CHECK(*at(seen, "copies").text() == "box");
}

TEST_CASE("receipt: none before the end, then a code that stays the same when sealed") {
    ServedRoom room;
    const auto token = room.started(1);
    CHECK(at(view(room, token), "receipt").is_null());
    room.room().does(exam::command::EndTest{{1}});
    const auto receipt = at(view(room, token), "receipt");
    CHECK(*at(receipt, "answers").integer() == 0);
    const auto bytes = from_base64(*at(receipt, "signed").text());
    REQUIRE(bytes.has_value());
    REQUIRE(bytes->size() == 146);
    CHECK(*at(receipt, "code").text() == seal::receipt_code(std::span(*bytes).first(82)));
    CHECK(seal::read_code(*at(receipt, "code").text()).has_value());
    room.room().finalise();
    CHECK(at(view(room, token), "receipt") == receipt);
}

TEST_CASE("seat check: unknown and repeated problems are refused") {
    ServedRoom room;
    for (const auto& problems :
         {json::Array{"virus"}, json::Array{"clock_skew", "clock_skew"}, json::Array{1}}) {
        const auto reply =
            room.post("/api/v1/seats/check", "", seat_check(std::string(32, 'a'), problems));
        CHECK(reply.status() == 400);
        CHECK(reply.field() == "problems");
    }
    CHECK(room.convenience().seat_checks().empty());
}

TEST_CASE("seat check: one address checks so often, and behind one address each device does") {
    for (const auto mode : {api::NetworkMode::direct, api::NetworkMode::nat}) {
        ServedRoom room({}, mode);
        const auto check = [&](const std::string& device) {
            return room.post("/api/v1/seats/check", "", seat_check(device)).status();
        };
        int checks = 0;
        while (checks < 100 && check(std::string(32, 'a')) == 200) ++checks;
        CHECK(checks == 20);
        CHECK(check(std::string(32, 'b')) == (mode == api::NetworkMode::nat ? 200 : 429));
        room.peer = "192.168.1.99";
        CHECK(check(std::string(32, 'c')) == 200);
    }
}

TEST_CASE("seat check: the last of each device is kept with the address that the box saw") {
    ServedRoom room;
    const auto before = room.records();
    const std::string device(32, 'a');
    const auto reply = room.post("/api/v1/seats/check", "", seat_check(device, {"clock_skew"}));
    REQUIRE(reply.status() == 200);
    CHECK(reply.text("address") == room.peer);
    room.post("/api/v1/seats/check", "", seat_check(device));
    REQUIRE(room.convenience().seat_checks().size() == 1);
    const auto& kept = room.convenience().seat_checks().begin()->second;
    CHECK(kept.problems.empty());
    CHECK(kept.seat == "B3");
    CHECK(kept.address == room.peer);
    CHECK(kept.lockdown == "companion");
    CHECK(kept.checked_at == room.clock().wall_now());
    CHECK(room.records() == before);
}

TEST_CASE("box: its time and version are for anybody, so often") {
    ServedRoom room;
    const auto reply = room.get("/api/v1/box", "");
    CHECK(reply.text("time") == to_iso8601(room.clock().wall_now()));
    CHECK(reply.text("version") == "test");
    int asked = 1;
    while (asked < 200 && room.get("/api/v1/box", "").status() == 200) ++asked;
    CHECK(asked == 60);
}
