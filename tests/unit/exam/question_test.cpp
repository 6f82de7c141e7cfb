// SPDX-License-Identifier: Apache-2.0
#include "answers/examine.hpp"
#include "exam/timer.hpp"
#include "support/catch.hpp"
#include "unit/exam/play.hpp"

using namespace preau;
using answers::Status;
using exam::Phase;
using test::find_event;
using test::Play;
namespace command = exam::command;
namespace event = exam::event;

namespace {

/// Candidate 1 in front of the first question, all of them so put.
Play play_with(exam::Conduct conduct, exam::Content content = test::small_content()) {
    content.conducts.assign(content.items.size(), conduct);
    Play play(content);
    play.bring(1, Phase::in_progress);
    return play;
}

constexpr exam::Conduct kTimed{.timer_seconds = 60, .focus = false};
constexpr exam::Conduct kFocus{.timer_seconds = 0, .focus = true};
constexpr exam::Conduct kBoth{.timer_seconds = 60, .focus = true};
constexpr command::OpenQuestion kOpen{{1}, 1};
constexpr command::ReportFocusLost kLeave{{1}, 1};

Status status_of_first(const Play& play) { return play.candidate(1).questions[0].answer->status; }

}  // namespace

TEST_CASE("question: a closed one is not answered before it is opened, but may be skipped") {
    for (const auto conduct : {kTimed, kFocus, kBoth}) {
        auto play = play_with(conduct);
        auto sent = play.answer(1);
        CHECK(play.verdict(sent) == "question_not_opened");
        sent.value = answers::kSkipped;
        play.does(sent);
        CHECK(status_of_first(play) == Status::aband);
    }
}

TEST_CASE("question: only the one asked is opened or left, while the test goes on") {
    auto play = play_with(kBoth);
    CHECK(play.verdict(command::OpenQuestion{{1}, 2}) == "wrong_question");
    CHECK(play.verdict(command::ReportFocusLost{{1}, 2}) == "wrong_question");
    CHECK(play.verdict(command::OpenQuestion{{2}, 1}) == "not_started");
    play.does(kOpen);
    play.does(play.answer(1));
    CHECK(play.verdict(kOpen) == "already_answered");
    CHECK(play.verdict(kLeave) == "already_answered");
    play.does(command::EndTest{{1}});
    CHECK(play.verdict(command::OpenQuestion{{1}, 2}) == "test_ended");
}

TEST_CASE("question: none is opened once the time has closed the test") {
    auto content = test::small_content();
    content.version.deadline_policy = adaptive::DeadlinePolicy::close;
    auto play = play_with(kTimed, content);
    play.wait(minutes(105));
    CHECK(play.verdict(kOpen) == "ok");
    play.wait(milliseconds(1));
    CHECK(play.verdict(kOpen) == "test_ended");
}

TEST_CASE("question: opened twice it is nothing new, and its time began the first time") {
    auto play = play_with(kTimed);
    CHECK(find_event<event::QuestionOpened>(play.does(kOpen)));
    const auto opening = play.candidate(1).current()->opening;
    play.wait(seconds(50));
    CHECK(play.does(kOpen).empty());
    CHECK(play.candidate(1).current()->opening == opening);
}

TEST_CASE("question: one without warning needs no opening, and may be left") {
    auto play = play_with({});
    CHECK(play.does(kOpen).empty());
    CHECK(play.verdict(kLeave) == "question_not_focused");
    auto timed = play_with(kTimed);
    timed.does(kOpen);
    CHECK(timed.verdict(kLeave) == "question_not_focused");
}

TEST_CASE("timed: a right answer counts until two seconds after the time, not one more instant") {
    for (const auto& [late, status] : {std::pair{0, Status::ok}, std::pair{1, Status::timedout}}) {
        auto play = play_with(kTimed);
        play.wait(seconds(500));
        play.does(kOpen);
        play.wait(seconds(62) + milliseconds(late));
        play.does(play.answer(1));
        CHECK(status_of_first(play) == status);
    }
}

TEST_CASE("timed: a wrong answer stays wrong and a skip a skip, however late") {
    auto wrong = play_with(kTimed);
    wrong.does(kOpen);
    wrong.wait(minutes(9));
    wrong.does(wrong.answer(1, false));
    CHECK(status_of_first(wrong) == Status::ko);
    auto skip = play_with(kTimed);
    skip.does(kOpen);
    skip.wait(minutes(9));
    auto sent = skip.answer(1);
    sent.value = answers::kSkipped;
    skip.does(sent);
    CHECK(status_of_first(skip) == Status::aband);
}

TEST_CASE("timed: the time does not run while the candidate is held") {
    auto play = play_with(kTimed);
    play.does(kOpen);
    play.wait(seconds(30));
    play.does(command::LoseContact{{1}, play.now()});
    play.wait(minutes(30));
    play.does(command::RegainContact{{1}});
    play.wait(seconds(32));
    play.does(play.answer(1));
    CHECK(status_of_first(play) == Status::ok);
}

TEST_CASE("timed: what is left is told once the question is open, and goes under zero") {
    auto play = play_with(kTimed);
    const auto left = [&] {
        return exam::timer_left(play.candidate(1), play.now(), play.content());
    };
    CHECK_FALSE(left());
    play.does(kOpen);
    play.wait(seconds(20));
    CHECK(left() == seconds(40));
    play.wait(seconds(50));
    CHECK(left() == seconds(-10));
    auto focus = play_with(kFocus);
    focus.does(kOpen);
    CHECK_FALSE(exam::timer_left(focus.candidate(1), focus.now(), focus.content()));
}

TEST_CASE("timed: an answer that comes late counts as wrong in the capacity") {
    auto late = play_with(kTimed);
    late.does(kOpen);
    late.wait(minutes(9));
    late.does(late.answer(1));
    auto wrong = play_with(kTimed);
    wrong.does(kOpen);
    wrong.does(wrong.answer(1, false));
    CHECK(late.candidate(1).questions[0].answer->capacity ==
          wrong.candidate(1).questions[0].answer->capacity);
}

TEST_CASE("focus: a closed page is not left") {
    const auto play = play_with(kFocus);
    CHECK(play.verdict(kLeave) == "question_not_opened");
}

TEST_CASE("focus: once lost it stays lost, and a right answer does not count") {
    auto play = play_with(kFocus);
    play.does(kOpen);
    CHECK(find_event<event::FocusLost>(play.does(kLeave)));
    CHECK(play.does(kLeave).empty());
    CHECK(play.candidate(1).current()->focus_lost);
    play.does(play.answer(1));
    CHECK(status_of_first(play) == Status::focused_out);
    CHECK_FALSE(play.candidate(1).current()->focus_lost);
}

TEST_CASE("focus: lost and late, a right answer is focusedOut; a wrong one is wrong") {
    for (const bool right : {true, false}) {
        auto play = play_with(kBoth);
        play.does(kOpen);
        play.does(kLeave);
        play.wait(minutes(9));
        play.does(play.answer(1, right));
        CHECK(status_of_first(play) == (right ? Status::focused_out : Status::ko));
    }
}

TEST_CASE("focus: with an accessibility adjustment leaving the page costs nothing") {
    auto content = test::small_content();
    content.conducts.assign(content.items.size(), kFocus);
    exam::Session session = Play(content, 0).session();
    auto enrolled = test::enrolment(1);
    enrolled.accessibility_adjustment = true;
    const exam::Context context{content, {}};
    session = exam::apply(session, event::CandidateEnrolled{enrolled}, {});
    session = exam::apply(session, event::CandidateJoined{{1}, test::token(1)}, {});
    session = exam::apply(session, event::PresenceConfirmed{{1}}, {});
    const auto does = [&](const exam::Command& command) {
        const auto decision = exam::decide(session, command, context);
        REQUIRE(decision.has_value());
        for (const auto& event : *decision) session = exam::apply(session, event, {});
    };
    does(command::StartTest{{1}, "BCDF23", 7});
    does(kOpen);
    does(kLeave);
    does(command::AnswerQuestion{{1}, 1, session.find({1})->current()->item, "1", {}});
    CHECK(session.find({1})->questions[0].answer->status == Status::ok);
}

TEST_CASE("contact: opening a question or leaving its page proves that the device is back") {
    auto play = play_with(kFocus);
    play.does(command::LoseContact{{1}, play.now()});
    const auto opened = play.does(kOpen);
    CHECK(std::get_if<event::ContactRegained>(&opened.front()));
    play.does(command::LoseContact{{1}, play.now()});
    const auto left = play.does(kLeave);
    CHECK(std::get_if<event::ContactRegained>(&left.front()));
    CHECK_FALSE(play.candidate(1).held());
}

TEST_CASE("contact: it was not lost before the current question was opened") {
    auto play = play_with(kTimed);
    play.wait(minutes(1));
    play.does(kOpen);
    const auto decision = play.decide(command::LoseContact{{1}, {0}});
    CHECK(find_event<event::ContactLost>(*decision)->since == play.now());
}
