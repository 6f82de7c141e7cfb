// SPDX-License-Identifier: Apache-2.0
#include "unit/exam/play.hpp"

#include <functional>

using namespace preau;
using test::Play;
namespace command = exam::command;
using exam::By;
using exam::Phase;

namespace {

constexpr CandidateNumber kOne{1};
constexpr CandidateNumber kRoom{};
constexpr CommandId kAct{ByteArray<16>{77}};

/// An act of invigilators: where it is allowed, and how it is sent.
struct Sent {
    std::string name;
    std::function<Play()> before;
    std::function<exam::Command(By)> by;
};

Play in_phase(Phase phase) {
    Play play;
    play.does(command::EnterInvigilation{test::token(101), "Mme Durand"});
    play.does(command::EnterInvigilation{test::token(102), "M. Petit"});
    play.bring(1, phase);
    return play;
}

Play with_request() {
    auto play = in_phase(Phase::in_progress);
    play.does(command::Join{test::identity(1), test::token(9)});
    return play;
}

Play with_report() {
    auto play = in_phase(Phase::in_progress);
    play.does(command::RaiseReport{kOne, 1});
    return play;
}

Play with_interruption() {
    auto play = in_phase(Phase::in_progress);
    play.does(command::LoseContact{kOne, play.now()});
    play.wait(minutes(1));
    play.does(command::RegainContact{kOne});
    return play;
}

Play without_lockdown() {
    auto open = test::opening(3);
    open.sheet.lockdown = exam::LockdownPolicy::any;
    Play play(test::small_content(), open);
    play.bring(1, Phase::present);
    return play;
}

std::function<Play()> at(Phase phase) {
    return [phase] { return in_phase(phase); };
}

std::vector<Sent> acts_at_the_door() {
    return {
        {"confirm", at(Phase::present),
         [](By by) {
             return command::ConfirmPresence{kOne, by};
         }},
        {"confirm all", at(Phase::present), [](By by) { return command::ConfirmAllPresent{by}; }},
        {"cancel", at(Phase::authorised),
         [](By by) {
             return command::CancelPresence{kOne, by};
         }},
        {"release", at(Phase::present),
         [](By by) {
             return command::ReleaseSeat{kOne, by};
         }},
        {"waive", without_lockdown,
         [](By by) {
             return command::WaiveLockdown{kOne, by};
         }},
        {"note", at(Phase::absent),
         [](By by) {
             return command::NoteIncident{kOne, exam::IncidentCategory::c7, "écran noir", by};
         }},
        {"message", at(Phase::absent),
         [](By by) {
             return command::SendMessage{"Bonjour", by};
         }},
        {"pause the room", at(Phase::absent),
         [](By by) {
             return command::Pause{kRoom, true, by};
         }},
    };
}

std::vector<Sent> acts_in_the_test() {
    constexpr auto kCategory = exam::ReportCategory::e12;
    return {
        {"resume", with_request,
         [](By by) {
             return command::AuthoriseResume{kOne, by};
         }},
        {"accept", with_report,
         [](By by) {
             return command::SettleReport{kOne, true, kCategory, by};
         }},
        {"refuse", with_report,
         [](By by) {
             return command::SettleReport{kOne, false, kCategory, by};
         }},
        {"add time", at(Phase::in_progress),
         [](By by) {
             return command::AddTime{kOne, minutes(5), "alerte", by};
         }},
        {"add time to all", at(Phase::in_progress),
         [](By by) {
             return command::AddTime{kRoom, minutes(5), "alerte", by};
         }},
        {"pause", at(Phase::in_progress),
         [](By by) {
             return command::Pause{kOne, true, by};
         }},
        {"rule", with_interruption,
         [](By by) {
             return command::RuleInterruption{kOne, 1, false, by};
         }},
        {"end", at(Phase::in_progress),
         [](By by) {
             return command::EndTest{kOne, exam::AbortReason::technical, "", by};
         }},
    };
}

std::vector<Sent> acts() {
    auto all = acts_at_the_door();
    for (auto& sent : acts_in_the_test()) all.push_back(std::move(sent));
    return all;
}

}  // namespace

TEST_CASE("act: every one is applied once, whoever sends its id again and however late") {
    for (const auto& sent : acts()) {
        INFO(sent.name);
        auto play = sent.before();
        CHECK_FALSE(play.does(sent.by({1, kAct})).empty());
        const auto once = play.session();
        CHECK(play.does(sent.by({1, kAct})).empty());
        play.wait(minutes(30));
        CHECK(play.does(sent.by({2, kAct})).empty());
        CHECK(play.session() == once);
    }
}

TEST_CASE("act: every event of one tells who did it, under which id") {
    for (const auto& sent : acts()) {
        INFO(sent.name);
        auto play = sent.before();
        const auto events = play.does(sent.by({2, kAct}));
        REQUIRE_FALSE(events.empty());
        CHECK(exam::by_of(events.front()) == By{2, kAct});
    }
}

TEST_CASE("act: once it was applied its id does nothing more, even after the end of the session") {
    auto play = in_phase(Phase::in_progress);
    play.does(command::AddTime{kOne, minutes(5), "", {1, kAct}});
    play.does(command::Finalise{{{kOne, exam::AbortReason::technical}}});
    CHECK(play.does(command::AddTime{kOne, minutes(5), "", {1, kAct}}).empty());
}

TEST_CASE("act: one that was refused may be sent again under its id once it is allowed") {
    auto play = in_phase(Phase::authorised);
    const command::AddTime sent{kOne, minutes(5), "", {1, kAct}};
    REQUIRE(play.act(sent).error() == exam::Refusal::not_started);
    play.does(command::StartTest{kOne, "BCDF23", 1});
    play.does(sent);
    CHECK(play.candidate(1).timing.added == minutes(5));
}

TEST_CASE("act: two invigilators who do the same at once do it once, where it is a state") {
    auto play = with_report();
    play.does(command::Pause{kOne, true, {1, {ByteArray<16>{1}}}});
    CHECK(play.does(command::Pause{kOne, true, {2, {ByteArray<16>{2}}}}).empty());
    play.does(command::SettleReport{kOne, false, {}, {1, {ByteArray<16>{3}}}});
    CHECK(play.verdict(command::SettleReport{
              kOne, true, exam::ReportCategory::e12, {2, {ByteArray<16>{4}}}}) ==
          "nothing_to_settle");
    CHECK(play.candidate(1).current()->number == 1);
}

TEST_CASE("act: those without an id are never taken for one another") {
    auto play = in_phase(Phase::in_progress);
    for (int i = 0; i < 2; ++i) play.does(command::AddTime{kOne, minutes(5)});
    CHECK(play.candidate(1).timing.added == minutes(10));
    CHECK(play.session().acts.empty());
}
