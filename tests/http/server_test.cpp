// SPDX-License-Identifier: Apache-2.0
#include "http/running_server.hpp"
#include "support/catch.hpp"

#include <csignal>
#include <future>
#include <stdexcept>
#include <string>
#include <vector>

namespace preau::http {
namespace {

using std::string;

/// Keeps the replies for the test to give.
struct Held {
    std::promise<Reply> promise;

    ScriptedDispatcher::Script script() {
        return [this](Request, Reply reply) { promise.set_value(std::move(reply)); };
    }
    Reply take() { return promise.get_future().get(); }
};

Response text(string body) {
    Response response;
    response.body = std::move(body);
    return response;
}

TEST_CASE("a port in use, or an address that is not ours, is said in one sentence") {
    RunningServer server;
    ScriptedDispatcher dispatcher;
    ServerConfig config;
    config.port = server.port();
    const auto taken = Server(config, dispatcher).listen();
    REQUIRE_FALSE(taken);
    CHECK(taken.error().kind == ErrorKind::environment);
    CHECK(taken.error().message ==
          "listen on 127.0.0.1 port " + std::to_string(server.port()) + ": Address already in use");
    config.address = "192.0.2.1";
    CHECK_FALSE(Server(config, dispatcher).listen());
    config.address = "not an address";
    CHECK_FALSE(Server(config, dispatcher).listen());
}

TEST_CASE("a reply that is let go uncalled answers 503") {
    RunningServer server({}, [](Request, Reply) {});
    auto client = server.connect();
    const auto answer = client.request("GET", "/");
    REQUIRE(answer);
    CHECK(answer->status == 503);
    CHECK(answer->header("retry-after") == "2");
    CHECK(client.request("GET", "/"));
}

TEST_CASE("a dispatcher that throws costs its connection, not the server") {
    RunningServer server({}, [](Request request, Reply reply) {
        if (request.path == "/throw") throw std::runtime_error("a test of the last door");
        reply(text("fine"));
    });
    auto client = server.connect();
    CHECK_FALSE(client.request("GET", "/throw"));
    CHECK(client.closed_by_peer());
    CHECK(server.connect().request("GET", "/")->body == "fine");
}

TEST_CASE("a reply from another thread reaches the client") {
    Held held;
    RunningServer server({}, held.script());
    auto client = server.connect();
    client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    std::thread([&] { held.take()(text("from afar")); }).join();
    CHECK(client.read_answer()->body == "from afar");
}

TEST_CASE("a reply for a client that has vanished is dropped") {
    Held held;
    RunningServer server({}, held.script());
    auto client = server.connect();
    client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    const auto reply = held.take();
    client.reset();
    reply(text(string(1'000'000, 'x')));
    CHECK(server.connect().connected());
}

TEST_CASE("a reply after the server has gone is dropped") {
    ServerConfig config;
    config.deadlines.drain = milliseconds(20);
    Held held;
    RunningServer server(config, held.script());
    auto client = server.connect();
    client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    const auto reply = held.take();
    server.stop_and_destroy();
    reply(text("late"));
    CHECK(client.closed_by_peer());
}

TEST_CASE("stop ends idle connections at once, sends the answers under way and ends streams") {
    std::promise<Reply> held;
    ServerConfig config;
    config.deadlines.drain = config.deadlines.linger = minutes(10);  // nothing below needs them
    RunningServer server(config, [&](Request request, Reply reply) {
        if (request.path == "/held") return held.set_value(std::move(reply));
        Response response;
        response.stream_topic = "t";
        response.first_events = {{"view", 1, "x"}};
        reply(std::move(response));
    });
    auto fresh = server.connect();
    auto reader = server.connect();
    reader.send("GET /stream HTTP/1.1\r\nHost: localhost\r\n\r\n");
    REQUIRE(reader.read_head());
    auto waiting = server.connect();
    waiting.send("GET /held HTTP/1.1\r\nHost: localhost\r\n\r\n");
    const auto reply = held.get_future().get();

    std::thread stopping([&] { server.stop(); });
    CHECK(fresh.closed_by_peer());
    CHECK(reader.read_event());
    CHECK_FALSE(reader.read_event());
    CHECK(reader.stream_ended_properly());
    CHECK_FALSE(server.connect().request("GET", "/stream"));
    reply(text("still answered"));
    const auto answer = waiting.read_answer();
    REQUIRE(answer);
    CHECK(answer->body == "still answered");
    CHECK(answer->header("connection") == "close");
    for (auto* client : {&fresh, &reader, &waiting}) client->reset();
    stopping.join();
}

TEST_CASE("what hangs is cut at the drain deadline") {
    ServerConfig config;
    config.deadlines.drain = milliseconds(50);
    Held held;
    RunningServer server(config, held.script());
    auto client = server.connect();
    client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    const auto reply = held.take();
    auto half = server.connect();
    half.send("GET / HTT");
    server.stop();
    CHECK(client.closed_by_peer());
}

TEST_CASE("stop may come before run, twice, and from a signal handler") {
    static std::atomic<Server*> target;
    ScriptedDispatcher dispatcher;
    Server server({}, dispatcher);
    REQUIRE(server.listen());
    target = &server;
    const auto before = std::signal(SIGUSR1, [](int) { target.load()->stop(); });
    REQUIRE(std::raise(SIGUSR1) == 0);
    std::signal(SIGUSR1, before);
    server.stop();
    server.run();
}

TEST_CASE("connections beyond the cap are told to come back, and a freed place is used") {
    ServerConfig config;
    config.connections_max = 2;
    RunningServer server(config);
    auto a = server.connect();
    std::optional<test::HttpClient> b(server.connect());
    REQUIRE(a.request("GET", "/"));
    REQUIRE(b->request("GET", "/"));
    auto c = server.connect();
    const auto refused = c.read_answer();
    REQUIRE(refused);
    CHECK(refused->status == 503);
    CHECK(refused->header("retry-after") == "2");
    b.reset();
    for (;;) {  // until the server has seen the end of b
        auto d = server.connect();
        const auto answer = d.request("GET", "/");
        if (answer && answer->status == 200) break;
    }
    CHECK(a.request("GET", "/"));
}

TEST_CASE("connections of one address are capped unless the room is behind one address") {
    ServerConfig config;
    config.connections_per_address_max = 3;
    RunningServer capped(config);
    config.connections_per_address_max = 0;
    RunningServer open(config);
    std::vector<test::HttpClient> clients;
    for (int i = 0; i < 40; ++i) {
        clients.push_back(open.connect());
        REQUIRE(clients.back().request("GET", "/")->status == 200);
    }
    for (int i = 0; i < 3; ++i) {
        clients.push_back(capped.connect());
        REQUIRE(clients.back().request("GET", "/")->status == 200);
    }
    CHECK(capped.connect().read_answer()->status == 503);
}

TEST_CASE("three hundred slow clients do not keep one quick client waiting") {
    ServerConfig config;
    config.connections_per_address_max = 0;
    RunningServer server(config);
    std::vector<test::HttpClient> slow;
    for (int i = 0; i < 300; ++i) {
        slow.push_back(server.connect());
        REQUIRE(slow.back().send("GET / HTTP/1.1\r\nHost: loc"));
    }
    CHECK(server.connect().request("GET", "/quick")->body == "/quick? ");
    CHECK(slow.front().send("alhost\r\n\r\n"));
    CHECK(slow.front().read_answer()->status == 200);
}

TEST_CASE("many threads reply and publish while clients come and go") {
    ServerConfig config;
    config.connections_per_address_max = 0;
    std::vector<std::jthread> repliers;
    RunningServer server(config, [&](Request request, Reply reply) {
        repliers.emplace_back([request = std::move(request), reply = std::move(reply)] {
            reply(text(request.path));
        });
    });
    std::vector<std::thread> threads;
    std::atomic<int> right = 0;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&, t] {
            for (int i = 0; i < 50; ++i) {
                const string path = "/" + std::to_string(t) + "/" + std::to_string(i);
                auto client = server.connect();
                if (i % 5 == 0) {
                    client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
                    client.reset();
                    ++right;
                    continue;
                }
                const auto answer = client.request("GET", path);
                if (answer && answer->body == path) ++right;
                server.server().publish("t", {"e", 1, "x"});
            }
        });
    for (auto& thread : threads) thread.join();
    CHECK(right == 200);
}

}  // namespace
}  // namespace preau::http
