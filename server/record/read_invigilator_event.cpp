// SPDX-License-Identifier: Apache-2.0
#include "base/check.hpp"
#include "record/payload_reading.hpp"

namespace preau::record {

namespace {

namespace event = exam::event;

event::InvigilatorEntered invigilator_entered(json::Fields& fields) {
    return {fields.hex<32>("token"), read_text(fields, "name"), fields.boolean("listed")};
}

event::TimeAdded time_added(json::Fields& fields, CandidateNumber candidate) {
    return {candidate,
            {fields.integer("added_ms", 1, limits::added_time_ms_max)},
            read_text(fields, "reason"),
            read_by(fields)};
}

event::InterruptionRuled interruption_ruled(json::Fields& fields, CandidateNumber candidate) {
    return {candidate, static_cast<int>(fields.integer("interruption", 1, INT32_MAX)),
            fields.boolean("granted"), read_by(fields)};
}

event::IncidentNoted incident_noted(json::Fields& fields, CandidateNumber candidate) {
    return {candidate, read_word<exam::IncidentCategory>(fields, "category"),
            read_text(fields, "description"), read_by(fields)};
}

}  // namespace

exam::Event read_invigilator_event(Type type, CandidateNumber candidate, json::Fields& fields) {
    switch (type) {
        case Type::invigilator_entered:
            return invigilator_entered(fields);
        case Type::presence_confirmed:
            return event::PresenceConfirmed{candidate, read_by(fields),
                                            fields.boolean("one_by_one")};
        case Type::presence_cancelled:
            return event::PresenceCancelled{candidate, read_by(fields)};
        case Type::resume_authorised:
            return event::ResumeAuthorised{candidate, read_by(fields)};
        case Type::authorisation_expired:
            return event::AuthorisationExpired{candidate};
        case Type::seat_released:
            return event::SeatReleased{candidate, read_by(fields)};
        case Type::report_accepted:
            return event::ReportAccepted{candidate, read_number(fields),
                                         read_word<exam::ReportCategory>(fields, "category"),
                                         read_by(fields)};
        case Type::report_refused:
            return event::ReportRefused{candidate, read_number(fields), read_by(fields)};
        case Type::time_added:
            return time_added(fields, candidate);
        case Type::test_paused:
            return event::TestPaused{candidate, read_by(fields)};
        case Type::test_continued:
            return event::TestContinued{candidate, read_by(fields)};
        case Type::room_paused:
            return event::RoomPaused{read_by(fields)};
        case Type::room_continued:
            return event::RoomContinued{read_by(fields)};
        case Type::message_sent:
            return event::MessageSent{read_text(fields, "text"), read_by(fields)};
        case Type::interruption_ruled:
            return interruption_ruled(fields, candidate);
        case Type::lockdown_waived:
            return event::LockdownWaived{candidate, read_by(fields)};
        case Type::incident_noted:
            return incident_noted(fields, candidate);
        default:
            PREAU_UNREACHABLE();
    }
}

}  // namespace preau::record
