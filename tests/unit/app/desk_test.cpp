// SPDX-License-Identifier: Apache-2.0
#include "app/desk.hpp"

#include "base/file.hpp"
#include "base/limits.hpp"
#include "support/catch.hpp"
#include "support/temp_dir.hpp"

#include <thread>

using namespace preau;

namespace {

http::StaticFiles one_page() {
    const test::TempDir folder;
    REQUIRE(write_file(folder.file("page.html"), as_bytes("<p>page</p>")).has_value());
    auto pages = http::StaticFiles::load(folder.path());
    REQUIRE(pages.has_value());
    return std::move(*pages);
}

/// A desk, and the statuses of the answers that left it.
struct Counter {
    http::StaticFiles pages = one_page();
    app::Desk desk{pages};
    std::vector<int> answered;

    void send(std::string path) {
        http::Request request;
        request.path = std::move(path);
        desk.dispatch(std::move(request),
                      [this](const http::Response& r) { answered.push_back(r.status); });
    }
};

}  // namespace

TEST_CASE("a page is answered at once, whatever waits for the room") {
    Counter counter;
    counter.send("/api/v1/candidates/me");
    counter.send("/page.html");
    CHECK(counter.answered == std::vector{200});
}

TEST_CASE("all that waits is taken together, in its order") {
    Counter counter;
    counter.send("/a");
    counter.send("/b");
    const auto waiting = counter.desk.take(seconds(0));
    REQUIRE(waiting.size() == 2);
    CHECK(waiting[0].request.path == "/a");
    CHECK(waiting[1].request.path == "/b");
    CHECK(counter.desk.take(seconds(0)).empty());
}

TEST_CASE("a request too many is asked to come back, the others keep their place") {
    Counter counter;
    for (std::size_t i = 0; i < limits::waiting_requests_max + 3; ++i) counter.send("/a");
    CHECK(counter.answered == std::vector{503, 503, 503});
    CHECK(counter.desk.take(seconds(0)).size() == limits::waiting_requests_max);
}

TEST_CASE("a desk that closes gives out what waits, then takes nothing more") {
    Counter counter;
    counter.send("/a");
    counter.desk.close();
    CHECK_FALSE(counter.desk.closed());
    counter.send("/late");
    CHECK(counter.answered == std::vector{503});
    CHECK(counter.desk.take(seconds(600)).size() == 1);
    CHECK(counter.desk.closed());
}

TEST_CASE("a request that arrives wakes whoever waits for one") {
    Counter counter;
    std::size_t taken = 0;
    std::thread room([&] { taken = counter.desk.take(seconds(600)).size(); });
    counter.send("/a");
    room.join();
    CHECK(taken == 1);
}
