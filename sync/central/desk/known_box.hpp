// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/time.hpp"
#include "central/sql/connection.hpp"
#include "seal/keys.hpp"

#include <optional>
#include <vector>

namespace preau::central {

/// What ingestion must know of whoever signed.
struct KnownBox {
    /// Those of its certificates, the present one first; an older one stays good for sessions that
    /// it opened.
    std::vector<seal::PublicKey> keys;
    /// From then on nothing it signs is believed, unless somebody had cosigned it before.
    std::optional<WallTime> revoked_since;
    std::string revoked_for;
};

/// Nothing for a box that was never enrolled.
Result<std::optional<KnownBox>> known_box(sql::Connection& database, std::string_view name);

}  // namespace preau::central
