// SPDX-License-Identifier: Apache-2.0
#include "unit/seal/format_cases.hpp"

#include "base/file.hpp"
#include "seal/bundle.hpp"
#include "seal/candidate_receipt.hpp"
#include "seal/checkpoint.hpp"
#include "seal/delivery_notes.hpp"
#include "seal/manifest.hpp"
#include "support/catch.hpp"
#include "unit/seal/format_documents.hpp"

#include <functional>
#include <map>

using namespace preau;
using seal::Role;

namespace {

constexpr const char* kFile = "tests/vectors/formats/cases.json";

const seal::Root& root() {
    static const auto known = test::TestPlatform().root();
    return known;
}

seal::EncryptionKey box_identity() {
    ByteArray<32> secret{};
    secret.fill(test::kBoxIdentityByte);
    return seal::EncryptionKey::from_secret(secret);
}

bool reads_receipt(const std::string& text) {
    const seal::VerifierKey epoch{seal::epoch_key_name(test::kKnownBox, 1),
                                  seal::NoteKeyType::ed25519, test::key_of(0x22).public_key()};
    return seal::verify_checkpoint(text, epoch) &&
           seal::verify_cosignature(text, root().verifier(Role::receipt));
}

/// The bytes and the manifest; the records of the journal are server/record's to verify.
bool reads_bundle(ByteView bytes) {
    const auto bundle = seal::read_bundle(bytes);
    return bundle && bundle->certificates.size() == 1 &&
           seal::open_authorisation(bundle->authorisation, root()) &&
           seal::open_certificate(bundle->certificates[0], root()) &&
           seal::open_manifest(bundle->manifest, test::key_of(0x11).public_key());
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
         return bool(seal::age_decrypt(as_bytes(text), test::TestPlatform::escrow_key()));
     }},
    {"parcel",
     [](const auto& text) { return bool(seal::age_decrypt(as_bytes(text), box_identity())); }},
    {"bundle-note",
     [](const auto& text) {
         return bool(seal::open_bundle_note(text, test::key_of(0x11).public_key()));
     }},
    {"stored",
     [](const auto& text) {
         return bool(seal::verify_stored(text, root().verifier(Role::stored)));
     }},
    {"receipt", reads_receipt},
    {"candidate-receipt",
     [](const auto& text) {
         return bool(seal::open_statement(as_bytes(text), test::key_of(0x22).public_key()));
     }},
    {"bundle", [](const auto& text) { return reads_bundle(as_bytes(text)); }},
    {"bundle-file",
     [](const auto& text) {
         const auto plain = seal::age_decrypt(as_bytes(text), test::TestPlatform::escrow_key());
         return plain && reads_bundle(*plain);
     }},
};

/// What only whoever knows journals can tell; verify.mjs does, and tests/unit/record.
bool is_about_records(const test::FormatCase& one) {
    return one.kind == "bundle" &&
           (one.name.starts_with("a record") || one.name.starts_with("another root") ||
            one.name.starts_with("a checkpoint") || one.name.starts_with("for another"));
}

}  // namespace

TEST_CASE("the known formats on the disk are those that the code makes (make_format_cases)") {
    const auto file = read_file(kFile, 4 << 20);
    REQUIRE(file);
    CHECK(as_text(*file) == test::format_cases_file());
}

TEST_CASE("the good ones of the known formats are read, the bad ones refused") {
    for (const auto& one : test::format_cases()) {
        if (is_about_records(one)) continue;
        INFO(one.kind << ": " << one.name);
        CHECK(kReaders.at(one.kind)(one.bytes) == one.accept);
    }
}

TEST_CASE("B4: every byte of the known formats flipped is refused") {
    for (const auto& one : test::format_cases()) {
        if (!one.accept || one.kind == "bundle-file") continue;
        const auto& reads = kReaders.at(one.kind);
        for (std::size_t at = 0; at < one.bytes.size(); ++at) {
            auto changed = one.bytes;
            changed[at] = static_cast<char>(changed[at] ^ 1 << at % 8);
            INFO(one.kind << " at byte " << at);
            if (reads(changed)) FAIL("accepted");
        }
    }
}
