// SPDX-License-Identifier: Apache-2.0
#include "seal/note.hpp"

#include "support/catch.hpp"
#include "unit/seal/changes.hpp"
#include "unit/seal/test_keys.hpp"

using namespace preau;
using namespace std::string_literals;
using seal::VerifierKey;

namespace {

const VerifierKey kKey{"example.org/log", seal::NoteKeyType::ed25519, test::key_of(1).public_key()};

std::string signed_text(const std::string& text) {
    seal::Note note{text, {}};
    seal::sign_note(note, kKey.name, test::key_of(1));
    return seal::write_note(note);
}

}  // namespace

TEST_CASE("a verifier key changed anywhere is refused") {
    const auto text = kKey.text();
    CHECK(test::first_accepted_change(text, [](const auto& changed) {
              return VerifierKey::parse(changed).has_value();
          }) == std::string::npos);
    CHECK(*VerifierKey::parse(text) == kKey);
}

TEST_CASE("a verifier key of an unknown type or with another name is refused") {
    auto key = kKey;
    key.type = static_cast<seal::NoteKeyType>(2);
    CHECK_FALSE(VerifierKey::parse(key.text()));
    for (const auto* name : {"", "a b", "caf\xC3\xA9", "tab\t"}) {
        key = kKey;
        key.name = name;
        CHECK_FALSE(VerifierKey::parse(key.text()));
    }
}

TEST_CASE("a note changed anywhere is not opened") {
    const auto note = signed_text("origin\n12\nhello é\n");
    CHECK(test::first_accepted_change(note, [](const auto& changed) {
              return seal::open_note(changed, kKey).has_value();
          }) == std::string::npos);
    CHECK(*seal::open_note(note, kKey) == "origin\n12\nhello é\n");
}

TEST_CASE("text that no note has is refused even when it is signed") {
    for (const auto& text : {"no line end"s, "tab\there\n"s, "nul\0\n"s, "cr\r\n"s, "del\x7f\n"s,
                             "bad \xFF utf-8\n"s, "\n"s}) {
        INFO(text);
        CHECK_FALSE(seal::open_note(signed_text(text), kKey));
    }
}

TEST_CASE("a note signed by another key, or not at all, is not opened") {
    seal::Note note{"text\n", {}};
    CHECK_FALSE(seal::read_note(seal::write_note(note)));
    seal::sign_note(note, "example.org/other", test::key_of(1));
    seal::sign_note(note, kKey.name, test::key_of(2));
    REQUIRE(seal::read_note(seal::write_note(note)));
    CHECK_FALSE(seal::open_note(seal::write_note(note), kKey));
    note.signatures[1].key_id = kKey.id();
    CHECK_FALSE(seal::open_note(seal::write_note(note), kKey));
}

TEST_CASE("a key that signs twice is refused") {
    seal::Note note{"text\n", {}};
    seal::sign_note(note, kKey.name, test::key_of(1));
    seal::sign_note(note, kKey.name, test::key_of(1));
    CHECK_FALSE(seal::read_note(seal::write_note(note)));
}

TEST_CASE("a note has at most sixteen signatures and 8 KiB") {
    seal::Note note{"text\n", {}};
    for (std::uint8_t i = 0; i < 16; ++i) seal::sign_note(note, kKey.name, test::key_of(i));
    CHECK(seal::open_note(seal::write_note(note), kKey));
    seal::sign_note(note, kKey.name, test::key_of(16));
    CHECK_FALSE(seal::open_note(seal::write_note(note), kKey));
    std::string long_text(8 * 1024, 'a');
    long_text.back() = '\n';
    CHECK_FALSE(seal::open_note(signed_text(long_text), kKey));
}

TEST_CASE("signatures of keys that the reader does not know are left alone") {
    seal::Note note{"text\n", {}};
    note.signatures.push_back({"example.org/witness", {1, 2, 3, 4}, Bytes(7, 9)});
    seal::sign_note(note, kKey.name, test::key_of(1));
    const auto text = seal::write_note(note);
    CHECK(seal::open_note(text, kKey));
    CHECK(seal::write_note(*seal::read_note(text)) == text);
}

TEST_CASE("the example note of the C2SP specification is verified") {
    const auto key =
        VerifierKey::parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    REQUIRE(key);
    const std::string text =
        "If you think cryptography is the answer to your problem,\n"
        "then you don't know what your problem is.\n";
    CHECK(*seal::open_note(
              text + "\n\u2014 PeterNeumann "
                     "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqf"
                     "qdngotpRZb6KE6RyyBwJnAM=\n",
              *key) == text);
}
