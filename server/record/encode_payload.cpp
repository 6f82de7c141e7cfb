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
                  {"pack_hash", to_hex(sheet.pack_hash)}};
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

struct Encoder {
    json::Value operator()(const exam::event::SessionOpened& e) const { return sheet_of(e.sheet); }
    json::Value operator()(const exam::event::CandidateEnrolled& e) const {
        const auto& enrolment = e.enrolment;
        return Object{{"last_name", enrolment.identity.last_name},
                      {"first_name", enrolment.identity.first_name},
                      {"birthdate", enrolment.identity.birthdate},
                      {"group", enrolment.group},
                      {"extra_time_percent", enrolment.extra_time_percent},
                      {"accessibility_adjustment", enrolment.accessibility_adjustment}};
    }
    json::Value operator()(const exam::event::InvigilatorEntered& e) const {
        return token_only(e.token);
    }
    json::Value operator()(const exam::event::CandidateJoined& e) const {
        return token_only(e.token);
    }
    json::Value operator()(const exam::event::ResumeRequested& e) const {
        return token_only(e.token);
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
    json::Value operator()(const exam::event::TestFinished& e) const {
        return Object{{"reason", exam::word(e.reason)}};
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
    // The header says it all: who, when, and by its type what.
    json::Value operator()(const exam::event::ResumeAuthorised&) const { return Object{}; }
    json::Value operator()(const exam::event::PresenceConfirmed&) const { return Object{}; }
    json::Value operator()(const exam::event::PresenceCancelled&) const { return Object{}; }
    json::Value operator()(const exam::event::AuthorisationExpired&) const { return Object{}; }
    json::Value operator()(const exam::event::ContactRegained&) const { return Object{}; }
    json::Value operator()(const exam::event::DeadlinePassed&) const { return Object{}; }

  private:
    static json::Value token_only(const Hash& token) { return Object{{"token", to_hex(token)}}; }
};

}  // namespace

Bytes encode_payload(const exam::Event& event) {
    return to_bytes(as_bytes(json::write(std::visit(Encoder{}, event))));
}

}  // namespace preau::record
