// SPDX-License-Identifier: Apache-2.0
#include "seal/authorisation.hpp"

#include "seal/hash.hpp"
#include "support/catch.hpp"
#include "unit/seal/changes.hpp"
#include "unit/seal/test_platform.hpp"

using namespace preau;

namespace {

seal::Authorisation an_authorisation() {
    seal::Authorisation a;
    a.session.bytes = {1, 2, 3};
    a.number = "123456";
    a.uai = "0750001A";
    a.campaign = "2026-terminale";
    a.boxes = {"BOX-7Q4M", "BOX-8R5N"};
    a.not_before = {1'764'000'000'000};
    a.not_after = {1'764'100'000'000};
    a.pack_id = "demo";
    a.pack_version = "1";
    a.pack_hash = seal::sha256(as_bytes("pack"));
    a.roster_hash = seal::sha256(as_bytes("roster"));
    a.max_candidates = 24;
    a.mirror_required = true;
    a.lockdown = seal::LockdownRule::companion;
    a.minimum_software = "0.1.0";
    a.wrapped_keys = seal::WrappedPackKeys{7};
    a.shares = {{"BOX-7Q4M", Bytes{1, 2, 3}}};
    a.verification_codes = {"P-BCDF2346", "P-2346789B"};
    a.local = {{"900001", "900002"}, 30};
    return a;
}

bool reads(const std::string& payload) {
    return seal::read_authorisation(as_bytes(payload)).has_value();
}

std::string replaced(const std::string& what, const std::string& by) {
    auto text = seal::write_authorisation(an_authorisation());
    REQUIRE(text.find(what) != std::string::npos);
    return text.replace(text.find(what), what.size(), by);
}

}  // namespace

TEST_CASE("an authorisation signed by another key or changed anywhere is refused") {
    const auto& central = test::key_of(1).public_key();
    const auto envelope = seal::sign_authorisation(an_authorisation(), test::key_of(1));
    CHECK_FALSE(seal::open_authorisation(envelope, test::key_of(2).public_key()));
    CHECK(test::first_accepted_change(envelope, [&](const auto& changed) {
              return seal::open_authorisation(changed, central).has_value();
          }) == std::string::npos);
    CHECK(*seal::open_authorisation(envelope, central) == an_authorisation());
}

TEST_CASE("each member of an authorisation out of its range is refused") {
    CHECK_FALSE(reads(replaced("\"v\":1", "\"v\":2")));
    CHECK_FALSE(reads(replaced("\"123456\"", "\"0123\"")));
    CHECK_FALSE(reads(replaced("[\"BOX-7Q4M\",\"BOX-8R5N\"]", "[]")));
    CHECK_FALSE(reads(replaced("BOX-7Q4M", "box-7q4m")));
    CHECK_FALSE(reads(replaced("\"BOX-7Q4M\"", "1")));
    CHECK_FALSE(reads(replaced("[\"BOX-7Q4M\"", "[\"BOX-1\",\"BOX-7Q4M\"")));
    CHECK_FALSE(reads(replaced("2025-11-24T16:00:00.000Z", "2025-11-24T16:00:00Z")));
    CHECK_FALSE(reads(replaced("2025-11-24T16:00:00.000Z", "2026-11-24T16:00:00.000Z")));
    CHECK_FALSE(reads(replaced("\"max_candidates\":24", "\"max_candidates\":0")));
    CHECK_FALSE(reads(replaced("\"max_candidates\":24", "\"max_candidates\":513")));
    CHECK_FALSE(reads(replaced("\"mirror\":\"required\"", "\"mirror\":\"maybe\"")));
    CHECK_FALSE(reads(replaced("\"tls\":\"allow-http\"", "\"tls\":\"optional\"")));
    CHECK_FALSE(reads(replaced("\"policy\"", "\"extra\":1,\"policy\"")));
    CHECK_FALSE(reads(replaced(",\"uai\":\"0750001A\"", "")));
    CHECK_FALSE(reads(replaced("\"packs\":[", "\"packs\":[],\"x\":[")));
    CHECK_FALSE(reads(replaced("{\"v\":1,", "{ \"v\":1,")));
    CHECK_FALSE(reads(replaced("\"network\":\"direct\"", "\"network\":\"wifi\"")));
    CHECK_FALSE(reads(replaced("\"lockdown\":\"companion\"", "\"lockdown\":\"all\"")));
    CHECK_FALSE(reads(replaced("\"wrapped\":\"Bw", "\"wrapped\":\"")));
    CHECK_FALSE(reads(replaced("\"box\":\"BOX-7Q4M\"", "\"box\":\"BOX-1\"")));
    CHECK_FALSE(reads(replaced("P-BCDF2346", "P-BCDF2345")));
    CHECK_FALSE(reads(replaced("P-BCDF2346", "P-BCDF234")));
    CHECK_FALSE(reads(replaced("P-BCDF2346", "P-2346789B")));
    CHECK_FALSE(reads(replaced("\"900002\"", "\"900001\"")));
    CHECK_FALSE(reads(replaced("\"900002\"", "\"123456\"")));
    CHECK_FALSE(reads(replaced("\"seats\":30", "\"seats\":513")));
    CHECK_FALSE(reads(replaced("\"seats\":30", "\"seats\":0")));
    CHECK(reads(seal::write_authorisation(an_authorisation())));
}

TEST_CASE("an authorisation has no more verification codes than candidates") {
    auto a = an_authorisation();
    a.local = {};
    a.max_candidates = 2;
    CHECK(reads(seal::write_authorisation(a)));
    a.max_candidates = 1;
    CHECK_FALSE(reads(seal::write_authorisation(a)));
}

TEST_CASE("the keys of a pack come with a share, and a share with them") {
    auto a = an_authorisation();
    a.shares.clear();
    CHECK_FALSE(reads(seal::write_authorisation(a)));
    a.wrapped_keys.reset();
    CHECK(reads(seal::write_authorisation(a)));
    a.shares = {{"BOX-8R5N", Bytes{1}}};
    CHECK_FALSE(reads(seal::write_authorisation(a)));
    a.wrapped_keys = seal::WrappedPackKeys{};
    a.shares.push_back(a.shares.front());
    CHECK_FALSE(reads(seal::write_authorisation(a)));
}

TEST_CASE("a session created on the box has the id that everybody finds") {
    const auto a = an_authorisation();
    const auto id = seal::local_session_id(a.session, "900001");
    CHECK(id.hex() == "fa61d92ba5552b0596dc262b9675c50b");
    CHECK(id != seal::local_session_id(a.session, "900002"));
    CHECK(id != seal::local_session_id(SessionId{}, "900001"));
}

TEST_CASE("an authorisation is opened by the platform's session key alone") {
    const test::TestPlatform platform;
    const auto root = platform.root();
    const auto signed_as = [&](seal::Role role) {
        return seal::sign_authorisation(an_authorisation(), platform.key(role));
    };
    CHECK(*seal::open_authorisation(signed_as(seal::Role::session), root) == an_authorisation());
    CHECK_FALSE(seal::open_authorisation(signed_as(seal::Role::enrol), root));
}
