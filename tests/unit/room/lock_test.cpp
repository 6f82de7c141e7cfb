// SPDX-License-Identifier: Apache-2.0
#include "support/catch.hpp"
#include "support/small_room.hpp"

using namespace preau;
using test::SmallRoom;

namespace {

constexpr const char* kNumber = "123456";

void stays_locked(SmallRoom& room, room::Lock why, std::string_view code = test::kDayCode) {
    const auto records = room.entries().size();
    const auto unlocked = room.room().unlock(kNumber, code);
    REQUIRE_FALSE(unlocked.has_value());
    CHECK(unlocked.error().why == why);
    CHECK(room.room().find(kNumber) == nullptr);
    CHECK(room.room().find_locked(kNumber) != nullptr);
    room.commit();
    CHECK(room.entries().size() == records);
}

}  // namespace

TEST_CASE("a locked session adds nothing to its journal, whatever time brings") {
    SmallRoom room;
    room.start(1);
    room.reopen_locked();
    const auto records = room.entries().size();
    room.clock().pass(minutes(30));
    room.room().observe_time();
    room.room().observe_silence();
    room.commit();
    CHECK(room.entries().size() == records);
    CHECK(room.room().sessions().empty());
}

TEST_CASE("a session stays locked with the reason, and nothing has changed") {
    SmallRoom room;
    room.start(1);
    room.reopen_locked();
    SECTION("wrong code") { stays_locked(room, room::Lock::code_wrong, "0000-0000-0000-0000"); }
    for (const auto why :
         {room::Lock::share_missing, room::Lock::pack_missing, room::Lock::pack_altered}) {
        room.vault().refusal = why;
        stays_locked(room, why);
    }
    room.vault().refusal.reset();
    room.unlock();
    CHECK(room.session().state().find({1})->phase == exam::Phase::in_progress);
}

TEST_CASE("the code of the day opens a session after each start, and an epoch begins each time") {
    SmallRoom room;
    room.start(1);
    for (int i = 0; i < 3; ++i) {
        const auto before = room.session().state();
        const auto records = room.session().size();
        room.reopen_locked();
        room.unlock();
        CHECK(room.session().state() == before);
        CHECK(room.session().size() == records + 1);
    }
}

TEST_CASE("time that passes while a session is locked is nobody's") {
    SmallRoom room;
    room.start(1);
    room.clock().pass(minutes(5));
    room.does(room.answer(1));
    const auto before = room.session().now();
    room.reopen_locked();
    room.clock().pass(minutes(40));
    room.unlock();
    CHECK((room.session().now() - before) < seconds(1));
}

TEST_CASE("a session that was just created is locked, and is not created twice") {
    SmallRoom room;
    auto row = room.session().row();
    room.reopen_locked();
    const auto again = room.room().create(row, {});
    REQUIRE_FALSE(again.has_value());
    CHECK(again.error().message.find("already") != std::string::npos);
    row.id.bytes.fill(7);
    CHECK_FALSE(room.room().create(row, {}).has_value());  // the number is taken
}

TEST_CASE("a token is known to be a locked session's, and no other is") {
    SmallRoom room;
    room.does(exam::command::Join{test::pupil(1), test::device(1)});
    room.reopen_locked();
    CHECK(room.room().is_locked_token(test::device(1)));
    CHECK_FALSE(room.room().is_locked_token(test::device(2)));
    room.unlock();
    CHECK_FALSE(room.room().is_locked_token(test::device(1)));
}
