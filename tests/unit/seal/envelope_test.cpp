// SPDX-License-Identifier: Apache-2.0
#include "seal/envelope.hpp"

#include "support/catch.hpp"
#include "unit/seal/changes.hpp"
#include "unit/seal/test_keys.hpp"

using namespace preau;

namespace {

constexpr std::string_view kType = "application/vnd.preau.example.v1+json";

std::string envelope() {
    return seal::sign_envelope(kType, as_bytes("{\"v\":1}"), test::key_of(1));
}

bool opens(std::string_view text) {
    return seal::open_envelope(text, kType, test::key_of(1).public_key()).has_value();
}

std::string replaced(const std::string& what, const std::string& by) {
    auto text = envelope();
    return text.replace(text.find(what), what.size(), by);
}

}  // namespace

TEST_CASE("an envelope changed anywhere is not opened") {
    CHECK(test::first_accepted_change(envelope(), opens) == std::string::npos);
    CHECK(opens(envelope()));
}

TEST_CASE("a second spelling of an envelope is refused") {
    CHECK_FALSE(opens(" " + envelope()));
    CHECK_FALSE(opens(replaced(",", ", ")));
    CHECK_FALSE(opens(replaced("payload\"", "p\\u0061yload\"")));
    CHECK_FALSE(opens(replaced("\"signatures\"", "\"x\":1,\"signatures\"")));
    CHECK_FALSE(opens(replaced("{\"sig\"", "{\"keyid\":\"\",\"sig\"")));
    CHECK_FALSE(opens(replaced("eyJ2Ijox", "eyJ2\\nIjox")));
}

TEST_CASE("an envelope of another type, by another key, or without signature is not opened") {
    const auto& key = test::key_of(1).public_key();
    CHECK_FALSE(seal::open_envelope(envelope(), "application/other", key));
    CHECK_FALSE(seal::open_envelope(envelope(), kType, test::key_of(2).public_key()));
    CHECK_FALSE(seal::unverified_payload(envelope(), "application/other"));
    for (const auto* text :
         {"", "{}", "[]", "null", R"({"payload":"","payloadType":"t","signatures":[]})",
          R"({"payload":"","payloadType":"t","signatures":[{"sig":"AAAA"}]})",
          R"({"payload":"","payloadType":"t","signatures":[{}]})",
          R"({"payload":"","payloadType":"t","signatures":{"sig":""}})"}) {
        INFO(text);
        CHECK_FALSE(opens(text));
        CHECK_FALSE(seal::unverified_payload(text, "t"));
    }
}

TEST_CASE("an envelope longer than 256 KiB is refused before it is read") {
    const Bytes payload(200 * 1024, 'x');
    CHECK_FALSE(opens(seal::sign_envelope(kType, payload, test::key_of(1))));
}

TEST_CASE("a payload comes out as the bytes that went in, whatever they are") {
    for (const auto& payload : {Bytes{}, Bytes{0}, Bytes{0xFF, 0x00, '\n'}, Bytes(1000, 'a')}) {
        const auto text = seal::sign_envelope(kType, payload, test::key_of(1));
        CHECK(*seal::open_envelope(text, kType, test::key_of(1).public_key()) == payload);
        CHECK(*seal::unverified_payload(text, kType) == payload);
    }
}

TEST_CASE("an envelope of several signatures needs each of them valid, by keys that differ") {
    const auto two = *seal::add_signature(envelope(), kType, test::key_of(2));
    const std::vector<seal::PublicKey> keys{
        test::key_of(1).public_key(), test::key_of(2).public_key(), test::key_of(3).public_key()};
    const auto opens_by = [&](std::span<const seal::PublicKey> known, std::size_t threshold) {
        return seal::open_envelope(two, kType, known, threshold).has_value();
    };
    CHECK(opens_by(keys, 1));
    CHECK(opens_by(keys, 2));
    CHECK_FALSE(opens_by(keys, 3));
    CHECK_FALSE(opens_by(std::span(keys).first(1), 1));
    CHECK_FALSE(opens_by({}, 1));
    CHECK_FALSE(opens(two));
    CHECK_FALSE(seal::add_signature(two, kType, test::key_of(2)));
    const auto opens_two = [&](const std::string& text) {
        return seal::open_envelope(text, kType, keys, 1).has_value();
    };
    CHECK(test::first_accepted_flip(two, opens_two) == std::string::npos);
}

TEST_CASE("an envelope has eight signatures at most") {
    auto text = envelope();
    for (std::uint8_t seed = 2; seed <= 8; ++seed)
        text = *seal::add_signature(text, kType, test::key_of(seed));
    CHECK_FALSE(seal::add_signature(text, kType, test::key_of(9)));
    const auto sig = text.substr(text.find("{\"sig\""));
    const auto nine =
        text.substr(0, text.size() - 2) + ',' + sig.substr(0, sig.find('}') + 1) + "]}";
    CHECK_FALSE(seal::unverified_payload(nine, kType));
    CHECK(seal::unverified_payload(text, kType));
}
