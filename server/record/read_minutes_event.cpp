// SPDX-License-Identifier: Apache-2.0
#include "base/check.hpp"
#include "record/payload_reading.hpp"

namespace preau::record {

namespace {

namespace event = exam::event;

constexpr int kAssessmentMinutesMax = 24 * 60;
constexpr std::size_t kReportsMax = 2 * kQuestionsMax;
constexpr std::size_t kCodeBytesMax = 32;

WallTime read_wall(json::Fields& fields, std::string_view name) {
    return {fields.integer(name, -json::kIntegerMax, json::kIntegerMax)};
}

template <class E>
std::optional<E> optional_word(json::Fields& fields, std::string_view name) {
    const auto text = fields.optional_text(name, kTextBytesMax);
    if (!text) return std::nullopt;
    const auto value = exam::from_word<E>(*text);
    if (!value) fields.refuse(name, "malformed", "not one of the known words");
    return value;
}

std::vector<exam::ReportMinutes> read_reports(json::Fields& fields) {
    std::vector<exam::ReportMinutes> reports;
    std::size_t index = 0;
    for (const auto& value : fields.array("reports", kReportsMax)) {
        json::Fields line(value, fields.path("reports", index++));
        exam::ReportMinutes report;
        report.number = read_number(line);
        report.reason = read_word<exam::ReportReason>(line, "reason");
        report.state = read_word<exam::Report::State>(line, "state");
        report.category = optional_word<exam::ReportCategory>(line, "category");
        fields.close(line);
        reports.push_back(report);
    }
    return reports;
}

event::CandidateMinuted candidate_minuted(json::Fields& fields, CandidateNumber candidate) {
    exam::CandidateMinutes minutes;
    minutes.started = read_wall(fields, "started");
    minutes.ended = read_wall(fields, "ended");
    minutes.worked = {fields.integer("worked_ms", 0, limits::epoch_ms_max)};
    minutes.answers = read_whole(fields, "answers", kQuestionsMax);
    minutes.set_aside = read_whole(fields, "set_aside", kQuestionsMax);
    minutes.reason = read_word<exam::FinishReason>(fields, "reason");
    minutes.note = read_text(fields, "note");
    minutes.reports = read_reports(fields);
    minutes.receipt_code = fields.text("receipt", kCodeBytesMax);
    minutes.verification_code = fields.text("verification_code", kCodeBytesMax);
    minutes.abort_reason = optional_word<exam::AbortReason>(fields, "abort_reason");
    minutes.by = read_by(fields);
    return {candidate, std::move(minutes)};
}

event::SessionMinuted session_minuted(json::Fields& fields) {
    exam::SessionMinutes minutes;
    minutes.pack_title = read_text(fields, "pack_title");
    minutes.duration_minutes = read_whole(fields, "duration_minutes", kAssessmentMinutesMax);
    minutes.question_count = read_whole(fields, "question_count", kQuestionsMax);
    minutes.minimum_answers = read_whole(fields, "minimum_answers", kQuestionsMax);
    return {std::move(minutes)};
}

}  // namespace

exam::Event read_minutes_event(Type type, CandidateNumber candidate, json::Fields& fields) {
    switch (type) {
        case Type::session_minuted:
            return session_minuted(fields);
        case Type::candidate_minuted:
            return candidate_minuted(fields, candidate);
        default:
            PREAU_UNREACHABLE();
    }
}

}  // namespace preau::record
