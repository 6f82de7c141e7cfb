// SPDX-License-Identifier: Apache-2.0
#include "central/desk/read_answers.hpp"

#include "adaptive/scoring.hpp"
#include "central/desk/referential.hpp"
#include "exam/words.hpp"

#include <fmt/format.h>

namespace preau::central {

namespace {

std::string_view status_of(const Readable& readable) {
    return readable.certification ? exam::word(readable.certification->status()) : "pending";
}

bool is_validated(const Readable& readable) {
    return readable.certification &&
           readable.certification->status() == exam::ResultStatus::validated;
}

const exam::Identity& identity_of(const Readable& readable) {
    return readable.certification ? readable.certification->candidacy.identity
                                  : readable.pupil.identity;
}

int pix_score(const Readable& readable) {
    return is_validated(readable) ? readable.certification->candidacy.scored.pix_score : 0;
}

/// Nothing under the first band: certified, without a level.
json::Value global_level(const Readable& readable) {
    const auto& lowest = adaptive::kMeshes.front();
    const auto& mesh = adaptive::global_level(pix_score(readable));
    if (!is_validated(readable) || mesh.key == lowest.key) return nullptr;
    return mesh.label;
}

bool has_levels(const Readable& readable) { return !global_level(readable).is_null(); }

int level_of(const Readable& readable, std::string_view code) {
    const auto& levels = readable.certification->candidacy.scored.levels;
    const auto found = levels.find(std::string(code));
    return found == levels.end() ? 0 : std::max(found->second, 0);
}

json::Array competences(const Readable& readable) {
    json::Array out;
    if (!has_levels(readable)) return out;
    for (const auto& competence : referential())
        out.push_back(json::Object{{"code", competence.code},
                                   {"name", competence.name},
                                   {"areaName", competence.area_name},
                                   {"level", level_of(readable, competence.code)}});
    return out;
}

std::string day(WallTime time) { return to_iso8601(time).substr(0, 10); }

json::Value delivered(const Readable& readable) {
    if (!readable.delivered || !readable.certification) return nullptr;
    return to_iso8601(*readable.delivered);
}

json::Value text_or_null(const std::string& text) {
    return text.empty() ? json::Value{} : json::Value{text};
}

json::Object school_entry(const Readable& readable) {
    const auto& identity = identity_of(readable);
    json::Array results;
    if (has_levels(readable))
        for (const auto& competence : referential())
            results.push_back(json::Object{{"competenceId", competence.code},
                                           {"level", level_of(readable, competence.code)}});
    return {{"id", certification_id(readable.id)},
            {"firstName", identity.first_name},
            {"middleName", nullptr},
            {"thirdName", nullptr},
            {"lastName", identity.last_name},
            {"birthdate", identity.birthdate},
            {"nationalStudentId", text_or_null(readable.pupil.ine)},
            {"status", status_of(readable)},
            {"pixScore", pix_score(readable)},
            {"verificationCode", text_or_null(readable.verification_code)},
            {"date", day(readable.taken)},
            {"deliveredAt", delivered(readable)},
            {"certificationCenter", readable.centre},
            {"competenceResults", std::move(results)}};
}

std::string comment_for(const Readable& readable, Audience audience) {
    if (!readable.certification) return {};
    const auto& comments = readable.certification->comments;
    const auto found = comments.find(audience);
    return found == comments.end() ? std::string{} : found->second;
}

json::Object for_holder(const Readable& readable) {
    const auto& identity = identity_of(readable);
    return {{"certificationId", certification_id(readable.id)},
            {"firstName", identity.first_name},
            {"lastName", identity.last_name},
            {"birthdate", identity.birthdate},
            {"status", status_of(readable)},
            {"pixScore", pix_score(readable)},
            {"maxReachablePixScore", readable.max_pix_score},
            {"globalLevel", global_level(readable)},
            {"certificationCenter", readable.centre},
            {"certificationDate", day(readable.taken)},
            {"certificationIssuedAt", delivered(readable)},
            {"competences", competences(readable)}};
}

}  // namespace

std::string certification_id(const AttemptId& id) {
    return fmt::format("{}-{}", id.session.hex(), id.candidate.value);
}

json::Value school_report(std::span<const Readable> counting) {
    json::Array known;
    for (const auto& competence : referential())
        known.push_back(json::Object{{"id", competence.code},
                                     {"name", competence.name},
                                     {"area", json::Object{{"code", competence.area_code},
                                                           {"name", competence.area_name}}}});
    json::Array certifications;
    for (const auto& readable : counting)
        if (!readable.certification ||
            readable.certification->status() != exam::ResultStatus::cancelled)
            certifications.push_back(school_entry(readable));
    return json::Object{{"competences", std::move(known)},
                        {"certifications", std::move(certifications)}};
}

json::Value parcoursup_answer(const Readable& readable) {
    const auto& identity = identity_of(readable);
    const bool shares = readable.pupil.shares_level;
    return json::Object{
        {"certificationId", certification_id(readable.id)},
        {"certificationCodeVerification", text_or_null(readable.verification_code)},
        {"organizationUai", text_or_null(readable.pupil.uai)},
        {"ine", text_or_null(readable.pupil.ine)},
        {"firstName", identity.first_name},
        {"lastName", identity.last_name},
        {"birthdate", identity.birthdate},
        {"status", status_of(readable)},
        {"pixScore", shares && is_validated(readable) ? json::Value(pix_score(readable)) : nullptr},
        {"globalLevel", shares ? global_level(readable) : json::Value{}},
        {"certificationDate", day(readable.taken)},
        {"certificationIssuedAt", delivered(readable)},
        {"maxReachablePixScore", readable.max_pix_score},
        {"levelShared", shares},
        {"competences", shares ? competences(readable) : json::Array{}}};
}

json::Value certificate_check(const Readable& readable) { return for_holder(readable); }

json::Value account_answer(std::span<const Readable> readables) {
    json::Array certifications;
    for (const auto& readable : readables) {
        auto entry = for_holder(readable);
        entry.push_back({"verificationCode", text_or_null(readable.verification_code)});
        entry.push_back(
            {"commentForCandidate", text_or_null(comment_for(readable, Audience::candidate))});
        entry.push_back({"automaticComment",
                         readable.certification
                             ? json::Value(std::string(readable.certification->automatic_comment()))
                             : json::Value{}});
        entry.push_back({"levelSharedWithParcoursup", readable.pupil.shares_level});
        certifications.push_back(std::move(entry));
    }
    return json::Object{{"certifications", std::move(certifications)}};
}

}  // namespace preau::central
