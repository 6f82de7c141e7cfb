// SPDX-License-Identifier: Apache-2.0
#include "seal/unlock.hpp"

#include "seal/code.hpp"
#include "seal/session_data_key.hpp"
#include "support/catch.hpp"
#include "support/seeded_entropy.hpp"

#include <optional>
#include <set>

using namespace preau;

namespace {

constexpr std::string_view kCode = "7K3M-9Q2T-4W8X-A5C1";

SessionId session() { return *SessionId::from_hex("000102030405060708090a0b0c0d0e0f"); }

seal::BoxShare share() {
    ByteArray<32> bytes{};
    bytes.fill(0x44);
    return seal::BoxShare::of(bytes);
}

seal::PackKeys some_keys() {
    test::SeededEntropy entropy(5);
    return {seal::FileKey::generate(entropy), seal::FileKey::generate(entropy)};
}

/// The quarter of a second is spent once for all tests of this file.
const seal::UnlockKey& unlock_key() {
    static const auto key = seal::derive_unlock_key(share(), kCode, session());
    return *key;
}

}  // namespace

TEST_CASE("vectors: the key of a session comes from the box's share and the code of the day") {
    CHECK(to_hex(unlock_key().view()) ==
          "77ce51552472caf474d5e69645287e40e0b8908b38b524187159b68a76fbbda0");
}

TEST_CASE("another code, share or session makes another key; a wrong symbol none") {
    CHECK_FALSE(seal::derive_unlock_key(share(), "7K3M-9Q2T-4W8X-A5C2", session()));
    CHECK_FALSE(seal::derive_unlock_key(share(), "7K3M", session()));
    CHECK_FALSE(seal::derive_unlock_key(share(), "", session()));
    const auto known = to_hex(unlock_key().view());
    CHECK(to_hex(seal::derive_unlock_key(share(), "7k3m9q2t4w8xa5c1", session())->view()) == known);
    test::SeededEntropy entropy(1);
    const auto other_code = seal::draw_day_code(entropy);
    CHECK(to_hex(seal::derive_unlock_key(share(), other_code, session())->view()) != known);
    CHECK(to_hex(seal::derive_unlock_key(share(), kCode, SessionId{})->view()) != known);
    const auto other_share = seal::BoxShare::generate(entropy);
    CHECK(to_hex(seal::derive_unlock_key(other_share, kCode, session())->view()) != known);
}

TEST_CASE("a pack's keys come out for this session and pack alone") {
    const auto keys = some_keys();
    const Hash pack{1, 2, 3};
    const auto wrapped = seal::wrap_pack_keys(keys, unlock_key(), session(), pack);
    const auto back = seal::unwrap_pack_keys(wrapped, unlock_key(), session(), pack);
    REQUIRE(back);
    CHECK(to_hex(back->open_part.view()) == to_hex(keys.open_part.view()));
    CHECK(to_hex(back->secret_part.view()) == to_hex(keys.secret_part.view()));
    CHECK_FALSE(seal::unwrap_pack_keys(wrapped, unlock_key(), session(), Hash{9}));
    CHECK_FALSE(seal::unwrap_pack_keys(wrapped, unlock_key(), SessionId{}, pack));
    test::SeededEntropy entropy(2);
    CHECK_FALSE(
        seal::unwrap_pack_keys(wrapped, seal::UnlockKey::generate(entropy), session(), pack));
    for (std::size_t at = 0; at < wrapped.size(); ++at) {
        auto changed = wrapped;
        changed[at] ^= 1;
        CHECK_FALSE(seal::unwrap_pack_keys(changed, unlock_key(), session(), pack));
    }
}

TEST_CASE("codes of the day differ, and are read back as they are written") {
    test::SeededEntropy entropy(3);
    std::set<std::string> seen;
    for (int i = 0; i < 1000; ++i) {
        const auto code = seal::draw_day_code(entropy);
        CHECK(*seal::read_code(code) == code);
        CHECK(seen.insert(code).second);
    }
}

TEST_CASE("a share is opened by its box alone") {
    test::SeededEntropy entropy(4);
    const auto box = seal::EncryptionKey::generate(entropy);
    const auto other = seal::EncryptionKey::generate(entropy);
    const auto sealed = *seal::seal_share(share(), box.recipient(), entropy);
    CHECK(to_hex(seal::open_share(sealed, box)->view()) == to_hex(share().view()));
    CHECK_FALSE(seal::open_share(sealed, other));
    const auto short_one = *seal::age_encrypt(Bytes(31), std::vector{box.recipient()}, entropy);
    CHECK_FALSE(seal::open_share(short_one, box));
}

TEST_CASE("session data is opened with the same key and in the same place alone") {
    test::SeededEntropy entropy(6);
    const seal::SessionDataKey key(unlock_key(), session());
    const auto header = as_bytes("header 1");
    for (const std::size_t size : {0u, 1u, 1000u}) {
        const Bytes plain(size, 'a');
        auto sealed = key.seal(plain, header, entropy);
        CHECK(sealed.size() == size + seal::SessionDataKey::kAddedBytes);
        CHECK(*key.open(sealed, header) == plain);
        CHECK_FALSE(key.open(sealed, as_bytes("header 2")));
        CHECK_FALSE(seal::SessionDataKey(unlock_key(), SessionId{}).open(sealed, header));
        sealed.back() ^= 1;
        CHECK_FALSE(key.open(sealed, header));
        CHECK_FALSE(key.open(ByteView(sealed).first(39), header));
    }
}
