// SPDX-License-Identifier: Apache-2.0
#include "support/catch.hpp"
#include "unit/exam/play.hpp"

using namespace preau;
using exam::Phase;
using test::find_event;
using test::Play;
namespace command = exam::command;
namespace event = exam::event;

TEST_CASE("entry: nobody enters a session that was not opened") {
    const exam::Session closed;
    const auto content = test::small_content();
    const exam::Context context{content, {}};
    const auto join = exam::decide(closed, command::Join{test::identity(1), {}}, context);
    REQUIRE(!join.has_value());
    CHECK(join.error() == exam::Refusal::session_closed);
    const auto enter = exam::decide(closed, command::EnterInvigilation{}, context);
    REQUIRE(!enter.has_value());
    CHECK(enter.error() == exam::Refusal::session_closed);
}

TEST_CASE("entry: a name or a date that is not on the roster is unknown") {
    Play play;
    auto identity = test::identity(1);
    identity.birthdate = "2008-01-02";
    CHECK(play.verdict(command::Join{identity, test::token(1)}) == "candidate_unknown");
    identity = test::identity(1);
    identity.first_name = "Autre";
    CHECK(play.verdict(command::Join{identity, test::token(1)}) == "candidate_unknown");
}

TEST_CASE("entry: homonyms born the same day are never guessed between") {
    Play play;
    auto twin = test::enrolment(7);
    twin.identity = test::identity(1);
    exam::Session session =
        exam::apply(play.session(), event::CandidateEnrolled{twin}, {play.now(), {}});
    const auto join = exam::decide(session, command::Join{test::identity(1), test::token(1)},
                                   {play.content(), play.now()});
    REQUIRE(!join.has_value());
    CHECK(join.error() == exam::Refusal::several_candidates);
}

TEST_CASE("entry: the first device to join holds the test") {
    Play play;
    play.does(command::Join{test::identity(1), test::token(1)});
    CHECK(play.candidate(1).phase == Phase::present);
    CHECK(play.candidate(1).lease == test::token(1));
}

TEST_CASE("entry: a second device waits, whatever the phase, and the first keeps the test") {
    for (const auto phase : {Phase::present, Phase::authorised, Phase::in_progress}) {
        Play play;
        play.bring(1, phase);
        play.does(command::Join{test::identity(1), test::token(9)});
        CHECK(play.candidate(1).lease == test::token(1));
        CHECK(play.candidate(1).requested_lease == test::token(9));
        CHECK(play.candidate(1).phase == phase);
    }
}

TEST_CASE("entry: the device that asked last gets the test when the invigilator agrees") {
    Play play;
    play.bring(1, Phase::in_progress);
    play.does(command::Join{test::identity(1), test::token(8)});
    play.does(command::Join{test::identity(1), test::token(9)});
    play.does(command::AuthoriseResume{{1}});
    CHECK(play.candidate(1).lease == test::token(9));
    CHECK(play.candidate(1).requested_lease == std::nullopt);
    CHECK(play.verdict(command::AuthoriseResume{{1}}) == "nothing_to_resume");
}

TEST_CASE("entry: asking again from the same device is nothing new") {
    Play play;
    play.bring(1, Phase::in_progress);
    play.does(command::Join{test::identity(1), test::token(9)});
    CHECK(play.does(command::Join{test::identity(1), test::token(9)}).empty());
}

TEST_CASE("entry: an authorised candidate who changes computer starts from the new one") {
    Play play;
    play.bring(1, Phase::authorised);
    play.wait(minutes(14));
    play.does(command::Join{test::identity(1), test::token(9)});
    play.does(command::AuthoriseResume{{1}});
    CHECK(play.candidate(1).phase == Phase::authorised);
    play.wait(minutes(14));  // the invigilator has just vouched for the candidate again
    play.does(command::StartTest{{1}, "BCDF23", 5});
    CHECK(play.candidate(1).phase == Phase::in_progress);
}

TEST_CASE("entry: a resume renews the authorisation for 15 minutes, and no longer") {
    Play play;
    play.bring(1, Phase::authorised);
    play.wait(minutes(15));
    play.does(command::Join{test::identity(1), test::token(9)});
    play.does(command::AuthoriseResume{{1}});
    play.wait(minutes(15));
    CHECK(play.does(command::ObserveTime{}).empty());
    CHECK(play.verdict(command::StartTest{{1}, "BCDF23", 5}) == "ok");
    play.wait(milliseconds(1));
    CHECK(play.verdict(command::StartTest{{1}, "BCDF23", 5}) == "not_authorised");
    CHECK(find_event<event::AuthorisationExpired>(play.does(command::ObserveTime{})));
}

TEST_CASE("entry: confirming presence settles on the device in front of the invigilator") {
    Play play;
    play.bring(1, Phase::present);
    play.does(command::Join{test::identity(1), test::token(9)});
    play.does(command::ConfirmPresence{{1}});
    CHECK(play.candidate(1).lease == test::token(9));
    CHECK(play.candidate(1).phase == Phase::authorised);
}

TEST_CASE("entry: a finished candidate sees the end again from any device") {
    Play play;
    play.bring(1, Phase::in_progress);
    play.does(command::Join{test::identity(1), test::token(8)});
    play.does(command::EndTest{{1}});
    CHECK(play.candidate(1).requested_lease == std::nullopt);
    play.does(command::Join{test::identity(1), test::token(9)});
    CHECK(play.candidate(1).lease == test::token(9));
    CHECK(play.candidate(1).phase == Phase::finished);
}

TEST_CASE("entry: the authorisation holds for 15 minutes, the last instant included") {
    Play play;
    play.bring(1, Phase::authorised);
    play.wait(minutes(15));
    CHECK(play.does(command::ObserveTime{}).empty());
    CHECK(play.verdict(command::StartTest{{1}, "BCDF23", 5}) == "ok");
    play.wait(milliseconds(1));
    CHECK(play.verdict(command::StartTest{{1}, "BCDF23", 5}) == "not_authorised");
    CHECK(find_event<event::AuthorisationExpired>(play.does(command::ObserveTime{})));
    CHECK(play.candidate(1).phase == Phase::present);
    CHECK(play.does(command::ObserveTime{}).empty());
    play.does(command::ConfirmPresence{{1}});
    play.does(command::StartTest{{1}, "BCDF23", 5});
}

TEST_CASE("entry: a presence that is cancelled must be confirmed again") {
    Play play;
    play.bring(1, Phase::authorised);
    play.does(command::CancelPresence{{1}});
    CHECK(play.verdict(command::StartTest{{1}, "BCDF23", 5}) == "not_authorised");
    CHECK(play.candidate(1).lease == test::token(1));
}

TEST_CASE("entry: the access code may be typed in small letters and with spaces") {
    Play play;
    play.bring(1, Phase::authorised);
    CHECK(play.verdict(command::StartTest{{1}, " bcdf 23", 5}) == "ok");
    CHECK(play.verdict(command::StartTest{{1}, "", 5}) == "access_code_wrong");
    CHECK(play.verdict(command::StartTest{{1}, "BCDF2", 5}) == "access_code_wrong");
}

TEST_CASE("entry: a pack without questions starts no test") {
    exam::Content empty = test::small_content();
    empty.items.clear();
    empty.keys.clear();
    Play play(empty);
    play.bring(1, Phase::authorised);
    CHECK(play.verdict(command::StartTest{{1}, "BCDF23", 5}) == "lack_of_questions");
}

TEST_CASE("entry: the seed of a test is in its first event, and chooses the same questions") {
    Play first;
    Play second;
    for (auto* play : {&first, &second}) {
        play->bring(1, Phase::in_progress);
        play->answer_all(1, 10);
    }
    CHECK(first.journal() == second.journal());
    CHECK(first.candidate(1).seed == 1001);
}

TEST_CASE("entry: every invigilator's token is kept") {
    Play play;
    play.does(command::EnterInvigilation{test::token(1), "Mme Durand", true});
    play.does(command::EnterInvigilation{test::token(2), "M. Petit"});
    CHECK(play.session().invigilators ==
          std::vector<exam::Invigilator>{{test::token(1), "Mme Durand", true},
                                         {test::token(2), "M. Petit", false}});
    CHECK(play.session().invigilator_with(test::token(2)) == 2);
    CHECK(play.session().invigilator_with(test::token(3)) == 0);
}
