// SPDX-License-Identifier: Apache-2.0
#include "app/trust.hpp"

#include "support/catch.hpp"
#include "unit/app/box_of_a_school.hpp"

#include <sys/stat.h>

using namespace preau;
using test::BoxOfASchool;

namespace {

seal::Timestamp timestamp(std::int64_t version) {
    seal::Timestamp timestamp;
    timestamp.version = version;
    timestamp.expires = {1'795'000'000'000};
    timestamp.minimum_software = "0.1.0";
    timestamp.time = {1'790'000'000'000};
    return timestamp;
}

std::string envelope(const BoxOfASchool& box, const seal::Timestamp& timestamp) {
    return seal::sign_timestamp(timestamp, box.platform.key(seal::Role::timestamp));
}

seal::Certificate certificate(const BoxOfASchool& box, std::int64_t serial = 1) {
    seal::Certificate certificate;
    certificate.serial = serial;
    certificate.box = "BOX-TEST";
    certificate.uai = "0750001A";
    certificate.signing = box.keys->signing.public_key();
    certificate.encryption = box.keys->encryption.recipient();
    certificate.not_before = {1'789'000'000'000 + serial};
    certificate.not_after = {1'799'000'000'000};
    return certificate;
}

std::string envelope(const BoxOfASchool& box, const seal::Certificate& certificate) {
    return seal::sign_certificate(certificate, box.platform.key(seal::Role::enrol));
}

void take_in(const BoxOfASchool& box, app::Trust& trust) {
    REQUIRE(trust.take_in(box.configuration.inbox(), WallTime{1'790'000'100'000}));
}

}  // namespace

TEST_CASE("a demonstration's root document is refused by a configuration that is none") {
    BoxOfASchool box(seal::Purpose::demo);
    const auto refused = box.trust();
    REQUIRE_FALSE(refused);
    CHECK_THAT(refused.error().message, Catch::Contains("demonstration"));
    box.configuration.demo = true;
    CHECK(box.trust());
}

TEST_CASE("demo = true is refused with a platform's root document") {
    BoxOfASchool box;
    box.configuration.demo = true;
    const auto refused = box.trust();
    REQUIRE_FALSE(refused);
    CHECK_THAT(refused.error().message, Catch::Contains("remove it"));
}

TEST_CASE("a root document that is missing, altered or signed once is refused with its name") {
    const BoxOfASchool box;
    const auto good = test::read_bytes(box.configuration.root);
    SECTION("missing") { std::filesystem::remove(box.configuration.root); }
    SECTION("altered") {
        auto bad = good;
        bad[good.size() / 2] = bad[good.size() / 2] == 'A' ? 'B' : 'A';
        test::write_bytes(box.configuration.root, bad);
    }
    SECTION("signed once") {
        const auto payload = seal::write_root(box.platform.root());
        test::write_bytes(
            box.configuration.root,
            seal::sign_envelope("application/vnd.preau.root.v1+json", as_bytes(payload),
                                box.platform.key(seal::Role::root)));
    }
    const auto refused = box.trust();
    REQUIRE_FALSE(refused);
    CHECK_THAT(refused.error().message, Catch::Contains("root.json"));
}

TEST_CASE("C2: an older, exchanged or expired timestamp is refused, and the held one stays") {
    const BoxOfASchool box;
    auto trust = box.trust();
    REQUIRE(trust);
    box.leave("timestamp.json", envelope(box, timestamp(5)));
    take_in(box, *trust);
    REQUIRE(trust->timestamp());
    auto offered = timestamp(6);
    SECTION("rolled back") { offered.version = 4; }
    SECTION("the same version with another content") {
        offered.version = 5;
        offered.minimum_software = "0.2.0";
    }
    SECTION("frozen: its time is over") { offered.expires = {1'790'000'050'000}; }
    SECTION("it goes with a root that is not here") { offered.root_version = 2; }
    box.leave("timestamp.json", envelope(box, offered));
    take_in(box, *trust);
    CHECK(trust->timestamp()->version == 5);
    CHECK(trust->timestamp()->minimum_software == "0.1.0");
    const auto again = box.trust();  // after a restart as well
    REQUIRE(again);
    CHECK(again->timestamp()->version == 5);
}

TEST_CASE("C2: a box whose clock went back knows that no time before its timestamp's can be true") {
    const BoxOfASchool box;
    auto trust = box.trust();
    REQUIRE(trust);
    auto held = timestamp(5);
    box.leave("timestamp.json", envelope(box, held));
    take_in(box, *trust);
    auto offered = timestamp(6);
    offered.expires = {1'789'000'000'000};  // before the held one was made
    box.leave("timestamp.json", envelope(box, offered));
    REQUIRE(trust->take_in(box.configuration.inbox(), WallTime{0}));
    CHECK(trust->timestamp()->version == 5);
}

TEST_CASE("a timestamp that somebody else signed is refused") {
    const BoxOfASchool box;
    auto trust = box.trust();
    REQUIRE(trust);
    box.leave("timestamp.json",
              seal::sign_timestamp(timestamp(1), box.platform.key(seal::Role::session)));
    take_in(box, *trust);
    CHECK_FALSE(trust->timestamp());
}

TEST_CASE("a root document follows the one before it, over a restart, and no other does") {
    const BoxOfASchool box;
    auto trust = box.trust();
    REQUIRE(trust);
    box.leave("root.json", box.platform.envelope(box.platform.root(3)));
    take_in(box, *trust);
    CHECK(trust->root().version == 1);
    box.leave("root.json", box.platform.envelope(box.platform.root(2, seal::Purpose::demo)));
    take_in(box, *trust);
    CHECK(trust->root().version == 1);
    const test::PlatformKeys stranger;
    box.leave("root.json", box.platform.envelope(box.platform.root(2)));
    take_in(box, *trust);
    CHECK(trust->root().version == 2);
    const auto again = box.trust();
    REQUIRE(again);
    CHECK(again->root().version == 2);
}

TEST_CASE("only this box's certificate is taken in, and never an older one") {
    const BoxOfASchool box;
    auto trust = box.trust();
    REQUIRE(trust);
    auto other = certificate(box);
    other.signing = box.platform.key(seal::Role::session).public_key();
    box.leave("certificate.json", envelope(box, other));
    take_in(box, *trust);
    CHECK_FALSE(trust->certificate());
    box.leave("certificate.json", envelope(box, certificate(box, 2)));
    take_in(box, *trust);
    REQUIRE(trust->certificate());
    box.leave("certificate.json", envelope(box, certificate(box, 1)));
    take_in(box, *trust);
    CHECK(trust->certificate()->serial == 2);
    CHECK(box.trust()->certificate()->serial == 2);
}

TEST_CASE("a box says that it is revoked, that it has no certificate, and what has expired") {
    const BoxOfASchool box;
    auto trust = box.trust();
    REQUIRE(trust);
    CHECK(trust->warnings({1'790'000'000'000}).size() == 1);  // no certificate
    box.leave("certificate.json", envelope(box, certificate(box)));
    auto held = timestamp(1);
    held.revoked = {{"BOX-TEST", {1'790'000'000'000}, "volé"}};
    box.leave("timestamp.json", envelope(box, held));
    take_in(box, *trust);
    const auto warnings = trust->warnings({1'790'000'000'000});
    REQUIRE(warnings.size() == 1);
    CHECK_THAT(warnings.front(), Catch::Contains("revoked") && Catch::Contains("volé"));
    CHECK(trust->warnings({1'999'000'000'000}).size() == 3);
}

TEST_CASE("both keys are made once, for their owner alone") {
    const BoxOfASchool box;
    test::SeededEntropy entropy(99);
    const auto again = app::settle(box.configuration, entropy);
    REQUIRE(again);
    CHECK(again->signing.public_key() == box.keys->signing.public_key());
    CHECK(again->encryption.recipient() == box.keys->encryption.recipient());
    for (const auto& file : {box.configuration.signing_key(), box.configuration.encryption_key()}) {
        struct stat info {};
        REQUIRE(::stat(file.c_str(), &info) == 0);
        CHECK((info.st_mode & 0777) == 0600);
    }
}
