// SPDX-License-Identifier: Apache-2.0
#include "central/desk/role_keys.hpp"

#include "central/desk/desk_room.hpp"
#include "seal/envelope.hpp"

using namespace preau;
using seal::Role;

namespace {

constexpr std::string_view kType = "application/vnd.preau.test.v1+json";

struct Ceremony {
    test::TempDir folder;
    test::ManualClock clock;
    test::SeededEntropy entropy{3};

    Result<central::RoleKeys> settle(seal::Purpose purpose = seal::Purpose::demo) {
        return central::RoleKeys::settle(folder.path(), purpose, clock, entropy);
    }
    void take_away(const char* name) {
        REQUIRE(std::filesystem::remove(folder.path() / "keys" / name));
    }
};

}  // namespace

TEST_CASE("keys are made once, and a demo's are never a production's") {
    Ceremony ceremony;
    CHECK_FALSE(central::RoleKeys::load(ceremony.folder.path()));
    const auto first = ceremony.settle();
    REQUIRE(first);
    CHECK(ceremony.settle()->root() == first->root());
    CHECK_FALSE(ceremony.settle(seal::Purpose::production));
    CHECK(first->root().purpose == seal::Purpose::demo);
    CHECK(first->openers().size() == 2);
    CHECK(first->root().escrows().size() == 1);
}

TEST_CASE("what needs two keys is signed by two, and not at all where one of them is missing") {
    Ceremony ceremony;
    const auto keys = ceremony.settle();
    const auto envelope = keys->sign(Role::content, kType, as_bytes("{}"));
    REQUIRE(envelope);
    CHECK(seal::open_by_role(*envelope, kType, keys->root(), Role::content));
    CHECK_FALSE(seal::open_by_role(*envelope, kType, keys->root(), Role::release));
    ceremony.take_away("content-2.key");
    const auto fewer = central::RoleKeys::load(ceremony.folder.path());
    REQUIRE(fewer);
    CHECK_FALSE(fewer->sign(Role::content, kType, as_bytes("{}")));
    CHECK(fewer->signer(Role::session));
}

TEST_CASE("keys that were moved away are missed only by what needs them") {
    Ceremony ceremony;
    REQUIRE(ceremony.settle());
    for (const auto* name : {"root.key", "root-2.key", "escrow.age"}) ceremony.take_away(name);
    const auto keys = central::RoleKeys::load(ceremony.folder.path());
    REQUIRE(keys);
    CHECK_FALSE(keys->signer(Role::root));
    CHECK(keys->signer(Role::enrol));
    CHECK(keys->openers().size() == 1);
    // Nothing is made anew beside a root that names other keys.
    CHECK_FALSE(ceremony.settle()->signer(Role::root));
}

TEST_CASE("a key that the root does not name signs nothing") {
    Ceremony ceremony;
    REQUIRE(ceremony.settle());
    ceremony.take_away("session.key");
    REQUIRE(seal::SigningKey::generate(ceremony.entropy)
                .save(ceremony.folder.path() / "keys" / "session.key"));
    const auto keys = central::RoleKeys::load(ceremony.folder.path());
    REQUIRE(keys);
    CHECK_FALSE(keys->signer(Role::session));
}
