// SPDX-License-Identifier: Apache-2.0
#include "http/running_server.hpp"
#include "support/catch.hpp"

#include <string>

namespace preau::http {
namespace {

using std::string;
const string kHost = "Host: localhost\r\n";

ServerConfig with_deadlines(Deadlines deadlines) {
    ServerConfig config;
    config.deadlines = deadlines;
    return config;
}

TEST_CASE("a header that trickles in is cut at its deadline, however often a byte arrives") {
    Deadlines deadlines;
    deadlines.header = milliseconds(150);
    RunningServer server(with_deadlines(deadlines));
    auto client = server.connect();
    // The socket's own reading is the pause between two bytes: no answer within it.
    const string head = "GET / HTTP/1.1\r\n" + kHost + "X-A: " + string(4000, 'a');
    std::optional<test::HttpAnswer> answer;
    for (const char c : head) {
        if (!client.send(string(1, c))) break;
        if (client.readable_within(milliseconds(5))) {
            answer = client.read_answer();
            break;
        }
    }
    REQUIRE(answer);
    CHECK(answer->status == 408);
    CHECK(client.closed_by_peer());
}

TEST_CASE("a body that does not come is cut at its deadline") {
    Deadlines deadlines;
    deadlines.body = milliseconds(50);
    RunningServer server(with_deadlines(deadlines));
    auto client = server.connect();
    client.send("PUT /a HTTP/1.1\r\n" + kHost + "Content-Length: 10\r\n\r\nhalf");
    const auto answer = client.read_answer();
    REQUIRE(answer);
    CHECK(answer->status == 408);
    CHECK(answer->header("content-type") == "application/problem+json");
    CHECK(client.closed_by_peer());
}

TEST_CASE("a bare line feed never ends a header") {
    Deadlines deadlines;
    deadlines.header = milliseconds(50);
    RunningServer server(with_deadlines(deadlines));
    auto client = server.connect();
    client.send("GET / HTTP/1.1\nHost: localhost\n\n");
    const auto answer = client.read_answer();
    REQUIRE(answer);
    CHECK(answer->status == 408);
}

TEST_CASE("an idle connection is closed without a word, new or used") {
    Deadlines deadlines;
    deadlines.idle = milliseconds(50);
    RunningServer server(with_deadlines(deadlines));
    auto fresh = server.connect();
    CHECK(fresh.closed_by_peer());
    auto used = server.connect();
    REQUIRE(used.request("GET", "/"));
    CHECK(used.closed_by_peer());
}

TEST_CASE("a client that never reads its answer is cut at the write deadline") {
    Deadlines deadlines;
    deadlines.write = milliseconds(50);
    deadlines.drain = minutes(10);  // the stop below must not be what cuts it
    const auto large = std::make_shared<const string>(string(32u * 1024 * 1024, 'x'));
    RunningServer server(with_deadlines(deadlines), [&](Request, Reply reply) {
        Response response;
        response.shared_body = large;
        reply(std::move(response));
    });
    auto client = server.connect();
    client.send("GET / HTTP/1.1\r\n" + kHost + "\r\n");
    REQUIRE(client.readable_within(seconds(5)));
    auto other = server.connect();  // the thread is free meanwhile
    REQUIRE(other.request("HEAD", "/"));
    server.stop();  // waits for the cut
    CHECK(client.read_to_end().size() < large->size());
}

TEST_CASE("a connection carries many requests, whole and in parts") {
    RunningServer server;
    auto client = server.connect();
    for (int i = 0; i < 50; ++i) {
        const auto answer = client.request("PUT", "/n/" + std::to_string(i) + "?q", "", "body");
        REQUIRE(answer);
        CHECK(answer->status == 200);
        CHECK(answer->body == "/n/" + std::to_string(i) + "?q body");
        CHECK(answer->header("connection").empty());
    }
    const string whole = "PUT /a HTTP/1.1\r\n" + kHost + "Content-Length: 4\r\n\r\nbody";
    for (const char c : whole) REQUIRE(client.send(string(1, c)));
    const auto answer = client.read_answer();
    REQUIRE(answer);
    CHECK(answer->body == "/a? body");
}

TEST_CASE("the last request that a connection may carry is answered with close") {
    ServerConfig config;
    config.requests_per_connection_max = 3;
    RunningServer server(config);
    auto client = server.connect();
    for (int i = 1; i <= 3; ++i) {
        const auto answer = client.request("GET", "/");
        REQUIRE(answer);
        CHECK(answer->header("connection") == (i == 3 ? "close" : ""));
    }
    CHECK(client.closed_by_peer());
}

TEST_CASE("a client that asks for close gets its answer and the close") {
    RunningServer server;
    auto client = server.connect();
    const auto answer = client.request("GET", "/", "Connection: keep-alive, Close\r\n");
    REQUIRE(answer);
    CHECK(answer->header("connection") == "close");
    CHECK(client.closed_by_peer());
}

TEST_CASE("a half-closed client still gets its answer") {
    RunningServer server;
    auto client = server.connect();
    client.send("GET /half HTTP/1.1\r\n" + kHost + "\r\n");
    client.half_close();
    const auto answer = client.read_answer();
    REQUIRE(answer);
    CHECK(answer->body == "/half? ");
    CHECK(client.closed_by_peer());
}

TEST_CASE("HEAD is answered like GET without the body") {
    RunningServer server;
    auto client = server.connect();
    client.send("HEAD /a HTTP/1.1\r\n" + kHost + "\r\nGET /b HTTP/1.1\r\n" + kHost + "\r\n");
    CHECK(client.read_answer(true)->status == 400);  // no pipelining behind it either
    auto other = server.connect();
    const auto answer = other.request("HEAD", "/a");
    REQUIRE(answer);
    CHECK(answer->header("content-length") == "4");
    CHECK(other.request("GET", "/b")->status == 200);
}

TEST_CASE("a refused HEAD has no body either") {
    RunningServer server({}, [](Request, Reply reply) {
        Response response;
        response.status = 404;
        response.body = "none";
        reply(std::move(response));
    });
    auto client = server.connect();
    CHECK(client.request("HEAD", "/a")->status == 404);
    CHECK(client.request("GET", "/b")->body == "none");
}

TEST_CASE("100-continue is said before the body, unless the body is there or is refused") {
    RunningServer server;
    const string head = "POST /a HTTP/1.1\r\n" + kHost + "Expect: 100-Continue\r\nContent-Length: ";
    auto client = server.connect();
    client.send(head + "5\r\n\r\n");
    CHECK(client.read_head()->status == 100);
    client.send("hello");
    CHECK(client.read_answer()->body == "/a? hello");
    client.send(head + "5\r\n\r\nhello");
    CHECK(client.read_answer()->body == "/a? hello");
    client.send(head + "99999999\r\n\r\n");
    CHECK(client.read_answer()->status == 413);
}

TEST_CASE("the sender of a body that is too large can read why") {
    RunningServer server;
    auto client = server.connect();
    const auto answer = client.request("POST", "/a", "", string(200'000, 'x'));
    REQUIRE(answer);
    CHECK(answer->status == 413);
    CHECK(client.closed_by_peer());
    CHECK_FALSE(client.was_reset());
}

TEST_CASE("the limit of a body is the route's") {
    ServerConfig config;
    config.body_bytes_max = [](Method method, std::string_view path) -> std::size_t {
        return method == Method::post && path == "/large" ? 1'000'000 : 3;
    };
    RunningServer server(config);
    CHECK(server.connect().request("POST", "/large", "", string(1'000'000, 'x'))->status == 200);
    CHECK(server.connect().request("PUT", "/large", "", "four")->status == 413);
    CHECK(server.connect().request("POST", "/large?x", "", "four")->status == 200);
    CHECK(server.connect().request("POST", "/small", "", "four")->status == 413);
}

TEST_CASE("the fields that the application reads are copied, and nothing is decoded") {
    Request seen;
    RunningServer server({}, [&](Request request, Reply reply) {
        seen = std::move(request);
        reply(Response());
    });
    auto client = server.connect();
    REQUIRE(client.request("PUT", "/a%2fb?c=%20&d",
                           "Authorization: Bearer abc\r\nIdempotency-Key: 0123\r\n"
                           "Content-Type: application/json\r\nIf-None-Match: \"t\"\r\n"
                           "Origin: http://Examen.lan:8080\r\nLast-Event-ID: 9\r\n"
                           "X-PREAU: 1\r\nAccept-Encoding: gzip\r\n",
                           "{}"));
    server.stop();
    CHECK(seen.method == Method::put);
    CHECK(seen.path == "/a%2fb");
    CHECK(seen.query == "c=%20&d");
    CHECK(seen.authorization == "Bearer abc");
    CHECK(seen.idempotency_key == "0123");
    CHECK(seen.content_type == "application/json");
    CHECK(seen.if_none_match == "\"t\"");
    CHECK(seen.origin == "http://Examen.lan:8080");
    CHECK(seen.last_event_id == "9");
    CHECK(seen.host == "localhost");
    CHECK(seen.x_preau);
    CHECK(seen.accepts_gzip);
    CHECK(seen.body == "{}");
    CHECK(seen.peer == "127.0.0.1");
}

TEST_CASE("a resumable upload's method and fields are for who takes them, and each is said once") {
    Request seen;
    ServerConfig config;
    config.accepts_patch = true;
    config.body_bytes_max = [](Method, std::string_view) -> std::size_t { return 10; };
    RunningServer server(config, [&](Request request, Reply reply) {
        seen = std::move(request);
        Response none;
        none.status = 204;
        reply(std::move(none));
    });
    const string fields =
        "Tus-Resumable: 1.0.0\r\nUpload-Length: 9\r\nUpload-Offset: 3\r\n"
        "Upload-Checksum: sha256 AA==\r\nUpload-Metadata: sig BB==\r\n";
    CHECK(server.connect().request("PATCH", "/", fields + "Upload-Offset: 4\r\n", "x")->status ==
          400);
    const auto answer = server.connect().request("PATCH", "/", fields, "x");
    REQUIRE(answer);
    CHECK(answer->status == 204);
    CHECK(answer->headers.count("content-length") == 0);
    server.stop();
    CHECK(seen.method == Method::patch);
    CHECK(seen.tus_resumable == "1.0.0");
    CHECK(seen.upload_length == "9");
    CHECK(seen.upload_offset == "3");
    CHECK(seen.upload_checksum == "sha256 AA==");
    CHECK(seen.upload_metadata == "sig BB==");
}

TEST_CASE("bodies that would hold too much together wait for their turn") {
    ServerConfig config;
    config.bodies_bytes_max = 100;
    RunningServer server(config);
    auto slow = server.connect();
    REQUIRE(slow.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 60\r\n\r\n"));
    std::optional<test::HttpAnswer> refused;
    while (!refused || refused->status == 200)  // until the head of the other has been read
        refused = server.connect().request("POST", "/", "", string(60, 'x'));
    CHECK(refused->status == 503);
    CHECK(refused->header("retry-after") == "2");
    CHECK(server.connect().request("POST", "/", "", string(40, 'x'))->status == 200);
    REQUIRE(slow.send(string(60, 'x')));
    CHECK(slow.read_answer()->status == 200);
    CHECK(server.connect().request("POST", "/", "", string(60, 'x'))->status == 200);
}

}  // namespace
}  // namespace preau::http
