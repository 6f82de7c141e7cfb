// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "pack/pack.hpp"
#include "room/room.hpp"
#include "seal/keys.hpp"

#include <filesystem>
#include <memory>
#include <vector>

namespace preau::app {

/// The packs on this box, opened and verified once.
class PackShelf {
  public:
    /// Opens every folder under `folder`. One that does not verify is an error with its name.
    static Result<PackShelf> open(const std::filesystem::path& folder,
                                  const seal::PublicKey& content_key);

    room::PackSource source() const;

  private:
    std::vector<std::unique_ptr<pack::Pack>> packs_;
};

}  // namespace preau::app
