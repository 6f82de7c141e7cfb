// SPDX-License-Identifier: Apache-2.0
#include "seal/encryption_key.hpp"

#include "seal/bech32.hpp"
#include "support/catch.hpp"
#include "support/seeded_entropy.hpp"
#include "support/temp_dir.hpp"
#include "unit/seal/changes.hpp"

#include <fstream>

using namespace preau;

namespace {

seal::EncryptionKey some_key() {
    test::SeededEntropy entropy(7);
    return seal::EncryptionKey::generate(entropy);
}

void write(const std::string& path, const std::string& text, std::filesystem::perms mode) {
    std::ofstream(path) << text;
    std::filesystem::permissions(path, mode);
}

constexpr auto kOwnerOnly = std::filesystem::perms::owner_read;

}  // namespace

TEST_CASE("a public key changed anywhere is not read") {
    const auto text = seal::age_recipient_text(some_key().recipient());
    const auto reads = [](const std::string& changed) {
        return seal::parse_age_recipient(changed).has_value();
    };
    CHECK(reads(text));
    CHECK(test::first_accepted_change(text, reads) == std::string::npos);
    std::string upper;
    for (const char c : text) upper += static_cast<char>(std::toupper(c));
    CHECK_FALSE(reads(upper));
    CHECK_FALSE(reads(seal::to_bech32("age", Bytes(31))));
    CHECK_FALSE(reads(seal::to_bech32("agf", Bytes(32))));
}

TEST_CASE("Bech32 gives the known answers of BIP 173") {
    CHECK(seal::from_bech32("a", "A12UEL5L")->empty());
    const auto* all = "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw";
    CHECK(to_hex(*seal::from_bech32("abcdef", all)) == "00443214c74254b635cf84653a56d7c675be77df");
    CHECK(seal::to_bech32("abcdef", *seal::from_bech32("abcdef", all)) == all);
    CHECK_FALSE(seal::from_bech32("a", "A12UeL5L"));
    CHECK_FALSE(seal::from_bech32("a", "a1"));
    CHECK_FALSE(seal::from_bech32("x", "x1b4n0q5v"));
}

TEST_CASE("a key file that others can read, of two keys or of none is refused") {
    const test::TempDir folder;
    const auto path = folder.file("encrypt.key");
    CHECK_FALSE(seal::EncryptionKey::load(path));
    REQUIRE(some_key().save(path));
    std::string text;
    std::getline(std::ifstream(path), text, '\0');
    const auto key_line = text.substr(text.find('\n') + 1);

    const auto loads = [&](const std::string& content, std::filesystem::perms mode = kOwnerOnly) {
        const auto other = folder.file("other.key");
        std::filesystem::remove(other);
        write(other, content, mode);
        return seal::EncryptionKey::load(other).has_value();
    };
    CHECK(loads(text));
    CHECK(loads(key_line));
    CHECK(loads("# made today\n\n" + key_line));
    CHECK_FALSE(loads(text, kOwnerOnly | std::filesystem::perms::group_read));
    CHECK_FALSE(loads(text + key_line));
    CHECK_FALSE(loads(""));
    CHECK_FALSE(loads("# nothing\n"));
    CHECK_FALSE(loads(std::string(5000, '#')));
    for (std::size_t at = 0; at + 1 < key_line.size(); ++at) {
        auto changed = key_line;
        changed[at] = changed[at] == 'Q' ? 'P' : 'Q';
        CHECK_FALSE(loads(changed));
    }
}

TEST_CASE("a key is kept for its owner alone, never overwritten, and read back") {
    const test::TempDir folder;
    const auto path = folder.file("encrypt.key");
    const auto key = some_key();
    REQUIRE(key.save(path));
    CHECK_FALSE(key.save(path));
    CHECK(std::filesystem::status(path).permissions() ==
          (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
    const auto read = seal::EncryptionKey::load(path);
    REQUIRE(read);
    CHECK(read->recipient() == key.recipient());
}

TEST_CASE("a public key that everybody shares a secret with is refused") {
    for (const auto* point : {"0000000000000000000000000000000000000000000000000000000000000000",
                              "0100000000000000000000000000000000000000000000000000000000000000",
                              "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
                              "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"}) {
        INFO(point);
        CHECK_FALSE(some_key().shared_with(seal::RecipientKey{*array_from_hex<32>(point)}));
    }
}

TEST_CASE("X25519 gives the known answer of RFC 7748, section 6.1") {
    const auto bob = seal::EncryptionKey::from_secret(
        *array_from_hex<32>("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb"));
    CHECK(to_hex(bob.recipient().bytes) ==
          "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f");
    const seal::RecipientKey alice{
        *array_from_hex<32>("8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a")};
    CHECK(to_hex(bob.shared_with(alice)->view()) ==
          "4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742");
}
