// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ids.hpp"
#include "base/ports.hpp"
#include "record/entry.hpp"

namespace preau::record {

/// Flag of a record by another box than the one that began the session.
inline constexpr std::uint8_t kFromAnotherBox = 0x04;

/// The 128 bytes at the head of every record (docs/formats/journal.md).
struct Header {
    std::uint16_t type = 0;
    ClockQuality quality = ClockQuality::unknown;
    std::uint8_t flags = 0;
    SessionId session;
    std::uint32_t epoch = 0;               ///< 1, 2, 3…: one for each start of the box
    std::uint64_t sequence = 0;            ///< 0, 1, 2… over the session
    CandidateNumber candidate;             ///< 0 when the record is about the whole session
    std::uint32_t candidate_sequence = 0;  ///< 1, 2, 3… over the candidate; 0 for the session
    Duration since_epoch;                  ///< boot clock since the epoch began
    WallTime wall;
    Hash previous{};  ///< leaf of the record before; first record: hash of the authorisation
    std::uint32_t payload_bytes = 0;
    Hash payload_hash{};

    bool operator==(const Header&) const = default;
};

HeaderBytes encode(const Header& header);

/// Refuses another magic, an unknown clock quality, flags of a later version.
Result<Header> decode(const HeaderBytes& bytes);

/// SHA-256(0x02 || salt || payload).
Hash payload_hash(const Salt& salt, ByteView payload);

}  // namespace preau::record
