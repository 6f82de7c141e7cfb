// SPDX-License-Identifier: Apache-2.0
#include "support/catch.hpp"
#include "unit/api/served_room.hpp"

using namespace preau;
using test::at;
using test::ServedRoom;

namespace {

/// The next view after an answer to the question shown.
json::Value answer(ServedRoom& room, const std::string& token, const json::Value& view,
                   bool right) {
    const auto& question = at(view, "question");
    const auto number = static_cast<int>(*at(question, "number").integer());
    room.clock().pass(seconds(20));
    const auto reply =
        room.answer(token, question, right ? test::right_answer(question) : std::string("#ABAND#"),
                    test::command_id(1, number));
    REQUIRE(reply.status() == 200);
    CHECK(at(at(at(reply.body, "receipt"), "signature"), "bytes").text()->size() == 88);
    return at(reply.body, "view");
}

}  // namespace

TEST_CASE("api: a whole test, from joining to the sealed session, never shows a secret") {
    ServedRoom room;
    const auto invigilator = room.entered();
    const auto token = room.joined(1);
    REQUIRE(room.put("/api/v1/invigilation/candidates/1/presence", invigilator,
                     json::Object{{"present", true}})
                .status() == 200);
    auto view =
        room.post("/api/v1/candidates/me/start", token, json::Object{{"access_code", "bcdf 23"}})
            .body;
    CHECK(*at(view, "phase").text() == "in_progress");
    for (int asked = 1; asked <= 32; ++asked) {
        REQUIRE(*at(at(view, "question"), "number").integer() == asked);
        CHECK(*at(view, "answered").integer() == asked - 1);
        view = answer(room, token, view, asked % 3 != 0);
    }
    CHECK(*at(view, "phase").text() == "finished");
    CHECK(*at(view, "finish_reason").text() == "completed");
    CHECK(at(view, "question").is_null());
    CHECK(at(view, "clock").is_null());

    const auto sealed = room.post("/api/v1/invigilation/finalise", invigilator,
                                  json::Object{{"abort_reasons", json::Array{}}});
    REQUIRE(sealed.status() == 200);
    const auto& seal = at(sealed.body, "seal");
    CHECK(*at(seal, "state").text() == "sealed");
    CHECK(at(seal, "code").text()->size() == 19);
    CHECK(*at(seal, "size").integer() + 1 == static_cast<std::int64_t>(room.records()));
}

TEST_CASE("api: of two candidates who answer alike, right and wrong are told alike") {
    const auto shape_after = [](bool right) {
        ServedRoom room;
        const auto token = room.started(1);
        const auto view = room.get("/api/v1/candidates/me", token).body;
        const auto after = answer(room, token, view, right);
        std::string names;
        for (const auto& member : *after.object()) names += member.name + " ";
        for (const auto& member : *at(after, "question").object()) names += member.name + " ";
        return names;
    };
    CHECK(shape_after(true) == shape_after(false));
}
