// SPDX-License-Identifier: Apache-2.0
// Debian's `age` as the peer: it opens what we encrypt, we open what it encrypts.
#include "base/file.hpp"
#include "seal/age.hpp"
#include "seal/entropy.hpp"
#include "support/catch.hpp"
#include "support/seeded_entropy.hpp"
#include "support/temp_dir.hpp"

#include <cstdlib>

using namespace preau;

namespace {

constexpr std::size_t kReadMax = 1 << 20;

/// 32 lengths, most of them around the borders of chunks of 64 KiB.
std::vector<std::size_t> lengths() {
    std::vector<std::size_t> all{0, 1, 15, 16, 17, 100, 1000, 65'000};
    for (const std::size_t border : {65'536u, 131'072u, 196'608u, 262'144u})
        for (const std::size_t offset : {0u, 1u, 2u, 15u, 16u, 17u})
            all.push_back(border - 16 + offset);
    return all;
}

int run(const std::string& command) { return std::system((command + " 2>/dev/null").c_str()); }

Bytes chance(std::size_t size) {
    Bytes bytes(size);
    test::SeededEntropy(size).fill(bytes);
    return bytes;
}

}  // namespace

TEST_CASE("age: Debian's program is installed (./setup dev)") {
    REQUIRE(run("age --version >/dev/null") == 0);
}

TEST_CASE("age: Debian's program opens what we encrypt") {
    const test::TempDir folder;
    seal::SystemEntropy entropy;
    const auto key = seal::EncryptionKey::generate(entropy);
    REQUIRE(key.save(folder.path() / "key"));
    const auto other = seal::EncryptionKey::generate(entropy);
    const std::vector<seal::RecipientKey> recipients{other.recipient(), key.recipient()};
    REQUIRE(lengths().size() == 32);
    for (const auto length : lengths()) {
        INFO(length);
        const auto plain = chance(length);
        REQUIRE(write_file(folder.path() / "in", *seal::age_encrypt(plain, recipients, entropy)));
        REQUIRE(run("age -d -i " + folder.file("key") + " " + folder.file("in") + " > " +
                    folder.file("out")) == 0);
        CHECK(*read_file(folder.path() / "out", kReadMax) == plain);
    }
}

TEST_CASE("age: we open what Debian's program encrypts") {
    const test::TempDir folder;
    REQUIRE(run("age-keygen -o " + folder.file("key")) == 0);
    const auto key = seal::EncryptionKey::load(folder.path() / "key");
    REQUIRE(key);
    for (const auto length : lengths()) {
        INFO(length);
        const auto plain = chance(length);
        REQUIRE(write_file(folder.path() / "in", plain));
        REQUIRE(run("age -r " + seal::age_recipient_text(key->recipient()) + " -o " +
                    folder.file("out") + " " + folder.file("in")) == 0);
        const auto opened = seal::age_decrypt(*read_file(folder.path() / "out", kReadMax), *key);
        REQUIRE(opened);
        CHECK(*opened == plain);
    }
}
