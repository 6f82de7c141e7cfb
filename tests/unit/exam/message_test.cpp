// SPDX-License-Identifier: Apache-2.0
#include "base/limits.hpp"
#include "unit/exam/play.hpp"

using namespace preau;
using test::Play;
namespace command = exam::command;
using exam::Phase;
using enum exam::IncidentCategory;

namespace {

constexpr CandidateNumber kOne{1};

}  // namespace

TEST_CASE("message: none before the session is opened, none after a great many") {
    Play play;
    const exam::Session closed;
    const auto decision =
        exam::decide(closed, command::SendMessage{"Bonjour"}, {play.content(), play.now()});
    CHECK(decision.error() == exam::Refusal::session_closed);
    for (std::size_t i = 0; i < limits::messages_max; ++i) play.does(command::SendMessage{"?"});
    CHECK(play.verdict(command::SendMessage{"?"}) == "too_many_changes");
}

TEST_CASE("message: the last one tells its text, its author and when") {
    Play play;
    play.does(command::EnterInvigilation{test::token(101), "Mme Durand", true});
    play.wait(minutes(3));
    play.does(command::SendMessage{"Il reste 5 minutes", {1, {ByteArray<16>{1}}}});
    const auto& message = play.session().messages.back();
    CHECK(message.number == 1);
    CHECK(message.text == "Il reste 5 minutes");
    CHECK(message.invigilator == 1);
    CHECK(message.at == play.now());
    CHECK(play.session().invigilators.front().listed);
}

TEST_CASE("incident: noted in every phase until the session is over, of somebody enrolled") {
    Play play;
    CHECK(play.verdict(command::NoteIncident{{9}, c6}) == "candidate_unknown");
    for (const auto phase : {Phase::absent, Phase::present, Phase::finished}) {
        Play room;
        room.bring(1, phase);
        room.does(command::NoteIncident{kOne, c1, "née en 2009"});
        const auto& noted = room.candidate(1).incidents.back();
        CHECK(noted.category == c1);
        CHECK(noted.description == "née en 2009");
        CHECK(room.candidate(1).phase == phase);
    }
    play.bring(1, Phase::finished);
    play.does(command::Finalise{{{kOne, exam::AbortReason::candidate}}});
    CHECK(play.verdict(command::NoteIncident{kOne, c6}) == "session_closed");
}

TEST_CASE("display: sizes go from 100 to 200 by 10, and a voice has a length") {
    for (const int percent : {0, 90, 105, 210, -100})
        CHECK_FALSE(exam::is_valid({.text_percent = percent}));
    for (const int percent : {100, 150, 200}) CHECK(exam::is_valid({.text_percent = percent}));
    CHECK(exam::is_valid({.voice = std::string(limits::voice_bytes_max, 'a')}));
    CHECK_FALSE(exam::is_valid({.voice = std::string(limits::voice_bytes_max + 1, 'a')}));
}

TEST_CASE("display: of a candidate who finished nothing changes any more") {
    Play play;
    play.bring(1, Phase::in_progress);
    play.does(command::ChooseDisplay{kOne, {.theme = exam::Theme::dark}});
    play.does(command::EndTest{kOne});
    CHECK(play.verdict(command::ChooseDisplay{kOne, {}}) == "test_ended");
    CHECK(play.verdict(command::ChooseDisplay{{9}, {}}) == "candidate_unknown");
    CHECK(play.candidate(1).display->theme == exam::Theme::dark);
}
