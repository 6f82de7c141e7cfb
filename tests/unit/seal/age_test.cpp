// SPDX-License-Identifier: Apache-2.0
#include "seal/age.hpp"

#include "base/limits.hpp"
#include "seal/age_header.hpp"
#include "seal/age_payload.hpp"
#include "seal/hkdf.hpp"
#include "seal/mac.hpp"
#include "support/catch.hpp"
#include "support/seeded_entropy.hpp"
#include "unit/seal/changes.hpp"

#include <fmt/format.h>

#include <optional>

using namespace preau;

namespace {

seal::EncryptionKey key_of(std::uint64_t seed) {
    test::SeededEntropy entropy(seed);
    return seal::EncryptionKey::generate(entropy);
}

Bytes encrypted(ByteView plain, std::vector<seal::RecipientKey> recipients = {}) {
    test::SeededEntropy entropy(99);
    if (recipients.empty()) recipients = {key_of(1).recipient()};
    return *seal::age_encrypt(plain, recipients, entropy);
}

Bytes numbered(std::size_t count) {
    Bytes bytes(count);
    for (std::size_t i = 0; i < count; ++i) bytes[i] = static_cast<std::uint8_t>(i * 7 + i / 251);
    return bytes;
}

bool opens(std::string_view file) { return bool(seal::age_decrypt(as_bytes(file), key_of(1))); }

/// A file with the recipients as written, authenticated as it should be.
std::string with_recipients(const std::string& stanzas, const std::string& mac_end = "\n") {
    test::SeededEntropy entropy(5);
    const auto key = seal::FileKey::generate(entropy);
    const auto own = *seal::hide_file_key(key, key_of(1).recipient(), entropy);
    std::string head = "age-encryption.org/v1\n" + stanzas;
    for (auto at = head.find("OWN"); at != head.npos; at = head.find("OWN"))
        head.replace(at, 3, seal::write_age_stanza(own));
    head += "---";
    const auto mac = seal::hmac_sha256(seal::hkdf(key.view(), {}, "header"), {as_bytes(head)});
    Bytes file = to_bytes(as_bytes(head + " " + seal::to_unpadded_base64(mac) + mac_end));
    seal::append_age_payload(file, key, as_bytes("hello"), entropy);
    return std::string(as_text(file));
}

std::string hidden_for(const seal::RecipientKey& recipient) {
    test::SeededEntropy entropy(5);
    const auto key = seal::FileKey::generate(entropy);
    return seal::write_age_stanza(*seal::hide_file_key(key, recipient, entropy));
}

}  // namespace

TEST_CASE("an age file changed anywhere, cut or longer is not opened") {
    const std::string file(as_text(encrypted(as_bytes("answers"))));
    CHECK(opens(file));
    CHECK(test::first_accepted_change(file, opens) == std::string::npos);
}

TEST_CASE("a file for somebody else is not opened") {
    const auto file = encrypted(as_bytes("x"), {key_of(2).recipient(), key_of(3).recipient()});
    const auto refused = seal::age_decrypt(file, key_of(1));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message == "age file: not encrypted to this key");
    CHECK(seal::age_decrypt(file, key_of(2)));
    CHECK(seal::age_decrypt(file, key_of(3)));
    test::SeededEntropy entropy(4);
    CHECK_FALSE(seal::age_decrypt_with(file, seal::FileKey::generate(entropy)));
}

TEST_CASE("recipients of unknown kinds are passed over, malformed ones refuse the file") {
    CHECK(opens(with_recipients("OWN")));
    CHECK(opens(with_recipients("-> ssh-ed25519 abc\nAAAA\nOWN")));
    CHECK(opens(with_recipients("OWN-> x-grease 1 2 3 ~\n\n")));
    CHECK(opens(with_recipients("-> long\n" + std::string(64, 'A') + "\n\nOWN")));
    CHECK_FALSE(opens(with_recipients("")));
    CHECK_FALSE(opens(with_recipients("-> scrypt\nAAAA\n")));
    CHECK_FALSE(opens(with_recipients("OWN-> long\n" + std::string(64, 'A') + "\n")));
    CHECK_FALSE(opens(with_recipients("OWN-> long\n" + std::string(65, 'A') + "\n\n")));
    for (const auto* stanza :
         {"->\nAAAA\n", "-> \nAAAA\n", "-> a  b\nAAAA\n", "-> a \nAAAA\n", "->a\nAAAA\n",
          "-> a\tb\nAAAA\n", "-> é\nAAAA\n", "-> a\nAAAA=\n", "-> a\nAA==\n", "-> a\nAAB\n",
          "-> a\nA\n", "-> a\nAA A\n", "-> a\r\nAAAA\n", "-> a\nAAAA\r\n", "-> X25519\nAAAA\n",
          "-> X25519 AAAA\nAAAA\n", "\n", "-- a\nAAAA\n"}) {
        INFO(stanza);
        CHECK_FALSE(opens(with_recipients(std::string("OWN") + stanza)));
    }
}

TEST_CASE("a recipient that hides nothing is neither written nor read") {
    test::SeededEntropy entropy(1);
    const std::vector<seal::RecipientKey> open_to_all(1);
    CHECK_FALSE(seal::age_encrypt(as_bytes("x"), open_to_all, entropy));
    const std::string zero = seal::to_unpadded_base64(Bytes(32));
    const std::string body = seal::to_unpadded_base64(Bytes(32));
    CHECK_FALSE(opens(with_recipients(fmt::format("OWN-> X25519 {}\n{}\n", zero, body))));
    const std::string longer = seal::to_unpadded_base64(Bytes(33));
    CHECK_FALSE(opens(with_recipients(fmt::format("OWN-> X25519 {}\n{}\n", zero, longer))));
}

TEST_CASE("eight recipients are read, nine are refused before any is tried") {
    std::string stanzas;
    for (std::size_t i = 1; i < limits::age_recipients_max; ++i)
        stanzas += hidden_for(key_of(i + 10).recipient());
    CHECK(opens(with_recipients(stanzas + "OWN")));
    CHECK_FALSE(opens(with_recipients(stanzas + "-> a\nAAAA\nOWN")));
    const std::string endless = "-> a\n" + std::string(20'000, 'A');
    CHECK_FALSE(opens("age-encryption.org/v1\n" + endless));
}

TEST_CASE("a head in a second spelling is refused") {
    CHECK_FALSE(opens(with_recipients("OWN", "=\n")));
    CHECK_FALSE(opens(with_recipients("OWN", "\r\n")));
    CHECK_FALSE(opens(with_recipients("OWN", " \n")));
    CHECK_FALSE(opens(""));
    CHECK_FALSE(opens("age-encryption.org/v1"));
    CHECK_FALSE(opens("age-encryption.org/v1\n---"));
    CHECK_FALSE(opens("age-encryption.org/v2\n" + with_recipients("OWN").substr(22)));
    CHECK_FALSE(opens("\n" + with_recipients("OWN")));
}

TEST_CASE("chunks missing, twice, exchanged or added are found out") {
    constexpr std::size_t sealed = 64 * 1024 + 16;
    test::SeededEntropy entropy(3);
    const auto key = seal::FileKey::generate(entropy);
    Bytes three;
    seal::append_age_payload(three, key, numbered(3 * 64 * 1024), entropy);
    REQUIRE(three.size() == 16 + 3 * sealed);
    const auto part = [&](std::size_t number) {
        return ByteView(three).subspan(16 + number * sealed, sealed);
    };
    const auto opens_parts = [&](std::initializer_list<ByteView> parts) {
        Bytes payload(three.begin(), three.begin() + 16);
        for (const auto piece : parts) payload.insert(payload.end(), piece.begin(), piece.end());
        return seal::open_age_payload(payload, key).has_value();
    };
    CHECK(opens_parts({part(0), part(1), part(2)}));
    CHECK_FALSE(opens_parts({}));
    CHECK_FALSE(opens_parts({part(0)}));
    CHECK_FALSE(opens_parts({part(0), part(1)}));
    CHECK_FALSE(opens_parts({part(1), part(0), part(2)}));
    CHECK_FALSE(opens_parts({part(0), part(0), part(1), part(2)}));
    CHECK_FALSE(opens_parts({part(0), part(1), part(2), part(2)}));
    CHECK_FALSE(opens_parts({part(0), part(1), part(2), part(0).first(16)}));
    CHECK_FALSE(opens_parts({part(0), part(1), part(2), part(0).first(3)}));
    CHECK_FALSE(seal::open_age_payload(Bytes(15), key));
}

TEST_CASE("an empty last chunk is refused after another one") {
    // Made with the internals' own key: a full chunk that is not the last, then an empty last one.
    test::SeededEntropy entropy(3);
    const auto key = seal::FileKey::generate(entropy);
    Bytes two, none;
    seal::append_age_payload(two, key, numbered(64 * 1024 + 1), entropy);
    seal::append_age_payload(none, key, {}, entropy);
    CHECK(seal::open_age_payload(none, key)->empty());
    two.resize(two.size() - 17);
    two.insert(two.end(), none.end() - 16, none.end());
    CHECK_FALSE(seal::open_age_payload(two, key));
}

TEST_CASE("bytes of any length come back, by the recipient's key and by the file's") {
    test::SeededEntropy entropy(8);
    const auto file_key = seal::FileKey::generate(entropy);
    const std::vector<seal::RecipientKey> recipients{key_of(1).recipient(), key_of(2).recipient()};
    for (const std::size_t size :
         {0u, 1u, 15u, 16u, 65535u, 65536u, 65537u, 131071u, 131072u, 131073u, 1'000'000u}) {
        INFO(size);
        const auto plain = numbered(size);
        const auto file = *seal::age_encrypt_with(file_key, plain, recipients, entropy);
        CHECK(*seal::age_decrypt(file, key_of(1)) == plain);
        CHECK(*seal::age_decrypt(file, key_of(2)) == plain);
        CHECK(*seal::age_decrypt_with(file, file_key) == plain);
        const auto found = seal::open_file_key(file, key_of(2));
        REQUIRE(found);
        CHECK(to_hex(found->view()) == to_hex(file_key.view()));
    }
}
