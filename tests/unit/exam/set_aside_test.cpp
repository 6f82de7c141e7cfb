// SPDX-License-Identifier: Apache-2.0
#include "unit/exam/play.hpp"

#include <array>
#include <set>

using namespace preau;
using test::Play;
namespace command = exam::command;
namespace event = exam::event;
using exam::Phase;
using exam::ReportCategory;

namespace {

constexpr CandidateNumber kOne{1};

/// Two questions on every skill.
exam::Content in_pairs() {
    auto content = test::small_content();
    for (std::size_t i = 0; i < content.items.size(); ++i) {
        const auto pair = std::to_string(i % 16) + "-" + std::to_string(i / 32);
        content.items[i].skill = "skill" + pair;
        content.items[i].tube = "tube" + pair;
    }
    return content;
}

exam::Content everything() {
    auto content = test::small_content();
    for (auto& conduct : content.conducts)
        conduct = {.timer_seconds = 60,
                   .focus = true,
                   .picture = true,
                   .simulator = true,
                   .attachments = true,
                   .needs_internet = true};
    return content;
}

void set_aside(Play& play) {
    play.does(command::RaiseReport{kOne, play.candidate(1).current()->number});
    play.does(command::SettleReport{kOne, true, ReportCategory::e11});
}

std::string skill_of(Play& play, const std::string& item) {
    return play.content().items.at(*play.content().index_of(item)).skill;
}

constexpr std::array kAll{ReportCategory::e1, ReportCategory::e2,  ReportCategory::e3,
                          ReportCategory::e4, ReportCategory::e5,  ReportCategory::e8,
                          ReportCategory::e9, ReportCategory::e10, ReportCategory::e11,
                          ReportCategory::e12};

}  // namespace

TEST_CASE("set aside: every category that the question does not offer is refused") {
    Play play;
    play.bring(1, Phase::in_progress);
    play.does(command::RaiseReport{kOne, 1});
    const auto before = play.session();
    for (const auto category : kAll) {
        const bool always = category >= ReportCategory::e11;
        CHECK(play.verdict(command::SettleReport{kOne, true, category}) ==
              (always ? "ok" : "category_not_offered"));
    }
    CHECK(play.session() == before);
}

TEST_CASE("set aside: a question with everything offers all, time exceeded only to extra time") {
    for (const int extra : {0, 33}) {
        auto open = test::opening(1);
        open.roster.front().extra_time_percent = extra;
        Play play(everything(), open);
        play.bring(1, Phase::in_progress);
        play.does(command::RaiseReport{kOne, 1});
        for (const auto category : kAll) {
            const bool offered = category != ReportCategory::e8 || extra > 0;
            CHECK(play.verdict(command::SettleReport{kOne, true, category}) ==
                  (offered ? "ok" : "category_not_offered"));
        }
    }
}

TEST_CASE("set aside: with no other question the test ends, and somebody must say why") {
    auto content = test::small_content();
    content.items.resize(1);
    content.keys.resize(1);
    content.conducts.resize(1);
    Play play(std::move(content));
    play.bring(1, Phase::in_progress);
    set_aside(play);
    const auto& candidate = play.candidate(1);
    REQUIRE(candidate.phase == Phase::finished);
    CHECK(candidate.outcome->reason == exam::FinishReason::exhausted);
    CHECK_FALSE(candidate.held());
    CHECK(play.verdict(command::Finalise{}) == "abort_reason_missing");
    CHECK(play.verdict(command::Finalise{{{kOne, exam::AbortReason::technical}}}) == "ok");
}

TEST_CASE("set aside: a skill is not asked again in the whole test") {
    for (const auto engine : {adaptive::Algorithm::pix_flash_v3, adaptive::Algorithm::room}) {
        auto content = in_pairs();
        content.version.algorithm = engine;
        Play play(std::move(content));
        play.bring(1, Phase::in_progress);
        play.answer_all(1, 4);
        std::set<std::string> aside;
        for (int i = 0; i < 5; ++i) {
            aside.insert(skill_of(play, play.candidate(1).current()->item));
            set_aside(play);
            play.answer_all(1, 2);
        }
        CHECK(aside.size() == 5);
        while (play.candidate(1).phase == Phase::in_progress) play.answer_all(1, 1);
        for (const auto& question : play.candidate(1).questions)
            if (question.answer) CHECK_FALSE(aside.contains(skill_of(play, question.item)));
    }
}

TEST_CASE("set aside: the last question too is replaced under its number") {
    Play play;
    play.bring(1, Phase::in_progress);
    play.answer_all(1, 31);
    const auto last = play.candidate(1).current()->item;
    set_aside(play);
    REQUIRE(play.candidate(1).phase == Phase::in_progress);
    CHECK(play.candidate(1).current()->number == 32);
    CHECK(play.candidate(1).current()->item != last);
    play.does(play.answer(1));
    CHECK(play.candidate(1).outcome->reason == exam::FinishReason::completed);
    CHECK(play.candidate(1).answers() == 32);
    CHECK(play.verdict(command::RaiseReport{kOne, 32}) == "test_ended");
}

TEST_CASE("set aside: an answer sent before still gets its reply when it is sent again") {
    Play play;
    play.bring(1, Phase::in_progress);
    const auto first = play.answer(1);
    play.does(first);
    set_aside(play);
    CHECK(play.does(first).empty());
    CHECK(play.verdict(command::RaiseReport{kOne, 1, {}, first.item}) == "already_answered");
}

TEST_CASE("set aside: questions put aside do not count in the result") {
    Play play;
    play.bring(1, Phase::in_progress);
    for (int i = 0; i < 3; ++i) {
        set_aside(play);
        play.answer_all(1, 7, i != 1);
    }
    auto without = play.candidate(1);
    std::erase_if(without.questions, [](const auto& question) { return question.set_aside(); });
    const auto reason = exam::AbortReason::technical;
    const auto scored = exam::score_test(play.candidate(1), reason, play.content());
    CHECK(scored == exam::score_test(without, reason, play.content()));
    CHECK(scored.decision.status == exam::ResultStatus::validated);
}

TEST_CASE("set aside: a question not yet opened may be reported, and that ends a lost contact") {
    Play play(everything());
    play.bring(1, Phase::in_progress);
    play.does(command::LoseContact{kOne, play.now()});
    const auto events = play.does(command::RaiseReport{kOne, 1, exam::ReportReason::file});
    CHECK(test::find_event<event::ContactRegained>(events) != nullptr);
    CHECK(play.candidate(1).current()->open_report()->reason == exam::ReportReason::file);
}

TEST_CASE("set aside: the next timed question has its whole time, however long the wait") {
    Play play(everything());
    play.bring(1, Phase::in_progress);
    play.does(command::OpenQuestion{kOne, 1});
    play.wait(seconds(50));
    play.does(command::RaiseReport{kOne, 1});
    play.wait(minutes(10));
    play.does(command::SettleReport{kOne, true, ReportCategory::e10});
    CHECK(play.verdict(play.answer(1)) == "question_not_opened");
    play.does(command::OpenQuestion{kOne, 1});
    play.wait(seconds(60));
    play.does(play.answer(1));
    CHECK(play.candidate(1).questions.at(1).answer->status == answers::Status::ok);
}
