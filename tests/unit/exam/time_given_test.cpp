// SPDX-License-Identifier: Apache-2.0
#include "unit/exam/play.hpp"

using namespace preau;
using test::Play;
namespace command = exam::command;
using exam::Phase;

namespace {

constexpr CandidateNumber kOne{1};
constexpr CandidateNumber kRoom{};
constexpr auto kAssessment = minutes(105);

Play begun(int extra_time_percent = 0) {
    auto open = test::opening(2);
    open.roster[0].extra_time_percent = extra_time_percent;
    Play play(test::small_content(), open);
    play.bring(1, Phase::in_progress);
    return play;
}

Duration remaining(const Play& play) {
    return exam::remaining(play.candidate(1).timing, kAssessment, play.now());
}

void interrupt(Play& play, Duration lasted) {
    play.does(command::LoseContact{kOne, play.now()});
    play.wait(lasted);
    play.does(command::RegainContact{kOne});
}

}  // namespace

TEST_CASE("time: added before the deadline it is all there, on top of the extra time") {
    auto play = begun(33);
    const auto before = remaining(play);
    play.wait(minutes(10));
    play.does(command::AddTime{kOne, minutes(7), "alerte"});
    play.does(command::AddTime{kRoom, minutes(3), "alerte"});
    CHECK(remaining(play) == before);
    play.wait(minutes(10));
    CHECK(remaining(play) == before - minutes(10));
}

TEST_CASE("time: added while the test is held it does not start the clock") {
    auto play = begun();
    play.does(command::Pause{kOne, true});
    play.does(command::AddTime{kOne, minutes(7), "alerte"});
    play.wait(minutes(20));
    CHECK(play.candidate(1).held());
    CHECK(remaining(play) == kAssessment + minutes(7));
}

TEST_CASE("time: none is added to nobody, nor to a test or a session that is over") {
    auto play = begun();
    CHECK(play.verdict(command::AddTime{{9}, minutes(1)}) == "candidate_unknown");
    play.does(command::EndTest{kOne});
    CHECK(play.verdict(command::AddTime{kOne, minutes(1)}) == "test_ended");
    play.does(command::Finalise{{{kOne, exam::AbortReason::candidate}}});
    CHECK(play.verdict(command::AddTime{kRoom, minutes(1)}) == "session_closed");
}

TEST_CASE("time: too little of it leaves the deadline passed, which is recorded again") {
    auto play = begun();
    play.wait(kAssessment + minutes(10));
    play.does(command::ObserveTime{});
    play.does(command::AddTime{kOne, minutes(5)});
    CHECK(play.does(command::ObserveTime{}).size() == 1);
    CHECK(play.candidate(1).deadline_passed);
}

TEST_CASE("interruption: several are ruled on one by one, in any order") {
    auto play = begun();
    interrupt(play, minutes(1));
    interrupt(play, minutes(2));
    interrupt(play, minutes(4));
    play.does(command::RuleInterruption{kOne, 3, false});
    play.does(command::RuleInterruption{kOne, 1, false});
    play.does(command::RuleInterruption{kOne, 2, true});
    CHECK(remaining(play) == kAssessment - minutes(5));
    play.does(command::RuleInterruption{kOne, 2, false});
    play.does(command::RuleInterruption{kOne, 3, true});
    CHECK(remaining(play) == kAssessment - minutes(3));
    CHECK(play.verdict(command::RuleInterruption{kOne, 4}) == "interruption_unknown");
    CHECK(play.verdict(command::RuleInterruption{kOne, -1}) == "interruption_unknown");
}

TEST_CASE(
    "interruption: an answer that ends it makes it one to rule on; the end of the test, none") {
    auto play = begun();
    play.does(command::LoseContact{kOne, play.now()});
    play.wait(minutes(2));
    play.does(play.answer(1));
    CHECK(play.candidate(1).interruptions.at(0).lasted == minutes(2));
    CHECK(play.verdict(command::RuleInterruption{kOne, 1, false}) == "ok");
    play.does(command::EndTest{kOne});
    CHECK(play.verdict(command::RuleInterruption{kOne, 1, false}) == "test_ended");
}

TEST_CASE("pause: of nobody, of a test that is over, of a session not opened") {
    auto play = begun();
    CHECK(play.verdict(command::Pause{{9}, true}) == "candidate_unknown");
    CHECK(play.does(command::Pause{kOne, false}).empty());
    play.does(command::EndTest{kOne});
    CHECK(play.verdict(command::Pause{kOne, true}) == "test_ended");
    const exam::Session closed;
    const auto decision =
        exam::decide(closed, command::Pause{kRoom, true}, {play.content(), play.now()});
    CHECK(decision.error() == exam::Refusal::session_closed);
}

TEST_CASE("pause: of the room, it holds those in their test and nobody else") {
    Play play;
    play.bring(1, Phase::in_progress);
    play.bring(2, Phase::authorised);
    play.bring(3, Phase::finished);
    play.does(command::Pause{kRoom, true});
    CHECK(play.candidate(1).holds == std::set{exam::Hold::room_pause});
    CHECK_FALSE(play.candidate(2).held());
    CHECK_FALSE(play.candidate(3).held());
}
