// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/events.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

/// Type numbers of the journal (docs/formats/journal.md). A number is never reused.
namespace preau::record {

enum class Type : std::uint16_t {
    epoch_start = 0x0001,
    checkpoint = 0x0003,

    candidate_joined = 0x0101,
    resume_requested = 0x0102,
    contact_lost = 0x0103,
    contact_regained = 0x0104,
    candidate_left = 0x0105,
    display_chosen = 0x0106,
    lockdown_observed = 0x0107,

    answer_recorded = 0x0201,
    test_finished = 0x0202,
    test_started = 0x0203,
    question_asked = 0x0204,
    deadline_passed = 0x0205,
    question_opened = 0x0206,
    focus_lost = 0x0207,
    report_raised = 0x0208,

    invigilator_entered = 0x0301,
    presence_confirmed = 0x0302,
    presence_cancelled = 0x0303,
    resume_authorised = 0x0304,
    authorisation_expired = 0x0305,
    seat_released = 0x0306,
    report_accepted = 0x0307,
    report_refused = 0x0308,
    time_added = 0x0309,
    test_paused = 0x030a,
    test_continued = 0x030b,
    room_paused = 0x030c,
    room_continued = 0x030d,
    message_sent = 0x030e,
    interruption_ruled = 0x030f,
    lockdown_waived = 0x0310,

    incident_noted = 0x0401,

    session_opened = 0x0501,
    candidate_enrolled = 0x0502,
    session_finalised = 0x0503,
    result_decided = 0x0504,
    session_minuted = 0x0505,
    candidate_enrolled_late = 0x0506,
    window_overridden = 0x0507,
    candidate_minuted = 0x0508,

    second_copy_attached = 0x0601,
    second_copy_lost = 0x0602,
    second_copy_waived = 0x0603,
};

Type type_of(const exam::Event& event);

/// Nothing for a number that this version does not know.
std::optional<Type> known_type(std::uint16_t number);

/// Whose doing it is: 0x01 the candidate's device, 0x02 questions and answers, and so on.
constexpr int family(Type type) { return static_cast<int>(type) >> 8; }

/// Name in logs and explanations, "answer.recorded".
std::string_view name(Type type);

}  // namespace preau::record
