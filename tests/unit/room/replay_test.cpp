// SPDX-License-Identifier: Apache-2.0
#include "room/opened_journal.hpp"
#include "support/catch.hpp"
#include "support/small_room.hpp"

#include <algorithm>
#include <map>

using namespace preau;
using test::SmallRoom;
namespace command = exam::command;

namespace {

/// The state that people saw at each size of the journal.
using States = std::map<std::uint64_t, exam::Session>;

void note(SmallRoom& room, States& states) {
    states[room.session().size()] = room.session().state();
}

/// Two candidates through a whole test with everything that may happen to them.
States play(SmallRoom& room) {
    States states;
    const auto does = [&](const exam::Command& command) {
        room.does(command);
        note(room, states);
    };
    does(command::EnterInvigilation{test::device(50)});
    for (std::uint32_t n : {1U, 2U}) {
        does(command::Join{test::pupil(n), test::device(n)});
        does(command::ConfirmPresence{{n}});
    }
    does(command::CancelPresence{{2}});
    does(command::ConfirmPresence{{2}});
    for (std::uint32_t n : {1U, 2U}) does(command::StartTest{{n}, "BCDF23", 77 + n});
    for (int i = 0; i < 31; ++i) {
        room.clock().pass(seconds(20));
        does(room.answer(1, i % 3 != 0));
        if (i == 10) room.reopen();
        if (i == 12) does(command::Join{test::pupil(1), test::device(9)});
        if (i == 14) does(command::AuthoriseResume{{1}});
    }
    room.clock().pass(minutes(110));
    room.session().hear({1});
    room.session().observe_time();  // 2 is silent and held, 1 is past the deadline
    room.commit();
    note(room, states);
    does(room.answer(1));
    room.session().hear({2});
    room.commit();
    note(room, states);
    room.finalise();
    note(room, states);
    return states;
}

}  // namespace

TEST_CASE("the replay of every prefix of a real session gives the state that people saw then") {
    SmallRoom room;
    const auto states = play(room);
    const auto entries = room.entries();
    record::ChainReader reader(room.trust());
    std::size_t compared = 0;
    for (const auto& entry : entries) {
        const auto read = reader.read(entry);
        if (!read) FAIL(read.error().message);
        const auto seen = states.find(reader.position().size());
        if (seen == states.end()) continue;
        CHECK(reader.session() == seen->second);
        ++compared;
    }
    CHECK(compared == states.size());
    CHECK(compared > 40);
}

TEST_CASE("a box that starts again is in the state it was in") {
    SmallRoom room;
    room.start(1);
    for (int i = 0; i < 5; ++i) room.does(room.answer(1));
    const auto before = room.session().state();
    const auto receipt = room.session().receipt({1}, 3).answer;
    room.reopen();
    CHECK(room.session().state() == before);
    CHECK(room.session().receipt({1}, 3).answer == receipt);
}

TEST_CASE("a sealed session that is opened again has the same size, head and seal") {
    SmallRoom room;
    room.start(1);
    room.finish(1);
    room.finalise();
    const auto size = room.session().size();
    const auto head = room.session().head();
    const auto checkpoint = room.session().checkpoint();
    room.reopen();
    CHECK(room.session().sealed());
    CHECK(room.session().size() == size);
    CHECK(room.session().head() == head);
    CHECK(room.session().checkpoint() == checkpoint);
}

TEST_CASE("a journal that asks a question which its pack does not have is refused, and names it") {
    SmallRoom room;
    room.start(1);
    const auto asked = room.session().state().find({1})->current()->item;
    auto pack = room.pack();
    std::ranges::find(pack.items, asked, &adaptive::Item::id)->id = "another";
    class Nobody : public room::Announcer {
        void announce(const room::LiveSession&, CandidateNumber) override {}
    } nobody;
    test::SmallVault vault(pack);
    room::Room again(room.journal(), vault, {room.box(), room.clock(), room.entropy()}, nobody);
    REQUIRE(again.open().has_value());
    const auto unlocked = again.unlock("123456", test::kDayCode);
    REQUIRE_FALSE(unlocked.has_value());
    CHECK(unlocked.error().why == room::Lock::journal_damaged);
    CHECK(unlocked.error().detail.find(asked) != std::string::npos);
}
