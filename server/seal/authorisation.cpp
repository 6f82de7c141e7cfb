// SPDX-License-Identifier: Apache-2.0
#include "seal/authorisation.hpp"

#include "base/limits.hpp"
#include "json/write.hpp"
#include "seal/document.hpp"
#include "seal/envelope.hpp"
#include "seal/names.hpp"

namespace preau::seal {

namespace {

void read_times(json::Fields& fields, Authorisation& out) {
    json::Fields inner(fields.value("window"), fields.path("window"));
    const auto window = read_window(inner);
    out.not_before = window.not_before;
    out.not_after = window.not_after;
    fields.close(inner);
}

void read_boxes(json::Fields& fields, Authorisation& out) {
    const auto& boxes = fields.array("boxes", 2);
    for (const auto& box : boxes) {
        const auto* name = box.text();
        if (name == nullptr || !is_box_name(*name))
            fields.refuse("boxes", "malformed", "Ce n'est pas un nom de boîtier.");
        else
            out.boxes.push_back(*name);
    }
    if (boxes.empty()) fields.refuse("boxes", "out_of_range", "Un boîtier est attendu.");
}

void read_pack(json::Fields& fields, Authorisation& out) {
    const auto& packs = fields.array("packs", 1);
    if (packs.empty()) {
        fields.refuse("packs", "out_of_range", "Un paquet d'épreuves est attendu.");
        return;
    }
    json::Fields pack(packs.front(), fields.path("packs", 0));
    out.pack_id = pack.text("id", kDocumentNameBytesMax);
    out.pack_version = pack.text("version", kDocumentNameBytesMax);
    out.pack_hash = pack.hex<32>("sha256");
    fields.close(pack);
}

void read_policy(json::Fields& fields, Authorisation& out) {
    json::Fields policy(fields.value("policy"), fields.path("policy"));
    out.mirror_required = read_choice(policy, "mirror", "required", "optional");
    out.tls_required = read_choice(policy, "tls", "required", "allow-http");
    fields.close(policy);
}

Authorisation read_members(json::Fields& fields) {
    Authorisation out;
    fields.integer("v", 1, 1);
    out.session.bytes = fields.hex<16>("session");
    out.number = fields.text("number", 10);
    if (!is_session_number(out.number))
        fields.refuse("number", "malformed", "1 à 10 chiffres sont attendus.");
    out.uai = fields.text("uai", kDocumentNameBytesMax);
    out.campaign = fields.text("campaign", kDocumentNameBytesMax);
    read_boxes(fields, out);
    read_times(fields, out);
    read_pack(fields, out);
    out.roster_hash = fields.hex<32>("roster_sha256");
    out.max_candidates = static_cast<std::uint32_t>(
        fields.integer("max_candidates", 1, limits::candidates_per_session_max));
    read_policy(fields, out);
    return out;
}

}  // namespace

std::string write_authorisation(const Authorisation& a) {
    json::Array boxes(a.boxes.begin(), a.boxes.end());
    const json::Value pack = json::Object{
        {"id", a.pack_id}, {"version", a.pack_version}, {"sha256", to_hex(a.pack_hash)}};
    return json::write(json::Object{
        {"v", 1},
        {"session", a.session.hex()},
        {"number", a.number},
        {"uai", a.uai},
        {"campaign", a.campaign},
        {"boxes", std::move(boxes)},
        {"window",
         json::Object{{"nbf", to_iso8601(a.not_before)}, {"naf", to_iso8601(a.not_after)}}},
        {"packs", json::Array(1, pack)},
        {"roster_sha256", to_hex(a.roster_hash)},
        {"max_candidates", a.max_candidates},
        {"policy", json::Object{{"mirror", a.mirror_required ? "required" : "optional"},
                                {"tls", a.tls_required ? "required" : "allow-http"}}}});
}

Result<Authorisation> read_authorisation(ByteView payload) {
    return read_document(payload, "session authorisation", read_members, write_authorisation);
}

std::string sign_authorisation(const Authorisation& authorisation, const SigningKey& central) {
    return sign_envelope(kAuthorisationType, as_bytes(write_authorisation(authorisation)), central);
}

Result<Authorisation> open_authorisation(std::string_view envelope, const PublicKey& central) {
    auto payload = open_envelope(envelope, kAuthorisationType, central);
    if (!payload) return fail(std::move(payload.error()).with_context("session authorisation"));
    return read_authorisation(*payload);
}

}  // namespace preau::seal
