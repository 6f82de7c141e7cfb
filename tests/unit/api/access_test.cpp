// SPDX-License-Identifier: Apache-2.0
#include "api/routes.hpp"
#include "support/catch.hpp"
#include "unit/api/contract.hpp"
#include "unit/api/served_room.hpp"

#include <map>

using namespace preau;
using http::Method;
using test::Contract;
using test::Operation;
using test::ServedRoom;

namespace {

Method method_of(const Operation& operation) {
    for (const auto method : {Method::get, Method::post, Method::put})
        if (api::name(method) == operation.method) return method;
    FAIL("no such method: " << operation.method);
    return Method::other;
}

/// The documented example of a request, as this bearer sends it.
http::Request example(const Operation& operation, const std::string& token) {
    auto path = operation.path;
    path = test::filled(std::move(path));
    auto request = test::request(method_of(operation), path, token,
                                 operation.body() ? operation.example() : json::Value{});
    request.idempotency_key = test::command_id(1, 1).hex();
    return request;
}

std::vector<Operation> routes_with_body() {
    std::vector<Operation> found;
    for (const auto& operation : Contract::of_the_box().operations())
        if (operation.body()) found.push_back(operation);
    return found;
}

/// A device that waits may say that it is there, and that it waits no more.
bool is_for_waiting(const std::string& path) {
    return path.ends_with("/heartbeat") || path.ends_with("/leave");
}

}  // namespace

TEST_CASE("api: each route serves its audience and refuses every other, on all routes") {
    ServedRoom room;
    const auto invigilator = room.entered();
    const auto lost = room.joined(1);
    room.joined(1);  // asks to take over, and is itself replaced by the next
    const auto waiting = room.joined(1);
    const std::map<std::string, std::string> bearers = {
        {"nobody", ""},       {"stranger", std::string(32, '0')}, {"candidate", lost},
        {"waiting", waiting}, {"invigilator", invigilator},
    };
    int refused = 0;
    for (const auto& operation : Contract::of_the_box().operations()) {
        if (operation.scheme().empty()) continue;
        for (const auto& [who, token] : bearers) {
            const bool is_candidate = who == "candidate" || who == "waiting";
            const bool is_own = (operation.scheme() == "candidateToken" && is_candidate) ||
                                (operation.scheme() == "invigilatorToken" && who == "invigilator");
            const bool must_wait = who == "waiting" && operation.responses().find("403") &&
                                   operation.scheme() == "candidateToken" &&
                                   !is_for_waiting(operation.path);
            if (is_own && !must_wait) continue;
            INFO(who << " " << operation.method << " " << operation.path);
            const auto before = room.records();
            room.clock().pass(seconds(1));
            const auto reply = room.ask(example(operation, token));
            CHECK(reply.status() == (must_wait ? 403 : 401));
            CHECK(reply.code() == (must_wait ? "device_waiting" : "token_unknown"));
            CHECK(room.records() == before);
            ++refused;
        }
    }
    CHECK(refused >= 11 * 3);
}

TEST_CASE("api: each route lets its own audience in") {
    ServedRoom room;
    const std::map<std::string, std::string> tokens = {{"candidateToken", room.joined(1)},
                                                       {"invigilatorToken", room.entered()},
                                                       {"officeToken", room.office_token()}};
    for (const auto& operation : Contract::of_the_box().operations()) {
        if (operation.scheme().empty() || operation.path.ends_with("/leave")) continue;
        INFO(operation.path);
        CHECK(room.ask(example(operation, tokens.at(operation.scheme()))).status() != 401);
    }
    const auto leaving = room.joined(2);  // whose token is none afterwards
    CHECK(room.post("/api/v1/candidates/me/leave", leaving, json::Object{}).status() == 200);
}

TEST_CASE("api: a token in any other form than ours is no token") {
    ServedRoom room;
    const auto token = room.joined(1);
    const auto status = [&](const std::string& authorization) {
        auto request = test::request(Method::get, "/api/v1/candidates/me");
        request.authorization = authorization;
        return room.ask(std::move(request)).status();
    };
    CHECK(status("Bearer " + token) == 200);
    for (const auto& form :
         {token, "Basic " + token, "bearer " + token, "Bearer  " + token, "Bearer " + token + " ",
          "Bearer " + token.substr(1), "Bearer " + token + "0", "Bearer " + std::string(32, 'G'),
          std::string("Bearer "), "Bearer " + std::string(8000, 'a')}) {
        INFO(form);
        CHECK(status(form) == 401);
    }
    auto shouted = token;
    for (auto& c : shouted) c = static_cast<char>(std::toupper(c));
    if (shouted != token) CHECK(status("Bearer " + shouted) == 401);
}

TEST_CASE("api: a refused token is told in the words of the page that sent it") {
    ServedRoom room;
    const auto candidate = room.get("/api/v1/candidates/me", "");
    const auto invigilator = room.get("/api/v1/invigilation/session", "");
    CHECK(candidate.text("title").find("poste") != std::string::npos);
    CHECK(invigilator.text("title").find("surveillant") != std::string::npos);
    CHECK(candidate.code() == invigilator.code());
}

TEST_CASE("api: the invigilator of one session sees and changes nothing of another") {
    ServedRoom room;
    auto row = room.room().session().row();
    row.id.bytes.fill(0x77);
    row.number = "654321";
    row.password_hash = test::password_hash();
    auto sheet = room.room().session().state().sheet;
    sheet.number = row.number;
    REQUIRE(room.room()
                .room()
                .create(row, {sheet, {{.candidate = {1}, .identity = test::pupil(9), .group = ""}}})
                .has_value());
    REQUIRE(room.room().room().unlock("654321", test::kDayCode).has_value());
    const auto other = room.enter(std::string(test::kPassword), "654321").text("token");
    room.joined(1);
    CHECK(room.put("/api/v1/invigilation/candidates/1/presence", other,
                   json::Object{{"present", true}})
              .code() == "candidate_absent");
    CHECK(room.candidate(1).phase == exam::Phase::present);
    const auto view = room.get("/api/v1/invigilation/session", other).body;
    CHECK(test::at(view, "candidates").array()->size() == 1);
    CHECK(room.join(test::pupil(9)).code() == "candidate_unknown");
}

TEST_CASE("api: without our header no request changes anything") {
    ServedRoom room;
    for (const auto& operation : routes_with_body()) {
        auto request = example(operation, "");
        request.x_preau = false;
        const auto reply = room.ask(std::move(request));
        INFO(operation.path);
        CHECK(reply.status() == 403);
        CHECK(reply.code() == "header_missing");
        CHECK(reply.field() == "X-Preau");
    }
}

TEST_CASE("api: a body that is not announced as JSON is refused") {
    ServedRoom room;
    for (const auto& operation : routes_with_body())
        for (const auto* type : {"", "text/plain", "application/x-www-form-urlencoded",
                                 "multipart/form-data; boundary=x", "application/jsonp",
                                 "text/json", " application/json"}) {
            auto request = example(operation, "");
            request.content_type = type;
            INFO(operation.path << " " << type);
            CHECK(room.ask(std::move(request)).status() == 415);
        }
    auto request = test::request(Method::post, "/api/v1/candidates/join", "",
                                 test::identity_body(test::pupil(1)));
    request.content_type = "application/json; charset=utf-8";
    CHECK(room.ask(std::move(request)).status() == 200);
}

TEST_CASE("api: the pages of other origins are refused, our own are served") {
    ServedRoom room;
    const auto ask = [&](const Operation& operation, const std::string& origin) {
        auto request = example(operation, "");
        request.origin = origin;
        return room.ask(std::move(request));
    };
    for (const auto& operation : routes_with_body())
        for (const auto* origin :
             {"http://evil.example", "null", "http://examen.lan", "http://examen.lan:80801",
              "http://evil.examen.lan:8080", "http://evil.example/://examen.lan:8080",
              "ftp://examen.lan:8080", "examen.lan:8080"}) {
            INFO(operation.path << " " << origin);
            const auto reply = ask(operation, origin);
            CHECK(reply.status() == 403);
            CHECK(reply.code() == "foreign_origin");
        }
    for (const auto& operation : routes_with_body())
        for (const auto* origin : {"", "http://examen.lan:8080", "https://examen.lan:8080"})
            CHECK(ask(operation, origin).code() != "foreign_origin");
}

TEST_CASE("api: what is no address of ours does not exist") {
    ServedRoom room;
    const auto token = room.entered();
    for (const auto* path : {"/",
                             "/api",
                             "/api/v1/",
                             "/api/v1/candidates",
                             "/api/v1/candidates/me/",
                             "//api/v1",
                             "/api/v1/candidates/me/answers/",
                             "/api/v1/candidates/me/answers/0",
                             "/api/v1/candidates/me/answers/01",
                             "/api/v1/candidates/me/answers/1000",
                             "/api/v1/candidates/me/answers/-1",
                             "/api/v1/candidates/me/answers/1a",
                             "/api/v1/candidates/me/answers/1/",
                             "/api/v1/candidates/me/answers/%31",
                             "/api/v1/candidates/me/answers/18446744073709551617",
                             "/api/v1/CANDIDATES/me",
                             "/api/v1/invigilation/candidates/1/",
                             "/api/v1/invigilation/candidates//end",
                             "/api/v1/invigilation/candidates/1/end/x",
                             "/api/v1/candidates/2",
                             "/api/v1/../session"}) {
        INFO(path);
        const auto reply = room.put(path, token, json::Object{});
        CHECK(reply.status() == 404);
        CHECK(reply.code() == "not_found");
    }
}

TEST_CASE("api: another method than an address has is refused and the right ones are named") {
    ServedRoom room;
    for (const auto& operation : Contract::of_the_box().operations()) {
        if (operation.scheme().empty()) continue;
        for (const auto method : {Method::get, Method::head, Method::post, Method::put}) {
            if (api::name(method) == operation.method) continue;
            auto request = example(operation, "");
            request.method = method;
            INFO(operation.path << " " << api::name(method));
            const auto reply = room.ask(std::move(request));
            CHECK(reply.status() == 405);
            CHECK(test::header(reply.response, "Allow") == operation.method);
        }
    }
}

TEST_CASE("api: parameters after a question mark are unknown to every route") {
    ServedRoom room;
    for (const auto& operation : Contract::of_the_box().operations()) {
        if (!operation.path.starts_with("/api/")) continue;
        auto request = example(operation, "");
        request.query = "token=1";
        const auto reply = room.ask(std::move(request));
        INFO(operation.path);
        CHECK(reply.status() == 400);
        CHECK(reply.code() == "unknown");
        CHECK(reply.field() == "query");
    }
}

TEST_CASE("api: one device's requests are counted, and no other device waits for it") {
    ServedRoom room;
    const auto busy = room.joined(1);
    const auto calm = room.joined(2);
    int served = 0;
    auto reply = room.get("/api/v1/candidates/me", busy);
    for (; reply.status() == 200 && served < 100; ++served)
        reply = room.get("/api/v1/candidates/me", busy);
    CHECK(served == 60);
    CHECK(reply.code() == "too_many_requests");
    CHECK(reply.retry_after() == 1);
    CHECK(room.get("/api/v1/candidates/me", calm).status() == 200);
    room.clock().pass(seconds(1));
    CHECK(room.get("/api/v1/candidates/me", busy).status() == 200);
}
