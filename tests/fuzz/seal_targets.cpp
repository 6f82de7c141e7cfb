// SPDX-License-Identifier: Apache-2.0
#include "base/big_endian.hpp"
#include "base/check.hpp"
#include "fuzz/targets.hpp"
#include "record/header.hpp"
#include "seal/age.hpp"
#include "seal/authorisation.hpp"
#include "seal/bundle.hpp"
#include "seal/candidate_receipt.hpp"
#include "seal/certificate.hpp"
#include "seal/checkpoint.hpp"
#include "seal/code.hpp"
#include "seal/delivery_notes.hpp"
#include "seal/envelope.hpp"
#include "seal/hash.hpp"
#include "seal/manifest.hpp"
#include "seal/names.hpp"
#include "seal/publication.hpp"
#include "seal/timestamp.hpp"

namespace preau::fuzz {

namespace {

template <class T>
void read_and_write(ByteView bytes, Result<T> (*read)(ByteView), std::string (*write)(const T&)) {
    if (const auto value = read(bytes)) PREAU_CHECK(write(*value) == as_text(bytes));
}

const seal::EncryptionKey& known_key() {
    static const auto key = [] {
        ByteArray<32> secret{};
        secret.fill(0xE1);
        return seal::EncryptionKey::from_secret(secret);
    }();
    return key;
}

void read_bundle_again(ByteView bytes) {
    const auto bundle = seal::read_bundle(bytes);
    if (!bundle) return;
    const auto again = seal::read_bundle(seal::write_bundle(*bundle));
    PREAU_CHECK(again && *again == *bundle);
}

}  // namespace

void age_file(ByteView bytes) {
    const auto plain = seal::age_decrypt(bytes, known_key());
    if (plain) PREAU_CHECK(plain->size() < bytes.size());
}

void note(ByteView bytes) {
    const auto text = as_text(bytes);
    if (const auto read = seal::read_note(text)) PREAU_CHECK(seal::write_note(*read) == text);
    (void)seal::unverified_checkpoint(text);
    (void)seal::unverified_bundle_note(text);
    (void)seal::VerifierKey::parse(text);
    (void)seal::read_code(text);
}

void envelope(ByteView bytes) {
    for (const auto type : {seal::kRootType, seal::kTimestampType, seal::kBoxRequestType,
                            seal::kBoxCertificateType, seal::kAuthorisationType})
        if (const auto payload = seal::unverified_payload(as_text(bytes), type)) document(*payload);
    (void)seal::open_root(as_text(bytes));
    (void)seal::open_request(as_text(bytes));
}

void document(ByteView bytes) {
    read_and_write(bytes, seal::read_root, seal::write_root);
    read_and_write(bytes, seal::read_timestamp, seal::write_timestamp);
    read_and_write(bytes, seal::read_request, seal::write_request);
    read_and_write(bytes, seal::read_certificate, seal::write_certificate);
    read_and_write(bytes, seal::read_authorisation, seal::write_authorisation);
    read_and_write(bytes, seal::read_manifest, seal::write_manifest);
    read_and_write(bytes, seal::read_publication, seal::write_publication);
}

void bundle(ByteView bytes) { read_bundle_again(bytes); }

void bundle_records(ByteView bytes) {
    constexpr std::size_t kEndBytes = 37;
    if (bytes.size() < kEndBytes) return;
    const auto body = bytes.first(bytes.size() - kEndBytes);
    const auto hash = seal::sha256(body);
    read_bundle_again(ByteWriter().bytes(body).u8(255).u32(32).bytes(hash).view());
}

void journal_header(ByteView bytes) {
    const auto array = to_array<128>(bytes);
    if (!array) return;
    if (const auto header = record::decode(*array)) PREAU_CHECK(record::encode(*header) == *array);
}

}  // namespace preau::fuzz
