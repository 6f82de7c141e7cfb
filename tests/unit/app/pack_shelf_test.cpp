// SPDX-License-Identifier: Apache-2.0
// The real vault: a pack opens with the box's share and the code of the day, and with nothing else.
#include "app/pack_shelf.hpp"

#include "pack/open.hpp"
#include "support/catch.hpp"
#include "unit/app/box_of_a_school.hpp"

using namespace preau;
using room::Lock;

namespace {

constexpr std::string_view kCode = "2345-6789-ABCD-EFGN";
constexpr std::string_view kOtherCode = "0000-0000-0000-0000";

/// A pack on the shelf of a box, and an authorisation that opens it there.
struct Shelf {
    Shelf() {
        const auto parts = test::small_pack();
        const auto beside = box.folder.path() / "pack";
        std::filesystem::create_directory(beside);
        test::write_signed_pack(beside, pack::write_public(parts.open),
                                pack::write_secret(parts.secret));
        hash = *pack::hash_of(beside);
        place = box.configuration.packs() / to_hex(hash);
        std::filesystem::rename(beside, place);
        authorisation.session.bytes.fill(0x31);
        authorisation.boxes = {"BOX-TEST"};
        authorisation.pack_id = "essai";
        authorisation.pack_version = "1";
        authorisation.pack_hash = hash;
        wrap(box.keys->encryption.recipient());
    }

    /// Seals the pack's keys for the holder of that key, with the code of the day.
    void wrap(const seal::RecipientKey& holder) {
        const auto share = seal::BoxShare::generate(box.entropy);
        const auto unlock_key = seal::derive_unlock_key(share, kCode, authorisation.session);
        REQUIRE(unlock_key);
        authorisation.wrapped_keys = seal::wrap_pack_keys(
            test::pack_keys(), *unlock_key, authorisation.session, authorisation.pack_hash);
        const auto sealed = seal::seal_share(share, holder, box.entropy);
        REQUIRE(sealed);
        authorisation.shares = {{"BOX-TEST", *sealed}};
    }

    Result<room::Unsealed, room::StillLocked> unseal(std::string_view code = kCode) {
        return shelf.unseal(authorisation, authorisation.session, code);
    }
    void stays_locked(Lock why, std::string_view code = kCode) {
        const auto unsealed = unseal(code);
        REQUIRE_FALSE(unsealed);
        INFO(unsealed.error().detail);
        CHECK(unsealed.error().why == why);
    }

    test::BoxOfASchool box;
    app::Trust trust = *box.trust();
    app::PackShelf shelf{box.configuration.packs(), trust, box.keys->encryption};
    seal::Authorisation authorisation;
    Hash hash{};
    std::filesystem::path place;
};

std::string all_bytes_under(const std::filesystem::path& folder) {
    std::string all;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.is_regular_file()) all += test::read_bytes(entry.path());
    return all;
}

}  // namespace

TEST_CASE("the share and the code of the day open the pack, each time") {
    Shelf shelf;
    for (int i = 0; i < 2; ++i) {
        const auto unsealed = shelf.unseal();
        REQUIRE(unsealed);
        CHECK(unsealed->pack->hash == shelf.hash);
        CHECK(unsealed->pack->items == test::small_pack().secret.items);
    }
}

TEST_CASE("a pack stays shut with another code, share, session or pack") {
    Shelf shelf;
    SECTION("another code") { shelf.stays_locked(Lock::code_wrong, kOtherCode); }
    SECTION("another box's share") {
        test::SeededEntropy entropy(77);
        shelf.wrap(seal::EncryptionKey::generate(entropy).recipient());
        shelf.stays_locked(Lock::share_missing);
    }
    SECTION("no share at all") {
        shelf.authorisation.shares.clear();
        shelf.stays_locked(Lock::share_missing);
    }
    SECTION("no wrapped keys") {
        shelf.authorisation.wrapped_keys.reset();
        shelf.stays_locked(Lock::share_missing);
    }
    SECTION("what was wrapped for another session") {
        shelf.authorisation.session.bytes.fill(0x32);
        shelf.stays_locked(Lock::code_wrong);
    }
    SECTION("what was wrapped for another pack") {
        shelf.authorisation.pack_hash[0] ^= 1;
        shelf.stays_locked(Lock::code_wrong);
    }
    SECTION("wrapped keys with one bit changed") {
        (*shelf.authorisation.wrapped_keys)[7] ^= 1;
        shelf.stays_locked(Lock::code_wrong);
    }
}

TEST_CASE("C1: a pack that is missing or altered is told apart from a wrong code") {
    Shelf shelf;
    SECTION("the whole pack") {
        std::filesystem::remove_all(shelf.place);
        shelf.stays_locked(Lock::pack_missing);
        CHECK_FALSE(shelf.shelf.manifest(shelf.hash));
    }
    SECTION("one file of it") {
        std::filesystem::remove(shelf.place / "pack.sec.age");
        shelf.stays_locked(Lock::pack_missing);
    }
    SECTION("one byte") {
        const auto name = GENERATE("pack.json", "pack.pub.age", "pack.sec.age");
        auto bytes = test::read_bytes(shelf.place / name);
        bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
        test::write_bytes(shelf.place / name, bytes);
        shelf.stays_locked(Lock::pack_altered);
        CHECK_FALSE(shelf.shelf.manifest(shelf.hash));
    }
    SECTION("another pack in its place") {
        auto manifest = test::small_manifest();
        manifest.cover.version = "2";
        const auto parts = test::small_pack();
        test::write_signed_pack(shelf.place, pack::write_public(parts.open),
                                pack::write_secret(parts.secret), manifest);
        shelf.stays_locked(Lock::pack_altered);
        CHECK_FALSE(shelf.shelf.manifest(shelf.hash));
    }
}

TEST_CASE("the pack's page is legible without the code") {
    Shelf shelf;
    const auto manifest = shelf.shelf.manifest(shelf.hash);
    REQUIRE(manifest);
    CHECK(manifest->cover == test::small_manifest().cover);
}

TEST_CASE("S8: before unlocking, and after, nothing of a pack is in clear under the data folder") {
    Shelf shelf;
    const auto parts = test::small_pack();
    for (int opened = 0; opened < 2; ++opened) {
        const auto bytes = all_bytes_under(shelf.box.configuration.data);
        REQUIRE(bytes.size() > 1000);
        for (const std::string canary :
             {"bonjour", "Quelle réponse", "<em>trois</em>", "1.1-un", "2.1-deux", "3.4-trois",
              "difficulty", "proposals", "<svg/>"})
            CHECK_THAT(bytes, !Catch::Contains(canary));
        const auto keys = test::pack_keys();
        for (const auto* key : {&keys.open_part, &keys.secret_part})
            CHECK_THAT(bytes, !Catch::Contains(std::string(as_text(key->view()))));
        REQUIRE(shelf.unseal());
    }
}
