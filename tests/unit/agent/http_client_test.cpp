// SPDX-License-Identifier: Apache-2.0
#include "agent/http_client.hpp"

#include "http/running_server.hpp"
#include "support/catch.hpp"

using namespace preau;
using namespace preau::agent;

namespace {

std::string url(const http::RunningServer& server, const std::string& path) {
    return "http://127.0.0.1:" + std::to_string(server.port()) + path;
}

}  // namespace

TEST_CASE(
    "a server that is not there, a wrong scheme and no address are errors that name the url") {
    HttpClient client;
    for (const auto* where : {"http://127.0.0.1:1/", "file:///etc/passwd", "", "http://"}) {
        INFO(where);
        const auto answer = client.send({.url = where});
        REQUIRE_FALSE(answer);
        CHECK(answer.error().kind == ErrorKind::environment);
        CHECK(answer.error().message.find(where) != std::string::npos);
    }
}

TEST_CASE("an answer longer than accepted is an error") {
    const http::RunningServer server({}, [](http::Request, http::Reply reply) {
        http::Response response;
        response.body = std::string(1001, 'x');
        reply(std::move(response));
    });
    HttpClient enough({.answer_bytes_max = 1001});
    CHECK(enough.send({.url = url(server, "/")}).value().body.size() == 1001);
    HttpClient less({.answer_bytes_max = 1000});
    CHECK_FALSE(less.send({.url = url(server, "/")}));
}

TEST_CASE("a server that does not answer in time is given up") {
    http::Reply kept;
    http::ServerConfig impatient;
    impatient.deadlines.drain = milliseconds(10);
    http::RunningServer server(impatient,
                               [&](http::Request, http::Reply reply) { kept = std::move(reply); });
    HttpClient client;
    CHECK_FALSE(client.send({.url = url(server, "/"), .timeout = milliseconds(50)}));
    HttpClient stopped({.is_cancelled = [] { return true; }});
    const auto answer = stopped.send({.url = url(server, "/")});
    REQUIRE_FALSE(answer);
    CHECK(answer.error().message.find("given up") != std::string::npos);
}

TEST_CASE("method, path, headers and body arrive as they were given") {
    http::Request seen;
    const http::RunningServer server({}, [&](http::Request request, http::Reply reply) {
        seen = std::move(request);
        http::Response response;
        response.status = 201;
        response.headers = {{"Retry-After", "4"}};
        response.body = "made";
        reply(std::move(response));
    });
    HttpClient client;
    const std::string body("\0{\"a\":1}\xff", 9);
    const auto answer = client.send({.method = "PUT",
                                     .url = url(server, "/thing?x=1"),
                                     .headers = {{"Authorization", "Bearer 12"},
                                                 {"Content-Type", "application/json"},
                                                 {"X-Preau", "1"}},
                                     .body = body});
    REQUIRE(answer);
    CHECK(answer->status == 201);
    CHECK(answer->header("retry-after") == "4");
    CHECK(answer->header("absent").empty());
    CHECK(answer->body == "made");
    CHECK(seen.method == http::Method::put);
    CHECK(seen.path == "/thing");
    CHECK(seen.query == "x=1");
    CHECK(seen.authorization == "Bearer 12");
    CHECK(seen.content_type == "application/json");
    CHECK(seen.x_preau);
    CHECK(seen.body == body);
}

TEST_CASE("requests follow each other on one connection and leave nothing behind in the next") {
    http::ServerConfig one_at_a_time;
    one_at_a_time.connections_max = 1;
    const http::RunningServer server(one_at_a_time);
    HttpClient client;
    CHECK(client.send({.method = "POST", .url = url(server, "/a"), .body = "one"}).value().body ==
          "/a? one");
    CHECK(client.send({.url = url(server, "/b")}).value().body == "/b? ");
    CHECK(client.send({.method = "HEAD", .url = url(server, "/c")}).value().body.empty());
    CHECK(client.send({.method = "POST", .url = url(server, "/d")}).value().body == "/d? ");
}
