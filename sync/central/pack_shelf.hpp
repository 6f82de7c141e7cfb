// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "central/desk/role_keys.hpp"
#include "exam/content.hpp"
#include "pack/pack.hpp"

#include <filesystem>
#include <map>
#include <mutex>

namespace preau::central {

/// What the platform needs of its packs to score again, by the hash that authorisations name.
class PackShelf {
  public:
    /// The platform opens its packs with its own keys: no code is needed here. They must
    /// outlive it.
    PackShelf(std::filesystem::path folder, const RoleKeys& keys)
        : folder_(std::move(folder)), keys_(keys) {}

    /// Any thread. Null when no pack of that hash is in the folder. A pack put there since is
    /// found; one that does not verify is left out, with a line in the log.
    const exam::Content* find(const Hash& pack);

  private:
    void look_again();
    Result<pack::Pack> open(const std::filesystem::path& folder) const;

    std::filesystem::path folder_;
    const RoleKeys& keys_;
    std::mutex mutex_;
    std::map<Hash, exam::Content> contents_;  ///< never taken away: pointers into it stay
};

}  // namespace preau::central
