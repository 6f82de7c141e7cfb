// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "room/vault.hpp"

#include <optional>
#include <string>

namespace preau::test {

/// The code of the day in rooms of tests, in its one spelling.
inline constexpr std::string_view kDayCode = "2345-6789-ABCD-EFGN";

/// A vault with one pack in clear: what a real one does to open it is tested with PackShelf.
class SmallVault : public room::Vault {
  public:
    explicit SmallVault(const pack::Pack& pack) : pack_(&pack, [](const pack::Pack*) {}) {}

    Result<pack::Manifest> manifest(const Hash& hash) override {
        if (hash != pack_->hash) return fail(Error::environment("is not on this box"));
        auto manifest = page;
        manifest.cover = pack::cover_of(*pack_);
        return manifest;
    }

    Result<room::Unsealed, room::StillLocked> unseal(const seal::Authorisation& authorisation,
                                                     const SessionId& session,
                                                     std::string_view code) override {
        if (refusal) return fail(room::StillLocked{*refusal});
        if (authorisation.pack_hash != pack_->hash)
            return fail(room::StillLocked{room::Lock::pack_missing});
        if (code != kDayCode) return fail(room::StillLocked{room::Lock::code_wrong});
        return room::Unsealed{pack_, seal::SessionDataKey(seal::UnlockKey(), session)};
    }

    pack::Manifest page{};                ///< what it says besides the cover
    std::optional<room::Lock> refusal{};  ///< what every code meets instead

  private:
    std::shared_ptr<const pack::Pack> pack_;  ///< the test's own
};

}  // namespace preau::test
