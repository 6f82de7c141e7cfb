// SPDX-License-Identifier: Apache-2.0
#include "base/limits.hpp"
#include "exam/words.hpp"
#include "json/fields.hpp"
#include "json/read.hpp"
#include "record/payload.hpp"

#include <charconv>

namespace preau::record {

namespace {

namespace event = exam::event;

constexpr std::size_t kTextBytesMax = limits::payload_text_bytes_max;
constexpr int kQuestionsMax = 1000;

template <class E>
E word(json::Fields& fields, std::string_view field) {
    const auto value = exam::from_word<E>(fields.text(field, kTextBytesMax));
    if (!value) fields.refuse(field, "malformed", "not one of the known words");
    return value.value_or(E{});
}

int whole(json::Fields& fields, std::string_view field, int max) {
    return static_cast<int>(fields.integer(field, 0, max));
}

Hash token(json::Fields& fields) { return fields.hex<32>("token"); }

std::uint64_t seed(json::Fields& fields) {
    const auto text = fields.text("seed", 20);
    std::uint64_t value = 0;
    const auto* end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data(), end, value);
    if (parsed.ec != std::errc{} || parsed.ptr != end || std::to_string(value) != text)
        fields.refuse("seed", "malformed", "not a number of 64 bits");
    return value;
}

event::SessionOpened session_opened(json::Fields& fields) {
    event::SessionOpened e;
    e.sheet.number = fields.text("number", kTextBytesMax);
    e.sheet.site = fields.text("site", kTextBytesMax);
    e.sheet.room = fields.text("room", kTextBytesMax);
    e.sheet.date = fields.text("date", kTextBytesMax);
    e.sheet.time = fields.text("time", kTextBytesMax);
    e.sheet.examiner = fields.text("examiner", kTextBytesMax);
    e.sheet.access_code = fields.text("access_code", kTextBytesMax);
    e.sheet.pack = fields.text("pack", kTextBytesMax);
    e.sheet.version = fields.text("version", kTextBytesMax);
    e.sheet.pack_hash = fields.hex<32>("pack_hash");
    return e;
}

event::CandidateEnrolled candidate_enrolled(json::Fields& fields, CandidateNumber candidate) {
    exam::Enrolment enrolment;
    enrolment.candidate = candidate;
    enrolment.identity.last_name = fields.text("last_name", kTextBytesMax);
    enrolment.identity.first_name = fields.text("first_name", kTextBytesMax);
    enrolment.identity.birthdate = fields.text("birthdate", kTextBytesMax);
    enrolment.group = fields.text("group", kTextBytesMax);
    enrolment.extra_time_percent =
        whole(fields, "extra_time_percent", limits::extra_time_percent_max);
    enrolment.accessibility_adjustment = fields.boolean("accessibility_adjustment");
    return {enrolment};
}

event::QuestionAsked question_asked(json::Fields& fields, CandidateNumber candidate) {
    return {.candidate = candidate,
            .number = whole(fields, "number", kQuestionsMax),
            .item = fields.text("item", kTextBytesMax),
            .discriminant = fields.number("discriminant"),
            .difficulty = fields.number("difficulty"),
            .rank = whole(fields, "rank", kQuestionsMax)};
}

event::AnswerRecorded answer_recorded(json::Fields& fields, CandidateNumber candidate) {
    return {.candidate = candidate,
            .number = whole(fields, "number", kQuestionsMax),
            .item = fields.text("item", kTextBytesMax),
            .command = {fields.hex<16>("command")},
            .value = fields.text("value", kTextBytesMax),
            .status = word<answers::Status>(fields, "status"),
            .capacity = fields.number("capacity"),
            .error_rate = fields.number("error_rate")};
}

event::SessionFinalised session_finalised(json::Fields& fields) {
    event::SessionFinalised e;
    for (const auto& value : fields.array("abort_reasons", limits::candidates_per_session_max)) {
        json::Fields reason(value, "abort_reasons");
        const auto candidate = static_cast<std::uint32_t>(
            reason.integer("candidate", 1, limits::candidates_per_session_max));
        e.abort_reasons[{candidate}] = word<exam::AbortReason>(reason, "reason");
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
    result.decision.status = word<exam::ResultStatus>(fields, "status");
    result.decision.comment = word<exam::AutoComment>(fields, "comment");
    result.pix_score = whole(fields, "pix_score", limits::pix_score_max);
    result.capacity = fields.number("capacity");
    result.error_rate = fields.number("error_rate");
    result.degraded = fields.boolean("degraded");
    result.levels = levels(fields);
    result.level_ranges = level_ranges(fields);
    return {candidate, result};
}

exam::Event event_of(Type type, CandidateNumber candidate, json::Fields& fields) {
    switch (type) {
        case Type::session_opened:
            return session_opened(fields);
        case Type::candidate_enrolled:
            return candidate_enrolled(fields, candidate);
        case Type::invigilator_entered:
            return event::InvigilatorEntered{token(fields)};
        case Type::candidate_joined:
            return event::CandidateJoined{candidate, token(fields)};
        case Type::resume_requested:
            return event::ResumeRequested{candidate, token(fields)};
        case Type::resume_authorised:
            return event::ResumeAuthorised{candidate};
        case Type::presence_confirmed:
            return event::PresenceConfirmed{candidate};
        case Type::presence_cancelled:
            return event::PresenceCancelled{candidate};
        case Type::authorisation_expired:
            return event::AuthorisationExpired{candidate};
        case Type::test_started:
            return event::TestStarted{candidate, seed(fields)};
        case Type::question_asked:
            return question_asked(fields, candidate);
        case Type::question_opened:
            return event::QuestionOpened{candidate, whole(fields, "number", kQuestionsMax)};
        case Type::focus_lost:
            return event::FocusLost{candidate, whole(fields, "number", kQuestionsMax)};
        case Type::answer_recorded:
            return answer_recorded(fields, candidate);
        case Type::contact_lost:
            return event::ContactLost{candidate, {fields.integer("since", 0, INT64_MAX)}};
        case Type::contact_regained:
            return event::ContactRegained{candidate};
        case Type::deadline_passed:
            return event::DeadlinePassed{candidate};
        case Type::test_finished:
            return event::TestFinished{candidate, word<exam::FinishReason>(fields, "reason")};
        case Type::session_finalised:
            return session_finalised(fields);
        case Type::result_decided:
            return result_decided(fields, candidate);
        case Type::epoch_start:
        case Type::checkpoint:
            break;
    }
    PREAU_UNREACHABLE();
}

}  // namespace

Result<exam::Event> decode_payload(Type type, CandidateNumber candidate, ByteView payload) {
    const auto value = json::read(as_text(payload));
    if (!value) return fail(value.error());
    json::Fields fields(*value);
    auto event = event_of(type, candidate, fields);
    if (auto read = fields.finished(name(type)); !read) return fail(std::move(read.error()));
    return event;
}

}  // namespace preau::record
