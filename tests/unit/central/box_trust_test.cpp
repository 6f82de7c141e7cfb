// SPDX-License-Identifier: Apache-2.0
// B6, T3: what becomes of bundles of boxes that are unknown, revoked, or have new keys.
#include "seal/hash.hpp"
#include "unit/central/taken_in.hpp"

using namespace preau;
using test::BundleParts;
using test::other_room;
using test::Platform;
using test::sealed_room;

namespace {

/// A platform whose box can be revoked and given new keys.
struct Trusting : Platform {
    void revoke(WallTime since) {
        REQUIRE(sessions().connection().run(
            "INSERT INTO box_revocation (box, since, reason, made_by, made_at) "
            "VALUES ('BOX-TEST', $1, 'volé', 'M. Bon', $1)",
            since.ms));
    }
    void certify(int number, const seal::PublicKey& key) {
        REQUIRE(sessions().connection().run(
            "INSERT INTO box_certificate (box, number, serial, uai, sign_key, encrypt_key, "
            "not_before, not_after, envelope, made_at) "
            "VALUES ('BOX-TEST', $1, $1, '', $2, $2, 0, 1, '', 0)",
            number, key));
    }
    void forget_key() { REQUIRE(sessions().connection().run("DELETE FROM box")); }
    std::int64_t contested() {
        return (*sessions().connection().query(
            "SELECT count(session) FROM exam_session WHERE is_contested = 1"))[0]
            .integer(0);
    }
    std::string state_of(ByteView bytes) {
        return std::string(central::word((*sessions().bundle(seal::sha256(bytes)))->state));
    }
};

Bytes bundle_of(test::SmallRoom& room) { return BundleParts(room).bytes(room.box().key); }

seal::PublicKey other_key() {
    ByteArray<32> seed;
    seed.fill(9);
    return seal::SigningKey::from_seed(seed).public_key();
}

}  // namespace

TEST_CASE("B6 a bundle of a box that nobody enrolled is refused, and kept") {
    Trusting platform;
    platform.forget_key();
    const auto bytes = bundle_of(sealed_room());
    CHECK(platform.verdict(bytes) == "box_unknown");
    CHECK(platform.keeps(bytes));
    CHECK(platform.state_of(bytes) == "quarantined");
}

TEST_CASE("B6 T3 what a revoked box signs is set aside, not lost") {
    Trusting platform;
    platform.revoke(platform.clock().wall_now());
    const auto bytes = bundle_of(sealed_room());
    CHECK(platform.verdict(bytes) == "box_revoked");
    CHECK(platform.keeps(bytes));
    CHECK(platform.state_of(bytes) == "quarantined");
}

TEST_CASE("T3 what was accepted before the revocation stays so, and the thief cannot contest it") {
    Trusting platform;
    const auto bytes = bundle_of(sealed_room());
    CHECK(platform.verdict(bytes) == "accepted");
    platform.revoke(platform.clock().wall_now());
    CHECK(platform.verdict(bytes) == "accepted");
    CHECK(platform.verdict(bundle_of(other_room())) == "box_revoked");
    CHECK(platform.contested() == 0);
}

TEST_CASE("T3 a journal that was cosigned whole before the revocation is accepted, later not") {
    Trusting platform;
    const BundleParts parts(sealed_room());
    const auto seen = platform.clock().wall_now();
    REQUIRE(platform.sessions().keep_checkpoint(parts.manifest.session, parts.manifest.tree, "note",
                                                seen));
    SECTION("revoked afterwards") {
        platform.revoke(seen + seconds(1));
        CHECK(platform.verdict(bundle_of(sealed_room())) == "accepted");
    }
    SECTION("revoked before") {
        platform.revoke(seen);
        CHECK(platform.verdict(bundle_of(sealed_room())) == "box_revoked");
    }
}

TEST_CASE("a box with new keys is known by the old ones too, for sessions that they opened") {
    Trusting platform;
    platform.forget_key();
    platform.certify(1, sealed_room().box().key.public_key());
    platform.certify(2, other_key());
    CHECK(platform.verdict(bundle_of(sealed_room())) == "accepted");
}

TEST_CASE("B6 a certificate of another key does not make a bundle the box's") {
    Trusting platform;
    platform.forget_key();
    platform.certify(1, other_key());
    CHECK(platform.verdict(bundle_of(sealed_room())) == "manifest_refused");
}
