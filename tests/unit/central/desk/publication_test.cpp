// SPDX-License-Identifier: Apache-2.0
#include "seal/publication.hpp"

#include "support/catch.hpp"

using namespace preau;

namespace {

seal::SigningKey key(std::uint8_t byte) {
    ByteArray<32> seed;
    seed.fill(byte);
    return seal::SigningKey::from_seed(seed);
}

seal::Publication publication() {
    seal::Publication out;
    out.session.bytes.fill(3);
    out.number = "123456";
    out.version = 2;
    out.published_at = {1'790'000'000'000};
    for (std::uint32_t candidate = 1; candidate <= 2; ++candidate)
        out.certifications.push_back({.candidate = {candidate},
                                      .account = "ACC",
                                      .last_name = "Lune",
                                      .first_name = "Zoé",
                                      .birthdate = "2010-05-01",
                                      .verification_code = "P-2346BCDF",
                                      .status = "validated",
                                      .comment = "none",
                                      .pix_score = 431,
                                      .levels = {{"1.1", 3}},
                                      .for_candidate = "",
                                      .for_organisation = "« vu »"});
    return out;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("published results that another key signed, or that were changed, are refused") {
    const auto envelope = seal::sign_publication(publication(), key(1));
    CHECK(seal::open_publication(envelope, key(1).public_key()).value() == publication());
    CHECK_FALSE(seal::open_publication(envelope, key(2).public_key()));
    for (std::size_t i = 0; i < envelope.size(); ++i) {
        auto changed = envelope;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        CHECK_FALSE(seal::open_publication(changed, key(1).public_key()));
    }
}

TEST_CASE("published results that cannot be are refused") {
    const auto text = seal::write_publication(publication());
    REQUIRE(seal::read_publication(as_bytes(text)));
    const auto refused = [&](std::string_view from, std::string_view to) {
        INFO(to);
        CHECK_FALSE(seal::read_publication(as_bytes(replaced(text, from, to))));
    };
    refused("\"v\":1", "\"v\":2");
    refused("\"123456\"", "\"12a\"");
    refused("\"version\":2", "\"version\":0");
    refused("\"candidate\":2", "\"candidate\":1");
    refused("\"candidate\":1", "\"candidate\":0");
    refused("\"candidate\":2", "\"candidate\":513");
    refused("validated", "pending");
    refused("\"pix_score\":431", "\"pix_score\":1024");
    refused("{\"1.1\":3}", "{\"1.1\":9}");
    refused("{\"1.1\":3}", "[]");
    refused("2010-05-01", "2010-02-30");
    refused("\"for_candidate\":\"\",", "");
    refused("\"v\":1,", "\"v\":1,\"x\":1,");
    CHECK_FALSE(seal::read_publication(as_bytes(text + " ")));
}
