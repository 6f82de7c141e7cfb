// SPDX-License-Identifier: Apache-2.0
#include "base/check.hpp"
#include "record/payload_reading.hpp"

namespace preau::record {

namespace {

namespace event = exam::event;

event::SessionOpened session_opened(json::Fields& fields) {
    event::SessionOpened e;
    e.sheet.number = read_text(fields, "number");
    e.sheet.site = read_text(fields, "site");
    e.sheet.room = read_text(fields, "room");
    e.sheet.date = read_text(fields, "date");
    e.sheet.time = read_text(fields, "time");
    e.sheet.examiner = read_text(fields, "examiner");
    e.sheet.access_code = read_text(fields, "access_code");
    e.sheet.pack = read_text(fields, "pack");
    e.sheet.version = read_text(fields, "version");
    e.sheet.pack_hash = fields.hex<32>("pack_hash");
    e.sheet.lockdown = read_word<exam::LockdownPolicy>(fields, "lockdown");
    return e;
}

exam::Enrolment enrolment_of(json::Fields& fields, CandidateNumber candidate) {
    exam::Enrolment enrolment;
    enrolment.candidate = candidate;
    enrolment.identity.last_name = read_text(fields, "last_name");
    enrolment.identity.first_name = read_text(fields, "first_name");
    enrolment.identity.birthdate = read_text(fields, "birthdate");
    enrolment.group = read_text(fields, "group");
    enrolment.extra_time_percent =
        read_whole(fields, "extra_time_percent", limits::extra_time_percent_max);
    enrolment.accessibility_adjustment = fields.boolean("accessibility_adjustment");
    enrolment.code = read_text(fields, "code");
    enrolment.account = read_text(fields, "account");
    return enrolment;
}

event::CandidateEnrolledLate enrolled_late(json::Fields& fields, CandidateNumber candidate) {
    return {.enrolment = enrolment_of(fields, candidate),
            .change = read_word<exam::LateChange>(fields, "change"),
            .why = read_text(fields, "why"),
            .by = read_by(fields)};
}

event::WindowOverridden window_overridden(json::Fields& fields) {
    event::WindowOverridden e;
    e.by_name.name = read_text(fields, "name");
    e.by_name.reason = read_text(fields, "reason");
    return e;
}

event::SessionFinalised session_finalised(json::Fields& fields) {
    event::SessionFinalised e;
    for (const auto& value : fields.array("abort_reasons", limits::candidates_per_session_max)) {
        json::Fields reason(value, "abort_reasons");
        const auto candidate = static_cast<std::uint32_t>(
            reason.integer("candidate", 1, limits::candidates_per_session_max));
        e.abort_reasons[{candidate}] = read_word<exam::AbortReason>(reason, "reason");
        if (const auto problem = reason.finish())
            fields.refuse("abort_reasons", problem->code, problem->message);
    }
    return e;
}

std::optional<int> level(const json::Value& value) {
    const auto* level = value.integer();
    if (level == nullptr || *level < -1 || *level > 8) return std::nullopt;
    return static_cast<int>(*level);
}

std::map<std::string, int> levels(json::Fields& fields) {
    std::map<std::string, int> levels;
    const auto* object = fields.value("levels").object();
    if (object == nullptr) fields.refuse("levels", "wrong_type", "not an object");
    if (object == nullptr) return levels;
    for (const auto& member : *object) {
        const auto found = level(member.value);
        if (!found)
            fields.refuse("levels", "out_of_range", "a level is a whole number from -1 to 8");
        levels[member.name] = found.value_or(0);
    }
    return levels;
}

std::optional<exam::LevelRange> level_range(const json::Value& value) {
    const auto* ends = value.array();
    if (ends == nullptr || ends->size() != 2) return std::nullopt;
    const auto low = level(ends->front());
    const auto high = level(ends->back());
    if (!low || !high || *low > *high) return std::nullopt;
    return exam::LevelRange{*low, *high};
}

/// Absent when the engine knows none.
std::map<std::string, exam::LevelRange> level_ranges(json::Fields& fields) {
    std::map<std::string, exam::LevelRange> ranges;
    const auto* value = fields.optional_value("level_ranges");
    if (value == nullptr) return ranges;
    const auto* object = value->object();
    if (object == nullptr || object->empty())
        fields.refuse("level_ranges", "wrong_type", "not an object with members");
    if (object == nullptr) return ranges;
    for (const auto& member : *object) {
        const auto found = level_range(member.value);
        if (!found)
            fields.refuse("level_ranges", "out_of_range", "not two levels, the lower one first");
        ranges[member.name] = found.value_or(exam::LevelRange{});
    }
    return ranges;
}

event::ResultDecided result_decided(json::Fields& fields, CandidateNumber candidate) {
    exam::CertificationResult result;
    result.decision.status = read_word<exam::ResultStatus>(fields, "status");
    result.decision.comment = read_word<exam::AutoComment>(fields, "comment");
    result.pix_score = read_whole(fields, "pix_score", limits::pix_score_max);
    result.capacity = fields.number("capacity");
    result.error_rate = fields.number("error_rate");
    result.degraded = fields.boolean("degraded");
    result.levels = levels(fields);
    result.level_ranges = level_ranges(fields);
    return {candidate, result};
}

}  // namespace

exam::Event read_office_event(Type type, CandidateNumber candidate, json::Fields& fields) {
    switch (type) {
        case Type::session_opened:
            return session_opened(fields);
        case Type::candidate_enrolled:
            return event::CandidateEnrolled{enrolment_of(fields, candidate)};
        case Type::candidate_enrolled_late:
            return enrolled_late(fields, candidate);
        case Type::window_overridden:
            return window_overridden(fields);
        case Type::session_finalised:
            return session_finalised(fields);
        case Type::result_decided:
            return result_decided(fields, candidate);
        default:
            PREAU_UNREACHABLE();
    }
}

exam::Event read_second_copy_event(Type type, json::Fields& fields) {
    switch (type) {
        case Type::second_copy_attached:
            return event::SecondCopyAttached{};
        case Type::second_copy_lost:
            return event::SecondCopyLost{read_word<exam::SecondCopyLoss>(fields, "reason")};
        case Type::second_copy_waived:
            return event::SecondCopyWaived{read_by(fields)};
        default:
            PREAU_UNREACHABLE();
    }
}

}  // namespace preau::record
