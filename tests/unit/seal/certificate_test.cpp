// SPDX-License-Identifier: Apache-2.0
#include "seal/certificate.hpp"

#include "seal/fingerprint.hpp"
#include "seal/french_words.hpp"
#include "support/catch.hpp"
#include "unit/seal/changes.hpp"
#include "unit/seal/test_platform.hpp"

#include <functional>
#include <set>

using namespace preau;
using seal::Role;

namespace {

const test::TestPlatform kPlatform;

WallTime at(const char* time) { return *from_iso8601(time); }

seal::BoxRequest request_of(std::uint8_t seed) {
    seal::BoxRequest request;
    request.signing = test::key_of(seed).public_key();
    request.encryption = test::TestPlatform::ingest_key().recipient();
    request.hardware = "10000000abcdef01";
    request.uai = "0751234A";
    request.nonce[0] = 7;
    request.software = "0.1.0";
    request.created = at("2026-11-25T08:00:00.000Z");
    return request;
}

seal::Certificate some_certificate() {
    const auto request = request_of(0x11);
    seal::Certificate certificate;
    certificate.serial = 12;
    certificate.box = "BOX-7Q4M";
    certificate.uai = request.uai;
    certificate.signing = request.signing;
    certificate.encryption = request.encryption;
    certificate.not_before = at("2026-11-25T00:00:00.000Z");
    certificate.not_after = at("2027-12-30T00:00:00.000Z");
    return certificate;
}

bool reads_with(const std::function<void(seal::Certificate&)>& change) {
    auto certificate = some_certificate();
    change(certificate);
    return seal::read_certificate(as_bytes(seal::write_certificate(certificate))).has_value();
}

}  // namespace

TEST_CASE("a box's request changed anywhere is not opened") {
    const auto opens = [](const std::string& envelope) {
        return seal::open_request(envelope).has_value();
    };
    const auto envelope = seal::sign_request(request_of(0x11), test::key_of(0x11));
    CHECK(*seal::open_request(envelope) == request_of(0x11));
    CHECK(test::first_accepted_flip(envelope, opens) == std::string::npos);
}

TEST_CASE("whoever asks for a certificate holds the keys that the request names") {
    const auto payload = seal::write_request(request_of(0x11));
    const auto stolen =
        seal::sign_envelope(seal::kBoxRequestType, as_bytes(payload), test::key_of(0x12));
    CHECK_FALSE(seal::open_request(stolen));

    auto next = request_of(0x12);
    next.replaces = test::key_of(0x11).public_key();
    const auto text = seal::write_request(next);
    const auto old_missing =
        seal::sign_envelope(seal::kBoxRequestType, as_bytes(text), test::key_of(0x12));
    CHECK_FALSE(seal::open_request(old_missing));
    const auto new_missing =
        seal::sign_envelope(seal::kBoxRequestType, as_bytes(text), test::key_of(0x11));
    CHECK_FALSE(seal::open_request(new_missing));
    const auto rotation = seal::sign_rotation(next, test::key_of(0x11), test::key_of(0x12));
    REQUIRE(rotation);
    CHECK(*seal::open_request(*rotation) == next);

    next.replaces = next.signing;
    CHECK_FALSE(seal::read_request(as_bytes(seal::write_request(next))));
}

TEST_CASE("a certificate changed anywhere, or signed by another role, is not opened") {
    const auto root = kPlatform.root();
    const auto opens = [&](const std::string& envelope) {
        return seal::open_certificate(envelope, root).has_value();
    };
    const auto envelope = seal::sign_certificate(some_certificate(), kPlatform.key(Role::enrol));
    CHECK(*seal::open_certificate(envelope, root) == some_certificate());
    CHECK(test::first_accepted_flip(envelope, opens) == std::string::npos);
    CHECK_FALSE(opens(seal::sign_certificate(some_certificate(), kPlatform.key(Role::session))));
    CHECK_FALSE(opens(seal::sign_certificate(some_certificate(), test::key_of(0x11))));
}

TEST_CASE("a certificate lasts 400 days at most") {
    CHECK(reads_with([](auto&) {}));
    CHECK_FALSE(reads_with([](seal::Certificate& c) { c.not_after.ms += 1; }));
    CHECK_FALSE(reads_with([](seal::Certificate& c) { c.not_after = c.not_before; }));
    CHECK_FALSE(reads_with([](seal::Certificate& c) { c.box = "box"; }));
    CHECK_FALSE(reads_with([](seal::Certificate& c) { c.serial = 0; }));
    const auto certificate = some_certificate();
    CHECK_FALSE(certificate.is_valid_at(at("2026-11-24T23:59:59.999Z")));
    CHECK(certificate.is_valid_at(at("2026-11-25T00:00:00.000Z")));
    CHECK_FALSE(certificate.is_valid_at(at("2027-12-30T00:00:00.000Z")));
}

TEST_CASE("a certificate may allow neither sessions nor taking over") {
    auto certificate = some_certificate();
    certificate.session = false;
    certificate.standby = false;
    CHECK(*seal::read_certificate(as_bytes(seal::write_certificate(certificate))) == certificate);
}

TEST_CASE("a key's fingerprint is told in symbols and in eight words") {
    const auto key = test::key_of(0x11).public_key();
    CHECK(seal::fingerprint(key).size() == 19);
    CHECK(seal::fingerprint(key) != seal::fingerprint(test::key_of(0x12).public_key()));
    const auto words = seal::fingerprint_words(key);
    CHECK(std::count(words.begin(), words.end(), ' ') == 7);
    std::set<std::string_view> beginnings;
    for (const auto word : seal::kFrenchWords) beginnings.insert(word.substr(0, 4));
    CHECK(beginnings.size() == 256);
}
