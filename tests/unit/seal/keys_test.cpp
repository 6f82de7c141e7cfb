// SPDX-License-Identifier: Apache-2.0
#include "seal/keys.hpp"

#include "base/file.hpp"
#include "seal/entropy.hpp"
#include "seal/hash.hpp"
#include "seal/initialise.hpp"
#include "support/catch.hpp"
#include "support/temp_dir.hpp"
#include "unit/seal/test_keys.hpp"

using namespace preau;
using seal::SigningKey;

namespace {

void write_key_file(const std::string& path, std::string_view content) {
    REQUIRE(write_file(path, as_bytes(content), FileAccess::secret));
}

}  // namespace

TEST_CASE("a key file that others can read is refused, with its name") {
    const test::TempDir folder;
    const auto path = folder.file("box.key");
    REQUIRE(test::key_of(1).save(path));
    for (const auto extra :
         {std::filesystem::perms::group_read, std::filesystem::perms::others_read,
          std::filesystem::perms::group_write, std::filesystem::perms::others_exec}) {
        const auto mine = std::filesystem::perms::owner_read | std::filesystem::perms::owner_write;
        std::filesystem::permissions(path, mine | extra);
        const auto loaded = SigningKey::load(path);
        REQUIRE_FALSE(loaded);
        CHECK(loaded.error().kind == ErrorKind::environment);
        CHECK_THAT(loaded.error().message, Catch::Contains(path) && Catch::Contains("chmod 600"));
    }
}

TEST_CASE("a file that is no key is refused") {
    const test::TempDir folder;
    CHECK(SigningKey::load(folder.file("absent")).error().kind == ErrorKind::environment);
    const std::string digits(64, 'a');
    const std::string contents[] = {"",
                                    digits,
                                    digits + "\n\n",
                                    digits.substr(1) + "\n",
                                    std::string(64, 'A') + "\n",
                                    std::string(64, 'g') + "\n",
                                    digits + " ",
                                    "0x" + digits.substr(2) + "\n"};
    for (const auto& content : contents) {
        write_key_file(folder.file("key"), content);
        CHECK(SigningKey::load(folder.file("key")).error().kind == ErrorKind::malformed);
    }
    CHECK_FALSE(SigningKey::load(folder.path()));
}

TEST_CASE("a key is never overwritten") {
    const test::TempDir folder;
    const auto path = folder.file("box.key");
    REQUIRE(test::key_of(1).save(path));
    CHECK_FALSE(test::key_of(2).save(path));
    CHECK(SigningKey::load(path)->public_key() == test::key_of(1).public_key());
}

TEST_CASE("a key saved is the key loaded, and its file is for its owner only") {
    const test::TempDir folder;
    seal::SystemEntropy entropy;
    const auto key = SigningKey::generate(entropy);
    REQUIRE(key.save(folder.file("box.key")));
    CHECK(std::filesystem::status(folder.file("box.key")).permissions() ==
          (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
    const auto loaded = SigningKey::load(folder.file("box.key"));
    REQUIRE(loaded);
    CHECK(loaded->public_key() == key.public_key());
    CHECK(loaded->sign(as_bytes("x")) == key.sign(as_bytes("x")));
}

TEST_CASE("a signature of other bytes, by another key, or changed is not valid") {
    const auto key = test::key_of(1);
    const auto signature = key.sign(as_bytes("message"));
    CHECK(seal::verify(key.public_key(), as_bytes("message"), signature));
    CHECK_FALSE(seal::verify(key.public_key(), as_bytes("messagf"), signature));
    CHECK_FALSE(seal::verify(test::key_of(2).public_key(), as_bytes("message"), signature));
    CHECK_FALSE(seal::verify(seal::PublicKey{}, as_bytes("message"), signature));
    for (std::size_t i = 0; i < signature.size() * 8; ++i) {
        auto changed = signature;
        changed[i / 8] = static_cast<std::uint8_t>(changed[i / 8] ^ 1U << i % 8);
        CHECK_FALSE(seal::verify(key.public_key(), as_bytes("message"), changed));
    }
}

TEST_CASE("RFC 8032 test 1: the key and the signature of the empty message") {
    const auto key = SigningKey::from_seed(
        *array_from_hex<32>("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));
    CHECK(to_hex(key.public_key()) ==
          "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    CHECK(to_hex(key.sign({})) ==
          "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e3970"
          "1cf9b46bd25bf5f0595bbe24655141438e7a100b");
}

TEST_CASE("SHA-256 of parts is that of the parts put end to end") {
    CHECK(to_hex(seal::sha256(as_bytes("abc"))) ==
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(seal::sha256({as_bytes("a"), as_bytes(""), as_bytes("bc")}) ==
          seal::sha256(as_bytes("abc")));
}

TEST_CASE("two random tokens differ and have 32 hexadecimal digits") {
    REQUIRE(seal::initialise());
    seal::SystemEntropy entropy;
    const auto token = seal::random_token(entropy);
    CHECK(array_from_hex<16>(token));
    CHECK(token != seal::random_token(entropy));
}
