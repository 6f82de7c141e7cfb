// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ids.hpp"
#include "base/time.hpp"
#include "seal/keys.hpp"

#include <map>
#include <string>

namespace preau::record {

/// Why a new epoch began.
enum class EpochReason {
    start,
    restart,   ///< of the same box
    takeover,  ///< by another box that the session was authorised for
};

/// Payload of epoch.start: the box certifies, with its long-term key, the key that signs this
/// epoch's checkpoints and lives only in memory.
struct Epoch {
    SessionId session;
    std::uint32_t number = 0;
    seal::PublicKey key{};
    std::string box;
    EpochReason reason = EpochReason::start;
    std::uint64_t previous_size = 0;
    Hash previous_root{};
    std::string software;

    bool operator==(const Epoch&) const = default;
};

/// DSSE envelope of the epoch, signed by the box.
std::string sign_epoch(const Epoch& epoch, const seal::SigningKey& box_key);

/// The boxes that may write a session's journal, and their long-term keys.
using BoxKeys = std::map<std::string, seal::PublicKey, std::less<>>;

/// The epoch, once the signature of the box that it names holds. Refused when that box is none of
/// these.
Result<Epoch> verify_epoch(std::string_view envelope, const BoxKeys& boxes);

}  // namespace preau::record
