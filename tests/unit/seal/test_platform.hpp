// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "seal/envelope.hpp"
#include "seal/names.hpp"
#include "seal/root.hpp"
#include "unit/seal/test_keys.hpp"

namespace preau::test {

/// A central platform's keys, the same in every run: role r has the keys of seeds 0xA0 + 2r and
/// 0xA1 + 2r, both where two must sign. Another `first_seed` is another platform.
class TestPlatform {
  public:
    explicit TestPlatform(std::uint8_t first_seed = 0xA0) : first_seed_(first_seed) {}

    seal::SigningKey key(seal::Role role, int number = 0) const {
        return key_of(static_cast<std::uint8_t>(first_seed_ + 2 * static_cast<int>(role) + number));
    }

    static seal::EncryptionKey ingest_key() { return encryption_key_of(0xE0); }
    static seal::EncryptionKey escrow_key() { return encryption_key_of(0xE1); }

    seal::Root root() const {
        seal::Root root;
        root.version = 1;
        root.expires = *from_iso8601("2028-01-01T00:00:00.000Z");
        root.audience = seal::kCentral;
        for (int i = 0; i <= static_cast<int>(seal::Role::publication); ++i)
            root.roles[static_cast<seal::Role>(i)] = role_keys(static_cast<seal::Role>(i));
        const auto from = *from_iso8601("2026-01-01T00:00:00.000Z");
        root.recipients = {
            {"ingest-2026", ingest_key().recipient(), from, root.expires, false},
            {"escrow", escrow_key().recipient(), from, root.expires, true},
        };
        return root;
    }

    /// Signed by both root keys.
    std::string sign_root(const seal::Root& root) const {
        return sign(seal::kRootType, seal::write_root(root), seal::Role::root);
    }

    /// Signed by every key of the role.
    std::string sign(std::string_view type, const std::string& payload, seal::Role role) const {
        auto envelope = seal::sign_envelope(type, as_bytes(payload), key(role));
        if (needs_two(role)) envelope = *seal::add_signature(envelope, type, key(role, 1));
        return envelope;
    }

  private:
    static bool needs_two(seal::Role role) {
        return role == seal::Role::root || role == seal::Role::content ||
               role == seal::Role::release;
    }
    static seal::EncryptionKey encryption_key_of(std::uint8_t byte) {
        ByteArray<32> secret{};
        secret.fill(byte);
        return seal::EncryptionKey::from_secret(secret);
    }
    seal::RoleKeys role_keys(seal::Role role) const {
        if (!needs_two(role)) return {{key(role).public_key()}, 1};
        return {{key(role).public_key(), key(role, 1).public_key()}, 2};
    }

    std::uint8_t first_seed_;
};

}  // namespace preau::test
