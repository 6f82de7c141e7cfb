// SPDX-License-Identifier: Apache-2.0
#include "unit/exam/play.hpp"

using namespace preau;
using test::Play;
namespace command = exam::command;
namespace event = exam::event;
using exam::JoinWay;
using exam::Phase;

namespace {

constexpr CandidateNumber kOne{1};
constexpr CandidateNumber kTwo{2};

/// 1 and 2 have the same name, written differently, and the same birth date; each has a code.
Play homonyms() {
    auto open = test::opening(3);
    open.roster[0].code = "BCD234";
    open.roster[1].code = "FGH678";
    open.roster[1].identity = {"nom-1", "PRENOM1", "2008-01-01"};
    return {test::small_content(), open};
}

}  // namespace

TEST_CASE("arrival: homonyms are refused by name however it is typed, even after one came in") {
    auto play = homonyms();
    const command::Join by_name{exam::Identity{"NOM 1", "prenom1", "2008-01-01"}, test::token(5)};
    CHECK(play.verdict(by_name) == "several_candidates");
    play.does(command::Join{"BCD234", test::token(1)});
    CHECK(play.verdict(by_name) == "several_candidates");
}

TEST_CASE("arrival: each homonym gets in with their own code, which the session remembers") {
    auto play = homonyms();
    play.does(command::Join{"BCD234", test::token(1)});
    play.does(command::Join{"fgh 678", test::token(2)});
    play.does(command::Join{test::identity(3), test::token(3)});
    for (const auto number : {1U, 2U, 3U}) {
        CHECK(play.candidate(number).lease == test::token(static_cast<std::uint8_t>(number)));
        CHECK(play.candidate(number).phase == Phase::present);
    }
    CHECK(play.candidate(2).way == JoinWay::code);
    CHECK(play.candidate(3).way == JoinWay::identity);
}

TEST_CASE("arrival: a code that two candidates have lets nobody in") {
    auto open = test::opening(2);
    for (auto& enrolment : open.roster) enrolment.code = "BCD234";
    const Play play(test::small_content(), open);
    CHECK(play.verdict(command::Join{"BCD234", test::token(1)}) == "several_candidates");
}

TEST_CASE("arrival: the same device again is nothing new in every phase, by name or by code") {
    for (const auto phase : {Phase::present, Phase::authorised, Phase::in_progress}) {
        auto open = test::opening(2);
        open.roster[0].code = "BCD234";
        Play play(test::small_content(), open);
        play.bring(1, phase);
        const auto before = play.session();
        CHECK(play.does(command::Join{test::identity(1), test::token(1), "autre"}).empty());
        CHECK(play.does(command::Join{"BCD234", test::token(1)}).empty());
        CHECK(play.session() == before);
    }
}

TEST_CASE("arrival: a device that acts or asks to act for one candidate is refused to another") {
    Play play;
    play.bring(1, Phase::in_progress);
    play.does(command::Join{test::identity(1), test::token(9)});
    CHECK(play.verdict(command::Join{test::identity(2), test::token(1)}) == "device_in_use");
    CHECK(play.verdict(command::Join{test::identity(2), test::token(9)}) == "device_in_use");
    CHECK(play.verdict(command::Join{test::identity(2), test::token(8)}) == "ok");
}

TEST_CASE("arrival: whoever says that it is not them may come in under their own name") {
    Play play;
    play.bring(1, Phase::present);
    play.does(command::Leave{kOne, test::token(1)});
    play.does(command::Join{test::identity(2), test::token(1)});
    CHECK(play.candidate(1).phase == Phase::absent);
    CHECK(play.candidate(2).lease == test::token(1));
}

TEST_CASE("arrival: leaving again, or from a device that does not act, is nothing new") {
    Play play;
    play.bring(1, Phase::present);
    CHECK(play.does(command::Leave{kOne, test::token(7)}).empty());
    CHECK(play.candidate(1).phase == Phase::present);
    play.does(command::Leave{kOne, test::token(1)});
    CHECK(play.verdict(command::Leave{kOne, test::token(1)}) == "candidate_absent");
    CHECK(play.verdict(command::Leave{{9}}) == "candidate_unknown");
}

TEST_CASE("arrival: a seat released frees both devices, and the next one must be looked at") {
    Play play;
    play.bring(1, Phase::authorised);
    play.does(command::Join{test::identity(1), test::token(9)});
    play.does(command::ReleaseSeat{kOne});
    CHECK_FALSE(play.candidate(1).requested_lease.has_value());
    CHECK(play.verdict(command::StartTest{kOne, "BCDF23", 1}) == "not_authorised");
    play.does(command::Join{test::identity(2), test::token(1)});
    play.does(command::Join{test::identity(1), test::token(9)});
    CHECK(play.candidate(1).phase == Phase::present);
}

TEST_CASE("arrival: a test whose seat was released goes on where it was, answers and display too") {
    Play play;
    play.bring(1, Phase::in_progress);
    play.answer_all(1, 3);
    play.does(command::ChooseDisplay{kOne, {.text_percent = 150}});
    const auto item = play.candidate(1).current()->item;
    play.does(command::ReleaseSeat{kOne});
    CHECK(play.verdict(command::AuthoriseResume{kOne}) == "nothing_to_resume");
    const auto events = play.does(command::Join{test::identity(1), test::token(9), "poste 9"});
    CHECK(test::find_event<event::CandidateJoined>(events) != nullptr);
    CHECK(play.candidate(1).phase == Phase::in_progress);
    CHECK(play.candidate(1).current()->item == item);
    CHECK(play.candidate(1).display->text_percent == 150);
    CHECK(play.candidate(1).seat == "poste 9");
    play.does(play.answer(1));
}

TEST_CASE("arrival: the test ends while a device waits: it waits no more") {
    Play play;
    play.bring(1, Phase::in_progress);
    play.does(command::Join{test::identity(1), test::token(9)});
    play.does(command::EndTest{kOne});
    CHECK_FALSE(play.candidate(1).requested_lease.has_value());
    CHECK(play.verdict(command::Join{test::identity(2), test::token(9)}) == "ok");
}

TEST_CASE("arrival: everybody present is confirmed at once, nobody else is touched") {
    Play play(test::small_content(), 6);
    CHECK(play.does(command::ConfirmAllPresent{}).empty());
    play.bring(1, Phase::present);
    play.bring(2, Phase::authorised);
    play.bring(3, Phase::in_progress);
    play.bring(4, Phase::finished);
    play.bring(6, Phase::present);
    const auto events = play.does(command::ConfirmAllPresent{});
    REQUIRE(events.size() == 2);
    CHECK(exam::candidate_of(events[0]) == kOne);
    CHECK(exam::candidate_of(events[1]) == CandidateNumber{6});
    CHECK(play.candidate(5).phase == Phase::absent);
    CHECK(play.does(command::ConfirmAllPresent{}).empty());
}

TEST_CASE("arrival: a presence confirmed alone says so") {
    Play play;
    play.bring(2, Phase::present);
    const auto events = play.does(command::ConfirmPresence{kTwo});
    CHECK(test::find_event<event::PresenceConfirmed>(events)->one_by_one);
}
