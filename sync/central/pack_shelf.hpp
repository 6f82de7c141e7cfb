// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "exam/content.hpp"
#include "seal/keys.hpp"

#include <filesystem>
#include <map>
#include <mutex>

namespace preau::central {

/// What the platform needs of its packs to score again, by the hash that authorisations name.
class PackShelf {
  public:
    PackShelf(std::filesystem::path folder, seal::PublicKey content_key)
        : folder_(std::move(folder)), content_key_(content_key) {}

    /// Any thread. Null when no pack of that hash is in the folder. A pack put there since is
    /// found; one that does not verify is left out, with a line in the log.
    const exam::Content* find(const Hash& pack);

  private:
    void look_again();

    std::filesystem::path folder_;
    seal::PublicKey content_key_{};
    std::mutex mutex_;
    std::map<Hash, exam::Content> contents_;  ///< never taken away: pointers into it stay
};

}  // namespace preau::central
