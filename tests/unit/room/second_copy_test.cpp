// SPDX-License-Identifier: Apache-2.0
#include "unit/room/copied_room.hpp"

using namespace preau;
using namespace preau::test;

namespace {

struct Fixture {
    explicit Fixture(bool required = false) : room(copied(required)) { copies.turn(); }

    SmallRoom room;
    crash::CopyMedium medium;
    CopiedRoom copies{room.room(),    room.journal(),        room.clock(),
                      room.entropy(), own_certificate(room), medium};

    bool is_attached() { return room.session().state().second_copy.attached; }
};

}  // namespace

TEST_CASE("second copy of a room: its loss and its return are facts of the session") {
    Fixture f;
    CHECK(f.is_attached());
    f.medium.pull_out();
    f.room.start(1);
    f.copies.turn();
    CHECK_FALSE(f.is_attached());
    CHECK(f.room.session().copy().loss == exam::SecondCopyLoss::removed);
    f.medium.put_back();
    f.room.clock().pass(seconds(2));
    f.copies.turn();
    CHECK(f.is_attached());
}

TEST_CASE("second copy of a room: a stick that comes and goes leaves the journal to the answers") {
    Fixture f;
    for (int i = 0; i < 200; ++i) {
        f.medium.pull_out();
        f.room.clock().pass(seconds(2));
        f.room.does(exam::command::ObserveTime{});
        f.room.session().note_copy(
            {store::CopyStanding::State::lost, exam::SecondCopyLoss::removed, 0});
        f.room.session().note_copy({store::CopyStanding::State::attached, {}, 1});
        f.room.commit();
    }
    CHECK(f.room.session().size() < 150);
}

TEST_CASE("second copy of a room: a candidate's answers are on it when it has the last one") {
    Fixture f;
    f.room.start(1);
    f.room.does(f.room.answer(1));
    CHECK_FALSE(f.room.session().has_copy({1}));
    f.copies.turn();
    CHECK(f.room.session().has_copy({1}));
    f.room.does(f.room.answer(1));
    CHECK_FALSE(f.room.session().has_copy({1}));
    (void)f.room.session().take_changed();
    f.copies.turn();
    CHECK(f.room.session().has_copy({1}));
    CHECK(f.room.session().take_changed().contains(CandidateNumber{1}));  // the badge changes
    f.medium.pull_out();
    f.room.does(f.room.answer(1));
    f.copies.turn();
    CHECK_FALSE(f.room.session().has_copy({1}));
}

TEST_CASE("second copy of a room: it is needed when the authorisation says so, until waived") {
    Fixture optional;
    CHECK_FALSE(optional.room.session().needs_copy());
    Fixture f(true);
    CHECK(f.room.session().needs_copy());
    f.medium.pull_out();
    f.room.start(1);
    f.copies.turn();
    f.room.does(exam::command::WaiveSecondCopy{});
    CHECK_FALSE(f.room.session().needs_copy());
    CHECK(f.room.session().state().second_copy.waived);
}

TEST_CASE("second copy of a room: a box without a medium says what a session lacks") {
    SmallRoom room(copied(true));
    room::tell_of_no_copy(room.room());
    CHECK(room.session().copy().state == store::CopyStanding::State::lost);
    SmallRoom other(copied(false));
    room::tell_of_no_copy(other.room());
    CHECK(other.session().copy().state == store::CopyStanding::State::unknown);
}
