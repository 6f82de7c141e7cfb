// SPDX-License-Identifier: Apache-2.0
#include "base/random.hpp"
#include "support/catch.hpp"
#include "unit/exam/play.hpp"

#include <set>

using namespace preau;
using exam::Phase;
using test::Play;
namespace command = exam::command;

namespace {

// Any command at all, sensible or not, about one of four candidates, the last one unknown.
exam::Command any_command(SplitMix64& random, Play& play) {
    const CandidateNumber number{static_cast<std::uint32_t>(1 + random.below(4))};
    const auto device = test::token(static_cast<std::uint8_t>(random.below(3)));
    const auto* candidate = play.session().find(number);
    const bool asked = candidate != nullptr && candidate->current() != nullptr;
    const int question = asked ? candidate->current()->number : 1;
    switch (random.below(15)) {
        case 0:
            return command::Join{test::identity(number.value), device};
        case 1:
            return command::ConfirmPresence{number};
        case 2:
            return command::CancelPresence{number};
        case 3:
            return command::AuthoriseResume{number};
        case 4:
            return command::StartTest{number, "BCDF23", random.next()};
        case 5:
            return command::LoseContact{number,
                                        {static_cast<std::int64_t>(random.below(1'000'000))}};
        case 6:
            return command::RegainContact{number};
        case 7:
            return command::ObserveTime{};
        case 8:
            return random.below(20) == 0 ? exam::Command(command::EndTest{number})
                                         : command::ObserveTime{};
        case 9:
            return command::ReportFocusLost{number, question};
        case 10:
        case 11:
            return command::OpenQuestion{number, question};
        default:
            break;
    }
    if (asked) return play.answer(number.value, random.below(2) == 0);
    return command::AnswerQuestion{number, 1, "item0", "1", {}};
}

void check_invariants(const Play& play) {
    for (const auto& [number, candidate] : play.session().candidates) {
        const bool has_test = candidate.phase >= Phase::in_progress;
        CHECK(candidate.lease.has_value() == (candidate.phase != Phase::absent));
        CHECK(candidate.questions.empty() != has_test);
        CHECK(candidate.outcome.has_value() == (candidate.phase == Phase::finished));
        CHECK((candidate.phase != Phase::in_progress || candidate.current() != nullptr));
        CHECK(exam::worked(candidate.timing, play.now()).ms <= play.now().ms);
        std::set<std::string> items;
        for (const auto& question : candidate.questions) {
            CHECK(items.insert(question.item).second);
            CHECK(question.number == static_cast<int>(items.size()));
            CHECK((question.answer || &question == &candidate.questions.back()));
            CHECK((question.opening || !question.focus_lost));
            CHECK((!question.opening || question.opening->at.ms >= question.asked.ms));
        }
    }
}

}  // namespace

TEST_CASE("journal: whatever is asked in whatever order, the session stays coherent") {
    for (std::uint64_t seed = 0; seed < 30; ++seed) {
        INFO("seed " << seed);
        SplitMix64 random(seed);
        auto content = test::small_content();
        if (seed % 2 == 0) content.version.deadline_policy = adaptive::DeadlinePolicy::close;
        for (std::size_t i = 0; i < content.conducts.size(); ++i)
            content.conducts[i] = {.timer_seconds = i % 3 == 0 ? 30 : 0, .focus = i % 2 == 0};
        Play play(content);
        for (int i = 0; i < 400; ++i) {
            play.wait(milliseconds(static_cast<std::int64_t>(random.below(60'000))));
            (void)play.act(any_command(random, play));  // refusals are part of the game
            check_invariants(play);
        }
    }
}

TEST_CASE("journal: an event says whom it is about, and the session itself is nobody") {
    CHECK(exam::candidate_of(exam::event::SessionOpened{}).value == 0);
    CHECK(exam::candidate_of(exam::event::InvigilatorEntered{}).value == 0);
    CHECK(exam::candidate_of(exam::event::SessionFinalised{}).value == 0);
    CHECK(exam::candidate_of(exam::event::CandidateEnrolled{test::enrolment(7)}).value == 7);
    CHECK(exam::candidate_of(exam::event::DeadlinePassed{{5}}).value == 5);
}
