// SPDX-License-Identifier: Apache-2.0
#include "seal/publication.hpp"

#include "base/limits.hpp"
#include "json/write.hpp"
#include "seal/document.hpp"
#include "seal/envelope.hpp"

#include <array>

namespace preau::seal {

namespace {

constexpr int kVersionMax = 1'000'000;
constexpr int kLevelMax = 8;
constexpr std::size_t kCompetencesMax = 64;
constexpr std::array<std::string_view, 3> kStatuses = {"validated", "rejected", "cancelled"};

std::map<std::string, int> read_levels(json::Fields& outer) {
    std::map<std::string, int> levels;
    const auto& value = outer.value("levels");
    if (value.object() == nullptr || value.object()->size() > kCompetencesMax) {
        outer.refuse("levels", "wrong_type", "Un niveau par compétence est attendu.");
        return levels;
    }
    json::Fields fields(value, outer.path("levels"));
    for (const auto& member : *value.object())
        levels[member.name] = static_cast<int>(fields.integer(member.name, 0, kLevelMax));
    outer.close(fields);
    return levels;
}

std::string read_status(json::Fields& fields) {
    auto status = fields.text("status", 16);
    if (std::find(kStatuses.begin(), kStatuses.end(), status) == kStatuses.end())
        fields.refuse("status", "out_of_range", "validated, rejected ou cancelled.");
    return status;
}

PublishedCertification read_certification(json::Fields& fields) {
    PublishedCertification out;
    out.candidate = {static_cast<std::uint32_t>(
        fields.integer("candidate", 1, limits::candidates_per_session_max))};
    out.account = fields.text("account", limits::name_bytes_max);
    out.last_name = fields.text("last_name", limits::name_bytes_max);
    out.first_name = fields.text("first_name", limits::name_bytes_max);
    out.birthdate = fields.text("birthdate", 10);
    if (!is_date(out.birthdate)) fields.refuse("birthdate", "malformed", "AAAA-MM-JJ est attendu.");
    out.verification_code = fields.text("verification_code", 16);
    out.status = read_status(fields);
    out.comment = fields.text("comment", kDocumentNameBytesMax);
    out.pix_score = static_cast<int>(fields.integer("pix_score", 0, limits::pix_score_max));
    out.levels = read_levels(fields);
    out.for_candidate = fields.text("for_candidate", limits::note_text_bytes_max);
    out.for_organisation = fields.text("for_organisation", limits::note_text_bytes_max);
    return out;
}

void read_certifications(json::Fields& fields, Publication& out) {
    const auto& array = fields.array("certifications", limits::candidates_per_session_max);
    for (std::size_t i = 0; i < array.size(); ++i) {
        json::Fields inner(array[i], fields.path("certifications", i));
        auto read = read_certification(inner);
        if (!out.certifications.empty() && out.certifications.back().candidate >= read.candidate)
            inner.refuse("candidate", "out_of_range", "Les candidats ne sont pas dans l'ordre.");
        fields.close(inner);
        out.certifications.push_back(std::move(read));
    }
}

Publication read_members(json::Fields& fields) {
    Publication out;
    fields.integer("v", 1, 1);
    out.session.bytes = fields.hex<16>("session");
    out.number = fields.text("number", 10);
    if (!is_session_number(out.number))
        fields.refuse("number", "malformed", "1 à 10 chiffres sont attendus.");
    out.version = static_cast<int>(fields.integer("version", 1, kVersionMax));
    out.published_at = read_time(fields, "published_at");
    read_certifications(fields, out);
    return out;
}

json::Object certification_object(const PublishedCertification& c) {
    json::Object levels;
    for (const auto& [competence, level] : c.levels) levels.push_back({competence, level});
    return {{"candidate", c.candidate.value},
            {"account", c.account},
            {"last_name", c.last_name},
            {"first_name", c.first_name},
            {"birthdate", c.birthdate},
            {"verification_code", c.verification_code},
            {"status", c.status},
            {"comment", c.comment},
            {"pix_score", c.pix_score},
            {"levels", std::move(levels)},
            {"for_candidate", c.for_candidate},
            {"for_organisation", c.for_organisation}};
}

}  // namespace

std::string write_publication(const Publication& publication) {
    json::Array certifications;
    for (const auto& certification : publication.certifications)
        certifications.push_back(certification_object(certification));
    return json::write(json::Object{{"v", 1},
                                    {"session", publication.session.hex()},
                                    {"number", publication.number},
                                    {"version", publication.version},
                                    {"published_at", to_iso8601(publication.published_at)},
                                    {"certifications", std::move(certifications)}});
}

Result<Publication> read_publication(ByteView payload) {
    return read_document(payload, "publication", read_members, write_publication);
}

std::string sign_publication(const Publication& publication, const SigningKey& key) {
    return sign_envelope(kPublicationType, as_bytes(write_publication(publication)), key);
}

Result<Publication> open_publication(std::string_view envelope, const PublicKey& key) {
    auto payload = open_envelope(envelope, kPublicationType, key);
    if (!payload) return fail(std::move(payload.error()));
    return read_publication(*payload);
}

}  // namespace preau::seal
