// SPDX-License-Identifier: Apache-2.0
#include "base/random.hpp"
#include "support/catch.hpp"
#include "support/small_room.hpp"

#include <queue>

using namespace preau;
using test::SmallRoom;
namespace command = exam::command;

namespace {

constexpr Duration kLook = milliseconds(500);  ///< how often the box looks for silent devices
constexpr Duration kBeat = seconds(2);         ///< how often a page speaks

/// The box looks, and tells what it has found.
class Listener : public room::Announcer {
  public:
    void announce(const room::LiveSession&, CandidateNumber candidate) override {
        heard.push_back(candidate.value);
    }
    std::vector<std::uint32_t> heard;
};

void pass(SmallRoom& room, Duration time) {
    for (Duration passed; passed < time; passed = passed + kLook) {
        room.clock().pass(kLook);
        room.session().observe_silence();
    }
}

bool silent(SmallRoom& room, std::uint32_t candidate = 1) {
    return room.session().is_silent({candidate});
}

/// How long a message takes that a network with that loss carries over TCP: each loss costs the
/// sender's patience, which doubles (RFC 6298; 200 ms is Linux's least).
Duration way(SplitMix64& chance, double loss) {
    Duration taken = milliseconds(5);
    for (Duration patience = milliseconds(200); chance.uniform() < loss;
         patience = patience + patience)
        taken = taken + patience;
    return taken;
}

/// False alarms in a whole test at a device whose beats cross such a network.
int false_alarms(std::uint64_t seed, double loss) {
    SmallRoom room;
    room.start(1);
    room.session().hear({1});
    SplitMix64 chance(seed);
    std::priority_queue<std::int64_t, std::vector<std::int64_t>, std::greater<>> arrivals;
    int alarms = 0;
    bool before = false;
    for (Duration now, next; now < minutes(105); now = now + kLook) {
        for (; next <= now; next = next + kBeat) arrivals.push((next + way(chance, loss)).ms);
        for (; !arrivals.empty() && arrivals.top() <= now.ms; arrivals.pop())
            room.session().hear({1});
        room.session().observe_silence();
        if (silent(room) && !before) ++alarms;
        before = silent(room);
        room.clock().pass(kLook);
    }
    return alarms;
}

}  // namespace

TEST_CASE("silence: a device that vanishes is marked within five seconds of its last beat") {
    for (const auto phase :
         {exam::Phase::present, exam::Phase::authorised, exam::Phase::in_progress}) {
        SmallRoom room;
        room.does(command::Join{test::pupil(1), test::device(1)});
        if (phase != exam::Phase::present) room.does(command::ConfirmPresence{{1}});
        if (phase == exam::Phase::in_progress) room.does(command::StartTest{{1}, "BCDF23", 5});
        room.session().hear({1});
        pass(room, seconds(4));
        CHECK_FALSE(silent(room));
        pass(room, kLook);
        CHECK(silent(room));
    }
}

TEST_CASE("silence: one lost beat is none") {
    SmallRoom room;
    room.start(1);
    for (int beat = 0; beat < 20; ++beat) {
        if (beat % 2 == 0) room.session().hear({1});
        pass(room, kBeat);
        CHECK_FALSE(silent(room));
    }
}

TEST_CASE("silence: five packets lost in a hundred make no false alarm in a whole test") {
    for (std::uint64_t seed = 1; seed <= 8; ++seed) CHECK(false_alarms(seed, 0.05) == 0);
}

TEST_CASE("silence: a network that loses most of what it carries does raise the alarm") {
    CHECK(false_alarms(1, 0.8) > 0);
}

TEST_CASE("silence: nobody is missed who has not come, or has finished, or left the seat") {
    SmallRoom room;
    room.start(1);
    room.does(command::EndTest{{1}});
    pass(room, seconds(30));
    for (const std::uint32_t candidate : {1u, 2u, 3u}) CHECK_FALSE(silent(room, candidate));
}

TEST_CASE("silence: it is told once when it begins and once, at once, when it ends") {
    Listener listener;
    SmallRoom room({.announcer = &listener});
    room.start(1);
    room.session().hear({1});
    room.room().announce();
    listener.heard.clear();
    const auto size = room.session().size();
    pass(room, seconds(9));
    room.room().announce();
    CHECK(listener.heard == std::vector<std::uint32_t>{1});
    room.session().hear({1});
    CHECK_FALSE(silent(room));
    room.room().announce();
    CHECK(listener.heard == std::vector<std::uint32_t>{1, 1});
    CHECK(room.session().size() == size);  // no fact of the exam
}

TEST_CASE("silence: after a restart a device has four seconds to speak") {
    SmallRoom room;
    room.start(1);
    pass(room, minutes(1));
    room.reopen();
    pass(room, seconds(4));
    CHECK_FALSE(silent(room));
    pass(room, kLook);
    CHECK(silent(room));
}

TEST_CASE("silence: a sealed session misses nobody") {
    SmallRoom room;
    room.start(1);
    room.does(command::Join{test::pupil(2), test::device(2)});
    pass(room, seconds(6));
    CHECK(silent(room, 2));
    room.finalise();
    CHECK_FALSE(silent(room, 2));
    pass(room, seconds(6));
    CHECK_FALSE(silent(room, 2));
}
