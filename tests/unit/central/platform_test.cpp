// SPDX-License-Identifier: Apache-2.0
#include "central/platform.hpp"

#include "central/desk/desk_commands.hpp"
#include "central/routes.hpp"
#include "support/catch.hpp"
#include "support/http_client.hpp"
#include "support/temp_dir.hpp"

#include <thread>

using namespace preau;

namespace {

/// The whole program but its command line, on a free port.
class Serving {
  public:
    Serving() {
        REQUIRE(central::begin_platform({folder_.path(), ""}, seal::Purpose::demo));
        auto platform = central::Platform::open(
            {.data = folder_.path(), .packs = folder_.path(), .address = "127.0.0.1", .port = 0});
        if (!platform) FAIL(platform.error().message);
        platform_ = std::move(*platform);
        thread_ = std::thread([this] { ended_well_ = platform_->run().has_value(); });
    }
    ~Serving() { stop(); }

    bool stop() {
        if (thread_.joinable()) {
            platform_->stop();
            thread_.join();
        }
        return ended_well_;
    }
    std::optional<test::HttpAnswer> ask(const std::string& method, const std::string& path,
                                        const std::string& body = "") const {
        return test::HttpClient(platform_->port()).request(method, path, "", body);
    }

  private:
    test::TempDir folder_;
    std::unique_ptr<central::Platform> platform_;
    std::thread thread_;
    bool ended_well_ = false;
};

}  // namespace

TEST_CASE("what is no bundle at no right address is told so") {
    Serving serving;
    const auto path = "/v1/bundles/" + std::string(64, 'a');
    CHECK(serving.ask("GET", path)->status == 404);
    CHECK(serving.ask("POST", path)->status == 405);
    CHECK(serving.ask("PUT", "/v1/bundles/ff", "x")->status == 400);
    CHECK(serving.ask("PUT", "/", "x")->status == 413);  // a body where none is expected
    CHECK(serving.ask("GET", "/v1/elsewhere")->status == 404);
    const auto refused = serving.ask("PUT", path, "x");
    REQUIRE(refused);
    CHECK(refused->status == 400);
    CHECK(refused->header("content-type") == "application/problem+json");
    CHECK(refused->body.find("\"code\":\"hash_differs\"") != std::string::npos);
    CHECK(serving.stop());
}

TEST_CASE("the status page and its style are served, and nothing of them is inline") {
    Serving serving;
    const auto page = serving.ask("GET", "/");
    REQUIRE(page);
    CHECK(page->status == 200);
    CHECK(page->header("content-type") == "text/html; charset=utf-8");
    CHECK(page->body.find("Plateforme centrale") != std::string::npos);
    CHECK(page->body.find("style=") == std::string::npos);
    CHECK(page->body.find("<script") == std::string::npos);
    CHECK(serving.ask("GET", "/style.css")->header("content-type") == "text/css; charset=utf-8");
}

TEST_CASE("only an upload of a bundle may bring a large body") {
    CHECK(central::body_bytes_max(http::Method::put, "/v1/bundles/x") == 64u * 1024 * 1024);
    CHECK(central::body_bytes_max(http::Method::post, "/v1/bundles/x") == 0);
    CHECK(central::body_bytes_max(http::Method::put, "/") == 0);
}
