// SPDX-License-Identifier: Apache-2.0
#include "http/streams_hub.hpp"

#include "http/connection_guard.hpp"
#include "support/catch.hpp"

namespace preau::http {
namespace {

constexpr std::size_t kAll = 1'000'000;

StreamEvent event(std::uint64_t id, std::string data = "x") { return {"e", id, std::move(data)}; }

TEST_CASE("a reader whose queue is full by count is dropped and its events with it") {
    StreamsHub hub({3, 1000});
    const auto reader = hub.subscribe("t", {event(1)});
    hub.publish("t", event(2));
    hub.publish("t", event(3));
    CHECK(reader->state() == Subscription::State::live);
    hub.publish("t", event(4));
    CHECK(reader->state() == Subscription::State::overflowed);
    CHECK(reader->take(kAll).empty());
    hub.publish("t", event(5));
    CHECK(reader->take(kAll).empty());
}

TEST_CASE("a reader whose queue is full by bytes is dropped, but one large event always fits") {
    StreamsHub hub({100, 1000});
    const auto reader = hub.subscribe("t", {});
    hub.publish("t", event(1, std::string(5000, 'a')));
    CHECK(reader->state() == Subscription::State::live);
    hub.publish("t", event(2));
    CHECK(reader->state() == Subscription::State::overflowed);
}

TEST_CASE("a slow reader costs the others nothing") {
    StreamsHub hub({2, 1000});
    const auto slow = hub.subscribe("t", {});
    const auto quick = hub.subscribe("t", {});
    for (std::uint64_t id = 1; id <= 10; ++id) {
        hub.publish("t", event(id));
        CHECK(quick->take(kAll) == "id: " + std::to_string(id) + "\nevent: e\ndata: x\n\n");
    }
    CHECK(slow->state() == Subscription::State::overflowed);
    CHECK(quick->state() == Subscription::State::live);
}

TEST_CASE("events reach the readers of their topic only, first events first") {
    StreamsHub hub({});
    const auto a = hub.subscribe("a", {event(1)});
    const auto b = hub.subscribe("b", {});
    hub.publish("a", event(2));
    hub.publish("nobody", event(3));
    CHECK(a->take(1) == "id: 1\nevent: e\ndata: x\n\n");
    CHECK(a->take(1) == "id: 2\nevent: e\ndata: x\n\n");
    CHECK(a->take(1).empty());
    CHECK(b->take(kAll).empty());
}

TEST_CASE("an ended stream keeps what waits and takes no more") {
    StreamsHub hub({});
    const auto reader = hub.subscribe("t", {event(1)});
    int changes = 0;
    reader->on_change([&] { ++changes; });
    hub.end("t");
    hub.end("nobody");
    hub.publish("t", event(2));
    CHECK(changes == 1);
    CHECK(reader->state() == Subscription::State::ended);
    CHECK(reader->take(kAll) == "id: 1\nevent: e\ndata: x\n\n");
}

TEST_CASE("a reader that has gone is forgotten") {
    StreamsHub hub({});
    hub.subscribe("t", {});
    hub.publish("t", event(1));
    hub.end_all();
}

TEST_CASE("connections beyond the caps are refused, and places come back") {
    ConnectionGuard guard(3, 2);
    auto a1 = guard.enter("a");
    auto a2 = guard.enter("a");
    CHECK(a1);
    CHECK(a2);
    CHECK_FALSE(guard.enter("a"));
    auto b1 = guard.enter("b");
    CHECK(b1);
    CHECK_FALSE(guard.enter("c"));
    {
        const auto moved = std::move(*a1);
        a1.reset();
        CHECK_FALSE(guard.enter("c"));
    }
    CHECK(guard.total() == 2);
    CHECK(guard.enter("c"));
}

TEST_CASE("without a cap by address only the total counts") {
    ConnectionGuard guard(100, 0);
    std::vector<ConnectionGuard::Place> places;
    for (int i = 0; i < 100; ++i) places.push_back(std::move(*guard.enter("nat")));
    CHECK_FALSE(guard.enter("nat"));
}

}  // namespace
}  // namespace preau::http
