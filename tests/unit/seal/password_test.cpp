// SPDX-License-Identifier: Apache-2.0
#include "seal/password.hpp"

#include "support/catch.hpp"

using namespace preau;

TEST_CASE("a wrong password, or a text that is no hash, is not verified") {
    const auto hash = seal::hash_password("Bc3!dF");
    REQUIRE(hash);
    CHECK(hash->starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
    CHECK_FALSE(seal::verify_password(*hash, "Bc3!dG"));
    CHECK_FALSE(seal::verify_password(*hash, ""));
    CHECK_FALSE(seal::verify_password(*hash, "Bc3!dF "));
    CHECK_FALSE(seal::verify_password("", "Bc3!dF"));
    CHECK_FALSE(seal::verify_password("Bc3!dF", "Bc3!dF"));
    CHECK_FALSE(seal::verify_password("$argon2id$", "Bc3!dF"));
    CHECK_FALSE(seal::verify_password(*hash + "A", "Bc3!dF"));
    CHECK_FALSE(seal::verify_password(std::string(4096, 'a'), "Bc3!dF"));
}

TEST_CASE("the right password is verified, and two hashes of it differ") {
    const auto hash = seal::hash_password("Bc3!dF");
    const auto again = seal::hash_password("Bc3!dF");
    REQUIRE(hash);
    REQUIRE(again);
    CHECK(*hash != *again);
    CHECK(seal::verify_password(*hash, "Bc3!dF"));
    CHECK(seal::verify_password(*again, "Bc3!dF"));
}
