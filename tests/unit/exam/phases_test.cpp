// SPDX-License-Identifier: Apache-2.0
#include "exam/words.hpp"
#include "support/catch.hpp"
#include "unit/exam/play.hpp"

#include <array>

using namespace preau;
using exam::Phase;
using test::Play;
namespace command = exam::command;

namespace {

constexpr std::array kPhases = {Phase::absent, Phase::present, Phase::authorised,
                                Phase::in_progress, Phase::finished};

struct Row {
    const char* act;
    std::array<const char*, kPhases.size()> verdicts;
};

// clang-format off
constexpr std::array kRows = {
    //                          absent              present             authorised     in_progress        finished
    Row{"join",                {"ok",               "ok",               "ok",          "ok",              "ok"        }},
    Row{"confirm presence",    {"candidate_absent", "ok",               "ok",          "already_started", "test_ended"}},
    Row{"cancel presence",     {"candidate_absent", "not_authorised",   "ok",          "already_started", "test_ended"}},
    Row{"resume, none asked",  {"nothing_to_resume","nothing_to_resume","nothing_to_resume","nothing_to_resume","nothing_to_resume"}},
    Row{"start",               {"not_authorised",   "not_authorised",   "ok",          "already_started", "test_ended"}},
    Row{"start, wrong code",   {"access_code_wrong","access_code_wrong","access_code_wrong","access_code_wrong","access_code_wrong"}},
    Row{"answer",              {"not_started",      "not_started",      "not_started", "ok",              "test_ended"}},
    Row{"open",                {"not_started",      "not_started",      "not_started", "ok",              "test_ended"}},
    Row{"lose focus",          {"not_started",      "not_started",      "not_started", "question_not_focused", "test_ended"}},
    Row{"end",                 {"not_started",      "not_started",      "not_started", "ok",              "test_ended"}},
    Row{"leave",               {"candidate_absent", "ok",               "presence_confirmed","already_started",     "test_ended"}},
    Row{"display",             {"candidate_absent", "ok",               "ok",                "ok",                  "test_ended"}},
    Row{"report",              {"not_started",      "not_started",      "not_started",       "ok",                  "test_ended"}},
    Row{"release",             {"candidate_absent", "ok",               "ok",                "ok",                  "test_ended"}},
    Row{"settle, none open",   {"not_started",      "not_started",      "not_started",       "nothing_to_settle",   "test_ended"}},
    Row{"add time",            {"not_started",      "not_started",      "not_started",       "ok",                  "test_ended"}},
    Row{"pause",               {"not_started",      "not_started",      "not_started",       "ok",                  "test_ended"}},
    Row{"rule, none lost",     {"not_started",      "not_started",      "not_started",       "interruption_unknown","test_ended"}},
    Row{"waive",               {"candidate_absent", "ok",               "ok",                "ok",                  "test_ended"}},
    Row{"incident",            {"ok",               "ok",               "ok",                "ok",                  "ok"}},
    Row{"lockdown",            {"ok",               "ok",               "ok",                "ok",                  "ok"}},
    Row{"lose contact",        {"ok",               "ok",               "ok",          "ok",              "ok"        }},
    Row{"regain contact",      {"ok",               "ok",               "ok",          "ok",              "ok"        }},
    Row{"observe time",        {"ok",               "ok",               "ok",          "ok",              "ok"        }},
};
// clang-format on

exam::Command command_named(const std::string& act, const Play& play) {
    const CandidateNumber one{1};
    const auto* current = play.candidate(1).current();
    if (act == "join") return command::Join{test::identity(1), test::token(9)};
    if (act == "confirm presence") return command::ConfirmPresence{one};
    if (act == "cancel presence") return command::CancelPresence{one};
    if (act == "resume, none asked") return command::AuthoriseResume{one};
    if (act == "start") return command::StartTest{one, "BCDF23", 1};
    if (act == "start, wrong code") return command::StartTest{one, "BCDF24", 1};
    if (act == "answer")
        return command::AnswerQuestion{one, 1, current ? current->item : "item0", "1", {}};
    if (act == "open") return command::OpenQuestion{one, 1};
    if (act == "lose focus") return command::ReportFocusLost{one, 1};
    if (act == "end") return command::EndTest{one};
    if (act == "leave") return command::Leave{one};
    if (act == "display") return command::ChooseDisplay{one, {.ruler = true}};
    if (act == "report") return command::RaiseReport{one, 1};
    if (act == "release") return command::ReleaseSeat{one};
    if (act == "settle, none open") return command::SettleReport{one};
    if (act == "add time") return command::AddTime{one, minutes(1)};
    if (act == "pause") return command::Pause{one};
    if (act == "rule, none lost") return command::RuleInterruption{one, 1};
    if (act == "waive") return command::WaiveLockdown{one};
    if (act == "incident") return command::NoteIncident{one, exam::IncidentCategory::c6};
    if (act == "lockdown") return command::ObserveLockdown{one};
    if (act == "lose contact") return command::LoseContact{one, play.now()};
    if (act == "regain contact") return command::RegainContact{one};
    return command::ObserveTime{};
}

}  // namespace

TEST_CASE("phases: every act in every phase is allowed or refused as the table says") {
    for (std::size_t phase = 0; phase < kPhases.size(); ++phase) {
        Play play;
        play.bring(1, kPhases[phase]);
        REQUIRE(play.candidate(1).phase == kPhases[phase]);
        for (const auto& row : kRows) {
            INFO(row.act << " when " << exam::word(kPhases[phase]));
            CHECK(play.verdict(command_named(row.act, play)) == row.verdicts[phase]);
        }
    }
}

TEST_CASE("phases: a candidate nobody enrolled is unknown to every act") {
    Play play;
    const CandidateNumber nobody{99};
    CHECK(play.verdict(command::ConfirmPresence{nobody}) == "candidate_unknown");
    CHECK(play.verdict(command::CancelPresence{nobody}) == "candidate_unknown");
    CHECK(play.verdict(command::AuthoriseResume{nobody}) == "candidate_unknown");
    CHECK(play.verdict(command::StartTest{nobody, "BCDF23", 1}) == "candidate_unknown");
    CHECK(play.verdict(command::AnswerQuestion{nobody, 1, "item0", "1", {}}) ==
          "candidate_unknown");
    CHECK(play.verdict(command::OpenQuestion{nobody, 1}) == "candidate_unknown");
    CHECK(play.verdict(command::ReportFocusLost{nobody, 1}) == "candidate_unknown");
    CHECK(play.verdict(command::LoseContact{nobody, {}}) == "candidate_unknown");
    CHECK(play.verdict(command::RegainContact{nobody}) == "candidate_unknown");
    CHECK(play.verdict(command::EndTest{nobody}) == "candidate_unknown");
    CHECK(play.verdict(command::Leave{nobody}) == "candidate_unknown");
    CHECK(play.verdict(command::ChooseDisplay{nobody}) == "candidate_unknown");
    CHECK(play.verdict(command::ObserveLockdown{nobody}) == "candidate_unknown");
    CHECK(play.verdict(command::RaiseReport{nobody, 1}) == "candidate_unknown");
    CHECK(play.verdict(command::ReleaseSeat{nobody}) == "candidate_unknown");
    CHECK(play.verdict(command::SettleReport{nobody}) == "candidate_unknown");
    CHECK(play.verdict(command::AddTime{nobody, minutes(1)}) == "candidate_unknown");
    CHECK(play.verdict(command::Pause{nobody}) == "candidate_unknown");
    CHECK(play.verdict(command::RuleInterruption{nobody, 1}) == "candidate_unknown");
    CHECK(play.verdict(command::WaiveLockdown{nobody}) == "candidate_unknown");
    CHECK(play.verdict(command::NoteIncident{nobody, exam::IncidentCategory::c6}) ==
          "candidate_unknown");
}

TEST_CASE("phases: once the session is finalised nothing more happens in the room") {
    Play play;
    play.bring(1, Phase::in_progress);
    play.answer_all(1, 32);
    play.bring(2, Phase::authorised);
    play.does(command::Finalise{});
    CHECK(play.verdict(command::Join{test::identity(3), test::token(3)}) == "session_closed");
    CHECK(play.verdict(command::ConfirmPresence{{2}}) == "session_closed");
    CHECK(play.verdict(command::CancelPresence{{2}}) == "session_closed");
    CHECK(play.verdict(command::StartTest{{2}, "BCDF23", 1}) == "session_closed");
    CHECK(play.verdict(command::EndTest{{1}}) == "session_closed");
    CHECK(play.verdict(command::Leave{{2}}) == "session_closed");
    CHECK(play.verdict(command::ChooseDisplay{{2}}) == "session_closed");
    CHECK(play.verdict(command::ReleaseSeat{{2}}) == "session_closed");
    CHECK(play.verdict(command::SettleReport{{1}}) == "session_closed");
    CHECK(play.verdict(command::AddTime{{}, minutes(1)}) == "session_closed");
    CHECK(play.verdict(command::ConfirmAllPresent{}) == "session_closed");
    CHECK(play.verdict(command::WaiveLockdown{{2}}) == "session_closed");
    CHECK(play.verdict(command::RaiseReport{{1}, 32}) == "test_ended");
    CHECK(play.does(command::ObserveLockdown{{2}, {exam::LockdownKind::seb, "3"}}).empty());
    CHECK(play.verdict(command::Finalise{}) == "already_finalised");
    CHECK(play.verdict(command::OpenSession{test::sheet(), {}}) == "already_opened");
    CHECK(play.does(command::ObserveTime{}).empty());
    play.wait(minutes(1000));
    CHECK(play.does(command::ObserveTime{}).empty());
}
