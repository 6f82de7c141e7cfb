// SPDX-License-Identifier: Apache-2.0
#include "support/catch.hpp"
#include "unit/api/contract.hpp"
#include "unit/api/served_room.hpp"

using namespace preau;
using test::at;
using test::ServedRoom;

TEST_CASE("media: only the very name of a picture gives something") {
    ServedRoom room;
    const std::string name(64, 'a');
    for (const auto& path :
         {std::string("/media/"), "/media/" + name, "/media/" + name + ".png",
          "/media/" + name + ".svg/", std::string("/media/../box.db"),
          std::string("/media/%2e%2e/box.db"), "/media/" + std::string(64, 'A') + ".svg",
          "/media//" + name + ".svg", "/media/" + std::string(2000, 'a'), std::string("/mediaX")}) {
        INFO(path);
        const auto reply = room.get(path, "");
        CHECK(reply.status() == 404);
        CHECK(reply.code() == "not_found");
    }
    CHECK(room.post("/media/" + name + ".svg", "", json::Object{}).status() == 404);
}

TEST_CASE("media: a question's picture can be fetched, for ever, and never acts as a page") {
    ServedRoom room;
    const auto view = room.get("/api/v1/candidates/me", room.started(1)).body;
    const auto url = *at(at(at(view, "question"), "picture"), "url").text();
    const auto picture = room.get(url, "").response;
    CHECK(picture.status == 200);
    CHECK(picture.body == "<svg/>");
    CHECK(test::header(picture, "Content-Type") == "image/svg+xml");
    CHECK(test::header(picture, "Cache-Control").find("immutable") != std::string::npos);
    CHECK(test::header(picture, "Content-Security-Policy").find("sandbox") != std::string::npos);
}
