// SPDX-License-Identifier: Apache-2.0
#include "base/limits.hpp"
#include "record/header.hpp"
#include "support/catch.hpp"
#include "support/small_room.hpp"

using namespace preau;
using test::SmallRoom;
namespace command = exam::command;

namespace {

Duration left(SmallRoom& room, std::uint32_t candidate) {
    return exam::remaining(room.session().state().find({candidate})->timing, minutes(105),
                           room.session().now());
}

std::size_t checkpoints(SmallRoom& room) {
    std::size_t count = 0;
    for (const auto& entry : room.entries())
        if (record::decode(entry.header)->type == 0x0003) ++count;
    return count;
}

}  // namespace

TEST_CASE("what was acted and not committed is gone after a power cut") {
    SmallRoom room;
    REQUIRE(room.session().act(command::Join{test::pupil(1), test::device(1)}).has_value());
    room.reopen();
    CHECK(room.session().state().find({1})->phase == exam::Phase::absent);
}

TEST_CASE("an answer sent again changes nothing and has the same place in the journal") {
    SmallRoom room;
    room.start(1);
    const auto answer = room.answer(1);
    room.does(answer);
    const auto size = room.session().size();
    const auto receipt = room.session().receipt({1}, 1);
    CHECK(room.does(answer).empty());
    CHECK(room.session().size() == size);
    CHECK(room.session().receipt({1}, 1).answer == receipt.answer);
    CHECK(room.session().receipt({1}, 1).signature == receipt.signature);
}

TEST_CASE("the same command id with other content is refused and nothing is staged") {
    SmallRoom room;
    room.start(1);
    auto answer = room.answer(1);
    room.does(answer);
    const auto size = room.session().size();
    answer.value = "3";
    const auto again = room.session().act(answer);
    REQUIRE_FALSE(again.has_value());
    CHECK(again.error() == exam::Refusal::command_id_reused);
    CHECK(room.session().size() == size);
}

TEST_CASE("acts that wait for the same commit see each other") {
    SmallRoom room;
    auto& session = room.session();
    REQUIRE(session.act(command::Join{test::pupil(1), test::device(1)}).has_value());
    REQUIRE(session.act(command::ConfirmPresence{{1}}).has_value());
    REQUIRE(session.act(command::StartTest{{1}, "BCDF23", 5}).has_value());
    room.commit();
    room.reopen();
    CHECK(room.session().state().find({1})->phase == exam::Phase::in_progress);
}

TEST_CASE("the clock of a silent device stands still until it speaks again") {
    SmallRoom room;
    room.start(1);
    room.session().hear({1});
    const auto before = left(room, 1);
    room.clock().pass(seconds(31));
    room.session().observe_time();
    room.commit();
    CHECK(room.session().state().find({1})->held());
    room.clock().pass(minutes(10));
    CHECK(left(room, 1) == before);
    room.session().hear({1});
    room.commit();
    room.clock().pass(seconds(5));
    CHECK(left(room, 1) == before - seconds(5));
}

TEST_CASE("the time while the box is off is nobody's") {
    SmallRoom room;
    room.start(1);
    room.session().hear({1});
    room.clock().pass(minutes(10));
    room.does(room.answer(1));
    const auto before = left(room, 1);
    room.clock().pass(minutes(40));
    room.reopen();
    CHECK(left(room, 1) == before);
}

TEST_CASE("a wall clock that jumps takes or gives no time") {
    SmallRoom room;
    room.start(1);
    const auto before = left(room, 1);
    room.clock().jump_wall(minutes(-60 * 24 * 400));
    CHECK(left(room, 1) == before);
    room.does(room.answer(1));
    room.reopen();
    CHECK(left(room, 1) == before);
}

TEST_CASE("a checkpoint is signed at the latest after 64 events, without waiting for time") {
    SmallRoom room(30);
    const auto none = checkpoints(room);
    for (std::uint32_t n = 1; n <= 30; ++n) room.start(n);
    CHECK(checkpoints(room) >= none + 1);
}

TEST_CASE("a box that dies while a candidate thinks gives back ten seconds at most") {
    SmallRoom room;
    room.start(1);
    const auto before = left(room, 1);
    for (int second = 0; second < 300; ++second) {
        room.clock().pass(seconds(1));
        room.session().hear({1});
        room.session().observe_time();
        room.commit();
    }
    room.reopen();
    CHECK(left(room, 1) <= before - seconds(290));
}

TEST_CASE("a checkpoint is signed at most ten seconds after an event") {
    SmallRoom room;
    const auto none = checkpoints(room);
    room.start(1);
    room.clock().pass(seconds(9));
    room.session().observe_time();
    room.commit();
    CHECK(checkpoints(room) == none);
    room.clock().pass(seconds(1));
    room.session().observe_time();
    room.commit();
    CHECK(checkpoints(room) == none + 1);
    room.session().observe_time();
    room.commit();
    CHECK(checkpoints(room) == none + 1);
}

TEST_CASE("an answer sent again after the seal is still said to be saved, by no signature") {
    SmallRoom room;
    room.start(1);
    const auto answer = room.answer(1);
    room.does(answer);
    CHECK(room.session().receipt({1}, 1).signature.has_value());
    room.finalise();
    CHECK(room.does(answer).empty());
    CHECK_FALSE(room.session().receipt({1}, 1).signature.has_value());
}

TEST_CASE("a session that is on the box already is not created again") {
    SmallRoom room;
    const auto again = room.room().create(room.session().row(), {});
    REQUIRE_FALSE(again.has_value());
    CHECK(room.room().sessions().size() == 1);
}

TEST_CASE("a network that flaps leaves room for every answer") {
    SmallRoom room(24);
    for (std::uint32_t n = 1; n <= 24; ++n) room.start(n);
    constexpr std::uint64_t kRounds = 1000;  // eight hours and a half, a checkpoint each time
    for (std::uint64_t round = 0; round < kRounds; ++round) {
        room.clock().pass(seconds(31));
        room.session().observe_time();
        for (std::uint32_t n = 1; n <= 24; ++n) room.session().hear({n});
        (void)room.session().take_staged();
    }
    CHECK(room.session().size() > limits::contact_records_until);
    CHECK(room.session().size() < limits::contact_records_until + 2 * kRounds);
}

TEST_CASE("a sealed session takes no more act") {
    SmallRoom room;
    room.start(1);
    room.finalise();
    const auto size = room.session().size();
    CHECK_FALSE(room.session().act(command::Join{test::pupil(2), test::device(2)}).has_value());
    CHECK_FALSE(room.session().act(command::EnterInvigilation{test::device(5)}).has_value());
    room.session().hear({1});
    room.clock().pass(minutes(5));
    room.session().observe_time();
    room.commit();
    CHECK(room.session().size() == size);
}
