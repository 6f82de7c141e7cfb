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
