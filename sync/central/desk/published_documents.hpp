// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "central/desk/role_keys.hpp"
#include "central/sql/connection.hpp"
#include "seal/timestamp.hpp"

namespace preau::central {

/// The newest signed document of that kind, "root" or "timestamp"; nothing before the first.
Result<std::optional<std::string>> latest_document(sql::Connection& database,
                                                   std::string_view kind);

/// Makes the folder's root readable by boxes, unless it is already. Malformed when another
/// document of that version was published.
Result<void> publish_root(sql::Connection& database, const RoleKeys& keys, WallTime now);

/// Takes in a root that follows the one in force, for the platform's folder too.
Result<void> replace_root(sql::Connection& database, const std::filesystem::path& data,
                          const RoleKeys& keys, std::string_view next, WallTime now);

/// What the next timestamp says besides its version.
struct Current {
    std::vector<seal::CurrentPack> packs;
    std::string minimum_software = "0.1";
    std::vector<seal::Revocation> revoked;
};

/// Signs and publishes a timestamp one version after the last, valid for thirty days.
Result<seal::Timestamp> publish_timestamp(sql::Connection& database, const RoleKeys& keys,
                                          Current current, WallTime now);

}  // namespace preau::central
