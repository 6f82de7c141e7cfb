// SPDX-License-Identifier: Apache-2.0
#include "base/limits.hpp"
#include "unit/exam/play.hpp"

#include <array>

using namespace preau;
using test::Play;
namespace command = exam::command;
using exam::Hold;
using exam::LockdownKind;
using exam::LockdownPolicy;
using exam::Phase;

namespace {

constexpr CandidateNumber kOne{1};
const exam::Lockdown kNothing{};
const exam::Lockdown kCompanion{LockdownKind::companion, "1.0.0"};
const exam::Lockdown kSeb{LockdownKind::seb, "3.7"};
const command::StartTest kStart{kOne, "BCDF23", 7};

Play authorised(LockdownPolicy policy, const exam::Lockdown& lockdown) {
    auto open = test::opening(2);
    open.sheet.lockdown = policy;
    Play play(test::small_content(), open);
    play.does(command::Join{test::identity(1), test::token(1), "", lockdown});
    play.does(command::ConfirmPresence{kOne});
    return play;
}

Play begun() {
    auto play = authorised(LockdownPolicy::companion, kCompanion);
    play.does(kStart);
    return play;
}

}  // namespace

TEST_CASE("lockdown: a test starts only with what the session requires") {
    struct Row {
        LockdownPolicy policy;
        bool with_nothing, with_companion, with_seb;
    };
    const std::array rows{Row{LockdownPolicy::none, true, true, true},
                          Row{LockdownPolicy::companion, false, true, false},
                          Row{LockdownPolicy::seb, false, false, true},
                          Row{LockdownPolicy::any, false, true, true}};
    const auto verdict = [](bool starts) { return starts ? "ok" : "lockdown_missing"; };
    for (const auto& row : rows) {
        CHECK(authorised(row.policy, kNothing).verdict(kStart) == verdict(row.with_nothing));
        CHECK(authorised(row.policy, kCompanion).verdict(kStart) == verdict(row.with_companion));
        CHECK(authorised(row.policy, kSeb).verdict(kStart) == verdict(row.with_seb));
    }
}

TEST_CASE("lockdown: a wrong access code is told before a lockdown that is missing") {
    const auto play = authorised(LockdownPolicy::seb, kNothing);
    CHECK(play.verdict(command::StartTest{kOne, "BCDF24", 7}) == "access_code_wrong");
}

TEST_CASE("lockdown: waived it is needed neither to start nor to go on") {
    auto play = authorised(LockdownPolicy::any, kNothing);
    play.does(command::WaiveLockdown{kOne});
    play.does(kStart);
    CHECK_FALSE(play.candidate(1).held());
    play.does(command::ObserveLockdown{kOne, kCompanion});
    play.does(command::ObserveLockdown{kOne, kNothing});
    CHECK_FALSE(play.candidate(1).held());
    play.does(play.answer(1));
}

TEST_CASE("lockdown: it is waived only for somebody who is there, without it, in their test") {
    auto open = test::opening(1);
    open.sheet.lockdown = LockdownPolicy::any;
    const Play absent(test::small_content(), open);
    CHECK(absent.verdict(command::WaiveLockdown{kOne}) == "candidate_absent");
    CHECK(absent.verdict(command::WaiveLockdown{{9}}) == "candidate_unknown");
    auto play = begun();
    CHECK(play.does(command::WaiveLockdown{kOne}).empty());
    play.does(command::EndTest{kOne});
    CHECK(play.verdict(command::WaiveLockdown{kOne}) == "test_ended");
}

TEST_CASE("lockdown: lost it stops the clock until it is back") {
    auto play = begun();
    play.wait(seconds(10));
    play.does(command::ObserveLockdown{kOne, kNothing});
    play.wait(minutes(5));
    play.does(command::ObserveLockdown{kOne, kSeb});
    CHECK(play.candidate(1).held(Hold::lockdown));
    play.does(command::ObserveLockdown{kOne, kCompanion});
    CHECK_FALSE(play.candidate(1).held());
    CHECK(exam::worked(play.candidate(1).timing, play.now()) == seconds(10));
}

TEST_CASE("lockdown: a PC that takes the test over is held until it has one") {
    auto play = begun();
    play.does(command::Join{test::identity(1), test::token(9), "poste 9", kNothing});
    CHECK_FALSE(play.candidate(1).held());
    play.does(command::AuthoriseResume{kOne});
    CHECK(play.candidate(1).holds == std::set{Hold::lockdown});
    play.does(command::Join{test::identity(1), test::token(8), "poste 8", kCompanion});
    play.does(command::AuthoriseResume{kOne});
    CHECK_FALSE(play.candidate(1).held());
    CHECK(play.candidate(1).seat == "poste 8");
}

TEST_CASE("lockdown: once the test is over what a page says of it is nothing new") {
    auto play = begun();
    play.does(command::EndTest{kOne});
    CHECK(play.does(command::ObserveLockdown{kOne, kNothing}).empty());
    CHECK(play.verdict(command::ObserveLockdown{{9}, kNothing}) == "candidate_unknown");
}

TEST_CASE("lockdown: a page without any cannot fill the journal with versions of nothing") {
    auto play = begun();
    for (int i = 0; i < 3 * limits::lockdown_changes_max; ++i)
        play.does(command::ObserveLockdown{kOne, {LockdownKind::none, std::to_string(i)}});
    CHECK(play.candidate(1).lockdown_changes <= limits::lockdown_changes_max + 1);
    CHECK(play.candidate(1).held(Hold::lockdown));
}
