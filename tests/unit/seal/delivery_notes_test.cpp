// SPDX-License-Identifier: Apache-2.0
#include "seal/delivery_notes.hpp"

#include "base/random.hpp"
#include "seal/checkpoint.hpp"
#include "seal/names.hpp"
#include "support/catch.hpp"
#include "unit/seal/changes.hpp"
#include "unit/seal/test_platform.hpp"

using namespace preau;
using seal::Role;

namespace {

const test::TestPlatform kPlatform;

seal::BundleNote a_bundle_note() { return {"BOX-7Q4M", Hash{1, 2}, 1'234'567, SessionId{{9}}}; }

seal::StoredNote a_stored_note() { return {Hash{1, 2}, 1'234'567, 1'764'000'000}; }

std::string signed_text(const std::string& text, const std::string& name) {
    seal::Note note{text, {}};
    seal::sign_note(note, name, test::key_of(0x11));
    return seal::write_note(note);
}

}  // namespace

TEST_CASE("a bundle's note changed anywhere, or by another box, is not opened") {
    const auto text = seal::sign_bundle_note(a_bundle_note(), test::key_of(0x11));
    const auto& box = test::key_of(0x11).public_key();
    const auto opens = [&](const std::string& changed) {
        return seal::open_bundle_note(changed, box).has_value();
    };
    CHECK(*seal::open_bundle_note(text, box) == a_bundle_note());
    CHECK(*seal::unverified_bundle_note(text) == a_bundle_note());
    CHECK(test::first_accepted_change(text, opens) == std::string::npos);
    CHECK_FALSE(seal::open_bundle_note(text, test::key_of(0x12).public_key()));
}

TEST_CASE("a bundle's note has six lines, each in its one spelling") {
    const std::string hash(64, 'a'), session(32, 'b');
    const auto reads = [&](const std::string& text) {
        return seal::unverified_bundle_note(signed_text(text, "preau.example/box/BOX-1"))
            .has_value();
    };
    const auto lines = [&](const std::string& box, const std::string& size,
                           const std::string& part = "part 1/1\n") {
        return "preau.example/bundle/v1\n" + box + "\n" + hash + "\n" + size + "\n" + session +
               "\n" + part;
    };
    CHECK(reads(lines("BOX-1", "10")));
    CHECK_FALSE(reads(lines("box", "10")));
    CHECK_FALSE(reads(lines("BOX-1", "010")));
    CHECK_FALSE(reads(lines("BOX-1", "+10")));
    CHECK_FALSE(reads(lines("BOX-1", "-10")));
    CHECK_FALSE(reads(lines("BOX-1", "9007199254740993")));
    CHECK_FALSE(reads(lines("BOX-1", "99999999999999999999")));
    CHECK_FALSE(reads(lines("BOX-1", "10", "part 1/2\n")));
    CHECK_FALSE(reads(lines("BOX-1", "10", "")));
    CHECK_FALSE(reads(lines("BOX-1", "10", "part 1/1\nmore\n")));
}

TEST_CASE("N2: a stored note is the stored key's, and no receipt") {
    const auto root = kPlatform.root();
    const auto stored = root.verifier(Role::stored);
    const auto text = seal::sign_stored(a_stored_note(), stored.name, kPlatform.key(Role::stored));
    const auto opens = [&](const std::string& changed) {
        return seal::verify_stored(changed, stored).has_value();
    };
    CHECK(*seal::verify_stored(text, stored) == a_stored_note());
    CHECK(test::first_accepted_change(text, opens) == std::string::npos);
    CHECK_FALSE(seal::verify_cosignature(text, root.verifier(Role::receipt)));
    CHECK_FALSE(
        opens(seal::sign_stored(a_stored_note(), stored.name, kPlatform.key(Role::receipt))));
    CHECK_FALSE(opens(seal::sign_stored(a_stored_note(), "preau.example/central/receipt",
                                        kPlatform.key(Role::stored))));
}

TEST_CASE("N2: what a witness cosigned is no receipt") {
    const auto root = kPlatform.root();
    const auto checkpoint = seal::sign_checkpoint({"preau.example/box/BOX-1/session/00", 4, {}},
                                                  "preau.example/box/BOX-1/e1", test::key_of(1));
    const auto receipt = root.verifier(Role::receipt);
    const auto witnessed = *seal::cosign(checkpoint, root.verifier(Role::witness).name,
                                         kPlatform.key(Role::witness), 1'764'000'000);
    CHECK_FALSE(seal::verify_cosignature(witnessed, receipt));
    const auto renamed = *seal::cosign(checkpoint, receipt.name, kPlatform.key(Role::witness), 1);
    CHECK_FALSE(seal::verify_cosignature(renamed, receipt));
    const auto received =
        *seal::cosign(checkpoint, receipt.name, kPlatform.key(Role::receipt), 1'764'000'000);
    CHECK(*seal::verify_cosignature(received, receipt) == 1'764'000'000);
}

TEST_CASE("N2: of 1,000 receipts changed at random none is accepted") {
    const auto receipt = kPlatform.root().verifier(Role::receipt);
    const auto checkpoint = seal::sign_checkpoint({"preau.example/box/BOX-1/session/00", 4, {}},
                                                  "preau.example/box/BOX-1/e1", test::key_of(1));
    const seal::VerifierKey epoch{"preau.example/box/BOX-1/e1", seal::NoteKeyType::ed25519,
                                  test::key_of(1).public_key()};
    const auto good = *seal::cosign(checkpoint, receipt.name, kPlatform.key(Role::receipt), 1000);
    SplitMix64 chance(7);
    for (int i = 0; i < 1000; ++i) {
        auto changed = good;
        for (auto changes = 1 + chance.below(3); changes > 0; --changes)
            changed[chance.below(changed.size())] ^= static_cast<char>(1 + chance.below(255));
        if (changed == good) continue;
        CHECK_FALSE((seal::verify_checkpoint(changed, epoch) &&
                     seal::verify_cosignature(changed, receipt)));
    }
}
