// SPDX-License-Identifier: Apache-2.0
#include "seal/checkpoint.hpp"

#include "seal/hash.hpp"
#include "seal/names.hpp"
#include "support/catch.hpp"
#include "unit/seal/changes.hpp"
#include "unit/seal/test_keys.hpp"

using namespace preau;

namespace {

const seal::Checkpoint kCheckpoint{"preau.example/box/BOX-1/session/00", 17,
                                   seal::sha256(as_bytes("root"))};
const seal::VerifierKey kBox{"preau.example/box/BOX-1/e1", seal::NoteKeyType::ed25519,
                             test::key_of(1).public_key()};
const seal::VerifierKey kReceipt{"preau.example/central/receipt", seal::NoteKeyType::cosignature_v1,
                                 test::key_of(2).public_key()};

std::string checkpoint_note() {
    return seal::sign_checkpoint(kCheckpoint, kBox.name, test::key_of(1));
}

std::string signed_text(const std::string& text) {
    seal::Note note{text, {}};
    seal::sign_note(note, kBox.name, test::key_of(1));
    return seal::write_note(note);
}

}  // namespace

TEST_CASE("a signed text that is not exactly three lines is no checkpoint") {
    const auto root = to_base64(kCheckpoint.root);
    REQUIRE(seal::verify_checkpoint(signed_text("o\n1\n" + root + "\n"), kBox));
    for (const auto& text :
         {"o\n1\n" + root + "\nextension\n", "o\n1\n" + root + "\n\n", "o\n01\n" + root + "\n",
          "o\n+1\n" + root + "\n", "o\n-1\n" + root + "\n", "o\n\n" + root + "\n",
          "o\n1 \n" + root + "\n", "\n1\n" + root + "\n", "o\n18446744073709551616\n" + root + "\n",
          std::string("o\n1\n"), std::string("o\n1\n\n"), std::string("o\n"),
          "o\n1\n" + root.substr(4) + "\n", "o\n1\n" + root.substr(0, 43) + "\n"}) {
        INFO(text);
        CHECK_FALSE(seal::verify_checkpoint(signed_text(text), kBox));
        CHECK_FALSE(seal::unverified_checkpoint(signed_text(text)));
    }
}

TEST_CASE("a checkpoint changed anywhere is refused") {
    CHECK(test::first_accepted_change(checkpoint_note(), [](const auto& changed) {
              return seal::verify_checkpoint(changed, kBox).has_value();
          }) == std::string::npos);
    CHECK(*seal::verify_checkpoint(checkpoint_note(), kBox) == kCheckpoint);
    CHECK(*seal::unverified_checkpoint(checkpoint_note()) == kCheckpoint);
}

TEST_CASE("a cosignature changed anywhere, text or line, is refused") {
    const auto cosigned = *seal::cosign(checkpoint_note(), kReceipt.name, test::key_of(2), 1764);
    const auto own_line = checkpoint_note().find("\u2014");
    const auto its_line = checkpoint_note().size();
    const auto only = cosigned.substr(0, own_line) + cosigned.substr(its_line);
    CHECK(*seal::verify_cosignature(only, kReceipt) == 1764);
    CHECK(test::first_accepted_change(only, [](const auto& changed) {
              return seal::verify_cosignature(changed, kReceipt).has_value();
          }) == std::string::npos);
}

TEST_CASE("a cosigned checkpoint is verified by both keys, and by no other") {
    const auto cosigned = *seal::cosign(checkpoint_note(), kReceipt.name, test::key_of(2), 1764);
    CHECK(cosigned.starts_with(checkpoint_note()));
    CHECK(*seal::verify_checkpoint(cosigned, kBox) == kCheckpoint);
    CHECK(*seal::verify_cosignature(cosigned, kReceipt) == 1764);
    auto other = kReceipt;
    other.key = test::key_of(3).public_key();
    CHECK_FALSE(seal::verify_cosignature(cosigned, other));
    other = kReceipt;
    other.name = "preau.example/central/witness";
    CHECK_FALSE(seal::verify_cosignature(cosigned, other));
    CHECK_FALSE(seal::verify_cosignature(checkpoint_note(), kReceipt));
}

TEST_CASE("a plain signature by the receipt key is no receipt") {
    auto note = *seal::read_note(checkpoint_note());
    seal::sign_note(note, kReceipt.name, test::key_of(2));
    CHECK_FALSE(seal::verify_cosignature(seal::write_note(note), kReceipt));
}

TEST_CASE("a key cosigns once, and only what is a note") {
    const auto cosigned = *seal::cosign(checkpoint_note(), kReceipt.name, test::key_of(2), 1764);
    CHECK_FALSE(seal::cosign(cosigned, kReceipt.name, test::key_of(2), 1765));
    CHECK_FALSE(seal::cosign("text\n", kReceipt.name, test::key_of(2), 1765));
}
