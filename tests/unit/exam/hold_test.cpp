// SPDX-License-Identifier: Apache-2.0
#include "base/limits.hpp"
#include "unit/exam/play.hpp"

#include <algorithm>
#include <array>

using namespace preau;
using test::Play;
namespace command = exam::command;
namespace event = exam::event;
using exam::Hold;
using exam::Phase;

namespace {

constexpr CandidateNumber kOne{1};
constexpr CandidateNumber kRoom{};

exam::By act(std::uint8_t id) { return {0, {ByteArray<16>{id}}}; }

Duration worked(const Play& play) { return exam::worked(play.candidate(1).timing, play.now()); }

Play begun() {
    Play play;
    play.bring(1, Phase::in_progress);
    play.wait(seconds(30));
    return play;
}

void take(Play& play, Hold hold) {
    switch (hold) {
        case Hold::contact:
            play.does(command::LoseContact{kOne, play.now()});
            return;
        case Hold::report:
            play.does(command::RaiseReport{kOne, 1});
            return;
        case Hold::pause:
            play.does(command::Pause{kOne, true});
            return;
        default:
            play.does(command::Pause{kRoom, true});
    }
}

void end(Play& play, Hold hold) {
    switch (hold) {
        case Hold::contact:
            play.does(command::RegainContact{kOne});
            return;
        case Hold::report:
            play.does(command::SettleReport{kOne, false});
            return;
        case Hold::pause:
            play.does(command::Pause{kOne, false});
            return;
        default:
            play.does(command::Pause{kRoom, false});
    }
}

/// One interruption of five minutes, over.
Play interrupted() {
    auto play = begun();
    play.does(command::LoseContact{kOne, play.now()});
    play.wait(minutes(5));
    play.does(command::RegainContact{kOne});
    return play;
}

}  // namespace

TEST_CASE("holds: whatever their order, the clock runs again when the last one ends") {
    std::array holds{Hold::report, Hold::pause, Hold::room_pause};
    std::ranges::sort(holds);
    do {
        auto ends = holds;
        std::ranges::sort(ends);
        do {
            auto play = begun();
            for (const auto hold : holds) {
                take(play, hold);
                play.wait(minutes(1));
            }
            for (const auto hold : ends) {
                CHECK(worked(play) == seconds(30));
                end(play, hold);
                play.wait(minutes(1));
            }
            CHECK(worked(play) == seconds(30) + minutes(1));
        } while (std::ranges::next_permutation(ends).found);
    } while (std::ranges::next_permutation(holds).found);
}

TEST_CASE("holds: while the room is paused a candidate paused alone stays so") {
    auto play = begun();
    play.does(command::Pause{kOne, true});
    play.does(command::Pause{kRoom, true});
    CHECK(play.verdict(play.answer(1)) == "paused");
    play.does(command::Pause{kRoom, false});
    CHECK(play.candidate(1).holds == std::set{Hold::pause});
    CHECK(play.verdict(play.answer(1)) == "paused");
    play.does(command::Pause{kOne, false});
    play.does(play.answer(1));
}

TEST_CASE("holds: pausing what is paused is nothing new; nobody starts in a paused room") {
    Play play;
    play.bring(1, Phase::authorised);
    play.does(command::Pause{kRoom, true});
    CHECK(play.does(command::Pause{kRoom, true}).empty());
    CHECK(play.verdict(command::StartTest{kOne, "BCDF23", 1}) == "paused");
    play.does(command::Pause{kRoom, false});
    CHECK(play.does(command::Pause{kRoom, false}).empty());
    CHECK(play.verdict(command::StartTest{kOne, "BCDF23", 1}) == "ok");
    CHECK(play.verdict(command::Pause{kOne, true}) == "not_started");
}

TEST_CASE("holds: an act sent again is applied once, even when it would do something") {
    auto play = begun();
    play.does(command::Pause{kOne, true, act(1)});
    play.does(command::Pause{kOne, false, act(2)});
    CHECK(play.does(command::Pause{kOne, true, act(1)}).empty());
    CHECK_FALSE(play.candidate(1).held());
    play.does(command::AddTime{kOne, minutes(5), "alerte", act(3)});
    CHECK(play.does(command::AddTime{kOne, minutes(5), "alerte", act(3)}).empty());
    CHECK(play.candidate(1).timing.added == minutes(5));
}

TEST_CASE("time: added after the deadline it takes the flag back") {
    auto play = begun();
    play.wait(minutes(105));
    play.does(command::ObserveTime{});
    REQUIRE(play.candidate(1).deadline_passed);
    play.does(command::AddTime{kRoom, minutes(10), "", act(1)});
    CHECK_FALSE(play.candidate(1).deadline_passed);
    CHECK(play.does(command::ObserveTime{}).empty());
    play.wait(minutes(10));
    play.does(command::ObserveTime{});
    CHECK(play.candidate(1).deadline_passed);
}

TEST_CASE("time: added to everybody it reaches tests in progress, and is refused without any") {
    Play play;
    CHECK(play.verdict(command::AddTime{kRoom, minutes(1)}) == "not_started");
    play.bring(1, Phase::in_progress);
    play.bring(2, Phase::authorised);
    play.bring(3, Phase::in_progress);
    CHECK(play.does(command::AddTime{kRoom, minutes(1)}).size() == 2);
    CHECK(play.verdict(command::AddTime{{2}, minutes(1)}) == "not_started");
}

TEST_CASE("interruption: its time is given back; granting it only says so") {
    auto play = interrupted();
    CHECK(play.candidate(1).interruptions.at(0).lasted == minutes(5));
    CHECK(worked(play) == seconds(30));
    play.does(command::RuleInterruption{kOne, 1, true, act(1)});
    CHECK(play.candidate(1).timing.withdrawn == Duration{0});
}

TEST_CASE("interruption: withdrawn it is charged again, and may make the deadline pass") {
    auto play = interrupted();
    play.wait(minutes(102));
    CHECK(play.does(command::ObserveTime{}).empty());
    play.does(command::RuleInterruption{kOne, 1, false, act(1)});
    CHECK(play.candidate(1).timing.withdrawn == minutes(5));
    play.does(command::ObserveTime{});
    CHECK(play.candidate(1).deadline_passed);
    play.does(command::RuleInterruption{kOne, 1, true, act(2)});
    CHECK(play.candidate(1).timing.withdrawn == Duration{0});
    CHECK_FALSE(play.candidate(1).deadline_passed);
}

TEST_CASE("interruption: only one that is over is ruled on, and the same ruling once") {
    auto play = begun();
    CHECK(play.verdict(command::RuleInterruption{kOne, 1}) == "interruption_unknown");
    play.does(command::LoseContact{kOne, play.now()});
    CHECK(play.verdict(command::RuleInterruption{kOne, 1}) == "interruption_unknown");
    play.does(command::RegainContact{kOne});
    CHECK(play.verdict(command::RuleInterruption{kOne, 0}) == "interruption_unknown");
    CHECK(play.verdict(command::RuleInterruption{kOne, 2}) == "interruption_unknown");
    play.does(command::RuleInterruption{kOne, 1, false});
    CHECK(play.does(command::RuleInterruption{kOne, 1, false}).empty());
}

TEST_CASE("interruption: only what the lost contact alone held is its time") {
    auto play = begun();
    play.does(command::LoseContact{kOne, play.now()});
    play.wait(minutes(2));
    play.does(command::Pause{kRoom, true});
    play.wait(minutes(10));
    play.does(command::Pause{kRoom, false});
    play.wait(minutes(1));
    play.does(command::RegainContact{kOne});
    CHECK(play.candidate(1).interruptions.at(0).lasted == minutes(3));
    CHECK(worked(play) == seconds(30));
}

TEST_CASE("lockdown: required and missing, it refuses the start and holds the test") {
    Play play;
    auto session = play.session();
    session.sheet.lockdown = exam::LockdownPolicy::companion;
    const auto decide = [&](const exam::Command& command) {
        return exam::decide(session, command, {play.content(), play.now()});
    };
    const auto does = [&](const exam::Command& command) {
        const auto events = decide(command);
        REQUIRE(events.has_value());
        for (const auto& event : *events) session = exam::apply(session, event, {play.now(), {}});
    };
    const exam::Lockdown companion{exam::LockdownKind::companion, "1.0.0"};
    does(command::Join{test::identity(1), test::token(1), "poste 3", {}});
    does(command::ConfirmPresence{kOne});
    const command::StartTest start{kOne, "BCDF23", 1};
    CHECK(decide(start).error() == exam::Refusal::lockdown_missing);
    does(command::ObserveLockdown{kOne, {exam::LockdownKind::seb, "3"}});
    CHECK(decide(start).error() == exam::Refusal::lockdown_missing);
    does(command::ObserveLockdown{kOne, companion});
    CHECK(decide(command::ObserveLockdown{kOne, companion})->empty());
    does(start);
    does(command::ObserveLockdown{kOne, {}});
    CHECK(session.find(kOne)->holds == std::set{Hold::lockdown});
    const auto& asked = *session.find(kOne)->current();
    CHECK(decide(command::AnswerQuestion{kOne, 1, asked.item, "1", {ByteArray<16>{1}}}).error() ==
          exam::Refusal::lockdown_missing);
    does(command::WaiveLockdown{kOne, act(1)});
    CHECK_FALSE(session.find(kOne)->held());
    CHECK(decide(command::WaiveLockdown{kOne, act(2)})->empty());
}

TEST_CASE("lockdown: one that comes and goes without end is no longer believed") {
    auto play = begun();
    const exam::Lockdown companion{exam::LockdownKind::companion, "1"};
    for (int i = 0; i < 3 * limits::lockdown_changes_max; ++i)
        play.does(command::ObserveLockdown{kOne, i % 2 == 0 ? companion : exam::Lockdown{}});
    CHECK(play.candidate(1).lockdown_changes <= limits::lockdown_changes_max + 1);
    CHECK(play.candidate(1).lockdown == exam::Lockdown{});
}
