// SPDX-License-Identifier: Apache-2.0
#include "seal/manifest.hpp"

#include "seal/hash.hpp"
#include "support/catch.hpp"
#include "unit/seal/changes.hpp"
#include "unit/seal/test_keys.hpp"

using namespace preau;

namespace {

seal::Manifest a_manifest() {
    seal::Manifest m;
    m.audience = "preau.example/central";
    m.box = "BOX-7Q4M";
    m.session.bytes = {1, 2, 3};
    m.number = "123456";
    m.event_count = 4;
    m.tree = {4, seal::sha256(as_bytes("root"))};
    m.candidates = 24;
    m.counts = {{0x0001, 1}, {0x0201, 2}, {0x0202, 1}};
    m.software = "0.1.0";
    m.pack_id = "demo";
    m.pack_version = "1";
    m.pack_hash = seal::sha256(as_bytes("pack"));
    m.created = {1'764'000'000'000};
    m.created_quality = ClockQuality::ntp;
    m.campaign = "2026-terminale";
    m.boot_count = 7;
    m.root_version = 2;
    m.timestamp_version = 31;
    return m;
}

bool reads(const std::string& payload) {
    return seal::read_manifest(as_bytes(payload)).has_value();
}

std::string replaced(const std::string& what, const std::string& by) {
    auto text = seal::write_manifest(a_manifest());
    REQUIRE(text.find(what) != std::string::npos);
    return text.replace(text.find(what), what.size(), by);
}

}  // namespace

TEST_CASE("a manifest signed by another key or changed anywhere is refused") {
    const auto& box = test::key_of(1).public_key();
    const auto envelope = seal::sign_manifest(a_manifest(), test::key_of(1));
    CHECK_FALSE(seal::open_manifest(envelope, test::key_of(2).public_key()));
    CHECK(test::first_accepted_change(envelope, [&](const auto& changed) {
              return seal::open_manifest(changed, box).has_value();
          }) == std::string::npos);
    CHECK(*seal::open_manifest(envelope, box) == a_manifest());
    CHECK(*seal::unverified_manifest(envelope) == a_manifest());
}

TEST_CASE("each member of a manifest out of its range is refused") {
    CHECK_FALSE(reads(replaced("\"v\":1", "\"v\":2")));
    CHECK_FALSE(reads(replaced("BOX-7Q4M", "BOX 7Q4M")));
    CHECK_FALSE(reads(replaced("\"count\":4", "\"count\":0")));
    CHECK_FALSE(reads(replaced("\"count\":4", "\"count\":65537")));
    CHECK_FALSE(reads(replaced("\"first\":0", "\"first\":-1")));
    CHECK_FALSE(reads(replaced("\"candidates\":24", "\"candidates\":513")));
    CHECK_FALSE(reads(replaced("\"0201\":2", "\"0201\":0")));
    CHECK_FALSE(reads(replaced("\"0201\":2", "\"201\":2")));
    CHECK_FALSE(reads(replaced("\"0201\":2,\"0202\":1", "\"0202\":1,\"0201\":2")));
    CHECK_FALSE(reads(replaced("\"clk\":4", "\"clk\":6")));
    CHECK_FALSE(reads(replaced("\"sw\"", "\"part\":[1,1],\"sw\"")));
    CHECK_FALSE(reads(replaced(",\"sw\":\"0.1.0\"", "")));
    CHECK_FALSE(reads(replaced("\"part\":[1,1]", "\"part\":[1,2]")));
    CHECK_FALSE(reads(replaced("\"part\":[1,1]", "\"part\":[1]")));
    CHECK_FALSE(reads(replaced("\"root_version\":2", "\"root_version\":0")));
    CHECK_FALSE(reads(replaced("\"timestamp_version\":31", "\"timestamp_version\":-1")));
    CHECK_FALSE(reads(replaced("\"boot_count\":7", "\"boot_count\":1.5")));
    CHECK(reads(seal::write_manifest(a_manifest())));
}
