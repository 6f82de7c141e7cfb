// SPDX-License-Identifier: Apache-2.0
#include "http/running_server.hpp"
#include "support/catch.hpp"

#include <atomic>
#include <string>
#include <vector>

namespace preau::http {
namespace {

using std::string;

/// Streams the topic named by the path, beginning with one snapshot event.
void stream_path(Request request, Reply reply) {
    Response response;
    response.stream_topic = request.path;
    response.first_events = {{"view", 1, "last=" + request.last_event_id}};
    reply(std::move(response));
}

test::HttpClient open_stream(RunningServer& server, const string& path,
                             const string& header_lines = "") {
    auto client = server.connect();
    client.send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + header_lines + "\r\n");
    const auto head = client.read_head();
    REQUIRE(head);
    REQUIRE(head->status == 200);
    CHECK(head->header("content-type") == "text/event-stream");
    CHECK(head->header("cache-control") == "no-store");
    CHECK(head->header("transfer-encoding") == "chunked");
    return client;
}

TEST_CASE("a reader that takes nothing is dropped while another gets every event") {
    ServerConfig config;
    config.stream_queue = {1000, 4u * 1024 * 1024};
    config.deadlines.write = minutes(10);  // the full queue must be what cuts it
    config.deadlines.drain = minutes(10);
    RunningServer server(config, stream_path);
    auto slow = open_stream(server, "/t");
    auto quick = open_stream(server, "/t");
    REQUIRE(quick.read_event());
    const string large(256 * 1024, 'x');
    for (std::uint64_t id = 2; id <= 100; ++id) {
        server.server().publish("/t", {"view", id, large});
        const auto event = quick.read_event();
        REQUIRE(event);
        CHECK(event->id == std::to_string(id));
        CHECK(event->data.size() == large.size());
    }
    server.stop();  // would wait for the slow reader were it not cut already
    CHECK(slow.read_to_end().size() < 98 * large.size());
}

TEST_CASE("a reader that stops reading is cut at the write deadline") {
    ServerConfig config;
    config.deadlines.write = milliseconds(50);
    config.deadlines.drain = minutes(10);
    RunningServer server(config, stream_path);
    auto slow = open_stream(server, "/t");
    server.server().publish("/t", {"view", 2, string(32u * 1024 * 1024, 'x')});
    REQUIRE(slow.readable_within(seconds(5)));
    server.stop();
    CHECK(slow.read_to_end().size() < 32u * 1024 * 1024);
}

TEST_CASE("the first events come first, then what is published on the topic") {
    RunningServer server({}, stream_path);
    auto reader = open_stream(server, "/a");
    server.server().publish("/b", {"view", 8, "other topic"});
    server.server().publish("/a", {"seen", 9, "two\nlines"});
    const auto first = reader.read_event();
    REQUIRE(first);
    CHECK(first->id == "1");
    CHECK(first->name == "view");
    CHECK(first->data == "last=");
    const auto second = reader.read_event();
    REQUIRE(second);
    CHECK(second->id == "9");
    CHECK(second->name == "seen");
    CHECK(second->data == "two\nlines");
}

TEST_CASE("what is published right behind the reply is never lost") {
    std::atomic<Server*> running = nullptr;
    RunningServer server({}, [&](Request request, Reply reply) {
        // From another thread, as the room does.
        std::thread([&running, request = std::move(request), reply = std::move(reply)]() mutable {
            stream_path(std::move(request), std::move(reply));
            running.load()->publish("/t", {"view", 2, "behind"});
        }).join();
    });
    running = &server.server();
    for (int i = 0; i < 50; ++i) {
        auto reader = open_stream(server, "/t");
        CHECK(reader.read_event()->id == "1");
        CHECK(reader.read_event()->id == "2");
    }
}

TEST_CASE("a reader that comes back sends its last id and gets a fresh snapshot") {
    RunningServer server({}, stream_path);
    { auto reader = open_stream(server, "/t"); }
    auto again = open_stream(server, "/t", "Last-Event-ID: 41\r\n");
    CHECK(again.read_event()->data == "last=41");
    server.server().publish("/t", {"view", 42, "x"});
    CHECK(again.read_event()->id == "42");
}

TEST_CASE("a quiet stream gives signs of life") {
    ServerConfig config;
    config.deadlines.comment = milliseconds(20);
    RunningServer server(config, stream_path);
    auto reader = open_stream(server, "/t");
    CHECK(reader.read_block()->starts_with("id: 1"));
    for (int i = 0; i < 3; ++i) CHECK(reader.read_block() == ": k");
}

TEST_CASE("a stream ends properly when its topic ends, after what was published") {
    ServerConfig config;
    config.deadlines.linger = minutes(10);  // the reader's own end must be what ends the wait
    RunningServer server(config, stream_path);
    auto reader = open_stream(server, "/t");
    auto other = open_stream(server, "/other");
    server.server().publish("/t", {"view", 2, "last words"});
    server.server().end_streams("/t");
    CHECK(reader.read_event()->id == "1");
    CHECK(reader.read_event()->data == "last words");
    CHECK_FALSE(reader.read_event());
    CHECK(reader.stream_ended_properly());
    CHECK(reader.closed_by_peer());
    server.server().publish("/other", {"view", 2, "x"});
    CHECK(other.read_event()->id == "1");
    CHECK(other.read_event()->id == "2");
}

TEST_CASE("a reader that leaves frees its place at once, in order, halfway, or by a reset") {
    ServerConfig config;
    config.connections_max = 1;
    RunningServer server(config, stream_path);
    const auto leave = [&](int manner) {
        std::optional<test::HttpClient> reader;
        // The place of the one before is free as soon as the server has seen it go.
        for (;;) {
            reader.emplace(server.port());
            reader->send("GET /t HTTP/1.1\r\nHost: localhost\r\n\r\n");
            const auto head = reader->read_head();
            if (head && head->status == 200) break;
        }
        if (manner == 0) reader->half_close();
        if (manner == 1) reader->reset();
        if (manner == 2) reader->send("GET /pipelined HTTP/1.1\r\n\r\n");
        if (manner == 0 || manner == 2) reader->read_to_end();
    };
    for (int i = 0; i < 12; ++i) leave(i % 4);
}

TEST_CASE("HEAD on a stream is answered without becoming one") {
    RunningServer server({}, stream_path);
    auto client = server.connect();
    const auto answer = client.request("HEAD", "/t");
    REQUIRE(answer);
    CHECK(answer->status == 200);
    CHECK(client.request("HEAD", "/t"));
}

}  // namespace
}  // namespace preau::http
