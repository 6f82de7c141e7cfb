// SPDX-License-Identifier: Apache-2.0
#include "unit/seal/format_documents.hpp"

#include "json/write.hpp"
#include "seal/candidate_receipt.hpp"
#include "seal/hash.hpp"
#include "support/seeded_entropy.hpp"

namespace preau::test {

using seal::Role;

namespace {

WallTime at(const char* time) { return *from_iso8601(time); }

seal::EncryptionKey box_identity() {
    ByteArray<32> secret{};
    secret.fill(kBoxIdentityByte);
    return seal::EncryptionKey::from_secret(secret);
}

seal::BoxShare known_share() {
    ByteArray<32> share{};
    share.fill(0x44);
    return seal::BoxShare::of(share);
}

seal::PackKeys pack_keys() {
    SeededEntropy entropy(30);
    return {seal::FileKey::generate(entropy), seal::FileKey::generate(entropy)};
}

}  // namespace

seal::Root next_root() {
    auto root = TestPlatform().root();
    root.version = 2;
    root.roles = TestPlatform(0x40).root().roles;
    return root;
}

std::string sign_next_root(const seal::Root& root) {
    auto envelope = TestPlatform(0x40).sign_root(root);
    for (const int number : {0, 1})
        envelope =
            *seal::add_signature(envelope, seal::kRootType, TestPlatform().key(Role::root, number));
    return envelope;
}

std::string next_root_document() { return sign_next_root(next_root()); }

seal::Timestamp known_timestamp() {
    seal::Timestamp timestamp;
    timestamp.version = 31;
    timestamp.expires = at("2026-12-25T00:00:00.000Z");
    timestamp.packs = {{"bank", "3", seal::sha256(as_bytes("pack")), 123'456}};
    timestamp.minimum_software = "0.1.0";
    timestamp.revoked = {{"BOX-1", at("2026-11-01T00:00:00.000Z"), "volé"}};
    timestamp.time = at("2026-11-25T00:00:00.000Z");
    return timestamp;
}

std::string timestamp_document() {
    return seal::sign_timestamp(known_timestamp(), TestPlatform().key(Role::timestamp));
}

seal::BoxRequest known_request() {
    seal::BoxRequest request;
    request.signing = key_of(0x11).public_key();
    request.encryption = box_identity().recipient();
    request.hardware = "10000000abcdef01";
    request.uai = "0751234A";
    request.nonce.fill(0x5A);
    request.software = "0.1.0";
    request.created = at("2026-11-25T08:00:00.000Z");
    return request;
}

std::string request_document() { return seal::sign_request(known_request(), key_of(0x11)); }

seal::BoxRequest known_rotation() {
    auto request = known_request();
    request.signing = key_of(0x13).public_key();
    request.replaces = key_of(0x11).public_key();
    return request;
}

std::string rotation_document() {
    return *seal::sign_rotation(known_rotation(), key_of(0x11), key_of(0x13));
}

seal::Certificate known_certificate() {
    const auto request = known_request();
    seal::Certificate certificate;
    certificate.serial = 12;
    certificate.box = kKnownBox;
    certificate.uai = request.uai;
    certificate.signing = request.signing;
    certificate.encryption = request.encryption;
    certificate.not_before = at("2026-11-25T00:00:00.000Z");
    certificate.not_after = at("2027-12-30T00:00:00.000Z");
    return certificate;
}

std::string certificate_document() {
    return seal::sign_certificate(known_certificate(), TestPlatform().key(Role::enrol));
}

seal::Authorisation known_authorisation() {
    SeededEntropy entropy(31);
    seal::Authorisation a;
    a.session = kKnownSession;
    a.number = "123456";
    a.uai = "0751234A";
    a.campaign = "2026-terminale";
    a.boxes = {kKnownBox, "BOX-8R5N"};
    a.not_before = at("2026-11-25T07:00:00.000Z");
    a.not_after = at("2026-11-25T17:00:00.000Z");
    a.pack_id = "bank";
    a.pack_version = "3";
    a.pack_hash = seal::sha256(as_bytes("pack"));
    a.roster_hash = seal::sha256(as_bytes("roster"));
    a.max_candidates = 24;
    a.lockdown = seal::LockdownRule::companion;
    const auto unlock_key =
        *seal::derive_unlock_key(known_share(), "7K3M-9Q2T-4W8X-A5C1", kKnownSession);
    a.wrapped_keys = seal::wrap_pack_keys(pack_keys(), unlock_key, a.session, a.pack_hash);
    a.shares = {{kKnownBox, *seal::seal_share(known_share(), box_identity().recipient(), entropy)}};
    a.verification_codes = {"P-BCDF2346", "P-2346789B"};
    a.local = {{"900001"}, 12};
    return a;
}

std::string authorisation_document() {
    static const auto document =
        seal::sign_authorisation(known_authorisation(), TestPlatform().key(Role::session));
    return document;
}

std::string parcel_file() {
    SeededEntropy entropy(32);
    const auto parcel = json::write(
        json::Object{{"authorisation", authorisation_document()}, {"roster", "roster"}});
    const std::vector to{box_identity().recipient()};
    return std::string(as_text(*seal::age_encrypt(as_bytes(parcel), to, entropy)));
}

Bytes stretched_code() {
    return *from_hex("d1e9bf5162d683a657c0ea0fd487bd43265b9dbfd227dac9302f0c0f9274db20");
}

Bytes known_pack_keys() {
    const auto keys = pack_keys();
    Bytes both = to_bytes(keys.open_part.view());
    const auto secret = keys.secret_part.view();
    both.insert(both.end(), secret.begin(), secret.end());
    return both;
}

Bytes candidate_receipt() {
    seal::CandidateStatement statement;
    statement.session = kKnownSession;
    statement.candidate = {1};
    statement.answers = 32;
    statement.finish_sequence = 120;
    statement.tree_size = 121;
    statement.unix_seconds = 1'795'590'000;
    statement.candidate_root = seal::sha256(as_bytes("records"));
    statement.key_id = {0x9c, 0xb0, 0x93, 0xb7};
    const auto bytes = seal::sign_statement(statement, key_of(0x22));
    return to_bytes(bytes);
}

}  // namespace preau::test
