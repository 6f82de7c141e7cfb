// SPDX-License-Identifier: Apache-2.0
#include "seal/authorisation.hpp"

#include "base/limits.hpp"
#include "json/fields.hpp"
#include "json/read.hpp"
#include "json/write.hpp"
#include "seal/envelope.hpp"
#include "seal/names.hpp"

namespace preau::seal {

namespace {

constexpr std::size_t kNameBytesMax = 64;

WallTime read_time(json::Fields& fields, std::string_view name) {
    const auto time = from_iso8601(fields.text(name, 24));
    if (!time) fields.refuse(name, "malformed", "AAAA-MM-JJThh:mm:ss.sssZ est attendu.");
    return time ? *time : WallTime{};
}

bool read_choice(json::Fields& fields, std::string_view name, std::string_view when_false) {
    const auto choice = fields.text(name, 16);
    if (choice != "required" && choice != when_false)
        fields.refuse(name, "out_of_range", "Cette valeur n'est pas connue.");
    return choice == "required";
}

void read_window(json::Fields& fields, Authorisation& out) {
    json::Fields window(fields.value("window"), fields.path("window"));
    out.not_before = read_time(window, "nbf");
    out.not_after = read_time(window, "naf");
    if (out.not_after <= out.not_before)
        window.refuse("naf", "out_of_range", "La fin précède le début.");
    fields.close(window);
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
    out.pack_id = pack.text("id", kNameBytesMax);
    out.pack_version = pack.text("version", kNameBytesMax);
    out.pack_hash = pack.hex<32>("sha256");
    fields.close(pack);
}

void read_policy(json::Fields& fields, Authorisation& out) {
    json::Fields policy(fields.value("policy"), fields.path("policy"));
    out.mirror_required = read_choice(policy, "mirror", "optional");
    out.tls_required = read_choice(policy, "tls", "allow-http");
    fields.close(policy);
}

Authorisation read_members(json::Fields& fields) {
    Authorisation out;
    fields.integer("v", 1, 1);
    out.session.bytes = fields.hex<16>("session");
    out.number = fields.text("number", 10);
    if (!is_session_number(out.number))
        fields.refuse("number", "malformed", "1 à 10 chiffres sont attendus.");
    out.uai = fields.text("uai", kNameBytesMax);
    out.campaign = fields.text("campaign", kNameBytesMax);
    read_boxes(fields, out);
    read_window(fields, out);
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
    auto value = json::read(as_text(payload));
    if (!value) return fail(std::move(value.error()).with_context("session authorisation"));
    json::Fields fields(*value);
    auto read = read_members(fields);
    if (auto done = fields.finished("session authorisation"); !done)
        return fail(std::move(done.error()));
    if (write_authorisation(read) != as_text(payload))
        return fail(Error::malformed("session authorisation: not the one spelling"));
    return read;
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
