// SPDX-License-Identifier: Apache-2.0
#include "office/deliveries.hpp"

#include "base/file.hpp"
#include "support/catch.hpp"
#include "support/temp_dir.hpp"
#include "unit/api/invigilator.hpp"

using namespace preau;
using test::at;
using test::Reply;
using test::ServedRoom;

namespace {

/// A box with an office: a code, an inbox, an outbox.
struct Office {
    ServedRoom room;
    test::TempDir folder;
    std::string code;

    Office() {
        auto& world = room.world();
        world.inbox = world.outbox = folder.path();
        world.office_door = office::OfficeDoor(folder.path() / "office.code");
        renew();
    }
    void renew() {
        code = office::OfficeDoor::renew_code(folder.path() / "office.code", room.world().entropy)
                   .value();
    }
    Reply enter(const std::string& typed) {
        return room.post("/api/v1/office/enter", "", json::Object{{"code", typed}});
    }
    std::string token() { return enter(code).text("token"); }
    Reply look(const std::string& token) { return room.get("/api/v1/deliveries", token); }
    json::Value only(const std::string& token) {
        const auto reply = look(token);
        REQUIRE(reply.status() == 200);
        const auto& all = *at(reply.body, "deliveries").array();
        REQUIRE(all.size() == 1);
        return all.front();
    }
    void seal() {
        room.room().start(1);
        room.room().finish(1);
        room.room().finalise();
    }
    std::string session() { return room.room().authorisation().session.hex(); }
    /// As preau-sync writes it.
    void tell(const std::string& delivery) {
        const auto text =
            R"({"v":1,"contact":{"answered_at":null,"error":null},"stick":null,"deliveries":[)" +
            delivery + "]}";
        REQUIRE(write_file(folder.path() / "deliveries.json", as_bytes(text)));
    }
    std::string sending(const std::string& state) {
        return R"({"session":")" + session() + R"(","state":")" + state +
               R"(","bytes_sent":5,"bytes_total":10,"error":{"code":"cut","message":"La ligne a )"
               R"(été coupée.","said":""},"tried_at":"2026-11-25T10:00:00.000Z","next_try":null})";
    }
};

}  // namespace

TEST_CASE("office: five wrong codes from one address, then none for a minute, but elsewhere") {
    Office office;
    for (int i = 0; i < 5; ++i) {
        const auto reply = office.enter("SGWQ-5WT7-7ERD-C9M5");
        CHECK(reply.status() == 403);
        CHECK(reply.code() == "office_code_wrong");
    }
    CHECK(office.enter(office.code).status() == 429);
    office.room.peer = "192.168.1.99";
    CHECK(office.enter(office.code).status() == 201);
    CHECK(office.enter("").code() == "missing");
}

TEST_CASE("office: a code may be typed as people do, as often as it is right") {
    Office office;
    auto typed = office.code;
    std::erase(typed, '-');
    for (auto& c : typed)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    for (int i = 0; i < 20; ++i) CHECK(office.enter(typed).status() == 201);
}

TEST_CASE("office: nobody looks without its token, nor with a candidate's or an invigilator's") {
    Office office;
    CHECK(office.look("").status() == 401);
    CHECK(office.look(office.room.joined(1)).status() == 401);
    CHECK(office.look(office.room.entered()).status() == 401);
    CHECK(office.room.get("/api/v1/invigilation/session", office.token()).status() == 401);
    CHECK(office.look(office.token()).status() == 200);
}

TEST_CASE("office: a new code ends the tokens of the one before, a box without code has no door") {
    Office office;
    const auto token = office.token();
    office.renew();
    CHECK(office.look(token).status() == 401);
    std::filesystem::remove(office.folder.path() / "office.code");
    CHECK(office.enter(office.code).status() == 403);
}

TEST_CASE("office: of many browsers the first ones have to enter again") {
    Office office;
    const auto first = office.token();
    for (int i = 0; i < 32; ++i) office.token();
    CHECK(office.look(first).status() == 401);
}

TEST_CASE("deliveries: a session is there once it is sealed, with its code, though nothing runs") {
    Office office;
    const auto token = office.token();
    CHECK(at(office.look(token).body, "deliveries").array()->empty());
    office.seal();
    CHECK(at(office.look(token).body, "sync_runs") == json::Value(false));
    const auto delivery = office.only(token);
    CHECK(at(delivery, "state") == json::Value("waiting"));
    CHECK(at(delivery, "number") == json::Value("123456"));
    CHECK(at(delivery, "seal_code").text()->size() == 19);
    CHECK(at(delivery, "received_at").is_null());
}

TEST_CASE("deliveries: what preau-sync says is shown, but that a session was received is not") {
    Office office;
    office.seal();
    const auto token = office.token();
    office.tell(office.sending("sending"));
    const auto sending = office.only(token);
    CHECK(at(sending, "state") == json::Value("sending"));
    CHECK(at(sending, "bytes_sent") == json::Value(5));
    CHECK(at(at(sending, "error"), "message") == json::Value("La ligne a été coupée."));
    office.tell(office.sending("accepted"));
    CHECK(at(office.only(token), "state") == json::Value("stored"));
}

TEST_CASE("deliveries: a file that is not what preau-sync writes is no news") {
    Office office;
    office.seal();
    const auto token = office.token();
    for (const auto& text : {std::string("<html>"), std::string("{}"), std::string("[]"),
                             std::string(R"({"v":2,"contact":{},"stick":null,"deliveries":[]})"),
                             std::string(2'000'000, ' ')}) {
        REQUIRE(write_file(office.folder.path() / "deliveries.json", as_bytes(text)));
        CHECK(at(office.look(token).body, "sync_runs") == json::Value(false));
        CHECK(at(office.only(token), "state") == json::Value("waiting"));
    }
    office.tell(office.sending("sold"));
    CHECK_FALSE(office::read_deliveries(office.folder.path()));
}

TEST_CASE("deliveries: the days to the end are counted from the window, while the clock can be") {
    Office office;
    office.seal();
    const auto token = office.token();
    const auto& window = office.room.room().authorisation();
    const auto now = office.room.clock().wall_now();
    const auto left = [&](std::int64_t days) {
        const auto then = window.not_after.ms + office::kDeliveryTime.ms - days * 86'400'000;
        office.room.clock().jump_wall(milliseconds(then - office.room.clock().wall_now().ms));
        return at(office.only(token), "days_left");
    };
    for (const std::int64_t days : {30, 7, 1, 0, -1, -40}) CHECK(left(days) == json::Value(days));
    office.room.clock().jump_wall(milliseconds(-now.ms));  // 1970
    office.room.clock().jump_wall(milliseconds(-office.room.clock().wall_now().ms));
    CHECK(at(office.only(token), "days_left").is_null());
}

TEST_CASE("deliveries: who asks for a try now leaves word for preau-sync") {
    Office office;
    const auto file = office.folder.path() / "try-now";
    CHECK(office.room.post("/api/v1/deliveries/try", "", json::Object{}).status() == 401);
    CHECK_FALSE(std::filesystem::exists(file));
    CHECK(office.room.post("/api/v1/deliveries/try", office.token(), json::Object{}).status() ==
          200);
    CHECK(std::filesystem::exists(file));
}
