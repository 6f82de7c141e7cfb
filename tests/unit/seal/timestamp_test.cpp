// SPDX-License-Identifier: Apache-2.0
#include "seal/timestamp.hpp"

#include "support/catch.hpp"
#include "unit/seal/changes.hpp"
#include "unit/seal/test_platform.hpp"

using namespace preau;
using seal::Role;
using seal::Stale;

namespace {

const test::TestPlatform kPlatform;

WallTime at(const char* time) { return *from_iso8601(time); }

seal::Timestamp some_timestamp() {
    seal::Timestamp timestamp;
    timestamp.version = 5;
    timestamp.expires = at("2026-12-25T00:00:00.000Z");
    timestamp.packs = {{"bank", "3", Hash{1}, 1000}};
    timestamp.minimum_software = "0.1.0";
    timestamp.revoked = {{"BOX-1", at("2026-11-01T00:00:00.000Z"), "stolen"}};
    timestamp.time = at("2026-11-25T00:00:00.000Z");
    return timestamp;
}

}  // namespace

TEST_CASE("a timestamp changed anywhere, or signed by another role, is not opened") {
    const auto root = kPlatform.root();
    const auto opens = [&](const std::string& envelope) {
        return seal::open_timestamp(envelope, root).has_value();
    };
    const auto envelope = seal::sign_timestamp(some_timestamp(), kPlatform.key(Role::timestamp));
    CHECK(*seal::open_timestamp(envelope, root) == some_timestamp());
    CHECK(test::first_accepted_flip(envelope, opens) == std::string::npos);
    CHECK_FALSE(opens(seal::sign_timestamp(some_timestamp(), kPlatform.key(Role::session))));
}

TEST_CASE("C1: an older timestamp, or another one of the same version, does not replace a newer") {
    const auto root = kPlatform.root();
    const auto held = some_timestamp();
    auto offered = held;
    CHECK(seal::why_not_newer(nullptr, offered, root) == std::nullopt);
    CHECK(seal::why_not_newer(&held, offered, root) == std::nullopt);
    offered.version = 4;
    CHECK(seal::why_not_newer(&held, offered, root) == Stale::rollback);
    offered.version = 5;
    offered.revoked.clear();
    CHECK(seal::why_not_newer(&held, offered, root) == Stale::exchanged);
    offered.version = 6;
    CHECK(seal::why_not_newer(&held, offered, root) == std::nullopt);
}

TEST_CASE("C1: a timestamp, a root and a pack that do not go together are refused") {
    auto root = kPlatform.root();
    auto timestamp = some_timestamp();
    timestamp.root_version = 2;
    CHECK(seal::why_not_newer(nullptr, timestamp, root) == Stale::root_missing);
    root.version = 3;
    CHECK(seal::why_not_newer(nullptr, timestamp, root) == Stale::root_outdated);
    CHECK(seal::why_not_pack(timestamp, "bank", "3", Hash{1}) == std::nullopt);
    CHECK(seal::why_not_pack(timestamp, "bank", "3", Hash{2}) == Stale::mixed_pack);
    CHECK(seal::why_not_pack(timestamp, "bank", "2", Hash{2}) == std::nullopt);
}

TEST_CASE("C2: a box that is kept from newer documents notices it when theirs expire") {
    const auto timestamp = some_timestamp();
    CHECK(seal::why_not_current(timestamp, at("2026-12-24T23:59:59.999Z")) == std::nullopt);
    CHECK(seal::why_not_current(timestamp, at("2026-12-25T00:00:00.000Z")) == Stale::expired);
    const auto root = kPlatform.root();
    CHECK(seal::why_not_current(root, at("2027-12-31T23:59:59.999Z")) == std::nullopt);
    CHECK(seal::why_not_current(root, at("2028-01-01T00:00:00.000Z")) == Stale::expired);
}

TEST_CASE("every reason is told in English and in French") {
    for (const auto why : {Stale::rollback, Stale::exchanged, Stale::expired, Stale::root_missing,
                           Stale::root_outdated, Stale::mixed_pack}) {
        CHECK(seal::in_words(why).size() > 20);
        CHECK(seal::in_french(why).ends_with('.'));
    }
}

TEST_CASE("a revoked box is found by its name") {
    const auto timestamp = some_timestamp();
    REQUIRE(timestamp.find_revocation("BOX-1") != nullptr);
    CHECK(timestamp.find_revocation("BOX-1")->reason == "stolen");
    CHECK(timestamp.find_revocation("BOX-2") == nullptr);
}

TEST_CASE("versions of programs are ordered by their numbers, not by their letters") {
    CHECK(seal::is_older_software("0.9.1", "0.10"));
    CHECK(seal::is_older_software("1.0", "1.0.1"));
    CHECK(seal::is_older_software("", "0.1"));
    CHECK_FALSE(seal::is_older_software("1.0.0", "1"));
    CHECK_FALSE(seal::is_older_software("0.10", "0.9.1"));
    CHECK_FALSE(seal::is_older_software("0.1.0", "0.1.0"));
}
