// SPDX-License-Identifier: Apache-2.0
#include "exam/words.hpp"
#include "json/write.hpp"
#include "record/payload.hpp"

namespace preau::record {

namespace {

using json::Member;
using json::Object;

json::Value sheet_of(const exam::SessionSheet& sheet) {
    return Object{{"number", sheet.number},
                  {"site", sheet.site},
                  {"room", sheet.room},
                  {"date", sheet.date},
                  {"time", sheet.time},
                  {"examiner", sheet.examiner},
                  {"access_code", sheet.access_code},
                  {"pack", sheet.pack},
                  {"version", sheet.version},
                  {"pack_hash", to_hex(sheet.pack_hash)},
                  {"lockdown", exam::word(sheet.lockdown)}};
}

json::Value levels_of(const std::map<std::string, int>& levels) {
    Object object;
    for (const auto& [competence, level] : levels) object.push_back({competence, level});
    return object;
}

json::Value ranges_of(const std::map<std::string, exam::LevelRange>& ranges) {
    Object object;
    for (const auto& [competence, range] : ranges)
        object.push_back({competence, json::Array{range.low, range.high}});
    return object;
}

json::Value reasons_of(const std::map<CandidateNumber, exam::AbortReason>& reasons) {
    json::Array array;
    for (const auto& [candidate, reason] : reasons)
        array.push_back(
            Object{{"candidate", std::int64_t{candidate.value}}, {"reason", exam::word(reason)}});
    return array;
}

// A seed is any 64 bits: beyond what a JSON number holds exactly.
std::string seed_text(std::uint64_t seed) { return std::to_string(seed); }

json::Value with(const exam::By& by, Object object) {
    object.push_back({"by", std::int64_t{by.invigilator}});
    object.push_back({"act", by.command.hex()});
    return object;
}

json::Value arrival_of(const Hash& token, const exam::Arrival& arrival) {
    return Object{{"token", to_hex(token)},
                  {"way", exam::word(arrival.way)},
                  {"seat", arrival.seat},
                  {"lockdown", exam::word(arrival.lockdown.kind)},
                  {"lockdown_version", arrival.lockdown.version}};
}

json::Value display_of(const exam::Display& display) {
    return Object{{"text_percent", display.text_percent},
                  {"spacing", exam::word(display.spacing)},
                  {"theme", exam::word(display.theme)},
                  {"font", exam::word(display.font)},
                  {"ruler", display.ruler},
                  {"clock_hidden", display.clock_hidden},
                  {"voice", display.voice}};
}

Object enrolment_of(const exam::Enrolment& enrolment) {
    return {{"last_name", enrolment.identity.last_name},
            {"first_name", enrolment.identity.first_name},
            {"birthdate", enrolment.identity.birthdate},
            {"group", enrolment.group},
            {"extra_time_percent", enrolment.extra_time_percent},
            {"accessibility_adjustment", enrolment.accessibility_adjustment},
            {"code", enrolment.code},
            {"account", enrolment.account}};
}

json::Value reports_of(const std::vector<exam::ReportMinutes>& reports) {
    json::Array array;
    for (const auto& report : reports) {
        Object line{{"number", report.number},
                    {"reason", exam::word(report.reason)},
                    {"state", exam::word(report.state)}};
        if (report.category) line.push_back({"category", exam::word(*report.category)});
        array.push_back(std::move(line));
    }
    return array;
}

json::Value minutes_of(const exam::CandidateMinutes& minutes) {
    Object object{{"started", minutes.started.ms},
                  {"ended", minutes.ended.ms},
                  {"worked_ms", minutes.worked.ms},
                  {"answers", minutes.answers},
                  {"set_aside", minutes.set_aside},
                  {"reason", exam::word(minutes.reason)},
                  {"note", minutes.note},
                  {"reports", reports_of(minutes.reports)},
                  {"receipt", minutes.receipt_code},
                  {"verification_code", minutes.verification_code}};
    if (minutes.abort_reason) object.push_back({"abort_reason", exam::word(*minutes.abort_reason)});
    return with(minutes.by, std::move(object));
}

struct Encoder {
    json::Value operator()(const exam::event::SessionOpened& e) const { return sheet_of(e.sheet); }
    json::Value operator()(const exam::event::CandidateEnrolled& e) const {
        return enrolment_of(e.enrolment);
    }
    json::Value operator()(const exam::event::CandidateEnrolledLate& e) const {
        auto object = enrolment_of(e.enrolment);
        object.push_back({"change", exam::word(e.change)});
        object.push_back({"why", e.why});
        return with(e.by, std::move(object));
    }
    json::Value operator()(const exam::event::WindowOverridden& e) const {
        return Object{{"name", e.by_name.name}, {"reason", e.by_name.reason}};
    }
    json::Value operator()(const exam::event::SecondCopyLost& e) const {
        return Object{{"reason", exam::word(e.reason)}};
    }
    json::Value operator()(const exam::event::SessionMinuted& e) const {
        return Object{{"pack_title", e.minutes.pack_title},
                      {"duration_minutes", e.minutes.duration_minutes},
                      {"question_count", e.minutes.question_count},
                      {"minimum_answers", e.minutes.minimum_answers}};
    }
    json::Value operator()(const exam::event::CandidateMinuted& e) const {
        return minutes_of(e.minutes);
    }
    json::Value operator()(const exam::event::InvigilatorEntered& e) const {
        return Object{{"token", to_hex(e.token)}, {"name", e.name}, {"listed", e.listed}};
    }
    json::Value operator()(const exam::event::CandidateJoined& e) const {
        return arrival_of(e.token, e.arrival);
    }
    json::Value operator()(const exam::event::ResumeRequested& e) const {
        return arrival_of(e.token, e.arrival);
    }
    json::Value operator()(const exam::event::CandidateLeft& e) const {
        return Object{{"token", to_hex(e.token)}};
    }
    json::Value operator()(const exam::event::DisplayChosen& e) const {
        return display_of(e.display);
    }
    json::Value operator()(const exam::event::LockdownObserved& e) const {
        return Object{{"lockdown", exam::word(e.lockdown.kind)},
                      {"lockdown_version", e.lockdown.version}};
    }
    json::Value operator()(const exam::event::TestStarted& e) const {
        return Object{{"seed", seed_text(e.seed)}};
    }
    json::Value operator()(const exam::event::QuestionAsked& e) const {
        return Object{{"number", e.number},
                      {"item", e.item},
                      {"discriminant", e.discriminant},
                      {"difficulty", e.difficulty},
                      {"rank", e.rank}};
    }
    json::Value operator()(const exam::event::QuestionOpened& e) const {
        return Object{{"number", e.number}};
    }
    json::Value operator()(const exam::event::FocusLost& e) const {
        return Object{{"number", e.number}};
    }
    json::Value operator()(const exam::event::AnswerRecorded& e) const {
        return Object{{"number", e.number},
                      {"item", e.item},
                      {"command", e.command.hex()},
                      {"value", e.value},
                      {"status", exam::word(e.status)},
                      {"capacity", e.capacity},
                      {"error_rate", e.error_rate}};
    }
    json::Value operator()(const exam::event::ContactLost& e) const {
        return Object{{"since", e.since.ms}};
    }
    json::Value operator()(const exam::event::ReportRaised& e) const {
        return Object{{"number", e.number}, {"reason", exam::word(e.reason)}};
    }
    json::Value operator()(const exam::event::ReportAccepted& e) const {
        return with(e.by, {{"number", e.number}, {"category", exam::word(e.category)}});
    }
    json::Value operator()(const exam::event::ReportRefused& e) const {
        return with(e.by, {{"number", e.number}});
    }
    json::Value operator()(const exam::event::PresenceConfirmed& e) const {
        return with(e.by, {{"one_by_one", e.one_by_one}});
    }
    json::Value operator()(const exam::event::TimeAdded& e) const {
        return with(e.by, {{"added_ms", e.added.ms}, {"reason", e.reason}});
    }
    json::Value operator()(const exam::event::MessageSent& e) const {
        return with(e.by, {{"text", e.text}});
    }
    json::Value operator()(const exam::event::InterruptionRuled& e) const {
        return with(e.by, {{"interruption", e.interruption}, {"granted", e.granted}});
    }
    json::Value operator()(const exam::event::IncidentNoted& e) const {
        return with(e.by, {{"category", exam::word(e.category)}, {"description", e.description}});
    }
    json::Value operator()(const exam::event::TestFinished& e) const {
        Object object{{"reason", exam::word(e.reason)}, {"note", e.note}};
        if (e.abort_reason) object.push_back({"abort_reason", exam::word(*e.abort_reason)});
        return with(e.by, std::move(object));
    }
    json::Value operator()(const exam::event::SessionFinalised& e) const {
        return Object{{"abort_reasons", reasons_of(e.abort_reasons)}};
    }
    json::Value operator()(const exam::event::ResultDecided& e) const {
        const auto& result = e.result;
        Object object{{"status", exam::word(result.decision.status)},
                      {"comment", exam::word(result.decision.comment)},
                      {"pix_score", result.pix_score},
                      {"capacity", result.capacity},
                      {"error_rate", result.error_rate},
                      {"degraded", result.degraded},
                      {"levels", levels_of(result.levels)}};
        if (!result.level_ranges.empty())
            object.push_back({"level_ranges", ranges_of(result.level_ranges)});
        return object;
    }
    // The header says the rest: who, when, and by its type what.
    json::Value operator()(const auto& e) const {
        if constexpr (requires { e.by; })
            return with(e.by, {});
        else
            return Object{};
    }
};

}  // namespace

Bytes encode_payload(const exam::Event& event) {
    return to_bytes(as_bytes(json::write(std::visit(Encoder{}, event))));
}

}  // namespace preau::record
