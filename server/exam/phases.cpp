// SPDX-License-Identifier: Apache-2.0
#include "exam/phases.hpp"

#include "base/check.hpp"

#include <array>

namespace preau::exam {

namespace {

using enum Refusal;
using Cell = std::optional<Refusal>;
constexpr Cell ok = std::nullopt;

struct Row {
    Act act;
    std::array<Cell, 5> by_phase;
};

// One row per act, one column per phase: the whole life of a candidate, to be read as a table.
// clang-format off
constexpr std::array kRows = {
    //                            absent            present            authorised         in_progress      finished
    Row{Act::join,               {ok,               ok,                ok,                ok,              ok        }},
    Row{Act::confirm_presence,   {candidate_absent, ok,                ok,                already_started, test_ended}},
    Row{Act::cancel_presence,    {candidate_absent, not_authorised,    ok,                already_started, test_ended}},
    Row{Act::authorise_resume,   {nothing_to_resume,ok,                ok,                ok,              test_ended}},
    Row{Act::start_test,         {not_authorised,   not_authorised,    ok,                already_started, test_ended}},
    Row{Act::open_question,      {not_started,      not_started,       not_started,       ok,              test_ended}},
    Row{Act::report_focus_lost,  {not_started,      not_started,       not_started,       ok,              test_ended}},
    Row{Act::answer_question,    {not_started,      not_started,       not_started,       ok,              test_ended}},
    Row{Act::end_test,           {not_started,      not_started,       not_started,       ok,              test_ended}},
    Row{Act::leave,              {candidate_absent, ok,                presence_confirmed,already_started, test_ended}},
    Row{Act::choose_display,     {candidate_absent, ok,                ok,                ok,              test_ended}},
    Row{Act::raise_report,       {not_started,      not_started,       not_started,       ok,              test_ended}},
    Row{Act::release_seat,       {candidate_absent, ok,                ok,                ok,              test_ended}},
    Row{Act::settle_report,      {not_started,      not_started,       not_started,       ok,              test_ended}},
    Row{Act::add_time,           {not_started,      not_started,       not_started,       ok,              test_ended}},
    Row{Act::pause,              {not_started,      not_started,       not_started,       ok,              test_ended}},
    Row{Act::rule_interruption,  {not_started,      not_started,       not_started,       ok,              test_ended}},
    Row{Act::waive_lockdown,     {candidate_absent, ok,                ok,                ok,              test_ended}},
    Row{Act::note_incident,      {ok,               ok,                ok,                ok,              ok        }},
};
// clang-format on

}  // namespace

std::optional<Refusal> refused(Act act, Phase phase) {
    const auto& row = kRows.at(static_cast<std::size_t>(act));
    PREAU_CHECK(row.act == act);
    return row.by_phase.at(static_cast<std::size_t>(phase));
}

}  // namespace preau::exam
