// SPDX-License-Identifier: Apache-2.0
// Whether the code of server/seal accepts the bytes of each kind of format.
#include "seal/bundle.hpp"
#include "seal/candidate_receipt.hpp"
#include "seal/checkpoint.hpp"
#include "seal/delivery_notes.hpp"
#include "seal/manifest.hpp"
#include "unit/seal/format_cases.hpp"
#include "unit/seal/format_documents.hpp"

#include <functional>
#include <map>

namespace preau::test {

namespace {

using seal::Role;

const seal::Root& root() {
    static const auto known = TestPlatform().root();
    return known;
}

seal::EncryptionKey box_identity() {
    ByteArray<32> secret{};
    secret.fill(kBoxIdentityByte);
    return seal::EncryptionKey::from_secret(secret);
}

bool reads_receipt(const std::string& text) {
    const seal::VerifierKey epoch{seal::epoch_key_name(kKnownBox, 1), seal::NoteKeyType::ed25519,
                                  key_of(0x22).public_key()};
    return seal::verify_checkpoint(text, epoch) &&
           seal::verify_cosignature(text, root().verifier(Role::receipt));
}

/// The bytes and the manifest; the records of the journal are server/record's to verify.
bool reads_bundle(ByteView bytes) {
    const auto bundle = seal::read_bundle(bytes);
    return bundle && bundle->certificates.size() == 1 &&
           seal::open_authorisation(bundle->authorisation, root()) &&
           seal::open_certificate(bundle->certificates[0], root()) &&
           seal::open_manifest(bundle->manifest, key_of(0x11).public_key());
}

const std::map<std::string, std::function<bool(const std::string&)>> kReaders = {
    {"root", [](const auto& text) { return bool(seal::open_root(text)); }},
    {"root-update", [](const auto& text) { return bool(seal::update_root(root(), text)); }},
    {"timestamp", [](const auto& text) { return bool(seal::open_timestamp(text, root())); }},
    {"request", [](const auto& text) { return bool(seal::open_request(text)); }},
    {"certificate", [](const auto& text) { return bool(seal::open_certificate(text, root())); }},
    {"authorisation",
     [](const auto& text) { return bool(seal::open_authorisation(text, root())); }},
    {"age",
     [](const auto& text) {
         return bool(seal::age_decrypt(as_bytes(text), TestPlatform::escrow_key()));
     }},
    {"parcel",
     [](const auto& text) { return bool(seal::age_decrypt(as_bytes(text), box_identity())); }},
    {"bundle-note",
     [](const auto& text) {
         return bool(seal::open_bundle_note(text, key_of(0x11).public_key()));
     }},
    {"stored",
     [](const auto& text) {
         return bool(seal::verify_stored(text, root().verifier(Role::stored)));
     }},
    {"receipt", reads_receipt},
    {"candidate-receipt",
     [](const auto& text) {
         return bool(seal::open_statement(as_bytes(text), key_of(0x22).public_key()));
     }},
    {"bundle", [](const auto& text) { return reads_bundle(as_bytes(text)); }},
    {"bundle-file",
     [](const auto& text) {
         const auto plain = seal::age_decrypt(as_bytes(text), TestPlatform::escrow_key());
         return plain && reads_bundle(*plain);
     }},
};

}  // namespace

bool accepts_format(const std::string& kind, const std::string& bytes) {
    return kReaders.at(kind)(bytes);
}

}  // namespace preau::test
