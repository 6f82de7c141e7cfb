// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "room/room.hpp"
#include "seal/verifier_key.hpp"

#include <filesystem>
#include <map>
#include <set>

namespace preau::office {

/// The platform's signed receipts of sealed sessions: each is the session's own last checkpoint
/// with the platform's signature, so it can be no other session's. One thread.
class Receipts {
  public:
    /// A receipt counts when one of those keys signed it as a receipt; one under another name, of a
    /// witness say, is none.
    Receipts(store::Journal& journal, std::vector<seal::VerifierKey> platform);

    /// Reads and verifies again those kept in the database.
    Result<void> open(const room::Room& room);

    /// Looks for receipts that preau-sync has left in that folder; those that verify are kept, and
    /// their sessions named. One that does not is logged and left where it is.
    Result<std::vector<const room::LiveSession*>> collect(const std::filesystem::path& inbox,
                                                          const room::Room& room);

    std::optional<WallTime> received_at(const SessionId& session) const;

  private:
    Result<WallTime> verify(const room::LiveSession& session, std::string_view note) const;
    Result<std::int64_t> cosigned_at(std::string_view note) const;

    store::Journal& journal_;
    std::vector<seal::VerifierKey> platform_;
    std::map<SessionId, WallTime> received_;
    std::set<SessionId> refused_;  ///< whose receipt was refused and said to be
};

}  // namespace preau::office
