// SPDX-License-Identifier: Apache-2.0
#include "exam/report_categories.hpp"
#include "unit/exam/play.hpp"

#include <algorithm>

using namespace preau;
using test::Play;
namespace command = exam::command;
namespace event = exam::event;
using exam::Phase;
using enum exam::ReportCategory;

namespace {

constexpr CandidateNumber kOne{1};

exam::By act(std::uint8_t id) { return {0, {ByteArray<16>{id}}}; }

Play reported(int answers_before = 3) {
    Play play;
    play.bring(1, Phase::in_progress);
    play.answer_all(1, answers_before);
    play.does(command::RaiseReport{kOne, answers_before + 1, exam::ReportReason::image});
    return play;
}

std::string skill_of(Play& play, const std::string& item) {
    return play.content().items.at(*play.content().index_of(item)).skill;
}

}  // namespace

TEST_CASE("report: only of the question asked, of a test under way") {
    Play play;
    CHECK(play.verdict(command::RaiseReport{{9}, 1}) == "candidate_unknown");
    CHECK(play.verdict(command::RaiseReport{kOne, 1}) == "not_started");
    play.bring(1, Phase::in_progress);
    play.answer_all(1, 2);
    CHECK(play.verdict(command::RaiseReport{kOne, 2}) == "already_answered");
    CHECK(play.verdict(command::RaiseReport{kOne, 4}) == "wrong_question");
    CHECK(play.verdict(command::RaiseReport{kOne, 3, {}, "item-of-others"}) == "wrong_question");
    play.does(command::EndTest{kOne});
    CHECK(play.verdict(command::RaiseReport{kOne, 3}) == "test_ended");
}

TEST_CASE("report: while one is open another is nothing new, and no answer is taken") {
    auto play = reported();
    CHECK(play.does(command::RaiseReport{kOne, 4, exam::ReportReason::file}).empty());
    const auto before = play.session();
    CHECK(play.verdict(play.answer(1)) == "report_open");
    CHECK(play.session() == before);
    CHECK(play.verdict(command::Finalise{{{kOne, exam::AbortReason::candidate}}}) == "report_open");
}

TEST_CASE("report: an answer sent before it still gets its reply when it is sent again") {
    Play play;
    play.bring(1, Phase::in_progress);
    const auto first = play.answer(1);
    play.does(first);
    play.does(command::RaiseReport{kOne, 2});
    CHECK(play.does(first).empty());
}

TEST_CASE("report: nothing to settle where none is open, and no category the question has not") {
    Play play;
    CHECK(play.verdict(command::SettleReport{kOne, true}) == "not_started");
    play.bring(1, Phase::in_progress);
    CHECK(play.verdict(command::SettleReport{kOne, true}) == "nothing_to_settle");
    play.does(command::RaiseReport{kOne, 1});
    CHECK(play.verdict(command::SettleReport{kOne, true, e1}) == "category_not_offered");
    CHECK(play.verdict(command::SettleReport{kOne, true, e12}) == "ok");
    CHECK(play.verdict(command::SettleReport{kOne, false, e1}) == "ok");
}

TEST_CASE("report: accepted, another skill is asked under the same number") {
    auto play = reported();
    const auto aside = *play.candidate(1).current();
    const auto events = play.does(command::SettleReport{kOne, true, e11, act(1)});
    REQUIRE(events.size() == 2);
    const auto& next = *play.candidate(1).current();
    CHECK(next.number == aside.number);
    CHECK(skill_of(play, next.item) != skill_of(play, aside.item));
    CHECK_FALSE(play.candidate(1).held());
    CHECK(play.candidate(1).answers() == 3);
    CHECK(play.does(command::SettleReport{kOne, true, e11, act(1)}).empty());
    CHECK(play.verdict(command::SettleReport{kOne, true, e11, act(2)}) == "nothing_to_settle");
}

TEST_CASE("report: sent again after it was accepted, it does not touch the next question") {
    auto play = reported();
    const auto aside = play.candidate(1).current()->item;
    play.does(command::SettleReport{kOne, true, e11});
    CHECK(play.does(command::RaiseReport{kOne, 4, exam::ReportReason::image, aside}).empty());
    CHECK_FALSE(play.candidate(1).held());
}

TEST_CASE("report: an answer to the question set aside is not one to the next") {
    auto play = reported();
    const auto late = play.answer(1);
    play.does(command::SettleReport{kOne, true, e11});
    CHECK(play.verdict(late) == "wrong_question");
}

TEST_CASE("report: refused, the same question goes on and may be reported again") {
    auto play = reported();
    const auto item = play.candidate(1).current()->item;
    play.does(command::SettleReport{kOne, false});
    CHECK(play.candidate(1).current()->item == item);
    CHECK_FALSE(play.candidate(1).held());
    play.does(command::RaiseReport{kOne, 4, exam::ReportReason::other, item});
    CHECK(play.candidate(1).held(exam::Hold::report));
    play.does(command::SettleReport{kOne, false});
    play.does(play.answer(1));
    CHECK(play.candidate(1).answers() == 4);
}

TEST_CASE("report: 32 answers are given whatever is set aside, and only those are scored") {
    auto play = reported(0);
    for (int i = 0; i < 3; ++i) {
        play.does(command::SettleReport{kOne, true, e11});
        play.does(command::RaiseReport{kOne, 1});
    }
    play.does(command::SettleReport{kOne, false});
    play.answer_all(1, 32);
    const auto& candidate = play.candidate(1);
    CHECK(candidate.phase == Phase::finished);
    CHECK(candidate.outcome->reason == exam::FinishReason::completed);
    CHECK(candidate.answers() == 32);
    CHECK(candidate.questions.size() == 35);
    CHECK(candidate.questions.back().number == 32);
}

TEST_CASE("report: the clock stands still from the report to the decision") {
    auto play = reported();
    const auto worked = exam::worked(play.candidate(1).timing, play.now());
    play.wait(minutes(20));
    play.does(command::SettleReport{kOne, true, e11});
    CHECK(exam::worked(play.candidate(1).timing, play.now()) == worked);
    play.wait(seconds(7));
    CHECK(exam::worked(play.candidate(1).timing, play.now()) == worked + seconds(7));
}

TEST_CASE("report: the end of the test ends the hold, and the report stays as it was") {
    auto play = reported();
    play.does(command::EndTest{kOne, exam::AbortReason::technical, "souris en panne"});
    const auto& candidate = play.candidate(1);
    CHECK_FALSE(candidate.held());
    CHECK(candidate.questions.back().reports.back().state == exam::Report::State::open);
    CHECK(candidate.outcome->abort_reason == exam::AbortReason::technical);
    CHECK(candidate.outcome->note == "souris en panne");
    CHECK(play.verdict(command::SettleReport{kOne, true, e11}) == "test_ended");
}

TEST_CASE("report: the categories offered are those of what the question contains") {
    using Categories = std::vector<exam::ReportCategory>;
    exam::Enrolment plain;
    exam::Enrolment extra;
    extra.extra_time_percent = 33;
    CHECK(exam::offered_categories({}, plain) == Categories{e11, e12});
    CHECK(exam::offered_categories({.picture = true}, plain) == Categories{e1, e11, e12});
    CHECK(exam::offered_categories({.simulator = true}, plain) == Categories{e2, e11, e12});
    CHECK(exam::offered_categories({.attachments = true}, plain) == Categories{e3, e9, e11, e12});
    CHECK(exam::offered_categories({.needs_internet = true}, plain) ==
          Categories{e4, e5, e11, e12});
    CHECK(exam::offered_categories({.focus = true}, plain) == Categories{e10, e11, e12});
    CHECK(exam::offered_categories({.timer_seconds = 60}, plain) == Categories{e11, e12});
    CHECK(exam::offered_categories({.timer_seconds = 60}, extra) == Categories{e8, e11, e12});
}
