// SPDX-License-Identifier: Apache-2.0
#include "answers/examine.hpp"
#include "exam/next_question.hpp"
#include "support/catch.hpp"
#include "unit/exam/play.hpp"

#include <set>

using namespace preau;
using adaptive::DeadlinePolicy;
using exam::FinishReason;
using exam::Phase;
using test::find_event;
using test::Play;
namespace command = exam::command;
namespace event = exam::event;

namespace {

Play play_with(DeadlinePolicy policy) {
    auto content = test::small_content();
    content.version.deadline_policy = policy;
    Play play(content);
    play.bring(1, Phase::in_progress);
    return play;
}

}  // namespace

TEST_CASE("answer: one that is empty, out of turn or to another question is refused") {
    Play play;
    play.bring(1, Phase::in_progress);
    auto sent = play.answer(1);
    sent.value = "";
    CHECK(play.verdict(sent) == "answer_empty");
    sent = play.answer(1);
    sent.number = 2;
    CHECK(play.verdict(sent) == "wrong_question");
    sent = play.answer(1);
    sent.item = "item95";
    CHECK(play.verdict(sent) == "wrong_question");
}

TEST_CASE("answer: sent again under its id it is nothing new, even after the end") {
    Play play;
    play.bring(1, Phase::in_progress);
    const auto sent = play.answer(1);
    play.does(sent);
    CHECK(play.does(sent).empty());
    play.answer_all(1, 31);
    CHECK(play.candidate(1).phase == Phase::finished);
    CHECK(play.does(sent).empty());
    play.does(command::Finalise{});
    CHECK(play.does(sent).empty());
}

TEST_CASE("answer: the same id with another content is refused") {
    Play play;
    play.bring(1, Phase::in_progress);
    auto sent = play.answer(1);
    play.does(sent);
    auto other = sent;
    other.value = "2";
    CHECK(play.verdict(other) == "command_id_reused");
    other = play.answer(1);
    other.command = sent.command;
    CHECK(play.verdict(other) == "command_id_reused");
}

TEST_CASE("answer: a question is answered once, whoever asks twice") {
    Play play;
    play.bring(1, Phase::in_progress);
    auto sent = play.answer(1);
    play.does(sent);
    sent.command.bytes.fill(0xff);
    CHECK(play.verdict(sent) == "already_answered");
}

TEST_CASE("answer: two candidates may use the same id") {
    Play play;
    play.bring(1, Phase::in_progress);
    play.bring(2, Phase::in_progress);
    const auto first = play.answer(1);
    auto second = play.answer(2);
    second.command = first.command;
    play.does(first);
    CHECK(play.does(second).size() == 2);
}

TEST_CASE("answer: skipping is an answer, and a wrong one") {
    Play play;
    play.bring(1, Phase::in_progress);
    auto sent = play.answer(1);
    sent.value = answers::kSkipped;
    play.does(sent);
    CHECK(play.candidate(1).answers() == 1);
    CHECK(play.candidate(1).questions.front().answer->status == answers::Status::aband);
    CHECK(play.candidate(1).questions.front().answer->capacity < -3.0);
}

TEST_CASE("answer: the 32nd ends the test, and no question comes twice") {
    Play play;
    play.bring(1, Phase::in_progress);
    play.answer_all(1, 31);
    const auto events = play.does(play.answer(1));
    const auto* finished = find_event<event::TestFinished>(events);
    REQUIRE(finished != nullptr);
    CHECK(finished->reason == FinishReason::completed);
    std::set<std::string> items;
    for (const auto& question : play.candidate(1).questions) items.insert(question.item);
    CHECK(items.size() == 32);
    CHECK(play.candidate(1).current() == nullptr);
}

TEST_CASE("answer: a pack that runs out of questions ends the test as exhausted") {
    auto content = test::small_content();
    content.items.resize(20);
    content.keys.resize(20);
    content.conducts.resize(20);
    Play play(content);
    play.bring(1, Phase::in_progress);
    play.answer_all(1, 20);
    REQUIRE(play.candidate(1).outcome.has_value());
    CHECK(play.candidate(1).outcome->reason == FinishReason::exhausted);
}

TEST_CASE("answer: the capacity recorded is the one of all answers so far") {
    Play play;
    play.bring(1, Phase::in_progress);
    play.answer_all(1, 12, true);
    play.answer_all(1, 5, false);
    const auto estimate = exam::test_of(play.candidate(1), play.content()).estimate;
    CHECK(play.candidate(1).questions.at(16).answer->capacity == estimate.capacity);
    CHECK(play.candidate(1).questions.at(16).answer->error_rate == estimate.error_rate);
}

TEST_CASE("deadline: when the invigilator is to be asked, the test is flagged once and goes on") {
    auto play = play_with(DeadlinePolicy::ask_invigilator);
    play.wait(minutes(105));
    CHECK(play.does(command::ObserveTime{}).empty());
    play.wait(milliseconds(1));
    CHECK(find_event<event::DeadlinePassed>(play.does(command::ObserveTime{})));
    CHECK(play.does(command::ObserveTime{}).empty());
    CHECK(play.candidate(1).deadline_passed);
    CHECK(play.candidate(1).phase == Phase::in_progress);
    play.does(play.answer(1));
    CHECK(play.candidate(1).answers() == 1);
}

TEST_CASE("deadline: when it closes, an answer at the last instant counts and the next one not") {
    auto play = play_with(DeadlinePolicy::close);
    play.wait(minutes(105));
    play.does(play.answer(1));
    play.wait(milliseconds(1));
    CHECK(play.verdict(play.answer(1)) == "test_ended");
    const auto events = play.does(command::ObserveTime{});
    CHECK(find_event<event::DeadlinePassed>(events));
    const auto* finished = find_event<event::TestFinished>(events);
    REQUIRE(finished != nullptr);
    CHECK(finished->reason == FinishReason::time);
    CHECK(play.does(command::ObserveTime{}).empty());
}

TEST_CASE("deadline: extra time moves it") {
    auto content = test::small_content();
    content.version.deadline_policy = DeadlinePolicy::close;
    Play play(content, 0);
    auto enrolled = test::enrolment(1);
    enrolled.extra_time_percent = 33;
    exam::Session session =
        exam::apply(play.session(), event::CandidateEnrolled{enrolled}, {play.now(), {}});
    session = exam::apply(session, event::CandidateJoined{{1}, test::token(1)}, {});
    session = exam::apply(session, event::TestStarted{{1}, 1}, {});
    const Tick last{minutes(105).ms * 133 / 100};
    CHECK_FALSE(exam::deadline_reached(session.candidates.at({1}), {content, last}));
    CHECK(exam::deadline_reached(session.candidates.at({1}), {content, last + milliseconds(1)}));
}

TEST_CASE("deadline: a candidate whose device is lost keeps the time") {
    auto play = play_with(DeadlinePolicy::close);
    play.wait(minutes(100));
    const Tick heard = play.now();
    play.wait(seconds(40));
    play.does(command::LoseContact{{1}, heard});
    CHECK(play.candidate(1).held());
    play.wait(minutes(60));
    CHECK(play.does(command::ObserveTime{}).empty());
    play.does(command::RegainContact{{1}});
    play.wait(minutes(5));
    CHECK(play.does(command::ObserveTime{}).empty());
    play.wait(milliseconds(1));
    CHECK(find_event<event::TestFinished>(play.does(command::ObserveTime{})));
}

TEST_CASE("contact: an answer proves that the device is back") {
    Play play;
    play.bring(1, Phase::in_progress);
    play.wait(minutes(1));
    play.does(command::LoseContact{{1}, play.now()});
    const auto events = play.does(play.answer(1));
    CHECK(std::get_if<event::ContactRegained>(&events.front()));
    CHECK_FALSE(play.candidate(1).held());
}

TEST_CASE("contact: it is not lost before the current question was asked, nor in the future") {
    Play play;
    play.bring(1, Phase::in_progress);
    play.wait(minutes(1));
    play.does(play.answer(1));
    const auto asked = play.now();
    const auto since = [&](Tick tick) {
        const auto decision = play.decide(command::LoseContact{{1}, tick});
        return find_event<event::ContactLost>(*decision)->since;
    };
    CHECK(since({0}) == asked);
    CHECK(since(asked + minutes(9)) == asked);
}

TEST_CASE("contact: losing it twice, or without a test, is nothing new") {
    Play play;
    play.bring(1, Phase::in_progress);
    play.does(command::LoseContact{{1}, play.now()});
    CHECK(play.does(command::LoseContact{{1}, play.now()}).empty());
    CHECK(play.does(command::LoseContact{{2}, play.now()}).empty());
    CHECK(play.does(command::RegainContact{{2}}).empty());
}

TEST_CASE("contact: the clock of a test that is over stands still") {
    Play play;
    play.bring(1, Phase::in_progress);
    play.wait(minutes(10));
    play.does(command::EndTest{{1}});
    CHECK_FALSE(play.candidate(1).held());
    CHECK(exam::worked(play.candidate(1).timing, play.now() + minutes(50)) == minutes(10));
}
