// SPDX-License-Identifier: Apache-2.0
#include "base/check.hpp"
#include "record/payload_reading.hpp"

#include <charconv>

namespace preau::record {

namespace {

namespace event = exam::event;

std::uint64_t seed(json::Fields& fields) {
    const auto text = fields.text("seed", 20);
    std::uint64_t value = 0;
    const auto* end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data(), end, value);
    if (parsed.ec != std::errc{} || parsed.ptr != end || std::to_string(value) != text)
        fields.refuse("seed", "malformed", "not a number of 64 bits");
    return value;
}

event::QuestionAsked question_asked(json::Fields& fields, CandidateNumber candidate) {
    return {.candidate = candidate,
            .number = read_number(fields),
            .item = read_text(fields, "item"),
            .discriminant = fields.number("discriminant"),
            .difficulty = fields.number("difficulty"),
            .rank = read_whole(fields, "rank", kQuestionsMax)};
}

event::AnswerRecorded answer_recorded(json::Fields& fields, CandidateNumber candidate) {
    return {.candidate = candidate,
            .number = read_number(fields),
            .item = read_text(fields, "item"),
            .command = {fields.hex<16>("command")},
            .value = read_text(fields, "value"),
            .status = read_word<answers::Status>(fields, "status"),
            .capacity = fields.number("capacity"),
            .error_rate = fields.number("error_rate")};
}

/// Why an invigilator ended the test; no other end has a reason.
std::optional<exam::AbortReason> abort_reason(json::Fields& fields) {
    const auto text = fields.optional_text("abort_reason", kTextBytesMax);
    if (!text) return std::nullopt;
    const auto reason = exam::from_word<exam::AbortReason>(*text);
    if (!reason) fields.refuse("abort_reason", "malformed", "not one of the known words");
    return reason;
}

event::TestFinished test_finished(json::Fields& fields, CandidateNumber candidate) {
    return {.candidate = candidate,
            .reason = read_word<exam::FinishReason>(fields, "reason"),
            .by = read_by(fields),
            .abort_reason = abort_reason(fields),
            .note = read_text(fields, "note")};
}

}  // namespace

exam::Event read_test_event(Type type, CandidateNumber candidate, json::Fields& fields) {
    switch (type) {
        case Type::test_started:
            return event::TestStarted{candidate, seed(fields)};
        case Type::question_asked:
            return question_asked(fields, candidate);
        case Type::question_opened:
            return event::QuestionOpened{candidate, read_number(fields)};
        case Type::focus_lost:
            return event::FocusLost{candidate, read_number(fields)};
        case Type::report_raised:
            return event::ReportRaised{candidate, read_number(fields),
                                       read_word<exam::ReportReason>(fields, "reason")};
        case Type::answer_recorded:
            return answer_recorded(fields, candidate);
        case Type::deadline_passed:
            return event::DeadlinePassed{candidate};
        case Type::test_finished:
            return test_finished(fields, candidate);
        default:
            PREAU_UNREACHABLE();
    }
}

}  // namespace preau::record
