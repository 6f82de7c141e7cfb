// SPDX-License-Identifier: Apache-2.0
#include "seal/certificate.hpp"

#include "base/limits.hpp"
#include "json/write.hpp"
#include "seal/document.hpp"
#include "seal/envelope.hpp"
#include "seal/names.hpp"

namespace preau::seal {

namespace {

constexpr std::int64_t kDayMs = 24LL * 3600 * 1000;

RecipientKey read_encryption(json::Fields& fields) {
    const auto key = parse_age_recipient(fields.text("pk_enc", 100));
    if (!key) fields.refuse("pk_enc", "malformed", "Une clé age1… est attendue.");
    return key ? *key : RecipientKey{};
}

BoxRequest read_request_members(json::Fields& fields) {
    BoxRequest out;
    fields.integer("v", 1, 1);
    out.signing = fields.hex<32>("pk_sign");
    out.encryption = read_encryption(fields);
    out.hardware = fields.text("hw_serial", kDocumentNameBytesMax);
    out.uai = fields.text("uai", kDocumentNameBytesMax);
    out.nonce = fields.hex<16>("nonce");
    out.software = fields.text("sw", kDocumentNameBytesMax);
    out.created = read_time(fields, "created");
    if (fields.optional_value("replaces") != nullptr) out.replaces = fields.hex<32>("replaces");
    if (out.replaces == out.signing)
        fields.refuse("replaces", "out_of_range", "Une clé ne se remplace pas elle-même.");
    return out;
}

void read_capabilities(json::Fields& fields, Certificate& out) {
    out.session = out.standby = false;
    for (const auto& value : fields.array("caps", 2)) {
        const auto* text = value.text();
        if (text != nullptr && *text == "session")
            out.session = true;
        else if (text != nullptr && *text == "standby")
            out.standby = true;
        else
            fields.refuse("caps", "out_of_range", "Cette valeur n'est pas connue.");
    }
}

Certificate read_certificate_members(json::Fields& fields) {
    Certificate out;
    fields.integer("v", 1, 1);
    out.serial = fields.integer("serial", 1, json::kIntegerMax);
    out.box = read_box_name(fields, "box");
    out.uai = fields.text("uai", kDocumentNameBytesMax);
    out.signing = fields.hex<32>("pk_sign");
    out.encryption = read_encryption(fields);
    const auto window = read_window(fields);
    out.not_before = window.not_before;
    out.not_after = window.not_after;
    if (out.not_after.ms - out.not_before.ms > limits::certificate_days_max * kDayMs)
        fields.refuse("naf", "out_of_range", "Un certificat vaut 400 jours au plus.");
    read_capabilities(fields, out);
    return out;
}

}  // namespace

std::string write_request(const BoxRequest& r) {
    json::Object members{{"v", 1},
                         {"pk_sign", to_hex(r.signing)},
                         {"pk_enc", age_recipient_text(r.encryption)},
                         {"hw_serial", r.hardware},
                         {"uai", r.uai},
                         {"nonce", to_hex(r.nonce)},
                         {"sw", r.software},
                         {"created", to_iso8601(r.created)}};
    if (r.replaces) members.push_back({"replaces", to_hex(*r.replaces)});
    return json::write(std::move(members));
}

Result<BoxRequest> read_request(ByteView payload) {
    return read_document(payload, "box request", read_request_members, write_request);
}

std::string sign_request(const BoxRequest& request, const SigningKey& key) {
    PREAU_CHECK(request.signing == key.public_key() && !request.replaces);
    return sign_envelope(kBoxRequestType, as_bytes(write_request(request)), key);
}

Result<std::string> sign_rotation(const BoxRequest& request, const SigningKey& old_key,
                                  const SigningKey& new_key) {
    PREAU_CHECK(request.signing == new_key.public_key());
    PREAU_CHECK(request.replaces == old_key.public_key());
    return add_signature(sign_envelope(kBoxRequestType, as_bytes(write_request(request)), new_key),
                         kBoxRequestType, old_key);
}

Result<BoxRequest> open_request(std::string_view envelope) {
    const auto claimed = unverified_payload(envelope, kBoxRequestType);
    if (!claimed) return fail(Error(claimed.error()).with_context("box request"));
    auto request = read_request(*claimed);
    if (!request) return request;
    std::vector<PublicKey> keys{request->signing};
    if (request->replaces) keys.push_back(*request->replaces);
    const auto opened = open_envelope(envelope, kBoxRequestType, keys, keys.size());
    if (!opened) return fail(Error(opened.error()).with_context("box request"));
    return request;
}

std::string write_certificate(const Certificate& c) {
    json::Array capabilities;
    if (c.session) capabilities.emplace_back("session");
    if (c.standby) capabilities.emplace_back("standby");
    return json::write(json::Object{{"v", 1},
                                    {"serial", c.serial},
                                    {"box", c.box},
                                    {"uai", c.uai},
                                    {"pk_sign", to_hex(c.signing)},
                                    {"pk_enc", age_recipient_text(c.encryption)},
                                    {"nbf", to_iso8601(c.not_before)},
                                    {"naf", to_iso8601(c.not_after)},
                                    {"caps", std::move(capabilities)}});
}

Result<Certificate> read_certificate(ByteView payload) {
    return read_document(payload, "box certificate", read_certificate_members, write_certificate);
}

std::string sign_certificate(const Certificate& certificate, const SigningKey& enrol_key) {
    return sign_envelope(kBoxCertificateType, as_bytes(write_certificate(certificate)), enrol_key);
}

Result<Certificate> open_certificate(std::string_view envelope, const Root& root) {
    auto payload = open_by_role(envelope, kBoxCertificateType, root, Role::enrol);
    if (!payload) return fail(std::move(payload.error()).with_context("box certificate"));
    return read_certificate(*payload);
}

}  // namespace preau::seal
