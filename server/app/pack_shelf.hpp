// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/trust.hpp"
#include "room/vault.hpp"
#include "seal/encryption_key.hpp"

#include <filesystem>

namespace preau::app {

/// The packs on this box, encrypted: each in a folder named by the hash that names the pack. What
/// is open lives in the room; nothing of it is written. One thread.
class PackShelf : public room::Vault {
  public:
    /// All but the folder's name must outlive it.
    PackShelf(std::filesystem::path folder, const Trust& trust, const seal::EncryptionKey& key)
        : folder_(std::move(folder)), trust_(trust), key_(key) {}

    Result<pack::Manifest> manifest(const Hash& pack) override;
    Result<room::Unsealed, room::StillLocked> unseal(const seal::Authorisation& authorisation,
                                                     const SessionId& session,
                                                     std::string_view code) override;

  private:
    const seal::RoleKeys& content() const { return trust_.root().keys(seal::Role::content); }
    std::filesystem::path place(const Hash& pack) const { return folder_ / to_hex(pack); }

    std::filesystem::path folder_;
    const Trust& trust_;
    const seal::EncryptionKey& key_;
};

}  // namespace preau::app
