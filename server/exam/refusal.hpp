// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace preau::exam {

/// A rule of the exam said no. The code is stable; the French words are in api/problem.
enum class Refusal {
    session_closed,
    already_opened,
    candidate_unknown,
    several_candidates,
    access_code_wrong,
    code_unknown,
    device_in_use,
    presence_confirmed,
    candidate_absent,
    not_authorised,
    already_started,
    not_started,
    test_ended,
    wrong_question,
    question_not_opened,
    question_not_focused,
    already_answered,
    command_id_reused,
    answer_empty,
    report_open,
    paused,
    lockdown_missing,
    nothing_to_settle,
    category_not_offered,
    interruption_unknown,
    description_missing,
    too_many_changes,
    nothing_to_resume,
    no_test_started,
    abort_reason_missing,
    abort_reason_unexpected,
    already_finalised,
    already_enrolled,
    session_full,
    lack_of_questions,
};

std::string_view code(Refusal refusal);

}  // namespace preau::exam
