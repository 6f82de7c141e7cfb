// SPDX-License-Identifier: Apache-2.0
#include "unit/seal/format_cases.hpp"

#include "json/write.hpp"
#include "seal/bech32.hpp"
#include "seal/candidate_receipt.hpp"
#include "seal/certificate.hpp"
#include "seal/checkpoint.hpp"
#include "seal/delivery_notes.hpp"
#include "seal/timestamp.hpp"
#include "support/seeded_entropy.hpp"
#include "unit/seal/format_documents.hpp"

namespace preau::test {

namespace {

using seal::Role;

std::string text_of(ByteView bytes) { return std::string(as_text(bytes)); }

std::string flipped(std::string text, std::size_t at) {
    text[at] = static_cast<char>(text[at] ^ 1);
    return text;
}

class Cases {
  public:
    void good(const std::string& kind, const std::string& bytes) {
        list_.push_back({kind, "good", true, bytes});
        bad(kind, "its first byte changed", flipped(bytes, 0));
        bad(kind, "a byte in its middle changed", flipped(bytes, bytes.size() / 2));
        bad(kind, "its last byte changed", flipped(bytes, bytes.size() - 1));
        bad(kind, "cut by one byte", bytes.substr(0, bytes.size() - 1));
        bad(kind, "one byte longer", bytes + "\n");
        bad(kind, "empty", "");
    }
    void bad(const std::string& kind, const std::string& why, const std::string& bytes) {
        list_.push_back({kind, why, false, bytes});
    }
    std::vector<FormatCase> take() { return std::move(list_); }

  private:
    std::vector<FormatCase> list_;
};

void add_roots(Cases& cases) {
    const TestPlatform platform;
    const auto root = platform.root();
    const auto payload = seal::write_root(root);
    cases.good("root", platform.sign_root(root));
    cases.bad("root", "signed by one key",
              seal::sign_envelope(seal::kRootType, as_bytes(payload), platform.key(Role::root)));
    auto weak = root;
    weak.roles[Role::content].threshold = 1;
    cases.bad("root", "one content key is enough", platform.sign_root(weak));
    auto shared = root;
    shared.roles[Role::receipt] = shared.roles[Role::witness];
    cases.bad("root", "a key with two roles", platform.sign_root(shared));
    auto no_escrow = root;
    no_escrow.recipients.pop_back();
    cases.bad("root", "no escrow", platform.sign_root(no_escrow));

    cases.good("root-update", next_root_document());
    auto skipping = next_root();
    skipping.version = 3;
    cases.bad("root-update", "a version skipped", sign_next_root(skipping));
    auto demo = next_root();
    demo.purpose = seal::Purpose::demo;
    cases.bad("root-update", "of a demo", sign_next_root(demo));
    cases.bad("root-update", "not signed by the one before",
              TestPlatform(0x40).sign_root(next_root()));
    cases.bad("root-update", "the same version again", platform.sign_root(root));
}

void add_documents(Cases& cases) {
    const TestPlatform platform;
    cases.good("timestamp", timestamp_document());
    cases.bad("timestamp", "signed by the session key",
              seal::sign_timestamp(known_timestamp(), platform.key(Role::session)));
    cases.good("request", request_document());
    cases.bad("request", "signed by another key than it names",
              seal::sign_envelope(seal::kBoxRequestType,
                                  as_bytes(seal::write_request(known_request())), key_of(0x12)));
    cases.good("request", rotation_document());
    cases.bad("request", "not signed by the key it replaces",
              seal::sign_envelope(seal::kBoxRequestType,
                                  as_bytes(seal::write_request(known_rotation())), key_of(0x13)));
    cases.good("certificate", certificate_document());
    auto long_one = known_certificate();
    long_one.not_after.ms += 1;
    cases.bad("certificate", "longer than 400 days",
              seal::sign_certificate(long_one, platform.key(Role::enrol)));
    cases.bad("certificate", "signed by the box itself",
              seal::sign_certificate(known_certificate(), key_of(0x11)));
    cases.good("authorisation", authorisation_document());
    auto two = known_authorisation();
    two.shares.clear();
    cases.bad("authorisation", "wrapped keys without a share",
              seal::sign_authorisation(two, platform.key(Role::session)));
    two = known_authorisation();
    two.verification_codes.push_back(two.verification_codes.front());
    cases.bad("authorisation", "a verification code twice",
              seal::sign_authorisation(two, platform.key(Role::session)));
    cases.bad("authorisation", "signed by the enrol key",
              seal::sign_authorisation(known_authorisation(), platform.key(Role::enrol)));
}

void add_age_files(Cases& cases) {
    SeededEntropy entropy(20);
    const auto encrypt = [&](std::size_t bytes, const std::vector<seal::RecipientKey>& to) {
        return text_of(*seal::age_encrypt(Bytes(bytes, 'p'), to, entropy));
    };
    const auto escrow = TestPlatform::escrow_key().recipient();
    const auto ingest = TestPlatform::ingest_key().recipient();
    cases.good("age", encrypt(11, {ingest, escrow}));
    cases.good("age", encrypt(0, {escrow}));
    cases.bad("age", "for somebody else", encrypt(11, {ingest}));
    const auto file = encrypt(65536 + 5, {escrow});
    cases.bad("age", "the last chunk missing", file.substr(0, file.size() - 21));
    cases.bad("age", "the last chunk twice", file + file.substr(file.size() - 21));
    cases.good("parcel", parcel_file());
}

void add_notes(Cases& cases) {
    const TestPlatform platform;
    const auto root = platform.root();
    cases.good("bundle-note", bundle_note());
    const auto receipt = root.verifier(Role::receipt), stored = root.verifier(Role::stored);
    const seal::StoredNote statement{Hash{1, 2}, 1'234'567, 1'795'590'000};
    cases.good("stored", seal::sign_stored(statement, stored.name, platform.key(Role::stored)));
    cases.bad("stored", "by the receipt key",
              seal::sign_stored(statement, stored.name, platform.key(Role::receipt)));
    const auto note = sealing_note();
    const auto cosigned = [&](const seal::VerifierKey& name, Role role) {
        return *seal::cosign(note, name.name, platform.key(role), 1'795'590'000);
    };
    cases.good("receipt", cosigned(receipt, Role::receipt));
    cases.bad("receipt", "what a witness cosigned",
              cosigned(root.verifier(Role::witness), Role::witness));
    cases.bad("receipt", "a witness under the receipt's name", cosigned(receipt, Role::witness));
    cases.bad("receipt", "a stored note",
              seal::sign_stored(statement, stored.name, platform.key(Role::stored)));
    cases.bad("receipt", "nobody's", note);
    const auto signed_statement = candidate_receipt();
    cases.good("candidate-receipt", text_of(signed_statement));
}

void add_bundles(Cases& cases) {
    cases.good("bundle", text_of(plain_bundle({})));
    cases.bad("bundle", "a record's payload is another's",
              text_of(plain_bundle({.payload = true})));
    cases.bad("bundle", "a record out of the chain", text_of(plain_bundle({.chain = true})));
    cases.bad("bundle", "for another platform", text_of(plain_bundle({.audience = true})));
    cases.bad("bundle", "by another box than its certificate's",
              text_of(plain_bundle({.box_key = true})));
    cases.bad("bundle", "another root than its records'", text_of(plain_bundle({.root = true})));
    cases.bad("bundle", "without certificate", text_of(plain_bundle({.certificate = true})));
    cases.bad("bundle", "a checkpoint by another epoch's key",
              text_of(plain_bundle({.note = true})));
    cases.good("bundle-file", text_of(bundle_file()));
}

}  // namespace

std::vector<FormatCase> format_cases() {
    Cases cases;
    add_roots(cases);
    add_documents(cases);
    add_age_files(cases);
    add_notes(cases);
    add_bundles(cases);
    return cases.take();
}

std::vector<std::pair<std::string, std::string>> format_trust() {
    const auto identity = [](std::uint8_t byte) {
        auto text = seal::to_bech32("age-secret-key-", Bytes(32, byte));
        for (auto& c : text)
            if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        return text;
    };
    return {{"root", TestPlatform().sign_root(TestPlatform().root())},
            {"escrow", identity(0xE1)},
            {"box_identity", identity(kBoxIdentityByte)},
            {"box", to_hex(key_of(0x11).public_key())},
            {"epoch", to_hex(key_of(0x22).public_key())},
            {"code", "7K3M-9Q2T-4W8X-A5C1"},
            {"stretched", to_hex(stretched_code())},
            {"pack_keys", to_hex(known_pack_keys())}};
}

std::string format_cases_file() { return cases_file(format_cases()); }

std::string cases_file(const std::vector<FormatCase>& cases) {
    json::Object trust;
    for (const auto& [name, text] : format_trust()) trust.push_back({name, text});
    std::string text = "{\"trust\":" + json::write(std::move(trust)) + ",\"cases\":[";
    std::string separator = "\n";
    for (const auto& one : cases) {
        text += separator + json::write(json::Object{{"kind", one.kind},
                                                     {"name", one.name},
                                                     {"accept", one.accept},
                                                     {"base64", to_base64(as_bytes(one.bytes))}});
        separator = ",\n";
    }
    return text + "\n]}\n";
}

}  // namespace preau::test
