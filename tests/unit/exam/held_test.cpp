// SPDX-License-Identifier: Apache-2.0
#include "unit/exam/play.hpp"

#include <algorithm>
#include <array>
#include <map>

using namespace preau;
using test::Play;
namespace command = exam::command;
using exam::Hold;
using exam::Phase;

namespace {

constexpr CandidateNumber kOne{1};
constexpr CandidateNumber kRoom{};
constexpr std::array kHolds{Hold::contact, Hold::report, Hold::pause, Hold::room_pause,
                            Hold::lockdown};
const exam::Lockdown kCompanion{exam::LockdownKind::companion, "1.0.0"};

/// A test in progress at a seat that has the companion, which the session requires.
Play begun(exam::Content content = test::small_content()) {
    auto open = test::opening(2);
    open.sheet.lockdown = exam::LockdownPolicy::companion;
    Play play(std::move(content), open);
    play.does(command::Join{test::identity(1), test::token(1), "", kCompanion});
    play.does(command::ConfirmPresence{kOne});
    play.does(command::StartTest{kOne, "BCDF23", 7});
    return play;
}

exam::Command beginning(Hold hold, Tick now) {
    switch (hold) {
        case Hold::contact:
            return command::LoseContact{kOne, now};
        case Hold::report:
            return command::RaiseReport{kOne, 1};
        case Hold::pause:
            return command::Pause{kOne, true};
        case Hold::room_pause:
            return command::Pause{kRoom, true};
        case Hold::lockdown:
            return command::ObserveLockdown{kOne, {}};
    }
    return command::ObserveTime{};
}

exam::Command ending(Hold hold) {
    switch (hold) {
        case Hold::contact:
            return command::RegainContact{kOne};
        case Hold::report:
            return command::SettleReport{kOne, false};
        case Hold::pause:
            return command::Pause{kOne, false};
        case Hold::room_pause:
            return command::Pause{kRoom, false};
        case Hold::lockdown:
            return command::ObserveLockdown{kOne, kCompanion};
    }
    return command::ObserveTime{};
}

Duration worked(const Play& play) { return exam::worked(play.candidate(1).timing, play.now()); }

Duration given_back(const Play& play) {
    Duration sum{};
    for (const auto& interruption : play.candidate(1).interruptions) {
        sum = sum + interruption.lasted;
        if (interruption.alone_since) sum = sum + (play.now() - *interruption.alone_since);
    }
    return sum;
}

/// What must come out, kept apart from the rules.
struct Expected {
    std::set<Hold> holds;
    Duration worked{};
    Duration given_back{};

    void pass(Duration time) {
        if (holds.empty()) worked = worked + time;
        if (holds == std::set{Hold::contact}) given_back = given_back + time;
    }
    void turn(Hold hold) {
        if (holds.erase(hold) == 1) return;
        holds.insert(hold);
        // The report was sent by the candidate's own page: it is heard again.
        if (hold == Hold::report) holds.erase(Hold::contact);
    }
};

/// Begins or ends each hold, in every order, down to a depth; true when all came out as expected.
bool every_order(const Play& play, const Expected& expected, int depth) {
    const auto& held = play.candidate(1).holds;
    if (held != expected.holds || worked(play) != expected.worked ||
        given_back(play) != expected.given_back)
        return false;
    if (depth == 0) return true;
    return std::ranges::all_of(kHolds, [&](Hold hold) {
        auto next = play;
        auto then = expected;
        next.does(held.contains(hold) ? ending(hold) : beginning(hold, next.now()));
        then.turn(hold);
        const auto time = Duration{1'000 << depth};  // no two sums of them are equal
        next.wait(time);
        then.pass(time);
        return every_order(next, then, depth - 1);
    });
}

exam::Content all_focus() {
    auto content = test::small_content();
    for (auto& conduct : content.conducts) conduct.focus = true;
    return content;
}

}  // namespace

TEST_CASE("held: an answer is refused, changes nothing, and is taken once the hold ends") {
    const std::map<Hold, std::string> codes{{Hold::report, "report_open"},
                                            {Hold::pause, "paused"},
                                            {Hold::room_pause, "paused"},
                                            {Hold::lockdown, "lockdown_missing"}};
    for (const auto& [hold, code] : codes) {
        auto play = begun();
        const auto answer = play.answer(1);
        play.does(beginning(hold, play.now()));
        const auto before = play.session();
        CHECK(play.verdict(answer) == code);
        CHECK_FALSE(play.act(answer).has_value());
        CHECK(play.session() == before);
        play.does(ending(hold));
        play.does(answer);
        CHECK(play.candidate(1).answers() == 1);
        CHECK(play.does(answer).empty());
    }
}

TEST_CASE("held: no question is opened, and a page left then costs nothing") {
    for (const auto hold : {Hold::report, Hold::pause, Hold::room_pause, Hold::lockdown}) {
        auto play = begun(all_focus());
        play.does(beginning(hold, play.now()));
        CHECK(play.verdict(command::OpenQuestion{kOne, 1}) != "ok");
        play.does(ending(hold));
        play.does(command::OpenQuestion{kOne, 1});
        play.does(beginning(hold, play.now()));
        CHECK(play.does(command::ReportFocusLost{kOne, 1}).empty());
        play.does(ending(hold));
        CHECK_FALSE(play.candidate(1).current()->focus_lost);
    }
}

TEST_CASE("held: an answer refused does not end a lost contact on its own") {
    auto play = begun();
    play.does(command::LoseContact{kOne, play.now()});
    play.does(command::Pause{kOne, true});
    CHECK_FALSE(play.act(play.answer(1)).has_value());
    CHECK(play.candidate(1).holds == std::set{Hold::contact, Hold::pause});
}

TEST_CASE("held: in whatever order holds begin and end, the clock is exact to the millisecond") {
    CHECK(every_order(begun(), {}, 5));
}

TEST_CASE("held: whatever holds, the end of the test ends it and the clock stands for good") {
    for (const auto hold : kHolds) {
        auto play = begun();
        play.wait(seconds(30));
        play.does(beginning(hold, play.now()));
        play.wait(minutes(3));
        play.does(command::EndTest{kOne, exam::AbortReason::technical});
        play.wait(minutes(3));
        const auto& candidate = play.candidate(1);
        CHECK_FALSE(candidate.held());
        CHECK(worked(play) == seconds(30));
        for (const auto& interruption : candidate.interruptions) {
            CHECK(interruption.ended);
            CHECK(interruption.lasted == minutes(3));
        }
        play.does(command::Pause{kRoom, true});
        CHECK_FALSE(play.candidate(1).held());
    }
}

TEST_CASE("held: a room that is paused may be finalised, and is paused no more") {
    auto play = begun();
    play.does(command::Pause{kRoom, true});
    play.does(command::LoseContact{kOne, play.now()});
    play.does(command::Finalise{{{kOne, exam::AbortReason::technical}}});
    CHECK_FALSE(play.session().paused);
    CHECK_FALSE(play.candidate(1).held());
}

TEST_CASE("held: an interruption taken back may end the test in the middle of a report") {
    auto content = test::small_content();
    content.version.deadline_policy = adaptive::DeadlinePolicy::close;
    auto play = begun(std::move(content));
    play.does(command::LoseContact{kOne, play.now()});
    play.wait(minutes(10));
    play.does(command::RegainContact{kOne});
    play.wait(minutes(100));
    play.does(command::RaiseReport{kOne, 1});
    play.wait(minutes(60));
    CHECK(play.does(command::ObserveTime{}).empty());
    play.does(command::RuleInterruption{kOne, 1, false});
    play.does(command::ObserveTime{});
    CHECK(play.candidate(1).outcome->reason == exam::FinishReason::time);
    CHECK_FALSE(play.candidate(1).held());
    play.does(command::Finalise{{{kOne, exam::AbortReason::technical}}});
}
