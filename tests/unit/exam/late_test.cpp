// SPDX-License-Identifier: Apache-2.0
#include "base/limits.hpp"
#include "unit/exam/play.hpp"

using namespace preau;
using test::Play;
namespace command = exam::command;

namespace {

exam::Enrolment newcomer(std::string account = "") {
    return {.candidate = {},
            .identity = {"Diallo", "Awa", "2009-03-07"},
            .group = "TG2",
            .code = "BCD234",
            .account = std::move(account)};
}

command::EnrolLate late(exam::Enrolment enrolment) {
    return {std::move(enrolment), exam::LateChange::moved, "vient de la salle B", {1, {}}};
}

}  // namespace

TEST_CASE("late: nobody is enrolled in a session that is not open, or twice, or above 512") {
    Play play;
    const exam::Session closed;
    CHECK(exam::decide(closed, late(newcomer()), {play.content(), play.now()}).error() ==
          exam::Refusal::session_closed);
    auto twin = newcomer();
    twin.identity = {"NOM-1", "prénom1", "2008-01-01"};
    CHECK(play.verdict(late(twin)) == "already_enrolled");
    play.does(late(newcomer("compte-1")));
    CHECK(play.verdict(late(newcomer())) == "already_enrolled");
    auto other = newcomer("compte-1");
    other.identity.first_name = "Aya";
    CHECK(play.verdict(late(other)) == "already_enrolled");

    Play full(test::small_content(), 512);
    CHECK(full.verdict(late(newcomer())) == "session_full");
    play.bring(1, exam::Phase::finished);
    play.does(command::Finalise{{{{1}, exam::AbortReason::candidate}}});
    CHECK(play.verdict(late(newcomer("compte-2"))) == "session_closed");
}

TEST_CASE("late: a candidate gets the next number, and who did it and why stay beside the name") {
    Play play;
    play.does(command::EnterInvigilation{test::token(101), "Mme Durand", true});
    const auto events = play.does(late(newcomer("compte-9")));
    REQUIRE(events.size() == 1);
    CHECK(exam::candidate_of(events.front()).value == 4);
    const auto& candidate = play.candidate(4);
    CHECK(candidate.enrolment.identity.last_name == "Diallo");
    REQUIRE(candidate.late.has_value());
    CHECK(*candidate.late ==
          exam::LateEnrolment{exam::LateChange::moved, "vient de la salle B", 1});
    CHECK_FALSE(play.candidate(3).late.has_value());
    // A homonym with an account of their own is somebody else.
    play.does(late(newcomer("compte-10")));
    REQUIRE(play.session().find({5}) != nullptr);
    CHECK(play.candidate(5).enrolment.account == "compte-10");
}

TEST_CASE("second copy: attached, lost and waived once each, and never after the end") {
    Play play;
    CHECK(play.does(command::LoseSecondCopy{exam::SecondCopyLoss::full}).empty());
    CHECK(play.does(command::AttachSecondCopy{}).size() == 1);
    CHECK(play.does(command::AttachSecondCopy{}).empty());
    CHECK(play.does(command::WaiveSecondCopy{}).empty());
    CHECK(play.session().second_copy.attached);
    CHECK(play.does(command::LoseSecondCopy{exam::SecondCopyLoss::removed}).size() == 1);
    CHECK_FALSE(play.session().second_copy.attached);
    CHECK(play.does(command::WaiveSecondCopy{}).size() == 1);
    CHECK(play.does(command::WaiveSecondCopy{}).empty());
    CHECK(play.session().second_copy.waived);
    play.bring(1, exam::Phase::finished);
    play.does(command::Finalise{{{{1}, exam::AbortReason::candidate}}});
    CHECK(play.does(command::AttachSecondCopy{}).empty());
    CHECK(play.verdict(command::WaiveSecondCopy{}) == "session_closed");
}

TEST_CASE("window: a session opened outside its window tells by whom and why") {
    auto opening = test::opening(2);
    opening.window_override = {"Mme Durand", "panne d’électricité"};
    const Play play(test::small_content(), opening);
    REQUIRE(play.session().window_override.has_value());
    CHECK(play.session().window_override->reason == "panne d’électricité");
    CHECK_FALSE(Play().session().window_override.has_value());
}

TEST_CASE("minutes: times, answers, reports and end of a test, and nothing of its questions") {
    Play play;
    play.bring(1, exam::Phase::in_progress);
    play.answer_all(1, 2);
    play.does(command::RaiseReport{{1}, 3, exam::ReportReason::image});
    play.wait(minutes(4));
    play.does(command::SettleReport{{1}, true, exam::ReportCategory::e11});
    play.does(command::RaiseReport{{1}, 3, exam::ReportReason::file});
    play.does(command::SettleReport{{1}, false});
    play.does(command::EndTest{{1}, exam::AbortReason::technical, "panne", {0, {}}});
    const auto minutes = exam::minutes_of(play.candidate(1));
    CHECK(minutes.answers == 2);
    CHECK(minutes.set_aside == 1);
    CHECK(minutes.reason == exam::FinishReason::ended_by_invigilator);
    CHECK(minutes.abort_reason == exam::AbortReason::technical);
    CHECK(minutes.note == "panne");
    const auto& candidate = play.candidate(1);
    CHECK(minutes.worked == exam::worked(candidate.timing, candidate.outcome->at));
    REQUIRE(minutes.reports.size() == 2);
    CHECK(minutes.reports[0] == exam::ReportMinutes{3, exam::ReportReason::image,
                                                    exam::Report::State::accepted,
                                                    exam::ReportCategory::e11});
    CHECK(minutes.reports[1] ==
          exam::ReportMinutes{3, exam::ReportReason::file, exam::Report::State::refused});
    const auto session = exam::minutes_of(play.content());
    CHECK(session.question_count == play.content().version.configuration.maximum_assessment_length);
}
