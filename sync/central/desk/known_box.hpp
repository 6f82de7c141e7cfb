// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ids.hpp"
#include "base/time.hpp"
#include "central/sql/connection.hpp"
#include "seal/keys.hpp"
#include "seal/proofs.hpp"

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

/// Whether this very journal was cosigned here before that time.
Result<bool> was_seen_before(sql::Connection& database, const SessionId& session,
                             const seal::TreeHead& tree, WallTime time);

}  // namespace preau::central
