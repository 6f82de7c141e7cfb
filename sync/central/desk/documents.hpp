// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ports.hpp"
#include "central/sql/connection.hpp"

#include <filesystem>

namespace preau::central {

struct DocumentRow {
    std::string name;
    Hash sha256{};
    std::int64_t size = 0;
};

/// What each box can fetch: kept here, or the files of the packs that its sessions need, on the
/// shelf. One thread.
class Documents {
  public:
    Documents(sql::Connection& database, std::filesystem::path packs, Clock& clock)
        : database_(database), packs_(std::move(packs)), clock_(clock) {}

    /// Takes the place of the document that had this name.
    Result<void> put(std::string_view box, std::string_view name, ByteView content);

    /// By name. Files of a pack are `packs/<hash>/<file>`; a pack that is not on the shelf yet is
    /// left out.
    Result<std::vector<DocumentRow>> list(std::string_view box);
    /// Nothing for a name that list() would not give for this box.
    Result<std::optional<Bytes>> content(std::string_view box, std::string_view name);

  private:
    Result<std::vector<std::string>> pack_files(std::string_view box);

    sql::Connection& database_;
    std::filesystem::path packs_;
    Clock& clock_;
};

}  // namespace preau::central
