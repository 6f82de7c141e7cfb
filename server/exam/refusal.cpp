// SPDX-License-Identifier: Apache-2.0
#include "exam/refusal.hpp"

#include "base/check.hpp"

namespace preau::exam {

namespace {

/// Of what an invigilator asks.
std::string_view code_of_act(Refusal refusal) {
    switch (refusal) {
        case Refusal::nothing_to_settle:
            return "nothing_to_settle";
        case Refusal::category_not_offered:
            return "category_not_offered";
        case Refusal::interruption_unknown:
            return "interruption_unknown";
        case Refusal::description_missing:
            return "description_missing";
        case Refusal::too_many_changes:
            return "too_many_changes";
        case Refusal::candidate_absent:
            return "candidate_absent";
        case Refusal::not_authorised:
            return "not_authorised";
        case Refusal::already_started:
            return "already_started";
        case Refusal::not_started:
            return "not_started";
        case Refusal::test_ended:
            return "test_ended";
        case Refusal::wrong_question:
            return "wrong_question";
        case Refusal::question_not_opened:
            return "question_not_opened";
        case Refusal::question_not_focused:
            return "question_not_focused";
        case Refusal::already_answered:
            return "already_answered";
        case Refusal::command_id_reused:
            return "command_id_reused";
        case Refusal::answer_empty:
            return "answer_empty";
        case Refusal::nothing_to_resume:
            return "nothing_to_resume";
        case Refusal::no_test_started:
            return "no_test_started";
        case Refusal::abort_reason_missing:
            return "abort_reason_missing";
        case Refusal::abort_reason_unexpected:
            return "abort_reason_unexpected";
        case Refusal::already_finalised:
            return "already_finalised";
        case Refusal::already_enrolled:
            return "already_enrolled";
        case Refusal::session_full:
            return "session_full";
        case Refusal::lack_of_questions:
            return "lack_of_questions";
        default:
            PREAU_UNREACHABLE();
    }
}

}  // namespace

std::string_view code(Refusal refusal) {
    switch (refusal) {
        case Refusal::session_closed:
            return "session_closed";
        case Refusal::already_opened:
            return "already_opened";
        case Refusal::candidate_unknown:
            return "candidate_unknown";
        case Refusal::several_candidates:
            return "several_candidates";
        case Refusal::access_code_wrong:
            return "access_code_wrong";
        case Refusal::code_unknown:
            return "code_unknown";
        case Refusal::device_in_use:
            return "device_in_use";
        case Refusal::presence_confirmed:
            return "presence_confirmed";
        case Refusal::report_open:
            return "report_open";
        case Refusal::paused:
            return "paused";
        case Refusal::lockdown_missing:
            return "lockdown_missing";
        case Refusal::nothing_to_settle:
        case Refusal::category_not_offered:
        case Refusal::interruption_unknown:
        case Refusal::description_missing:
        case Refusal::too_many_changes:
        case Refusal::candidate_absent:
        case Refusal::not_authorised:
        case Refusal::already_started:
        case Refusal::not_started:
        case Refusal::test_ended:
        case Refusal::wrong_question:
        case Refusal::question_not_opened:
        case Refusal::question_not_focused:
        case Refusal::already_answered:
        case Refusal::command_id_reused:
        case Refusal::answer_empty:
        case Refusal::nothing_to_resume:
        case Refusal::no_test_started:
        case Refusal::abort_reason_missing:
        case Refusal::abort_reason_unexpected:
        case Refusal::already_finalised:
        case Refusal::already_enrolled:
        case Refusal::session_full:
        case Refusal::lack_of_questions:
            return code_of_act(refusal);
    }
    PREAU_UNREACHABLE();
}

}  // namespace preau::exam
