// SPDX-License-Identifier: Apache-2.0
#include "base/limits.hpp"
#include "unit/exam/play.hpp"

using namespace preau;
using test::Play;
namespace command = exam::command;
using exam::Phase;

namespace {

constexpr CandidateNumber kOne{1};

exam::By act(std::uint8_t id) { return {0, {ByteArray<16>{id}}}; }

}  // namespace

TEST_CASE("seat: a personal code is recognised whatever its case and spaces, an empty one never") {
    Play play;
    auto session = play.session();
    const auto joins = [&](const std::string& code) {
        const auto decision = exam::decide(session, command::Join{code, test::token(1)},
                                           {play.content(), play.now()});
        return decision ? "ok" : std::string(exam::code(decision.error()));
    };
    CHECK(joins("") == "code_unknown");
    session.candidates.at({2}).enrolment.code = "BCD234";
    CHECK(joins("BCD235") == "code_unknown");
    CHECK(joins("bcd 234") == "ok");
}

TEST_CASE("seat: homonyms are told apart by their codes, never by their names") {
    Play play;
    auto session = play.session();
    session.candidates.at({2}).enrolment.identity = test::identity(1);
    session.candidates.at({2}).enrolment.code = "BCD234";
    const exam::Context context{play.content(), play.now()};
    const auto by_name =
        exam::decide(session, command::Join{test::identity(1), test::token(1)}, context);
    REQUIRE_FALSE(by_name.has_value());
    CHECK(by_name.error() == exam::Refusal::several_candidates);
    CHECK(exam::decide(session, command::Join{"BCD234", test::token(1)}, context).has_value());
}

TEST_CASE("seat: joining again from the same device is nothing new; as another one it is refused") {
    Play play;
    play.does(command::Join{test::identity(1), test::token(1), "poste 3"});
    CHECK(play.does(command::Join{test::identity(1), test::token(1)}).empty());
    CHECK(play.verdict(command::Join{test::identity(2), test::token(1)}) == "device_in_use");
    CHECK(play.candidate(1).seat == "poste 3");
    CHECK(play.candidate(1).way == exam::JoinWay::identity);
}

TEST_CASE("seat: whoever took another's place leaves it until the presence is confirmed") {
    Play play;
    CHECK(play.verdict(command::Leave{kOne}) == "candidate_absent");
    play.bring(1, Phase::present);
    play.does(command::Leave{kOne});
    CHECK(play.candidate(1).phase == Phase::absent);
    CHECK_FALSE(play.candidate(1).lease.has_value());
    play.bring(1, Phase::authorised);
    CHECK(play.verdict(command::Leave{kOne}) == "presence_confirmed");
    play.does(command::StartTest{kOne, "BCDF23", 1});
    CHECK(play.verdict(command::Leave{kOne}) == "already_started");
    play.does(command::EndTest{kOne});
    CHECK(play.verdict(command::Leave{kOne}) == "test_ended");
}

TEST_CASE("seat: a device that only asks to take over may withdraw at any time") {
    Play play;
    play.bring(1, Phase::in_progress);
    play.does(command::Join{test::identity(1), test::token(9)});
    play.does(command::Leave{kOne, test::token(9)});
    CHECK_FALSE(play.candidate(1).requested_lease.has_value());
    CHECK(play.candidate(1).lease == test::token(1));
}

TEST_CASE("seat: when the wrong person leaves, the device that waits takes the place") {
    Play play;
    play.bring(1, Phase::present);
    play.does(command::Join{test::identity(1), test::token(9), "poste 7"});
    play.does(command::Leave{kOne});
    CHECK(play.candidate(1).phase == Phase::present);
    CHECK(play.candidate(1).lease == test::token(9));
    CHECK(play.candidate(1).seat == "poste 7");
}

TEST_CASE(
    "seat: released before the test the candidate is absent again, during it the test waits") {
    for (const auto phase : {Phase::present, Phase::authorised}) {
        Play play;
        play.bring(1, phase);
        play.does(command::ReleaseSeat{kOne});
        CHECK(play.candidate(1).phase == Phase::absent);
        CHECK_FALSE(play.candidate(1).lease.has_value());
    }
    Play play;
    CHECK(play.verdict(command::ReleaseSeat{kOne}) == "candidate_absent");
    play.bring(1, Phase::in_progress);
    play.does(command::ReleaseSeat{kOne});
    CHECK(play.does(command::ReleaseSeat{kOne}).empty());
    CHECK(play.candidate(1).phase == Phase::in_progress);
    play.does(command::Join{test::identity(1), test::token(9)});
    CHECK(play.candidate(1).lease == test::token(9));
    play.does(command::EndTest{kOne});
    CHECK(play.verdict(command::ReleaseSeat{kOne}) == "test_ended");
}

TEST_CASE("seat: confirming everybody leaves out whoever has two devices, and says how it was") {
    Play play;
    play.bring(1, Phase::present);
    play.bring(2, Phase::present);
    play.does(command::Join{test::identity(2), test::token(9)});
    const auto events = play.does(command::ConfirmAllPresent{act(1)});
    REQUIRE(events.size() == 1);
    CHECK_FALSE(std::get<exam::event::PresenceConfirmed>(events.front()).one_by_one);
    CHECK(play.candidate(1).phase == Phase::authorised);
    CHECK(play.candidate(2).phase == Phase::present);
}

TEST_CASE("seat: the same display again is nothing new, and there is an end to new ones") {
    Play play;
    CHECK(play.verdict(command::ChooseDisplay{kOne, {}}) == "candidate_absent");
    play.bring(1, Phase::present);
    for (int i = 0; i < limits::display_changes_max; ++i)
        play.does(command::ChooseDisplay{kOne, {.ruler = i % 2 == 0}});
    CHECK(play.does(command::ChooseDisplay{kOne, {.ruler = false}}).empty());
    CHECK(play.verdict(command::ChooseDisplay{kOne, {.ruler = true}}) == "too_many_changes");
}

TEST_CASE("incident: every category but fraud needs a description") {
    Play play;
    using enum exam::IncidentCategory;
    for (const auto category : {c1, c2, c4, c7, c8})
        CHECK(play.verdict(command::NoteIncident{kOne, category}) == "description_missing");
    play.does(command::NoteIncident{kOne, c6});
    play.does(command::NoteIncident{kOne, c7, "souris changée"});
    CHECK(play.candidate(1).incidents.size() == 2);
}

TEST_CASE("message: they are numbered, and a room that is over gets none") {
    Play play;
    play.bring(1, Phase::in_progress);
    play.does(command::SendMessage{"Il reste 5 minutes", act(1)});
    CHECK(play.does(command::SendMessage{"Il reste 5 minutes", act(1)}).empty());
    play.does(command::SendMessage{"Merci", act(2)});
    CHECK(play.session().messages.back().number == 2);
    play.does(command::Finalise{{{kOne, exam::AbortReason::technical}}});
    CHECK(play.verdict(command::SendMessage{"?", act(3)}) == "session_closed");
    CHECK(play.verdict(command::Pause{{}, true, act(4)}) == "session_closed");
}
