// SPDX-License-Identifier: Apache-2.0
#include "base/check.hpp"
#include "record/payload_reading.hpp"

namespace preau::record {

namespace {

namespace event = exam::event;

exam::Lockdown lockdown(json::Fields& fields) {
    return {read_word<exam::LockdownKind>(fields, "lockdown"),
            read_text(fields, "lockdown_version")};
}

exam::Arrival arrival(json::Fields& fields) {
    return {read_word<exam::JoinWay>(fields, "way"), read_text(fields, "seat"), lockdown(fields)};
}

exam::Display display(json::Fields& fields) {
    exam::Display display{.text_percent = read_whole(fields, "text_percent", 200),
                          .spacing = read_word<exam::Spacing>(fields, "spacing"),
                          .theme = read_word<exam::Theme>(fields, "theme"),
                          .font = read_word<exam::Font>(fields, "font"),
                          .ruler = fields.boolean("ruler"),
                          .clock_hidden = fields.boolean("clock_hidden"),
                          .voice = read_text(fields, "voice")};
    if (!exam::is_valid(display))
        fields.refuse("text_percent", "out_of_range", "not a display that can be chosen");
    return display;
}

Hash token(json::Fields& fields) { return fields.hex<32>("token"); }

}  // namespace

exam::Event read_candidate_event(Type type, CandidateNumber candidate, json::Fields& fields) {
    switch (type) {
        case Type::candidate_joined:
            return event::CandidateJoined{candidate, token(fields), arrival(fields)};
        case Type::resume_requested:
            return event::ResumeRequested{candidate, token(fields), arrival(fields)};
        case Type::contact_lost:
            return event::ContactLost{candidate, {fields.integer("since", 0, INT64_MAX)}};
        case Type::contact_regained:
            return event::ContactRegained{candidate};
        case Type::candidate_left:
            return event::CandidateLeft{candidate, token(fields)};
        case Type::display_chosen:
            return event::DisplayChosen{candidate, display(fields)};
        case Type::lockdown_observed:
            return event::LockdownObserved{candidate, lockdown(fields)};
        default:
            PREAU_UNREACHABLE();
    }
}

}  // namespace preau::record
