// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/candidate.hpp"
#include "exam/refusal.hpp"

#include <optional>

namespace preau::exam {

/// What may be asked for a candidate.
enum class Act {
    join,
    confirm_presence,
    cancel_presence,
    authorise_resume,
    start_test,
    open_question,
    report_focus_lost,
    answer_question,
    end_test,
    leave,
    choose_display,
    raise_report,
    release_seat,
    settle_report,
    add_time,
    pause,
    rule_interruption,
    waive_lockdown,
    note_incident,
};

/// Why the act is refused in that phase; nothing when the phase allows it.
std::optional<Refusal> refused(Act act, Phase phase);

}  // namespace preau::exam
